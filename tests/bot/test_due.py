"""What comes by itself is noticed, never missed, and twice only where nobody can know."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bot.channel import Channel, File, Reply, Request, said
from bot.telegram.channel import Telegram
from bot.ticker import tick
from bot.worker import Gestures, Worker
from storage.model import Event, NewEvent, Part
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, fake_telegram
from tests.bot.poor_channel import Poor, Town
from tests.load.headings import is_silent
from tests.patience import PATIENCE

LAN = 42
NOW = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
HEADING, BODY = "Nhắc hạn: 3 việc", "Nhắc hạn: 3 việc\n1. Báo cáo"
REMINDER = msgspec.structs.replace(
    said(*BODY.split("\n")), heading=HEADING, file=File("viec.docx", "application/x", b"PK")
)
DUE = NewEvent("nhac 42 2026-11-22", str(LAN), b"/nhac 2026-11-22", verdict="due")

Left = Callable[[Store, Event], Awaitable[None]]


async def nothing_left(_store: Store, _event: Event) -> None:
    """The program has not been killed."""


async def killed_after_sending(store: Store, event: Event) -> None:
    """The heading may stand in the chat: whether it does was not written down any more."""
    await store.put_begun(event.id, 0)


def settled(
    path: Path,
    *,
    left: Left = nothing_left,
    prepare: Callable[[FakeTelegram], object] = lambda _: None,
    reply: Reply = REMINDER,
) -> FakeTelegram:
    """The fake after what is due was answered; `left` is what a killed run has left."""
    asked: list[Request] = []

    async def answer(request: Request) -> Sequence[Reply]:
        asked.append(request)
        return (reply,)

    async def go() -> FakeTelegram:
        async with (
            fake_telegram() as fake,
            await Store.open(path / "a.db") as store,
            Telegram(fake.settings()) as telegram,
        ):
            prepare(fake)
            worker = worker_of(store, telegram, answer)
            events = await store.put_events("telegram", [DUE], cursor=None, now=NOW)
            assert await store.put_events("telegram", [DUE], cursor=None, now=NOW) == ()
            await left(store, events[0])
            worker.feed(events)
            while await store.get_open_events():
                await asyncio.sleep(0.005)
            await worker.stop()
            return fake

    fake = asyncio.run(asyncio.wait_for(go(), PATIENCE))
    assert [(each.command, each.argument) for each in asked] == [("/nhac", "2026-11-22")]
    return fake


def worker_of(
    store: Store, channel: Channel, answer: Callable[[Request], Awaitable[Sequence[Reply]]]
) -> Worker:
    async def sorry(_event: Event, failure: str) -> Sequence[Reply]:
        return (said(failure),)

    gestures = Gestures(answer, sorry)
    return Worker(store, {channel.name: channel}, gestures, burst=0.01, pause=0.01)


def sent(fake: FakeTelegram) -> list[dict[str, Any]]:
    return [said for method, said in fake.calls if method == "sendMessage"]


def test_the_heading_is_noticed_the_body_edited_in_the_file_last(tmp_path: Path) -> None:
    fake = settled(tmp_path)
    (heading,) = sent(fake)
    assert heading["text"] == HEADING
    assert not is_silent(heading)
    assert "reply_parameters" not in heading
    methods = [method for method, _ in fake.calls if method.startswith(("send", "edit"))]
    assert methods == ["sendMessage", "editMessageText", "sendDocument"]
    assert fake.said_in(LAN)[0] == BODY


def test_what_a_killed_run_may_have_sent_is_said_again_rather_than_missed(tmp_path: Path) -> None:
    fake = settled(tmp_path, left=killed_after_sending)
    assert fake.said_in(LAN)[0] == BODY


def test_a_heading_that_is_written_down_is_not_sent_again(tmp_path: Path) -> None:
    async def killed_after_writing(store: Store, event: Event) -> None:
        await store.put_handle(event.id, 0, "900")

    def stands(fake: FakeTelegram) -> None:
        fake.messages[str(LAN), 900] = {"text": HEADING, "reply_markup": None}

    fake = settled(tmp_path, left=killed_after_writing, prepare=stands)
    assert sent(fake) == []
    assert fake.said_in(LAN)[0] == BODY


def test_an_answer_that_fails_half_way_keeps_its_heading(tmp_path: Path) -> None:
    fake = settled(tmp_path, prepare=lambda fake: fake.fail("editMessageText", "500:error"))
    assert len(sent(fake)) == 1
    assert fake.said_in(LAN)[0] == BODY


def test_nothing_due_to_say_is_nothing_said(tmp_path: Path) -> None:
    async def go() -> tuple[FakeTelegram, tuple[Event, ...]]:
        async def silent(_: Request) -> Sequence[Reply]:
            return ()

        async with (
            fake_telegram() as fake,
            await Store.open(tmp_path / "a.db") as store,
            Telegram(fake.settings()) as telegram,
        ):
            worker = worker_of(store, telegram, silent)
            worker.feed(await store.put_events("telegram", [DUE], cursor=None, now=NOW))
            while await store.get_open_events():
                await asyncio.sleep(0.005)
            return fake, await store.get_open_events()

    fake, left = asyncio.run(asyncio.wait_for(go(), PATIENCE))
    assert (sent(fake), left) == ([], ())


def test_a_channel_without_edits_gets_it_whole(tmp_path: Path) -> None:
    async def answer(_: Request) -> Sequence[Reply]:
        return (REMINDER,)

    async def go() -> list[str]:
        town = Town()
        poor = Poor(town)
        async with await Store.open(tmp_path / "a.db") as store:
            worker = worker_of(store, poor, answer)
            worker.feed(await store.put_events(poor.name, [DUE], cursor=None, now=NOW))
            while await store.get_open_events():
                await asyncio.sleep(0.005)
            parts: tuple[Part, ...] = await store.get_parts(1)
            assert [part.is_begun for part in parts] == [True]
            return [words for _, words in town.said]

    (words,) = asyncio.run(asyncio.wait_for(go(), PATIENCE))
    assert words.startswith(BODY)


def test_one_kind_that_cannot_be_written_holds_up_no_other(tmp_path: Path) -> None:
    async def broken() -> Sequence[Event]:
        raise OSError("disk")

    async def answer(_: Request) -> Sequence[Reply]:
        return (REMINDER,)

    async def go() -> list[str]:
        town = Town()
        async with await Store.open(tmp_path / "a.db") as store:

            async def write() -> Sequence[Event]:
                return await store.put_events("poor", [DUE], cursor=None, now=NOW)

            worker = worker_of(store, Poor(town), answer)
            task = asyncio.create_task(tick([broken, write], worker, seconds=0.001))
            while not town.said:
                await asyncio.sleep(0.001)
            task.cancel()
            await worker.stop()
        return [words for _, words in town.said]

    (words,) = asyncio.run(asyncio.wait_for(go(), PATIENCE))
    assert words.startswith(BODY)


def test_what_was_written_down_and_not_handed_on_is_taken_up_once(tmp_path: Path) -> None:
    async def answer(_: Request) -> Sequence[Reply]:
        return (said("xong"),)

    async def go() -> list[tuple[str, str]]:
        town = Town()
        async with await Store.open(tmp_path / "a.db") as store:
            written = False

            async def write() -> Sequence[Event]:
                nonlocal written
                if not written:
                    written = True
                    await store.put_events("poor", [DUE], cursor=None, now=NOW)
                    raise OSError("the one after it failed")
                return ()

            worker = worker_of(store, Poor(town), answer)
            task = asyncio.create_task(tick([write], worker, seconds=0.001))
            while not town.said or await store.get_open_events():
                await asyncio.sleep(0.001)
            await asyncio.sleep(0.05)  # many looks later
            task.cancel()
            await worker.stop()
        return town.said

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == [(str(LAN), "xong")]


def test_the_ticker_goes_on_after_a_look_that_failed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    looks = 0

    async def look() -> Sequence[Event]:
        nonlocal looks
        looks += 1
        if looks == 1:
            raise OSError("disk")
        return ()

    async def answer(_: Request) -> Sequence[Reply]:
        return ()

    async def go() -> None:
        async with await Store.open(tmp_path / "a.db") as store:
            task = asyncio.create_task(
                tick([look], worker_of(store, Poor(Town()), answer), seconds=0.001)
            )
            while looks < 3:
                await asyncio.sleep(0.001)
            task.cancel()

    asyncio.run(asyncio.wait_for(go(), PATIENCE))
    assert "a look at what is due failed: OSError" in caplog.text
    assert "disk" not in caplog.text
