"""Find a name that has no office or title before it."""

from __future__ import annotations

import re

from summarizer.people.runs import Piece, goes_on, is_place, past_of, place_end, speaks, weight_of
from summarizer.people.scene import Scene
from summarizer.people.splits import LENGTH_WEIGHT, MOST_SYLLABLES, SMALL_PLACES, Split

# what tells of a person right after the name: an age, a year of birth
_AGE = re.compile(r"\s*(?:\(|,)?\s*(?:\d{1,3} tuổi|sinh năm|sn \d)")
# «A, nguyên Bí thư …», «A (khi đó là Giám đốc …)»
_FORMER = re.compile(r"\s?(?:(?:nguyên|quyền|cựu)\s|(?:khi đó|lúc đó|hiện|hiện nay|nguyên) là\s)")


def find_bare(scene: Scene, rest: list[Piece], *, introduced: bool) -> Split | None:
    """A name without office or title before it: what follows must tell, or the list."""
    rest = _past_place(scene, rest)
    weight = weight_of(scene, rest)
    if is_place(scene, rest) or not weight:
        return None
    before = scene.before(rest[0].word)
    of_place = scene.word(rest[0].word - 1) in SMALL_PLACES  # «UBND huyện Ứng Hòa»
    if of_place or (before and before.kind == "namesake") or len(rest) > MOST_SYLLABLES:
        return None
    if len(rest) == 2 and goes_on(scene, rest[-1]):
        return None
    past = past_of(scene, rest[-1])
    proved = (
        introduced
        or _office_follows(scene, past)
        or bool(_AGE.match(scene.doc.folded, rest[-1].end))
    )
    if not proved and speaks(scene, rest):
        proved = weight + LENGTH_WEIGHT[len(rest)] >= 2
    return Split(rest, proved)


def _past_place(scene: Scene, rest: list[Piece]) -> list[Piece]:
    """«chống ngập TP HCM | Nguyễn Hoàng Anh»: a full name behind a place."""
    past = place_end(scene, rest[0])
    left = [piece for piece in rest if piece.word >= past]
    return left if past and len(left) > 2 and weight_of(scene, left) >= 3 else rest


def _office_follows(scene: Scene, past: int) -> bool:
    if scene.word(past) not in {",", "-", "(", "–"}:
        return False
    former = _FORMER.match(scene.doc.folded, scene.doc.words.ends[past])
    mark = scene.at(scene.doc.words.index_at(former.end()) if former else past + 1)
    return bool(mark and mark.kind == "head" and scene.word(mark.first) != "thành")
