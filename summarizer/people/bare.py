"""Find a name that has no office or title before it."""

from __future__ import annotations

import re
from bisect import bisect_right

from summarizer.people.runs import Piece, goes_on, is_place, past_of, place_end, speaks, weight_of
from summarizer.people.scene import Scene
from summarizer.people.splits import LENGTH_WEIGHT, MOST_SYLLABLES, SMALL_PLACES, Split, is_owner

# what tells of a person right after the name: an age, a year of birth
_AGE = re.compile(r"\s*(?:\(|,)?\s*(?:\d{1,3} tuổi|sinh năm|sn \d)")
# «A, nguyên Bí thư …», «A (khi đó là Giám đốc …)»
_FORMER = re.compile(r"\s?(?:(?:nguyên|quyền|cựu)\s|(?:khi đó|lúc đó|hiện|hiện nay|nguyên) là\s)")


def find_bare(scene: Scene, rest: list[Piece], *, introduced: bool) -> Split | None:
    """A name without office or title before it: what follows must tell, or the list."""
    rest = _settled(scene, _past_place(scene, rest))
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
    """«chống ngập TP HCM | Nguyễn Hoàng Ân»: a full name behind a place."""
    past = place_end(scene, rest[0])
    left = [piece for piece in rest if piece.word >= past]
    return left if past and len(left) > 2 and weight_of(scene, left) >= 3 else rest


def _settled(scene: Scene, rest: list[Piece]) -> list[Piece]:
    """«NTK | Trần Thanh Hải»: a run without office or title from where a name surely opens.

    Where a later syllable is a surer family name than the first, the rules cannot tell;
    the words of the sentence do, if the last one of the run is such a name.
    """
    if scene.settle is None or not _is_start_open(scene, rest):
        return rest
    sentences = scene.doc.sentences
    number = bisect_right(sentences, rest[0].start, key=lambda one: one.span.start) - 1
    offset = sentences[number].span.start
    words = scene.settle(scene.doc.article.quote(sentences[number].span))
    start = next((offset + word.start for word in words if offset + word.end == rest[-1].end), -1)
    name = [piece for piece in rest if piece.start >= start >= 0]
    suits = name and name[0].start == start and _is_surer(scene, rest, len(rest) - len(name))
    return name if suits else rest


def _is_start_open(scene: Scene, rest: list[Piece]) -> bool:
    before = scene.before(rest[0].word)
    if scene.word(rest[0].word - 1) in SMALL_PLACES or (before and before.kind == "namesake"):
        return False
    if any(is_owner(scene, piece.word) for piece in rest):
        return False
    return any(_is_surer(scene, rest, start) for start in range(1, len(rest) - 2))


def _is_surer(scene: Scene, rest: list[Piece], start: int) -> bool:
    """Whether a name may open at token `start` of a run, likelier than at its first."""
    name = rest[start:]
    if not 3 <= len(name) <= MOST_SYLLABLES:
        return False
    first = weight_of(scene, rest) if len(rest) <= MOST_SYLLABLES else 0.0
    weight = weight_of(scene, name)
    return weight >= 2 and weight > first and not is_place(scene, name)


def _office_follows(scene: Scene, past: int) -> bool:
    if scene.word(past) not in {",", "-", "(", "–"}:
        return False
    former = _FORMER.match(scene.doc.folded, scene.doc.words.ends[past])
    mark = scene.at(scene.doc.words.index_at(former.end()) if former else past + 1)
    return bool(mark and mark.kind == "head" and scene.word(mark.first) != "thành")
