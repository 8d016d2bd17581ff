"""Cut apart what was pasted into one line: headline, news, byline."""

from __future__ import annotations

import re

from summarizer.language import split_sentences
from summarizer.model import Article, Block, Span
from summarizer.reading.bylines import is_name, read_byline
from summarizer.reading.lines import trim

_LONGEST_TITLE = 200
_SHORTEST_TITLE = 20
_BYLINE_REACH = 60
# «… của Bộ Chính trị | Ngày 12/6/2024, Ban …»: what opens the news after a headline
_OPENING = re.compile(
    r"""
    (?<=[^\s.,;:–(“"-]) \s+
    (?= (?:Ngày|Sáng|Trưa|Chiều|Tối|Đêm) \s (?:ngày\s)? (?:mùng\s)? (?:\d|nay\b|qua\b)
      | (?:Hôm\ nay|Hôm\ qua|Vừa\ qua|Mới\ đây) \b
      | \(? [A-Z][\w.]{1,15} \)? \s? [-–] \s [A-ZĐÀ-Ỹ]     # «(TTXVN) - Sáng», «TTO - Tối»
      | \( [A-Z][\w.]{1,15} \) [.,]? \s
    )
    """,
    re.VERBOSE,
)
_STOP = re.compile(r"[.!?…][”\"’)/]*(?:\s+|(?=[^\W\d_a-zà-ỹ]{3}))")


def cut_title(text: str, line: Span) -> tuple[Span, Span] | None:
    """Headline and news of a first line that holds both; None where it is one thing."""
    if line.end - line.start <= _LONGEST_TITLE:
        return None
    reach = min(line.end, line.start + _LONGEST_TITLE + 50)
    opening = _OPENING.search(text, line.start + _SHORTEST_TITLE, reach)
    if opening:
        return _halves(text, line, opening.end())
    sentences = split_sentences(Article(text=text, blocks=(Block("body", line),)))
    return _halves(text, line, sentences[0].span.end) if sentences else None


def cut_byline(text: str, line: Span) -> tuple[Span, Span] | None:
    """News and byline of a last line that holds both: «… của tỉnh. Tin, ảnh: HOÀI THU»."""
    reach = max(line.start, line.end - _BYLINE_REACH)
    for stop in _STOP.finditer(text, reach, line.end):
        halves = _halves(text, line, stop.end())
        if halves and _is_signature(text, halves[1]):
            return halves
    return None


def _halves(text: str, line: Span, cut: int) -> tuple[Span, Span] | None:
    first = trim(text, (line.start, cut))
    second = trim(text, (cut, line.end))
    return (first, second) if first and second else None


def _is_signature(text: str, line: Span) -> bool:
    """A byline surely: a label before it, capitals, or two words of a name at least."""
    if not read_byline(text, line):
        return False
    words = text[line.start : line.end]
    return not is_name(words) or len(words.split()) > 1 or (words.isupper() and len(words) > 3)
