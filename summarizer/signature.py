"""Sign an article's body in 256 bytes, so that near-copies are found without its words.

MinHash: of 64 fixed ways to shuffle all pairs of neighbouring syllables, the first pair of
the body in each. Two signatures agree in a share of their values that estimates how much
of the two bodies is common (Jaccard; standard deviation 0.05). Constants, arithmetic and
byte order are fixed, so that a kept signature stays comparable on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from summarizer.folding import fold
from summarizer.model import Article

SIZE = 256  # bytes
_VALUES = 64
_LEAST = 50  # pairs: the body of a shorter article says too little
_MOST = 100_000  # letters: reading two such again takes a quarter of a second
_AT_ONCE = 4096  # pairs shuffled at once: 2 MB, however long the article
_SYLLABLE = re.compile(r"[^\W_]+")
_WORD = 2**64 - 1

Pairs = set[tuple[str, str]]


def sign(article: Article) -> bytes | None:
    """The signature of the article's body; None where it is too short to tell, or a book."""
    if len(article.text) > _MOST:
        return None
    found = pairs(article)
    if len(found) < _LEAST:
        return None
    keys = np.array([crc32(f"{first} {second}".encode()) for first, second in found], np.uint64)
    lowest = np.full(_VALUES, _WORD, np.uint64)
    for start in range(0, len(keys), _AT_ONCE):
        # multiply-shift: the upper half of a product modulo 2**64; one row a shuffling
        shuffled = (_FACTORS * keys[start : start + _AT_ONCE] + _SHIFTS) >> np.uint64(32)
        lowest = np.minimum(lowest, shuffled.min(axis=1))
    return lowest.astype("<u4").tobytes()


def resemblance(signature: bytes, others: Sequence[bytes]) -> list[float]:
    """The share of the body that each of the `others` has in common with `signature`."""
    rows = np.frombuffer(b"".join(others), dtype="<u4").reshape(-1, _VALUES)
    agreeing = rows == np.frombuffer(signature, dtype="<u4")
    shares: list[float] = agreeing.mean(axis=1).tolist()
    return shares


def pairs(article: Article) -> Pairs:
    """The pairs of neighbouring syllables in the article's body.

    Headline, lead, captions, byline and furniture are what a newsroom changes first.
    """
    found: Pairs = set()
    for block in article.blocks:
        if block.kind == "body":
            found |= pairs_of(article.quote(block.span))
    return found


def pairs_of(text: str) -> Pairs:
    """The pairs of neighbouring syllables in a text, folded."""
    syllables = _SYLLABLE.findall(fold(text))
    return set(pairwise(syllables))


def _constants(count: int) -> npt.NDArray[np.uint64]:
    """Fixed 64-bit numbers by splitmix64, in a column."""
    state, drawn = 0, []
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & _WORD
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _WORD
        drawn.append(mixed ^ (mixed >> 31))
    return np.array(drawn, dtype=np.uint64).reshape(-1, 1)


_FACTORS = _constants(2 * _VALUES)[:_VALUES] | np.uint64(1)
_SHIFTS = _constants(2 * _VALUES)[_VALUES:]
