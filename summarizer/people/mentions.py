"""Find every place that speaks of somebody, by name, office or pronoun."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.people.marks import TITLES
from summarizer.people.offices import Office
from summarizer.people.reach import trim
from summarizer.people.roles import Holder
from summarizer.people.scene import Scene

# «làm», «chức (vụ)», «danh», «cử», «viên», «của chức»: what follows is an office, no person
_OFFICE_ITSELF = frozenset(
    {"làm", "chức", "vụ", "danh", "cử", "viên", "kiêm", "vị", "trò", "quyền"}
)
_PRONOUNS = frozenset({"ông", "bà", "đồng", "đ", "ngài"})


class Place(NamedTuple):
    """Words that stand for a person; `kind` tells what can be known from them.

    full: a name; given: «ông Nghĩa»; office: «Bí thư Tỉnh ủy»; periphrase: «Lãnh đạo
    Chính phủ»; pronoun: «Đồng chí», «Ông», «Thiếu tướng».
    """

    first: int
    past: int
    core_first: int
    core_past: int
    kind: str
    holder: Holder | None = None


def find_places(scene: Scene, holders: list[Holder], offices: list[Office]) -> list[Place]:
    """Every place, in order of the text."""
    places = [Place(h.first, h.past, h.name.first, h.name.past, "full", h) for h in holders]
    taken = [False] * (len(scene.doc.words.texts) + 1)
    for holder in holders:
        for index in range(holder.first, holder.past):
            taken[index] = True
    for office in offices:
        place = _office_place(scene, office, taken)
        if place:
            places.append(place)
            for index in range(place.first, place.past):
                taken[index] = True
    for mark in scene.marks.starting.values():
        if mark.kind in {"honorific", "rank", "periphrase", "degree"} and not taken[mark.first]:
            place = _title_place(scene, mark.first, mark.past, mark.kind, taken)
            if place:
                places.append(place)
                for index in range(place.first, place.past):
                    taken[index] = True
    places.sort()
    return places


def _office_place(scene: Scene, office: Office, taken: list[bool]) -> Place | None:
    """A bare office, or an office with a given name («Phó Thủ tướng Huệ»)."""
    if taken[office.first] or office.many:
        return None
    past = office.past
    for index in range(office.first, office.past):
        if taken[index]:
            past = index
            break
    past = trim(scene, office.head_past, past)
    first = office.first
    before = scene.before(first)
    if before and before.kind in TITLES and not taken[before.first]:
        first = before.first
    if _is_counted(scene, first) or _is_generic(scene, office, past):
        return None
    return Place(first, past, office.first, past, "office")


def _is_generic(scene: Scene, office: Office, past: int) -> bool:
    """«làm trưởng đoàn», «giáo viên chủ nhiệm», «ứng cử đại biểu»: the office, not its holder."""
    if scene.word(office.first - 1) in _OFFICE_ITSELF or scene.word(past) == "kiêm":
        return True
    head = scene.word(office.first)
    if head in {"thường", "đại", "thành"}:  # «Thường trực HĐND», «đại biểu Quốc hội»
        return scene.word(office.first + 1) != "sứ" and scene.word(office.first + 3) != "bí"
    return past == office.head_past and past - office.first == 2 and _is_small(scene, office)


def _is_small(scene: Scene, office: Office) -> bool:
    return not scene.is_capital(office.first) and scene.word(office.first) in {"phó", "trưởng"}


def _is_counted(scene: Scene, first: int) -> bool:
    """«các Phó Chủ tịch», «27 đồng chí Ủy viên»: several people."""
    before = scene.before(first)
    return scene.word(first - 1).isdigit() or bool(before and before.kind == "plural")


def _title_place(scene: Scene, first: int, past: int, kind: str, taken: list[bool]) -> Place | None:
    before = scene.before(first)
    block_end = scene.block_end(first)
    named_after = before is not None and before.kind == "namesake"
    if first >= block_end or named_after or _is_counted(scene, first):
        return None
    if kind == "degree" and scene.word(past) == "." and past + 1 < block_end:
        past += 1  # «TS. Bình»
    end = past
    while end < block_end and end - past < 3 and _is_name_part(scene, end) and not taken[end]:
        end += 1
    if kind == "periphrase":
        return Place(first, past, first, past, "periphrase")
    if end > past:
        return Place(first, end, past, end, "given")
    if kind == "degree" or (past < block_end and taken[past]):
        return None
    stands_alone = kind == "rank" or scene.word(first) in _PRONOUNS
    return Place(first, past, first, past, "pronoun") if stands_alone else None


def _is_name_part(scene: Scene, index: int) -> bool:
    words = scene.doc.words
    return (
        scene.word(index)[0].isalpha()
        and scene.is_capital(index)
        and words.starts[index] - words.ends[index - 1] in {1, 2}
        and (scene.at(index) is None or not _is_titleish(scene, index))
    )


def _is_titleish(scene: Scene, index: int) -> bool:
    mark = scene.at(index)
    return bool(mark and mark.kind in {"head", "rank", "degree", "block"})
