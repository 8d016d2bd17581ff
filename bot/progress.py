"""Show on standard error how far a long run has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from bot import texts

T = TypeVar("T")

_CELLS = 24
_PAUSE = 0.1  # seconds between two drawings
_CLEAR = "\r\033[K"


def with_progress(items: Iterable[T], *, total: int) -> Iterator[T]:
    """The items, with a bar beneath while a terminal looks on and there are many."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    drawn = 0.0
    try:
        for done, item in enumerate(items, 1):
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            yield item
            if time.monotonic() - drawn > _PAUSE or done == total:
                sys.stderr.write(_CLEAR + bar(done, total))
                sys.stderr.flush()
                drawn = time.monotonic()
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def bar(done: int, total: int) -> str:
    """«Đang đọc ████░░░░ 12/24»."""
    full = _CELLS * done // total
    return f"{texts.PROGRESS} {'█' * full}{'░' * (_CELLS - full)} {done}/{total}"
