"""The feed tells every change to whoever listens, and ends for all."""

from __future__ import annotations

import asyncio

from bot.web.feed import Feed, Message
from tests.patience import PATIENCE


def test_a_reader_who_went_away_holds_nobody_up() -> None:
    async def go() -> list[str]:
        feed = Feed()
        gone = feed.changes(0, patience=0.001)
        assert await anext(gone) == []  # a heartbeat that could not be delivered
        feed.put(Message("1", "bot", text="một"))
        told = [each.text for each in await anext(feed.changes(0, patience=1))]
        feed.close()
        return told

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == ["một"]


def test_a_changed_message_keeps_its_place() -> None:
    async def go() -> list[tuple[str, str, int]]:
        feed = Feed()
        for handle, text in (("1", "đang đọc"), ("2", "hai"), ("1", "xong")):
            feed.put(Message(handle, "bot", text=text))
        return [
            (each.handle, each.text, each.change)
            for each in await anext(feed.changes(0, patience=1))
        ]

    assert asyncio.run(go()) == [("1", "xong", 3), ("2", "hai", 2)]


def test_the_oldest_are_forgotten() -> None:
    async def go() -> tuple[int, str]:
        feed = Feed()
        for number in range(1000):
            feed.put(Message(str(number), "bot"))
        held = await anext(feed.changes(0, patience=1))
        return len(held), held[-1].handle

    assert asyncio.run(go()) == (300, "999")


def test_all_readers_end_when_it_is_closed() -> None:
    async def go() -> list[list[Message]]:
        feed = Feed()

        async def read() -> list[Message]:
            return [each async for messages in feed.changes(0, patience=60) for each in messages]

        readers = [asyncio.create_task(read()) for _ in range(3)]
        await asyncio.sleep(0)
        feed.put(Message("1", "bot"))
        await asyncio.sleep(0)
        feed.close()
        return await asyncio.gather(*readers)

    assert [len(read) for read in asyncio.run(asyncio.wait_for(go(), PATIENCE))] == [1, 1, 1]
