"""Find laws, codes and ordinances named by what they rule: «Luật Đất đai năm 2024»."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from summarizer import lexicon
from summarizer.documents.details import read_details
from summarizer.documents.heads import Head
from summarizer.documents.mention import Details, Mention, Signed
from summarizer.documents.numbers import read_number
from summarizer.documents.signing import Days
from summarizer.documents.subjects import read_title, sentence_end
from summarizer.documents.vocabulary import words_for
from summarizer.language import Doc
from summarizer.model import Quote, Span
from summarizer.phrases import Phrases

_AMENDING = re.compile(r"\s(?=sửa đổi,? (?:bổ sung )?(?:một số điều )?(?:của )?)")
_AMENDED = re.compile(
    r"\s?\((?:sửa đổi|bổ sung)[^()\n]{0,20}\)|\ssửa đổi(?=\s?[,.;)\n]|$| theo| và| được| tại)"
)
_YEAR = re.compile(r"\s\(?(?:năm\s)?(?P<year>(?:19|20)\d\d)\)?(?![\d/])")
_STATE = re.compile(r"\snước cộng hòa xã hội chủ nghĩa việt nam")
_SIGN = re.compile(r"\ssố\s?:?\s?(?=\d)")  # «Luật Doanh nghiệp số 60/2005/QH11»
_LIST = re.compile(r"\s?:\s?|\s")
_NEXT = re.compile(r"(?:\s?,|\s(?:và|hoặc))\s")
_AFTER_NAME = re.compile(r"\s?[,.;:)(\n]|$|\s(?:và|năm|sửa|\d|để|theo|đã|được|do|hiện|còn|có|là)\b")
_LONGEST = 10  # words
_SEVERAL = re.compile(r"\b(?:các|những|hai|ba|bốn|năm|\d+)\s$")
# «Đại học Luật TP HCM», «Công ty Luật …»: no laws
_FIRM = re.compile(r"(?:học|ty|khoa|hãng|phòng|trường|ngành|(?<!quốc )hội|viện|sĩ|nhân|cử nhân)\s$")


def read_laws(doc: Doc, days: Days, head: Head) -> list[Mention]:
    """The laws that `head` names; none where no name of a law follows."""
    limit = sentence_end(doc, head.start)
    if _FIRM.search(doc.folded, max(0, head.start - 8), head.start):
        return []
    if _AMENDING.match(doc.folded, head.end) and not _several(doc, head):
        title = read_title(doc, head.end + 1, limit, past=head.end + 8)
        return [_with_year(doc, head, head.start, title.span)] if title else []
    gap = _LIST.match(doc.folded, head.end)
    if gap is None or (gap[0] != " " and not _several(doc, head)):
        return []
    row: list[Mention] = []
    start, name = head.start, gap.end()
    while (end := _name_end(doc, name)) > name:
        if not (_is_later(doc, name, end) if row else _is_first(doc, head, name, end)):
            break
        mention = _with_number(doc, days, _with_year(doc, head, start, Span(name, end)))
        row.append(mention)
        following = _NEXT.match(doc.folded, mention.details.end, limit)
        if following is None:
            break
        start = name = following.end()
    return row or _unlisted(doc, days, head, limit)


def _unlisted(doc: Doc, days: Days, head: Head, limit: int) -> list[Mention]:
    """A law that no list has yet, by its capitals: «Luật Khai thác mặt trăng»."""
    name = head.end + 1
    if not (head.capital and doc.text[name : name + 2].istitle()):
        return []
    title = read_title(doc, name, limit)
    if title is None or not 1 < len(title.text.split()) <= _LONGEST:
        return []
    return [_with_number(doc, days, _with_year(doc, head, head.start, title.span))]


def read_constitution(doc: Doc, head: Head) -> list[Mention]:
    """«Hiến pháp năm 2013»: its year is its name."""
    state = _STATE.match(doc.folded, head.end)
    year = _YEAR.match(doc.folded, state.end() if state else head.end)
    if head.type != "Hiến pháp" or year is None:
        return []
    details = Details(year.end(), Signed(year["year"], Span(*year.span("year"))))
    return [Mention(head.type, Span(head.start, head.end), None, details)]


def _several(doc: Doc, head: Head) -> bool:
    return _SEVERAL.search(doc.folded, max(0, head.start - 8), head.start) is not None


def _name_end(doc: Doc, name: int) -> int:
    """Where the law's name that starts at `name` ends; `name` where there is none."""
    words = doc.words
    index = words.index_at(name)
    known = _names().at(words, index)
    return words.ends[known[0] - 1] if known and words.starts[index] == name else name


def _is_first(doc: Doc, head: Head, name: int, end: int) -> bool:
    """«luật hình sự» in small letters is a branch of law, «luật báo chí» a law."""
    small = not head.capital and not doc.text[name].isupper()
    words = doc.folded[name:end]
    branch = head.type == "Luật" and (" " not in words or words in words_for("branch of law"))
    return not (small and branch)


def _is_later(doc: Doc, name: int, end: int) -> bool:
    """«Luật Đầu tư, | Xây dựng»: a row goes on with a capital and ends where the name does."""
    return doc.text[name].isupper() and _AFTER_NAME.match(doc.folded, end) is not None


def _with_year(doc: Doc, head: Head, start: int, name: Span) -> Mention:
    end = name.end
    if amended := _AMENDED.match(doc.folded, end):
        end = amended.end()
    subject = Quote(doc.text[name.start : end], Span(name.start, end))
    year = _YEAR.match(doc.folded, end)
    signed = Signed(year["year"], Span(*year.span("year"))) if year else None
    details = Details(year.end() if year else end, signed, subject=subject)
    return Mention(head.type, Span(start, end), None, details)


def _with_number(doc: Doc, days: Days, law: Mention) -> Mention:
    """«Luật Doanh nghiệp | số 60/2005/QH11»: a law named and numbered."""
    sign = _SIGN.match(doc.folded, law.span.end)
    number = sign and read_number(doc.text, sign.end())
    if not sign or not number:
        return law
    end = sign.end() + len(number.text)
    details = replace(read_details(doc, days, end, None), subject=law.details.subject)
    return Mention(law.type, Span(law.span.start, end), number, details)


@cache
def _names() -> Phrases[bool]:
    """The names as enacted, and as news print them without commas."""
    names = [row["name"] for row in lexicon.rows("law_names")]
    return Phrases((name, True) for name in (*names, *(name.replace(",", "") for name in names)))
