"""Tell where an organ ends and a name begins: «Chủ tịch UBND tỉnh Hà Tĩnh | Lê Văn Bình»."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.people.offices import Office
from summarizer.people.runs import (
    Piece,
    goes_on,
    is_law_office,
    is_place,
    past_of,
    place_end,
    speaks,
    weight_of,
)
from summarizer.people.scene import Scene

MOST_SYLLABLES = 5
LENGTH_WEIGHT = {2: 0.0, 3: 1.0, 4: 0.8, 5: -1.0}
_LEAST_SCORE = 2.0
# «Trường THPT Chu Văn An», «Công ty Hoàng Long»: what follows is named, no person
_OWNERS = frozenset(
    {"thpt", "thcs", "trường", "viện", "ty", "tnhh", "quỹ", "máy", "đường", "nghiệp", "đoàn", "cp"}
)
_NO_OWNERS = frozenset(
    {"môi trường", "thị trường", "nông nghiệp", "công nghiệp", "lâm nghiệp", "công đoàn"}
)
SMALL_PLACES = frozenset(
    {"xã", "phường", "thôn", "ấp", "bản", "đường", "trấn", "làng", "huyện", "quận", "buôn"}
)
_LARGE_PLACES = frozenset({"tp", "phố", "tx", "tỉnh", "."})


class Split(NamedTuple):
    """The tokens of a name in a run, and whether they surely are one."""

    pieces: list[Piece]
    proved: bool


def split_office(scene: Scene, rest: list[Piece], office: Office) -> Split | None:
    """The name among the capitalised words `rest` of an office; None where there is none."""
    if place_end(scene, rest[0]):
        return _after_place(scene, rest)
    owner = is_owner(scene, rest[0].word - 1)
    place = scene.word(rest[0].word - 1) in SMALL_PLACES
    if (owner or place) and len(rest) <= 4 and weight_of(scene, rest) >= 3:
        follows = speaks(scene, rest) or scene.word(past_of(scene, rest[-1])) == ";"
        return Split(rest, place and len(rest) > 2 and follows)
    best = _best_start(scene, rest, least=1 if owner or place else 0)
    if best is None:
        return None
    if any(is_owner(scene, index) for index in range(office.head_past, rest[best].word)):
        weak = len(rest) - best < 3 or weight_of(scene, rest[best:]) < 2
        if weak or is_owner(scene, rest[best].word - 1):
            return None
    return Split(rest[best:], proved=True)


def is_owner(scene: Scene, index: int) -> bool:
    """«Bệnh viện», «Công ty», «Trường»; neither «môi trường» nor «nông nghiệp»."""
    word = scene.word(index)
    if is_law_office(scene, index + 1):
        return True
    return word in _OWNERS and f"{scene.word(index - 1)} {word}" not in _NO_OWNERS


def _after_place(scene: Scene, rest: list[Piece]) -> Split | None:
    """«Hà Tĩnh | Lê Văn Bình», «Mỹ | Donald Trump»; «Hà Nam Anh» opens with a place."""
    past = place_end(scene, rest[0])
    left = [piece for piece in rest if piece.word >= past]
    if left and is_place(scene, left):
        return None
    sure = left and (weight_of(scene, left) or not goes_on(scene, left[-1]))
    if len(left) > 1 and sure:
        return Split(left[:MOST_SYLLABLES], proved=True)
    if len(left) == 1 and weight_of(scene, rest) >= 2:
        return Split(rest, proved=True)
    return None


def _best_start(scene: Scene, rest: list[Piece], *, least: int) -> int | None:
    """The token at which the name most likely begins."""
    best: int | None = None
    best_score = _LEAST_SCORE
    covered = 0
    common = 0.6  # for the leftmost common family name: «Nguyễn Vũ Trường Sơn»
    for start in range(least, len(rest) - 1):
        covered = max(covered, place_end(scene, rest[start]))  # «Bộ Công Thương Trần Văn A»
        score = _score(scene, rest, start)
        if score is None or rest[start].word < covered:
            continue
        if weight_of(scene, rest[start:]) >= 3:
            score += common
            common = 0.0
        if score > best_score or (best is None and score == best_score):
            best, best_score = start, score
    return best


def _score(scene: Scene, rest: list[Piece], start: int) -> float | None:
    """How well a name of the tokens from `start` on would look; None where it cannot be."""
    size = len(rest) - start
    weight = weight_of(scene, rest[start:])
    if size > MOST_SYLLABLES or not weight or is_place(scene, rest[start:]):
        return None
    before = scene.word(rest[start].word - 1)
    after_place = before in SMALL_PLACES or (before in _LARGE_PLACES and weight < 3)
    if size == 2 and (after_place or goes_on(scene, rest[-1])):
        return None
    score = weight + LENGTH_WEIGHT[size]
    score += 1.0 if start == 0 else 0.0
    score += 1.0 if scene.word(rest[start + 1].word) in {"văn", "thị"} else 0.0
    return score + (0.5 if speaks(scene, rest) else 0.0)
