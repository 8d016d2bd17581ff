"""Hold the words of a query against a text, one byte a letter and one blank between words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, product

from msgspec import Struct

from storage.letters import bare_bytes, marked_bytes
from summarizer.folding import other_spelling

Runs = Sequence[Sequence[str]]
Spellings = tuple[bytes, ...]


class Needles(Struct, frozen=True):
    """What is looked for in one form of a text: all spellings of each, blanks around it.

    `neighbours` are the words that stood side by side, two and two, and those that stood
    alone.
    """

    words: tuple[Spellings, ...]
    neighbours: tuple[Spellings, ...]


def bare_needles(runs: Runs, *, is_prefix: bool = False) -> Needles:
    """What is looked for without diacritics; `is_prefix` where the last word is begun only."""
    return _needles(runs, lambda word: (bare_bytes(word),), is_prefix=is_prefix)


def marked_needles(runs: Runs, *, is_prefix: bool = False) -> Needles:
    """The same with diacritics, the tone mark in both places where people differ."""

    def spell(word: str) -> Spellings:
        return tuple(dict.fromkeys((marked_bytes(word), marked_bytes(other_spelling(word)))))

    return _needles(runs, spell, is_prefix=is_prefix)


def share(needles: Sequence[Spellings], field: bytes) -> float:
    """How many of the needles are in the field (`padded`), from 0 to 1."""
    found = 0
    for needle in needles:
        for spelling in needle:
            if spelling in field:
                found += 1
                break
    return found / len(needles) if needles else 0.0


def padded(field: bytes) -> bytes:
    """Words with one blank between, before and after them."""
    return b" " + b" ".join(field.split()) + b" "


def _needles(runs: Runs, spell: Callable[[str], Spellings], *, is_prefix: bool) -> Needles:
    words: dict[Spellings, None] = {}
    neighbours: list[Spellings] = []
    for number, run in enumerate(runs):
        spelled = [spell(word) for word in run]
        ends = [b" "] * len(run)
        if is_prefix and number == len(runs) - 1:
            ends[-1] = b""
        for each, end in zip(spelled, ends, strict=True):
            words[tuple(b" " + word + end for word in each)] = None
        for (first, second), end in zip(pairwise(spelled), ends[1:], strict=True):
            both = product(first, second)
            neighbours.append(tuple(b" " + one + b" " + other + end for one, other in both))
        if len(run) == 1:
            neighbours.append(tuple(b" " + word + ends[0] for word in spelled[0]))
    return Needles(tuple(words), tuple(neighbours))
