"""Find the documents named by a number, alone or in a row that shares one type."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from summarizer.documents.details import read_details
from summarizer.documents.heads import Head
from summarizer.documents.issuers import read_of
from summarizer.documents.mention import Mention, Number, Signed
from summarizer.documents.numbers import read_number
from summarizer.documents.signing import Days
from summarizer.documents.subjects import sentence_end, sentence_start
from summarizer.documents.vocabulary import branches_for, listed_as
from summarizer.language import Doc
from summarizer.model import Quote, Span

# between type and number: «Công điện khẩn số», «văn bản chỉ đạo số:»
_TO_NUMBER = re.compile(
    r"""
    (?: \s (?: khẩn | hỏa\stốc | chỉ\sđạo | liên\stịch | hành\sđộng | mật | thanh\stra | chung
             | riêng | phối\shợp | chuyên\sđề | thẩm\stra | giám\ssát | kiểm\stra
             | liên\sngành | hướng\sdẫn ) ){0,3}
    \s?:? (?P<sign> \s số\s?:?\s? )? \s{0,2} (?=\d)
    """,
    re.VERBOSE,
)
_NUMBER_LATER = re.compile(r"\s?,?(?=\ssố\s?:?\s?\d)")
_NEXT_ITEM = re.compile(r"\s?(?:,|;|và\s|&|hoặc\s|hay\s)\s?(?:và\s)?(?P<sign>số\s?:?\s?)?(?=\d)")
_PLAIN = re.compile(
    r"\s?(?:[,.;:)\]\"'!?]|$|\n|(?:của|về|ngày|năm|và|do|được|đã|là|có|khóa|quy|ra)\b)"
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_ABOUT = re.compile(r"\s(?:về|ngày)\s")  # «Công điện 1925 về mưa lũ»: no year
# what makes a noun of «quyết định», «kết luận», «thông báo» in small letters
_LED = re.compile(r"(?<!\w)(?:theo|tại|trong|có|công bố|căn cứ|thực hiện)\s$")

_RULES = re.compile(r"\s(?:công bố|chấp thuận|phê duyệt|chỉ r[aõ]|nêu|yêu cầu|cho phép)\b")


def read_numbered(doc: Doc, days: Days, head: Head, before: Signed | None) -> list[Mention]:
    """The documents that `head` names by number; none where no number follows.

    `before` is the date of the document named before, for «cùng ngày».
    """
    limit = sentence_end(doc, head.start)
    issuer, start = _past_issuer(doc, head, limit)
    match = _TO_NUMBER.match(doc.folded, start, limit)
    number = match and read_number(doc.text, match.end())
    if not match or not number or not _is_number(doc, head, number, match):
        return []
    row: list[Mention] = []
    start = head.start
    while number:
        end = match.end() + len(number.text)
        details = read_details(doc, days, end, before)
        details = replace(details, issuer=details.issuer or issuer)
        row.append(Mention(listed_as(head.type), Span(start, end), number, details))
        before = details.signed or before
        following = _NEXT_ITEM.match(doc.folded, end) or _NEXT_ITEM.match(doc.folded, details.end)
        number = following and read_number(doc.text, following.end())
        if not following or not number or not _is_item(doc, number, following):
            break
        match = following
        start = match.end()
    return row


def _past_issuer(doc: Doc, head: Head, limit: int) -> tuple[Quote | None, int]:
    """The issuer in «Công điện của Thủ tướng Chính phủ | số 12/CĐ-TTg», and its end."""
    issuer = read_of(doc, head.end, limit)
    after = issuer and _NUMBER_LATER.match(doc.folded, issuer.span.end)
    return (issuer, after.end()) if issuer and after else (None, head.end)


def _is_number(doc: Doc, head: Head, number: Number, match: re.Match[str]) -> bool:
    if number.codes or number.year or match["sign"]:
        return bool(number.codes or match["sign"] or head.bare == "any" or head.capital)
    end = match.end() + len(number.text)
    year = _YEAR.fullmatch(number.text) and not _ABOUT.match(doc.folded, end)
    if head.bare == "số" or year or _counted().match(doc.folded, end):
        return False
    if head.bare == "upper" and not head.capital:  # «có kết luận 1037», «theo quyết định 4480»
        led = _LED.search(doc.folded, max(0, head.start - 10), head.start)
        followed = _PLAIN.match(doc.folded, end) or _RULES.match(doc.folded, end)
        return bool(led and followed and len(number.text) > 1)
    small = len(number.text) < 3 and not number.text.startswith("0")
    if head.bare == "upper" and head.start == sentence_start(doc, head.start):
        sure = not small  # «Kết luận 21 vụ việc, …»: a verb
    else:
        sure = len(number.text) > 1 or (head.capital and head.bare == "any")
    return sure or bool(_PLAIN.match(doc.folded, end))


def _is_item(doc: Doc, number: Number, match: re.Match[str]) -> bool:
    if number.codes or match["sign"]:
        return True
    end = match.end() + len(number.text)
    return not _counted().match(doc.folded, end) and (
        number.text.startswith("0") or bool(_PLAIN.match(doc.folded, end))
    )


@cache
def _counted() -> re.Pattern[str]:
    """A noun that says that the number before it counts, no date: «5 năm», not «ngày 5/6»."""
    dates = r"(?!ngày\s\d|năm\s(?:19|20)\d\d)"
    return re.compile(rf"\s?{dates}(?:{branches_for('counted')})\b")
