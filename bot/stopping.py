"""Stop in order when the system or the operator asks for it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

_SIGNS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stop_signs() -> Iterator[asyncio.Event]:
    """What is set by SIGTERM or SIGINT while the block runs."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in _SIGNS:
        loop.add_signal_handler(sign, stopping.set)
    try:
        yield stopping
    finally:
        for sign in _SIGNS:
            loop.remove_signal_handler(sign)


async def unless_stopped(work: Coroutine[Any, Any, T]) -> T | None:
    """What comes of the work; None where SIGTERM or SIGINT came first and ended it."""
    with stop_signs() as stopping:
        task = asyncio.create_task(work)
        told = asyncio.create_task(stopping.wait())
        try:
            await asyncio.wait([task, told], return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            for each in (task, told):
                each.cancel()
            await asyncio.gather(task, told, return_exceptions=True)
