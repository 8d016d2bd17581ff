"""Find the paragraphs of a plain text: lines, with hard-wrapped ones joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.model import Span

EDGES = " \t\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…:;”\"»][)\]]?$")
_MARKER = re.compile(r"[^\w\s\"'“‘«(\[]|\(?(?:\d{1,3}|[a-zđ])[.)]\s")  # «- Rà soát», «a) Hoãn»
_LIST_STOPS = ".;:!?…"
_WORD = re.compile(r"\S{1,200}")
_WRAP = 160  # no editor wraps wider


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, without blanks at their edges, in order.

    A line break is a paragraph's end, unless the line was cut in mid sentence:
    «Phó Bí thư Đảng⏎ủy».
    """
    lines = [span for match in _LINE.finditer(text) if (span := trim(text, match.span()))]
    width = _wrap_width(text, lines)
    paragraphs: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last and _goes_on(text, last, line, width):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
        last = line
    return paragraphs


def trim(text: str, bounds: tuple[int, int]) -> Span | None:
    """The stretch `bounds` without blank edges; None where nothing is left."""
    start, end = bounds
    words = text[start:end].strip().strip(EDGES).strip()
    if not words:
        return None
    start = text.index(words, start, end)
    return Span(start, start + len(words))


def has_blank_line(text: str, upper: Span, lower: Span) -> bool:
    """Whether an empty line stands between two paragraphs."""
    return text.count("\n", upper.end, lower.start) > 1


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """The width a text was wrapped at; 0 where it was not."""
    pairs = 0
    cut: list[int] = []
    for upper, lower in pairwise(lines):
        if not has_blank_line(text, upper, lower):
            pairs += 1
            if _is_cut(text, upper, lower):
                cut.append(upper.end - upper.start)
    if len(cut) < 3 or len(cut) * 10 < pairs * 3:
        return 0
    width = max(cut)
    return width if width <= _WRAP else 0


def _goes_on(text: str, upper: Span, lower: Span, width: int) -> bool:
    """Whether `lower` was cut off from `upper`: a word more would not have gone into it."""
    if has_blank_line(text, upper, lower):
        return False
    if _is_cut(text, upper, lower):
        return True
    length = upper.end - upper.start
    if not width or length > width * 1.25:
        return False
    if _MARKER.match(text, lower.start, lower.end) and text[upper.end - 1] in _LIST_STOPS:
        return False
    word = _WORD.match(text, lower.start, lower.end)
    return word is not None and length + 1 + len(word[0]) > width


def _is_cut(text: str, upper: Span, lower: Span) -> bool:
    """Whether a sentence goes on from one line to the next: a small letter opens it."""
    if not text[lower.start].islower() or _MARKER.match(text, lower.start, lower.end):
        return False
    line = text[upper.start : upper.end]
    return not _STOP.search(line[-3:]) and " " in line and "://" not in line
