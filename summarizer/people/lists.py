"""Share an office among the names of one list."""

from __future__ import annotations

import re

from summarizer.people.roles import Holder
from summarizer.people.scene import Scene

_COMMA = re.compile(r"\s*(?:,|và|,\s*và|cùng)\s*")
_SEMICOLON = re.compile(r"\s*;\s*(?:và\s*)?")
_PLURAL_WORD = re.compile(r"(?:các|hai|ba|bốn|\d)\s(?:đồng chí|đ/c|ông|bà|vị|thành viên)|gồm")


def share(scene: Scene, holders: list[Holder]) -> list[Holder]:
    """«các Phó Thủ tướng: A, B, C»; «các đồng chí: A, B, Phó Bí thư Tỉnh Đoàn»."""
    shared = list(holders)
    for number, holder in enumerate(holders):
        if holder.before and _is_plural(scene, holder.first):
            _share_forward(scene, holders, shared, number)
        elif holder.after:
            _share_backward(scene, holders, shared, number)
    return shared


def _is_plural(scene: Scene, first: int) -> bool:
    mark = scene.before(first)
    if mark and mark.kind == "plural":
        return True
    return scene.word(first - 1).isdigit()


def _share_forward(scene: Scene, holders: list[Holder], shared: list[Holder], number: int) -> None:
    roles = holders[number].before
    own = bool(holders[number].after)
    for next_number in range(number + 1, len(holders)):
        between = _between(scene, holders[next_number - 1], holders[next_number])
        after = holders[next_number]
        listed = _COMMA.fullmatch(between) or (
            own and _SEMICOLON.fullmatch(between) and "đồng chí" not in after.titles
        )
        if not listed or after.before:
            return
        shared[next_number] = after._replace(before=roles)


def _share_backward(scene: Scene, holders: list[Holder], shared: list[Holder], number: int) -> None:
    first = number
    while (
        first
        and not holders[first - 1].roles
        and not shared[first - 1].roles
        and _COMMA.fullmatch(_between(scene, holders[first - 1], holders[first]))
    ):
        first -= 1
    if first == number or not _in_plural_list(scene, holders[first]):
        return
    for earlier in range(first, number):
        shared[earlier] = holders[earlier]._replace(after=holders[number].after)


def _in_plural_list(scene: Scene, holder: Holder) -> bool:
    words = scene.doc.words
    start = words.starts[max(scene.block_start(holder.first), holder.first - 60)]
    before = scene.doc.folded[start : words.starts[holder.first]]
    return bool(_PLURAL_WORD.search(before.rpartition(". ")[2]))


def _between(scene: Scene, one: Holder, two: Holder) -> str:
    words = scene.doc.words
    return scene.doc.folded[words.ends[one.past - 1] : words.starts[two.first]]
