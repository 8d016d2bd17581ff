"""Find documents that have a title and no number: «Đề án bảo tồn phố cổ»."""

from __future__ import annotations

import re
from functools import cache

from summarizer.documents.congress import read_congress
from summarizer.documents.heads import Head
from summarizer.documents.issuers import read_by, read_of
from summarizer.documents.mention import Details, Mention
from summarizer.documents.subjects import (
    read_quoted,
    read_title,
    sentence_end,
    sentence_start,
)
from summarizer.documents.vocabulary import branches_for, listed_as
from summarizer.language import Doc
from summarizer.model import Quote, Span

_RULES = frozenset({"Nghị quyết", "Nghị định", "Thông tư", "Chỉ thị", "Pháp lệnh", "Công điện"})
_OTHERS = frozenset({"Quyết định", "Quy định", "Kết luận", "Hướng dẫn", "Thông báo"})
_PLANS = frozenset({"Chương trình", "Chiến lược", "Quy hoạch", "Kế hoạch", "Quy chế"})
_ABOUT = re.compile(
    r"""(?: \schuyên\sđề )? \s (?: v/v | về\sviệc | về ) \s
    (?! việc | này | nhân\ssự | công\stác\scán\sbộ | điều\sđộng | bổ\snhiệm | luân\schuyển
      | phân\scông | chỉ\sđịnh | nghỉ | thi\shành\skỷ\sluật )""",
    re.VERBOSE,
)
_RULING = re.compile(
    r"""\s (?= quy\sđịnh \s (?! rõ | cụ | này | tại | trong | như | của )
      | (?: sửa\sđổi | bổ\ssung | hướng\sdẫn | phê\sduyệt | bãi\sbỏ
          | ban\shành(?!\s(?:hồi|ngày|vào|năm|tháng|tại|từ|trước|kèm|theo)) | thay\sthế
          | thí\sđiểm | phê\schuẩn | điều\schỉnh | thành\slập | công\snhận | phân\sbổ )
        (?!\scủa) \b )""",
    re.VERBOSE,
)
_VERB = 10  # letters after a verb of ruling in which no title ends: «quy định về …»
_CALL = re.compile(r"\s(?:yêu\scầu\s)?(?=(?:tăng\scường|chấn\schỉnh|đẩy\smạnh|siết\schặt)\b)")
_ISSUED = re.compile(r"\b(?:ban\shành|ký|có|ra)\s$")
_TELLS = re.compile(r"(?:vừa|đã|sẽ|mới|để)\s$")  # «vừa thông báo kết luận»: a verb
_CONCLUDED = re.compile(r"kết\sluận(?=\s(?:của|cuộc\shọp|phiên\shọp|buổi)\s)")
_STATE_PLAN = re.compile(
    r"""\s (?: mục\stiêu\squốc\sgia(?=\s\w+\s\w) | xây\sdựng\sluật
      | hành\sđộng\s(?:thực|quốc|tổng) | quốc\sgia\s(?:về|phát\striển|phòng)\s
      | hành\sđộng\scủa\s(?:chính|tỉnh|thành|ban)\s[^.,;]{2,40}\s(?:thực|triển|về)
      | phòng,?\schống\s[^.;]{1,60}(?=\scủa\schính\sphủ) )""",
    re.VERBOSE,
)
_TO_BE_MADE = re.compile(r"\b(?:xây dựng|ban hành)\s$")
_AGENCY = re.compile(r"(?:bộ|sở|vụ|phòng|ban|cục|viện|trường|trưởng|ty|đốc|-)\s$")
_NUMBERED = re.compile(r"[-/][A-ZĐ]\w+$|\D\d{1,3}$")
_SERIAL = re.compile(r" (?:[IVX]+|\d)$")  # «Quy hoạch điện VIII»
_OPENS = re.compile(r"[:\"]\s?$")
_QUOTED = re.compile(r"\s?:?\s?\"(?:về\s(?:việc\s)?)?")


def read_titled(doc: Doc, head: Head) -> list[Mention]:
    """The document that `head` names by its title; none where no proper title follows."""
    limit = sentence_end(doc, head.start)
    if _several().search(doc.folded, max(0, head.start - 12), head.start):
        return []
    title = _title(doc, head, limit)
    if title is None:
        return []
    issuer = _issuer(doc, head, title.span.end, limit)
    end = max(title.span.end, issuer.span.end if issuer else 0)
    details = Details(end, issuer=issuer, subject=title)
    quoted = doc.folded[title.span.start - 1] == doc.folded[title.span.end : title.span.end + 1]
    span = Span(head.start, title.span.end + (quoted and doc.folded[title.span.end] == '"'))
    return [Mention(listed_as(head.type), span, None, details)]


def _issuer(doc: Doc, head: Head, end: int, limit: int) -> Quote | None:
    """The issuer told before or after the title that ends at `end`."""
    if head.type in {"Thông báo kết luận", "Văn kiện"}:
        return None
    first = read_of(doc, head.end, limit)
    if first and first.span.end < end and not first.text.startswith("Đại hội"):
        return first
    if _NUMBERED.search(doc.text, end - 12, end):
        return None  # «thực hiện Nghị quyết số 120/NQ-CP của Chính phủ»: of the other one
    return read_of(doc, end, limit) or read_by(doc, end, limit)


def _title(doc: Doc, head: Head, limit: int) -> Quote | None:
    """The title that follows `head`, after the manner of its type."""
    kind = head.type.removesuffix(" hành động")
    title = None
    if kind in {"Nghị quyết", "Văn kiện"}:
        title = read_congress(doc, head.end, limit)
    if kind == "Thông báo kết luận":
        title = _concluded(doc, head, limit)
    elif kind == "Đề án":
        title = _plan(doc, head, limit)
    elif kind in _PLANS:
        title = _state_plan(doc, head._replace(end=head.start + len(kind)), limit)
    elif title is None and (kind in _RULES or (kind in _OTHERS and _is_name(doc, head))):
        title = _rule(doc, head, limit)
    return title


def _state_plan(doc: Doc, head: Head, limit: int) -> Quote | None:
    """A plan by its capital or by words that only plans of State and Party bear."""
    if _AGENCY.search(doc.folded, max(0, head.start - 8), head.start):
        return None
    if not head.capital and _TO_BE_MADE.search(doc.folded, max(0, head.start - 10), head.start):
        return None  # «sớm ban hành | chương trình hành động thực hiện Nghị quyết Đại hội»
    if plan := _STATE_PLAN.match(doc.folded, head.end, limit):
        return read_title(doc, head.end + 1, limit, plan.end())
    if _is_name(doc, head) and not _QUOTED.match(doc.folded, head.end, limit):
        return _plan(doc, head, limit)
    return None


def _is_name(doc: Doc, head: Head) -> bool:
    """A capital that opens no sentence and no quotation."""
    opens = head.start <= sentence_start(doc, head.start) + 1
    return (
        head.capital and not opens and _OPENS.search(doc.folded, head.start - 2, head.start) is None
    )


def _concluded(doc: Doc, head: Head, limit: int) -> Quote | None:
    start = head.end - len("kết luận")
    told = _TELLS.search(doc.folded, max(0, head.start - 5), head.start)
    if told or not _CONCLUDED.match(doc.folded, start):
        return None
    speaker = read_of(doc, head.end, limit)
    return read_title(doc, start, limit, past=speaker.span.end if speaker else head.end)


def _rule(doc: Doc, head: Head, limit: int) -> Quote | None:
    issuer = read_of(doc, head.end, limit)
    start = issuer.span.end if issuer else head.end
    about = _ABOUT.match(doc.folded, start, limit)
    if about and (issuer or head.type in _RULES):
        return read_title(doc, about.end(), limit)
    if head.type not in {*_RULES, "Quyết định"}:
        return None
    opens_sentence = head.start <= sentence_start(doc, head.start) + 1
    if head.type not in {"Chỉ thị", "Công điện"}:
        ruling = _RULING.match(doc.folded, start, limit)
        if ruling is None or opens_sentence:
            return None
        mark = doc.folded.find(";", ruling.end(), ruling.end() + _VERB)
        return read_title(doc, start + 1, limit, mark if mark >= 0 else ruling.end() + _VERB)
    call = _CALL.match(doc.folded, start, limit)
    if call and head.capital and _ISSUED.search(doc.folded, head.start - 10, head.start):
        return read_title(doc, call.end(), limit)
    return None


def _plan(doc: Doc, head: Head, limit: int) -> Quote | None:
    if quoted := _QUOTED.match(doc.folded, head.end, limit):
        return read_quoted(doc, quoted.end(), limit)
    issuer = read_of(doc, head.end, limit)
    start = issuer.span.end if issuer else head.end
    about = _ABOUT.match(doc.folded, start, limit)
    if issuer and not about:
        return None
    start = about.end() if about else start + 1
    if not doc.folded[start : start + 1].isalpha() or _no_title().match(doc.folded, start):
        return None
    title = read_title(doc, start, limit)
    if about or title is None:
        return title
    return title if title.text.count(" ") > 1 or _SERIAL.search(title.text) else None


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{branches_for('several')}|\d+)\s$")


@cache
def _no_title() -> re.Pattern[str]:
    return re.compile(rf"(?:{branches_for('no title')})\b")
