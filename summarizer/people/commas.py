"""Tell which commas stand inside an office."""

from __future__ import annotations

import re

from summarizer.commas import is_inside_name
from summarizer.people.scene import Scene

# «Sở Văn hóa, Thể thao và Du lịch»: a comma inside the name of an organ
_COMMA_INSIDE = re.compile(r",\s[^\W\d_]\w*(?:\s\w+){0,4}\svà\s(?P<last>[^\W\d_])")
# «Vụ trưởng Vụ Vận tải, Bộ Giao thông», «Trưởng phòng Quản lý giá, sở Tài chính»
_PARENT = re.compile(r"(?:,|\s?-)\s(?:bộ|sở|tổng\scục|cục)\s")
_FARTHEST = 14  # words between the department and the comma


def is_comma_inside(scene: Scene, index: int) -> bool:
    """«Cục A, Thanh tra Chính phủ», «Sở Văn hóa, Thể thao và Du lịch»."""
    inner = scene.at(index + 1)
    if inner and inner.kind == "organ":
        return _in_department(scene, index)
    if is_inside_name(scene.doc.text, scene.doc.words.starts[index]):
        return True
    if is_parent(scene, index):
        return True
    if inner:
        return False
    match = _COMMA_INSIDE.match(scene.doc.text, scene.doc.words.starts[index])
    return bool(match and scene.is_capital(index + 1) and match["last"].isupper())


def is_parent(scene: Scene, index: int) -> bool:
    """Whether a comma or dash leads from a department to its ministry: «Cục A - bộ B»."""
    found = _PARENT.match(scene.doc.folded, scene.doc.words.starts[index])
    if found is None or not _in_department(scene, index):
        return False
    return scene.doc.text[found.end() : found.end() + 1].isupper()


def _in_department(scene: Scene, index: int) -> bool:
    """«Cục trưởng Cục A, Thanh tra Chính phủ»: the organ that the department is of."""
    heads = {"trưởng", "phó"}
    return any(
        scene.word(place) in {"cục", "vụ", "phòng"}
        and heads & {scene.word(place - 1), scene.word(place + 1)}
        for place in range(max(index - _FARTHEST, 0), index)
    )
