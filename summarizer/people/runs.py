"""Cut capitalised words into runs and tell what they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.people.marks import VERBS
from summarizer.people.scene import Scene

_CLASS_WEIGHT = {"very-common": 3.0, "common": 2.0, "religious": 2.0, "regional": 1.5, "rare": 1.2}
_PREFIX_WEIGHT = 1.5  # «H'Yim», «Bh'riu»
_NO_NAMES = frozenset({"place", "field", "organ", "historic"})


class Piece(Struct, frozen=True, gc=False):
    """A capitalised token of a run: its place and its first word."""

    start: int
    end: int
    word: int


def find_runs(scene: Scene) -> Iterator[list[Piece]]:
    """Every stretch of two and more capitalised tokens, block by block."""
    words, text = scene.doc.words, scene.doc.text
    for first, past in zip(scene.block_starts, scene.block_ends, strict=True):
        if first >= past:
            continue
        for match in _run().finditer(text, words.starts[first], words.ends[past - 1]):
            yield [
                Piece(token.start(), token.end(), words.index_at(token.start()))
                for token in _TOKEN.finditer(text, match.start(), match.end())
            ]


def past_of(scene: Scene, piece: Piece) -> int:
    """The word after a token."""
    return scene.doc.words.index_at(piece.end)


def weight_of(scene: Scene, pieces: list[Piece]) -> float:
    """How surely the first syllables are a family name; 0 where they are none."""
    weights = surname_weights()
    text = scene.doc.folded
    first = text[pieces[0].start : pieces[0].end]
    if "'" in first:
        return _PREFIX_WEIGHT
    two = f"{first} {text[pieces[1].start : pieces[1].end]}" if len(pieces) > 1 else first
    return max(weights.get(first, 0.0), weights.get(two, 0.0))


def is_place(scene: Scene, pieces: list[Piece]) -> bool:
    """Whether a place, an organ or a figure of history covers the whole run."""
    mark = scene.at(pieces[0].word)
    return bool(mark and mark.kind in _NO_NAMES and mark.past >= past_of(scene, pieces[-1]))


def place_end(scene: Scene, piece: Piece) -> int:
    """The word after the place or organ that starts at a token; 0 where none does."""
    mark = scene.at(piece.word)
    return mark.past if mark and mark.kind in _NO_NAMES else 0


def speaks(scene: Scene, pieces: list[Piece]) -> bool:
    """Whether a verb of a person follows the run, in the same block."""
    past = past_of(scene, pieces[-1])
    mark = scene.at(past) if past < scene.block_end(pieces[0].word) else None
    return bool(mark and mark.kind in VERBS)


def goes_on(scene: Scene, last: Piece) -> bool:
    """«Báo Đại | biểu nhân dân»: a small syllable that is no verb ends another word."""
    past = past_of(scene, last)
    if past >= scene.block_end(last.word) or not scene.word(past).isalpha():
        return False
    mark = scene.at(past)
    return not scene.is_capital(past) and (mark is None or mark.kind == "field")


def is_law_office(scene: Scene, past: int) -> bool:
    """Whether «văn phòng luật sư», named like a person, ends before word `past`."""
    return [scene.word(past - back) for back in (3, 2, 1)] in (
        ["phòng", "luật", "sư"],
        ["phòng", "luật", "sự"],
    )


@cache
def surname_weights() -> dict[str, float]:
    """Folded family name → how surely it opens a name."""
    weights: dict[str, float] = {}
    for row in lexicon.rows("surnames"):
        kind, _, doubt = row["class"].partition("+")
        weight = _CLASS_WEIGHT.get(kind, 1.0) - (0.5 if doubt else 0.0)
        weights[" ".join(fold(row["surname"]).split())] = weight
    return weights


_TOKEN = re.compile(r"\w+(?:['’´`ʼ]\s?\w+)?(?:-\w+){0,3}")


@cache
def _run() -> re.Pattern[str]:
    upper = "".join(
        chr(code)
        for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
        if chr(code).isupper() and chr(code).isalpha()
    )
    # Nguyễn, H'Yim, S’ Rônh, Tae-joon; bounded, or «NĐ-CP-NĐ-CP-…» runs away
    token = rf"[{upper}](?<!\w.)\w*(?:['’´`ʼ]\s?\w+)?(?:-\w+){{0,3}}"
    return re.compile(rf"{token}(?:\s{{1,2}}(?:(?:von|van|der|de|bin|al)\s)?{token})+")
