"""Read what a document is about: where its title starts and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from summarizer.documents.bodies import read_body
from summarizer.documents.issuers import read_by
from summarizer.documents.titles import title_words
from summarizer.documents.vocabulary import branches_for, nouns, types_branches, words_for
from summarizer.language import Doc
from summarizer.model import Quote, Span

# the title after a number: «… về việc tăng cường …», «… quy định chi tiết …», «“Về …”»
_OPENS = re.compile(
    r"""
    \s? ,? \s?
    (?: (?<=\s) (?P<quote>") (?=\w) (?: (?:v/v|về\sviệc|về) \s )?
      | (?: v/v | về\sviệc | về ) \s (?! việc | này | (?:vấn\sđề|nội\sdung)\s(?:này|trên) )
        (?P<inner>"(?=\w))?
      | (?= (?: quy\sđịnh(?!,) | sửa\sđổi | bổ\ssung | phê\sduyệt | hướng\sdẫn | công\snhận
            | công\sbố | (?:thông\sbáo\s)?kết\sluận\scủa | thành\slập | thực\shiện | triển\skhai
            | kiện\stoàn ) \b (?!\s(?:số|\d|hàng\sloạt|nhiều)) )
      | ban\shành \s (?! ngày | tháng | năm | và | kèm
            | (?: đầu | cuối | giữa | hồi | từ | mới | gần | vừa | trong ) \b )
    )
    """,
    re.VERBOSE,
)
_GOES_ON = re.compile(
    r""";\s (?:kiên\squyết\s|chủ\sđộng\s)?(?:ngăn\schặn|đấu\stranh)\b
      | (?: (?<=an\stoàn\sxã\shội) | (?<=tệ\snạn\sxã\shội) | (?<=chữa\scháy) | (?<=cứu\shộ) )
        ;\s (?: phòng,?\s(?:chống|cháy) | cứu\snạn )  # the decrees 167/2013 and 144/2021
      | (?<=tài\ssản)\slà\b | (?<=người)\sđang\b | \sđã\s(?:qua\s)?sử\sdụng\b
      | ,\stừ\schức\b""",
    re.VERBOSE,
)
# «… quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức | của Bộ Công Thương»
_OF_ORGANS = ("cơ cấu tổ chức", "tổ chức bộ máy", "nhiệm vụ", "quyền hạn", "tổ chức và hoạt động")
_CLOSES = re.compile(r"\s?(?:[,.;)\n]|$|(?:giai\sđoạn|về|đã|được|ban|quy|vừa|cho|theo|tại)\b)")
_OPENING = re.compile(r"[\"-]?\s?(?:theo|tại|thực hiện|căn cứ|triển khai|với)\s")
_VERB = re.compile(r"\s(?:đã|sẽ|được|phải|đang|cần|có trách nhiệm|yêu cầu)\b")
_LONGEST = 600  # characters
_LOOSE = re.compile(r"(?:[\s,;.:-]|\s(?:và|hoặc|cùng|với|theo|tại|trong|của|trước|như)(?=\s|$))*$")


def read_subject(doc: Doc, start: int, limit: int) -> Quote | None:
    """The title that opens at `start` with «về», a quotation mark or a titling verb."""
    match = _OPENS.match(doc.folded, start, limit)
    if match is None:
        return None
    if match["quote"] or match["inner"]:
        return read_quoted(doc, match.end(), limit)
    return read_title(doc, match.end(), limit)


def read_title(doc: Doc, start: int, limit: int, past: int = 0) -> Quote | None:
    """The words from `start` to the title's end, which lies beyond `past`.

    None where the title would have a single word, or none that tells it from another.
    """
    limit = min(limit, start + _LONGEST)
    end = start
    for cut in _cuts().finditer(doc.folded, max(start, past), limit):
        if cut[0] == '"' and _closes(doc, start, cut):
            end = cut.end()
            break
        if not _is_inside(doc, start, cut):
            end = cut.start()
            break
    else:
        end = limit
    if _is_clause(doc, start, end):
        end = doc.folded.rfind(",", start, end)
    end = _balanced(doc, start, end)
    if loose := _LOOSE.search(doc.folded, start, end):
        end = loose.start()
    if doc.folded.count(" ", start, end) < 1:
        return None
    if words_for("common in titles").issuperset(title_words(doc.text[start:end])):
        return None  # «Thông tư hướng dẫn thực hiện»: of what, it does not say
    return Quote(doc.text[start:end], Span(start, end))


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """«Theo Nghị định số 5 về vận tải, | chủ xe | phải …»: a comma and the subject of a verb."""
    comma = doc.folded.rfind(",", start, end)
    if comma < 0 or not _VERB.match(doc.folded, end):
        return False
    opening = sentence_start(doc, start)
    if not _OPENING.match(doc.folded, opening) or read_by(doc, end, sentence_end(doc, end)):
        return False  # «…, tầm nhìn đến năm 2050 | được Thủ tướng phê duyệt»
    last = doc.folded[comma:end]
    is_first = doc.folded.find(", ", opening, start) < 0
    return is_first and " và " not in last and " năm 2" not in last


def _is_inside(doc: Doc, start: int, cut: re.Match[str]) -> bool:
    """A mark or a type word that belongs to the title opened at `start`."""
    if cut["type"]:  # «, Nghị quyết số …» ends a title, «, quy định chi tiết …» goes on
        other = cut["sign"] or cut["type"] in nouns() or doc.text[cut.start("type")].isupper()
        return not other
    if cut["actor"]:
        name = doc.text[cut.end("actor") : cut.end("actor") + 2].strip()  # «, bộ TN&MT hướng dẫn»
        is_ministry = cut["actor"] == "bộ" and name.isupper()
        return doc.text[cut.start("actor")].islower() and not is_ministry
    if cut["of"] and doc.folded.endswith(_OF_ORGANS, start, cut.start()):
        return True
    if cut["of"]:
        issuer = read_body(doc, cut.end(), sentence_end(doc, cut.end()))
        return issuer is None or not _CLOSES.match(doc.folded, issuer.span.end)
    if cut[0] == '"':
        return doc.folded.count('"', start, cut.start()) % 2 == 1
    return _GOES_ON.match(doc.folded, cut.start()) is not None


def _balanced(doc: Doc, start: int, end: int) -> int:
    """`end`, drawn back before a bracket or quotation mark that lacks its other half."""
    words = doc.folded[start:end].rstrip(" .,;")
    if words.count('"') % 2:
        return start + words.rfind('"')
    if words.count("(") > words.count(")"):
        return start + words.rfind("(")
    return start + len(words) - (words.endswith(")") and words.count(")") > words.count("("))


def _closes(doc: Doc, start: int, cut: re.Match[str]) -> bool:
    """«phê duyệt “Chương trình chuyển đổi số”, …»: the mark that ends a title in a title."""
    opening = doc.folded.rfind('"', start, cut.start())
    words = doc.folded.count(" ", opening, cut.start()) if opening >= 0 else 0
    ends = doc.folded[cut.end() : cut.end() + 1] in {"", ",", ".", ";", ")"}
    return words > 2 and ends and not doc.folded.startswith(', "', cut.end())


def read_quoted(doc: Doc, start: int, limit: int) -> Quote | None:
    """The words from `start` to the closing quotation mark."""
    limit = min(limit, start + _LONGEST)
    end = doc.folded.find('"', start, limit)
    end = end if end > 0 else limit
    while end > start and doc.text[end - 1] in " .,;":
        end -= 1
    return Quote(doc.text[start:end], Span(start, end)) if end > start else None


def sentence_start(doc: Doc, offset: int) -> int:
    """Where the sentence that holds `offset` starts; the line's start outside of sentences."""
    index = bisect_right(doc.sentences, offset, key=lambda sentence: sentence.span.start) - 1
    if index >= 0 and doc.sentences[index].span.end > offset:
        return doc.sentences[index].span.start
    return doc.text.rfind("\n", max(0, offset - _LONGEST), offset) + 1


def sentence_end(doc: Doc, offset: int) -> int:
    """Where the sentence that holds `offset` ends; the line's end outside of sentences."""
    index = bisect_right(doc.sentences, offset, key=lambda sentence: sentence.span.start) - 1
    if index >= 0 and doc.sentences[index].span.end > offset:
        return doc.sentences[index].span.end
    line = doc.text.find("\n", offset, offset + _LONGEST)
    return line if line >= 0 else min(offset + _LONGEST, len(doc.text))


@cache
def _cuts() -> re.Pattern[str]:
    """What no longer belongs to a title."""
    types = types_branches()
    return re.compile(
        rf"""
        ; | [:!?] | \s-\s(?:một|đây|những|trong|theo|nội|đó|coi|là)\b | "(?=[\s,.;]|$)
        | , \s (?: {branches_for("title end after comma")} ) \b
        | , \s (?P<actor> {branches_for("actor")} ) \b
        | \s (?: {branches_for("title end")}
            | trước\s(?:ngày|\d+) | (?:vào\s)?(?:sáng|chiều|tối|ngày)\s\d+ | quy\sđịnh(?=,\s)
            | và\s(?:thủ\stướng|chính\sphủ|quốc\shội)
            | (?:và\s)?căn\scứ\s(?:vào|tình) | thay\sthế\s(?:cho|nghị|quyết|thông)
            ) \b
        | \s(?P<of>của)\s(?=chính\sphủ|thủ\stướng|quốc\shội|bộ\s|ban\sbí|ban\schỉ\sđạo|ubnd
            |hđnd|ủy\sban\s(?:nhân|thường|quốc)|tỉnh\sủy|thành\sủy)
        | (?: ,\s | \s(?:và|theo|với|tại|hoặc|trong)\s ) (?:(?:các|dự\sthảo)\s)?
            (?P<type>{types}) (?: (?P<sign>\s(?:số|\d)) | \b )
        | ,\s (?:trong|đến)\s\d  # «…, đến 1/7/2026», «…, trong 12 tháng qua»
        | ,\s (?:và\s)? số\s\d  # «…, số 15/KH-UBND …»: the next of a row
        | (?<!không)\sđược\b  # «những điều đảng viên không được làm»
        | \s? \( (?: sau\sđây | gọi | {types} )
        | ,\s (?= [^,;.\n]{{2,60}} \s  # «…, | lãnh đạo Bộ cho biết»
            cho\s(?:biết|hay|rằng) \b )
        """,
        re.VERBOSE,
    )
