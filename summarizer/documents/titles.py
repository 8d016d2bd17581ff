"""Tell whether two titles are one: «chính quyền đô thị», «mô hình chính quyền đô thị Hà Nội»."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from summarizer.documents.vocabulary import words_for
from summarizer.folding import fold

Title = tuple[str, ...]

_WORD = re.compile(r"\w+")
_ENOUGH = 5  # words in a row that two documents hardly share


def title_words(title: str) -> Title:
    """The words that two titles are compared by."""
    return tuple(_WORD.findall(fold(title)))


def are_one_title(one: Title, other: Title) -> bool:
    """Whether one of two titles is the other cut short, or run on differently."""
    short, long = sorted((one, other), key=len)
    figures = _figures(short), _figures(long)
    if len(short) < 2 or (all(figures) and figures[0].isdisjoint(figures[1])):
        return False
    telling = tuple(dropwhile(words_for("common in titles").__contains__, short))[:_ENOUGH]
    if _has_row(long, short) or (len(telling) == _ENOUGH and _has_row(long, telling)):
        return True
    rest = iter(long)
    in_order = len(short) > 3 and all(word in rest for word in short)
    return in_order or _is_reworded(short, long)


def _is_reworded(short: Title, long: Title) -> bool:
    """«tháo gỡ khó khăn và thúc đẩy …», «tháo gỡ khó khăn cho … để thúc đẩy …»."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False))))
    rest = short[same:]
    return (
        same > 3 and len(rest) > 2 and sum(word in long[same:] for word in rest) > len(rest) * 0.7
    )


def is_start(one: Title, other: Title) -> bool:
    """Whether one of two titles begins with the other."""
    return all(a == b for a, b in zip(one, other, strict=False))


def are_close(one: Title, other: Title) -> bool:
    """Whether two titles begin alike or share most words of the shorter."""
    short, long = sorted((one, other), key=len)
    return one[:2] == other[:2] or sum(word in long for word in short) * 2 > len(short)


def _has_row(words: Title, row: Title) -> bool:
    return any(words[start : start + len(row)] == row for start in range(len(words) - len(row) + 1))


def _figures(words: Title) -> frozenset[str]:
    """The numbers and years of a title: two titles that share none are two."""
    return frozenset(word for word in words if word.isdigit())
