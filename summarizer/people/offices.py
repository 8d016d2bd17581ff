"""Find the offices of a text."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.people.marks import Mark
from summarizer.people.reach import reach
from summarizer.people.scene import Scene

_AFTER_PLURAL = frozenset({"cơ", "hội", "khu", "tổ", "đoàn", "vấn", "kcn", "dự", "công"})


class Office(NamedTuple):
    """An office among the words `first` … `past`; `head_past` ends «Phó Chủ tịch»."""

    first: int
    past: int
    head_past: int
    many: bool


def find_offices(scene: Scene) -> list[Office]:
    """Every office of the text with all that may belong to it, a name at its end included."""
    offices: list[Office] = []
    reached = 0
    for mark in scene.marks.starting.values():
        if mark.kind == "head" and mark.first >= reached and _opens(scene, mark):
            past = reach(scene, mark)
            many = any(
                scene.word(index) in {"các", "những"} and scene.word(index + 1) not in _AFTER_PLURAL
                for index in range(mark.past, past)
            )
            offices.append(Office(mark.first, past, mark.past, many))
            reached = past
    return offices


def _opens(scene: Scene, mark: Mark) -> bool:
    """«Trưởng» opens an office with a capital only: «tăng trưởng» does not."""
    if scene.block_end(mark.first) <= mark.first:
        return False
    bare = mark.past - mark.first == 1
    return not (bare and scene.word(mark.first) == "trưởng" and not scene.is_capital(mark.first))
