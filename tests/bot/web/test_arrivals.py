"""A request that brings an event is answered when that is written down, not before."""

from __future__ import annotations

import asyncio

import pytest

from bot.web.arrivals import Arrivals, NotTakenError
from storage.model import NewEvent


def event(key: str) -> NewEvent:
    return NewEvent(key, "me", b"{}")


def test_it_returns_only_when_the_reader_asks_for_the_next() -> None:
    async def go() -> tuple[list[str], bool, bool]:
        arrivals = Arrivals()
        bringing = [asyncio.create_task(arrivals.put(event(key))) for key in "ab"]
        await asyncio.sleep(0)
        reader = arrivals.events()
        keys = [each.key for each in await anext(reader)]
        await asyncio.sleep(0)
        before = any(task.done() for task in bringing)
        asking = asyncio.create_task(anext(reader))  # type: ignore[arg-type]
        await asyncio.gather(*bringing)
        asking.cancel()
        return keys, before, all(task.done() for task in bringing)

    assert asyncio.run(go()) == (["a", "b"], False, True)


def test_who_is_not_written_down_is_told() -> None:
    async def go() -> None:
        arrivals = Arrivals()
        bringing = asyncio.create_task(arrivals.put(event("a")))
        reader = arrivals.events()
        await anext(reader)
        await reader.aclose()  # type: ignore[attr-defined]
        await bringing

    with pytest.raises(NotTakenError):
        asyncio.run(go())


def test_no_more_wait_than_there_is_room_for() -> None:
    async def go() -> None:
        arrivals = Arrivals(most=1)
        first = asyncio.create_task(arrivals.put(event("a")))
        await asyncio.sleep(0)
        try:
            await arrivals.put(event("b"))
        finally:
            first.cancel()

    with pytest.raises(NotTakenError):
        asyncio.run(go())
