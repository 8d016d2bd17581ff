"""Show on standard error how far a long run has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from bot import texts

T = TypeVar("T")

_CELLS = 24
_CLEAR = "\r\033[K"


def with_progress(items: Iterable[T], *, total: int) -> Iterator[T]:
    """The items, with a bar beneath while a terminal looks on and there are many."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    try:
        for done, item in enumerate(items, 1):
            _draw(_CLEAR)  # what is printed of the item needs the line
            yield item
            _draw(_CLEAR + bar(done, total))
    finally:
        _draw(_CLEAR)


def bar(done: int, total: int) -> str:
    """«Đang đọc ████░░░░ 12/24»."""
    full = _CELLS * done // total
    return f"{texts.PROGRESS} {'█' * full}{'░' * (_CELLS - full)} {done}/{total}"


def _draw(marks: str) -> None:
    sys.stderr.write(marks)
    sys.stderr.flush()
