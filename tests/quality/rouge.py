"""Measure how near a summary comes to a reference: ROUGE-1, -2 and -L F1 on syllables.

Lin (2004); L over the whole summary, by the bit-parallel longest common subsequence of
Hyyrö (2004).
"""

from __future__ import annotations

import re
from collections import Counter

from summarizer.folding import fold

_SYLLABLE = re.compile(r"[^\W_]+")


def rouge(summary: str, reference: str) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -L F1, each from 0 to 1."""
    ours, theirs = _SYLLABLE.findall(fold(summary)), _SYLLABLE.findall(fold(reference))
    return (
        _grams(ours, theirs, 1),
        _grams(ours, theirs, 2),
        _f1(_common(ours, theirs), len(ours), len(theirs)),
    )


def _grams(ours: list[str], theirs: list[str], size: int) -> float:
    counts = [
        Counter(zip(*(words[i:] for i in range(size)), strict=False)) for words in (ours, theirs)
    ]
    totals = [max(len(words) - size + 1, 0) for words in (ours, theirs)]
    return _f1(sum((counts[0] & counts[1]).values()), *totals)


def _common(ours: list[str], theirs: list[str]) -> int:
    places: dict[str, int] = {}
    for index, word in enumerate(ours):
        places[word] = places.get(word, 0) | (1 << index)
    row = full = (1 << len(ours)) - 1
    for word in theirs:
        hit = row & places.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(ours) - row.bit_count()


def _f1(hits: int, ours: int, theirs: int) -> float:
    if not hits:
        return 0.0
    precision, recall = hits / ours, hits / theirs
    return 2 * precision * recall / (precision + recall)
