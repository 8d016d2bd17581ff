"""Know a demand again that another article tells in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from summarizer.folding import fold

_BITS = 32
_LANE = 16  # bits in which one of the 32 is counted: a clause has fewer words than 65,536
_LANE_MASK = (1 << _LANE) - 1
_ENOUGH = 0.85  # of the words of both together
# words that turn a demand into another one however many are shared
_TURNING = frozenset(
    {"không", "chưa", "chấm", "dứt", "dừng", "cấm", "trước", "sau", "tăng", "giảm"}
)
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")


def sketch(clause: str) -> int:
    """32 bits of which clauses with nearly the same words have nearly the same (simhash)."""
    words = _words(clause)
    counts = sum(_spread(word) for word in words)
    return sum(
        1 << at for at in range(_BITS) if 2 * (counts >> at * _LANE & _LANE_MASK) > len(words)
    )


def are_close(one: int, other: int) -> bool:
    """Whether two sketches may be of one demand: worth reading both."""
    return distance(one, other) <= _BITS // 3


def distance(one: int, other: int) -> int:
    """In how many bits two sketches differ."""
    return (one ^ other).bit_count()


def are_one_clause(one: str, other: str) -> bool:
    """Whether two clauses surely demand the same: names and figures alike, few words other."""
    if sorted(_FIGURE.findall(one)) != sorted(_FIGURE.findall(other)):
        return False  # as the next step would find, but after more work
    read, read_other = _read(one), _read(other)
    if read.fixed != read_other.fixed:
        return False
    words, words_of_other = read.words, read_other.words
    rest = (words - words_of_other) + (words_of_other - words)
    if any(word in read.names or word in read_other.names for word in rest):
        return False
    both = words.total() + words_of_other.total()
    return both - rest.total() >= _ENOUGH * both


class _Read(NamedTuple):
    """The words of a clause, its names, and the words that no other clause may lack or have."""

    words: Counter[str]
    names: frozenset[str]
    fixed: Sequence[str]


@lru_cache(maxsize=256)  # one is held against many, and those come again
def _read(clause: str) -> _Read:
    words = _words(clause)
    fixed = sorted(word for word in words if word in _TURNING or not word.isalpha())
    return _Read(Counter(words), _names(clause), fixed)


@lru_cache(maxsize=8192)
def _spread(word: str) -> int:
    """The 32 bits of a word, each in a lane of its own, so that all are counted by one sum."""
    bits = crc32(word.encode())
    return sum(1 << at * _LANE for at in range(_BITS) if bits >> at & 1)


def _names(clause: str) -> frozenset[str]:
    """The words with a capital, the first of the clause left out."""
    words = _WORD.findall(clause)[1:]
    return frozenset(fold(word) for word in words if word[:1].isupper())


def _words(clause: str) -> list[str]:
    return _WORD.findall(fold(clause))
