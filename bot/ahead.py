"""Begin work ahead of whoever wants its results in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


async def in_order(
    work: Iterable[Callable[[], Awaitable[T]]], *, at_once: int
) -> AsyncGenerator[T, None]:
    """What each piece of work gives, in their order; at most `at_once` results are held.

    Raises what a piece raises. Then, and where it is closed early, what was begun is
    cancelled and waited for.
    """
    waiting = iter(work)
    begun: deque[asyncio.Future[T]] = deque()
    try:
        while True:
            some = islice(waiting, at_once - len(begun))
            begun.extend(asyncio.ensure_future(each()) for each in some)
            if not begun:
                return
            yield await begun.popleft()
    finally:
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)
