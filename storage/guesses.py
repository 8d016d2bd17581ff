"""Guess which words of a query are the number of a document: «kết luận 01», «01 kl tw»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec import Struct

from storage.terms import bare_syllables
from summarizer.lexicon import alternatives, rows

_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[a-z&]{1,9}")
_MOST_GROUPS = 4  # «12 QĐ UBND TH KT»
_MOST_FIGURES = 3  # of a query: it is typed, not pasted


class Guess(Struct, frozen=True):
    """A document number that words of a query may mean: its key, and the other words."""

    key: str
    rest: tuple[str, ...]


def guess_numbers(runs: Sequence[Sequence[str]]) -> tuple[Guess, ...]:
    """The numbers that bare syllables may mean, the most exact first."""
    found = []
    for at, words in enumerate(runs):
        others = [*chain(*runs[:at]), *chain(*runs[at + 1 :])]
        figures = [place for place, word in enumerate(words) if word.isdigit() and len(word) <= 5]
        for place in figures[:_MOST_FIGURES]:
            for key, start, end in _readings(words, place):
                found.append(Guess(key, (*others, *words[:start], *words[end:])))
    return tuple(sorted(found, key=lambda guess: -len(guess.key)))


def _readings(words: Sequence[str], place: int) -> Iterator[tuple[str, int, int]]:
    """Keys that the figures at `place` may open, each with the words that it takes."""
    figures = words[place].lstrip("0") or "0"
    after = place + 1
    if after < len(words) and _YEAR.fullmatch(words[after]):
        figures = f"{figures}_{words[after]}"
        after += 1
    end = after
    while end < len(words) and end < after + _MOST_GROUPS and _LETTERS.fullmatch(words[end]):
        end += 1
        yield f"{figures}_{''.join(words[after:end])}", place, end
    start, letters = _type_before(words, place)
    for each in letters:
        yield f"{figures}_{each}", start, after
    if after > place + 1:
        yield figures, place, after


def _type_before(words: Sequence[str], place: int) -> tuple[int, tuple[str, ...]]:
    """Where the type before a number opens, and its letters: «nghị quyết số 57», «NQ 57»."""
    end = place - 1 if place and words[place - 1] == "so" else place
    for size in range(min(4, end), 0, -1):
        letters = _types().get(" ".join(words[end - size : end]))
        if letters:
            return end - size, letters
    return place, ()


@cache
def _types() -> dict[str, tuple[str, ...]]:
    """The letters of a type of document, by its name and by its letters, bare."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("document_types"):
        names = alternatives(row["abbreviation"])
        letters = tuple("".join(bare_syllables(name)) for name in names if name != "–")
        if letters:
            found[" ".join(bare_syllables(row["type"]))] = letters
            for each in letters:
                found.setdefault(each, letters)
    return found
