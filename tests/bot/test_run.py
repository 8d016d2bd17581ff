"""The running bot: it serves until it is told to stop, and stops in order."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channel import Reply, Request
from bot.gate import Gate
from bot.render.lines import Line, Piece
from bot.run import run
from bot.settings import TelegramSettings
from bot.telegram.channel import Telegram
from bot.worker import Gestures, Worker
from storage.model import Event, NewEvent
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, fake_telegram
from tests.patience import PATIENCE

LAN = 42


def parts(store: Store, channel: Telegram) -> tuple[Gate, Worker]:
    """A gate that lets Lan in, and a worker that greets."""
    worker = Worker(store, {channel.name: channel}, Gestures(greet, sorry), pause=0.01)
    return Gate(store, admins=["1"], allowed=[str(LAN)]), worker


async def sorry(_event: Event, failure: str) -> Sequence[Reply]:
    return (Reply((Line((Piece(failure),)),)),)


async def greet(_: Request) -> Sequence[Reply]:
    return (Reply((Line((Piece("chào"),)),)),)


def settings_of(fake: FakeTelegram) -> TelegramSettings:
    return fake.settings()


def test_it_answers_until_it_is_told_to_stop(tmp_path: Path) -> None:
    async def go() -> list[str]:
        async with (
            fake_telegram() as fake,
            await Store.open(tmp_path / "a.db") as store,
            Telegram(settings_of(fake)) as telegram,
        ):
            fake.push(LAN, "xin chào")
            running = asyncio.create_task(run(store, [telegram], *parts(store, telegram)))
            while fake.said_in(LAN) != ["chào"]:
                await asyncio.sleep(0.01)
            os.kill(os.getpid(), signal.SIGTERM)
            await running
            return [each.chat for each in await store.get_open_events()]

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == []


def test_what_waits_from_the_last_run_is_answered(tmp_path: Path) -> None:
    async def go() -> list[str]:
        async with (
            fake_telegram() as fake,
            await Store.open(tmp_path / "a.db") as store,
            Telegram(settings_of(fake)) as telegram,
        ):
            fake.push(LAN, "xin chào")
            async for events, cursor in telegram.events(None):
                now = datetime.now(UTC)
                await store.put_events("telegram", events, cursor=cursor, now=now)
                break
            running = asyncio.create_task(run(store, [telegram], *parts(store, telegram)))
            while await store.get_open_events():
                await asyncio.sleep(0.01)
            os.kill(os.getpid(), signal.SIGINT)
            await running
            return fake.said_in(LAN)

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == ["chào"]


def test_a_channel_that_cannot_be_read_stops_the_program_and_says_why(tmp_path: Path) -> None:
    async def go() -> None:
        async with (
            fake_telegram() as fake,
            await Store.open(tmp_path / "a.db") as store,
            Telegram(settings_of(fake)) as telegram,
        ):
            await store.put_events("telegram", [], cursor="no number", now=datetime.now(UTC))
            await run(store, [telegram], *parts(store, telegram))

    with pytest.raises(ValueError, match="no number"):
        asyncio.run(asyncio.wait_for(go(), PATIENCE))


def test_a_bot_that_cannot_tidy_answers_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path, long_ago = tmp_path / "a.db", datetime(2020, 1, 1, tzinfo=UTC)

    async def go() -> list[str]:
        async with (
            fake_telegram() as fake,
            await Store.open(path) as store,
            Telegram(settings_of(fake)) as telegram,
        ):
            (old,) = await store.put_events(
                "telegram", [NewEvent("0", "7", b"{}")], cursor=None, now=long_ago
            )
            await store.finish_events([old.id], now=long_ago)
            with closing(sqlite3.connect(path)) as other:
                refuse = "before delete on inbox begin select raise(abort, 'full'); end"
                other.execute(f"create trigger full {refuse}")
            running = asyncio.create_task(run(store, [telegram], *parts(store, telegram)))
            while "tidying failed" not in caplog.text:
                assert not running.done()
                await asyncio.sleep(0.01)
            fake.push(LAN, "xin chào")
            while fake.said_in(LAN) != ["chào"]:
                await asyncio.sleep(0.01)
            os.kill(os.getpid(), signal.SIGTERM)
            await running
            return fake.said_in(LAN)

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == ["chào"]
