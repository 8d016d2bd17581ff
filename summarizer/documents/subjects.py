"""Read what a document is about: where its title starts and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from summarizer.documents.vocabulary import branches_for, types_branches
from summarizer.language import Doc
from summarizer.model import Quote, Span

# the title after a number: «… về việc tăng cường …», «… quy định chi tiết …», «“Về …”»
_OPENS = re.compile(
    r"""
    \s? ,? \s?
    (?: (?P<quote>")? (?: v/v | về\sviệc | về ) \s
      | (?=(?: quy\sđịnh | sửa\sđổi | bổ\ssung | phê\sduyệt | hướng\sdẫn | kết\sluận\scủa
            | công\snhận | thành\slập | thực\shiện | triển\skhai | kiện\stoàn | công\sbố ) \s )
      | ban\shành \s (?! ngày | năm | và | kèm )
    )
    """,
    re.VERBOSE,
)
_GOES_ON = re.compile(r";\s(?:kiên\squyết\s|chủ\sđộng\s)?(?:ngăn\schặn|đấu\stranh)\b")
_CLOSERS = " ,;.:-–—"


def read_subject(doc: Doc, start: int, limit: int) -> Quote | None:
    """The title that opens at `start` with «về», a quotation mark or a titling verb."""
    match = _OPENS.match(doc.folded, start, limit)
    if match is None:
        return None
    if match["quote"]:
        return _quoted(doc, match.end(), limit)
    return read_title(doc, match.end(), limit)


def read_title(doc: Doc, start: int, limit: int) -> Quote | None:
    """The words from `start` to the title's end, or None where there are too few."""
    end = start
    for match in _cuts().finditer(doc.folded, start, limit):
        if not _GOES_ON.match(doc.folded, match.start()):
            end = match.start()
            break
    else:
        end = limit
    while end > start and doc.text[end - 1] in _CLOSERS:
        end -= 1
    if doc.folded.count(" ", start, end) < 1:
        return None
    return Quote(doc.text[start:end], Span(start, end))


def _quoted(doc: Doc, start: int, limit: int) -> Quote | None:
    end = doc.folded.find('"', start, start + 400)
    end = end if end > 0 else limit
    while end > start and doc.text[end - 1] in " .,;":
        end -= 1
    return Quote(doc.text[start:end], Span(start, end)) if end > start else None


def sentence_start(doc: Doc, offset: int) -> int:
    """Where the sentence that holds `offset` starts; the line's start outside of sentences."""
    index = bisect_right(doc.sentences, offset, key=lambda sentence: sentence.span.start) - 1
    if index >= 0 and doc.sentences[index].span.end > offset:
        return doc.sentences[index].span.start
    return doc.text.rfind("\n", 0, offset) + 1


def sentence_end(doc: Doc, offset: int) -> int:
    """Where the sentence that holds `offset` ends; the line's end outside of sentences."""
    index = bisect_right(doc.sentences, offset, key=lambda sentence: sentence.span.start) - 1
    if index >= 0 and doc.sentences[index].span.end > offset:
        return doc.sentences[index].span.end
    line = doc.text.find("\n", offset)
    return line if line >= 0 else len(doc.text)


@cache
def _cuts() -> re.Pattern[str]:
    """What no longer belongs to a title."""
    types = types_branches()
    return re.compile(
        rf"""
        ; | \n | ["]? \. (?=\s|$) | [:!?] | \s-\s(?!\d) | "(?=[\s,.;]|$)
        | , \s (?: {branches_for("title end after comma")} | {types} ) \b
        | \s (?: {branches_for("title end")}
            | (?:và|theo|với|tại|hoặc) \s (?:các\s|dự\sthảo\s)? (?:{types})\s(?:số|\d|của|về)
            | trước\s(?:ngày|\d)
            | của\s(?:chính\sphủ|thủ\stướng|quốc\shội|bộ\s|ban\sbí|ủy\sban\snhân
                |ubnd|hđnd|tỉnh\sủy|thành\sủy) ) \b
        | \s? \( (?: sau\sđây | gọi | {types} )
        """,
        re.VERBOSE,
    )
