"""Find the names of people among the capitalised words of a text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from summarizer.people.bare import find_bare
from summarizer.people.marks import TITLES, VERBS, Mark
from summarizer.people.offices import Office
from summarizer.people.runs import (
    Piece,
    find_runs,
    is_law_office,
    is_place,
    past_of,
    weight_of,
)
from summarizer.people.scene import Scene
from summarizer.people.splits import (
    MOST_SYLLABLES,
    split_office,
)

# «DũngTheo»: two words that lost the blank between them
_GLUED = re.compile(r"\w[a-zà-ỹ]+(?=[A-ZĐ][a-zà-ỹ])")
_SYLLABLE = re.compile(r"\w+")
_LISTED = re.compile(r"\s*(?:,|;|và|,\s*và|cùng)\s*")
_OPENINGS = frozenset({".", ":", '"', "'", "…", "!", "?", "-", ")", ";", "+", "•"})
_PLURAL_TITLES = frozenset({"chí", "ông", "bà", "anh", "chị", "em", "cụ", "mẹ", "c"})


class Name(NamedTuple):
    """A name in the text: offsets, words, and whether its surroundings prove it."""

    start: int
    end: int
    first: int
    past: int
    proved: bool


def find_names(scene: Scene, offices: list[Office]) -> list[Name]:
    """Every full name that its surroundings prove, in order of the text."""
    bounds = _Bounds(offices)
    found = [_name_in(scene, pieces, bounds) for pieces in find_runs(scene)]
    return _accepted(scene, [name for name in found if name])


def key(scene: Scene, name: Name) -> str:
    """A name for comparison: folded, blanks and apostrophes unified."""
    return " ".join(_SYLLABLE.findall(scene.doc.folded, name.start, name.end))


class _Bounds:
    """Which office a word stands in, asked in order of the text."""

    def __init__(self, offices: list[Office]) -> None:
        self._offices = offices
        self._next = 0

    def office_at(self, index: int) -> Office | None:
        while self._next < len(self._offices) and self._offices[self._next].past <= index:
            self._next += 1
        if self._next < len(self._offices):
            office = self._offices[self._next]
            if office.first <= index:
                return office
        return None

    def introduces(self, scene: Scene, index: int) -> bool:
        """«4 Phó Chủ tịch là A», «các Phó Thủ tướng: A»."""
        if scene.word(index - 1) not in {"là", ":"} or self._next == 0:
            return False
        return self._offices[self._next - 1].past == index - 1


def _name_in(scene: Scene, pieces: list[Piece], bounds: _Bounds) -> Name | None:
    rest = _cut_at_marks(scene, pieces[_skip_marks(scene, pieces) :])
    if len(rest) < 2:
        return None
    first = rest[0].word
    office = bounds.office_at(first)
    if _is_titled(scene, first):
        suits = not is_place(scene, rest) and _suits_title(scene, rest)
        return _named(scene, rest[:MOST_SYLLABLES], proved=True) if suits else None
    if office and office.head_past <= first:
        split = split_office(scene, rest, office)
        return _named(scene, split.pieces, proved=split.proved) if split else None
    bare = find_bare(scene, rest, introduced=bounds.introduces(scene, first))
    return _named(scene, bare.pieces, proved=bare.proved) if bare else None


def _skip_marks(scene: Scene, pieces: list[Piece]) -> int:
    """Leave out the words before the name: «Ông», «Theo», «Phó Thủ» of «Phó Thủ tướng»."""
    number = _covered(scene, pieces)
    while number < len(pieces):
        mark = scene.at(pieces[number].word)
        if mark is None or mark.kind in {"place", "organ"}:
            break
        before = mark.kind in TITLES or mark.kind in {"head", "plural", "periphrase", "block"}
        if not before and not (number == 0 and _opens_sentence(scene, mark.first)):
            break
        if not before and _may_open_name(scene, pieces):
            break
        while number < len(pieces) and pieces[number].word < mark.past:
            number += 1
    return number


def _covered(scene: Scene, pieces: list[Piece]) -> int:
    """How many tokens end what began before the run: «Ngân hàng … Việt Nam», «PGS.TS»."""
    for number, piece in enumerate(pieces[:4], start=1):
        mark = scene.before(past_of(scene, piece))
        if mark and mark.kind in {"organ", "degree", "head"} and mark.first < pieces[0].word:
            return number
    return 0


def _may_open_name(scene: Scene, pieces: list[Piece]) -> bool:
    """«Từ Lương Bằng», «Hồ Thị Tư»: a family name that is also a word."""
    if len(pieces) < 2 or not weight_of(scene, pieces):
        return False
    mark = scene.at(pieces[1].word)
    if mark and mark.kind in {"place", "organ", "head", "rank", "honorific"}:
        return False
    return len(pieces) == 2 or weight_of(scene, pieces[1:]) < 3


def _opens_sentence(scene: Scene, index: int) -> bool:
    if index == scene.block_start(index):
        return True
    return scene.word(index - 1) in _OPENINGS


def _cut_at_marks(scene: Scene, pieces: list[Piece]) -> list[Piece]:
    """End a name where an office or a title begins inside the run."""
    text = scene.doc.text
    ends = {"head", "rank", "degree"}
    if pieces and text[pieces[0].start : pieces[-1].end].isupper():
        ends |= VERBS | {"stop", "adverb"}  # «BÍ THƯ TỈNH ỦY LÊ VĂN BÌNH LÀM VIỆC VỚI …»
    for number, piece in enumerate(pieces):
        mark = scene.at(piece.word) if number >= 2 else None
        if mark and mark.kind in ends:
            return pieces[:number]
    return pieces


def _is_titled(scene: Scene, index: int) -> bool:
    before = index - 1 if scene.word(index - 1) in {".", ":"} else index
    mark = scene.before(index) or (scene.before(before) if before < index else None)
    if mark is None or is_law_office(scene, index):
        return False
    if before < index and scene.word(before) == ":":
        return mark.past == before and (_is_honour(scene, mark) or _is_plural(scene, mark))
    plural = _is_plural(scene, mark)
    if not (plural or mark.kind in TITLES) or mark.first < scene.block_start(index):
        return False
    earlier = scene.before(mark.first)  # «phố Bà Huyện Thanh Quan»
    return not (earlier and earlier.kind == "namesake" and scene.is_capital(mark.first))


def _suits_title(scene: Scene, rest: list[Piece]) -> bool:
    """«khu nhà ở công nhân Kim Chung»: after a plain noun only what looks like a name."""
    mark = scene.before(rest[0].word)
    plain = mark is not None and mark.kind in {"person", "plural"}
    return (
        not plain or weight_of(scene, rest) >= 2 or (len(rest) > 2 and weight_of(scene, rest) > 0)
    )


def _is_honour(scene: Scene, mark: Mark) -> bool:
    return mark.kind == "degree" and scene.word(mark.first) in {"mẹ", "bà"}


def _is_plural(scene: Scene, mark: Mark) -> bool:
    """«các ông», «hai đồng chí»."""
    return mark.kind == "plural" and scene.word(mark.past - 1) in _PLURAL_TITLES


def _named(scene: Scene, pieces: list[Piece], *, proved: bool) -> Name | None:
    text = scene.doc.text
    printed = [text[piece.start : piece.end] for piece in pieces]
    acronyms = [len(word) > 1 and word.isupper() for word in printed]
    if any(acronyms) and not all(acronyms):
        cut = acronyms.index(True)
        if cut < 2:
            return None
        pieces = pieces[:cut]
    if len(pieces) < 2 or _is_historic(scene, pieces):
        return None
    end = pieces[-1].end
    glued = _GLUED.match(text, pieces[-1].start, end)
    past = past_of(scene, pieces[-1])
    return Name(pieces[0].start, glued.end() if glued else end, pieces[0].word, past, proved)


def _is_historic(scene: Scene, pieces: list[Piece]) -> bool:
    """«Trần Phú»; not «ông Trần Phú Dũng»."""
    mark = scene.at(pieces[0].word)
    if mark is None or mark.kind != "historic":
        return False
    return mark.past >= past_of(scene, pieces[-1]) or not _is_titled(scene, pieces[0].word)


def _accepted(scene: Scene, names: list[Name]) -> list[Name]:
    """The proved names, those in one list with one, and those that repeat one."""
    folded = scene.doc.folded
    sure = {name for name in names if name.proved}
    forward = list(pairwise(names))
    for one, two in (*forward, *((two, one) for one, two in reversed(forward))):
        first, second = sorted((one, two))
        if one in sure and _LISTED.fullmatch(folded, first.end, second.start):
            sure.add(two)
    known = {key(scene, name) for name in sure}
    return [name for name in names if key(scene, name) in known]
