"""Know a demand again that another article tells in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
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


def sketch(clause: str) -> int:
    """32 bits of which clauses with nearly the same words have nearly the same (simhash)."""
    words = _words(clause)
    counts = sum(_spread(word) for word in words)
    return sum(
        1 << at for at in range(_BITS) if 2 * (counts >> at * _LANE & _LANE_MASK) > len(words)
    )


def are_close(one: int, other: int) -> bool:
    """Whether two sketches may be of one demand: worth reading both."""
    return (one ^ other).bit_count() <= _BITS // 3


def are_one_clause(one: str, other: str) -> bool:
    """Whether two clauses surely demand the same: names and figures alike, few words other."""
    words = Counter(_words(one)), Counter(_words(other))
    shared, rest = words[0] & words[1], (words[0] - words[1]) + (words[1] - words[0])
    telling = _TURNING | _names(one) | _names(other)
    if any(word in telling or not word.isalpha() for word in rest):
        return False
    return 2 * shared.total() >= _ENOUGH * (words[0].total() + words[1].total())


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
