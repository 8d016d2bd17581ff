"""What members type after the bot's name in any chat is answered, to them alone, and not kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.fetch import Fetcher
from bot.gate import Gate
from bot.pool import Pool
from bot.run import run
from bot.telegram.channel import Telegram
from bot.worker import Gestures, Worker
from handlers.inline import find_inline
from handlers.routes import answer, apologise
from handlers.services import Services
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, fake_telegram, person
from tests.bot.telegram.serving import LAN, QUICK
from tests.bot.trips.traces import holding
from tests.patience import PATIENCE
from tests.summarizer.events_pairs import EVENTS, by_the_province, digest_of

T = TypeVar("T")
STRANGER = 555

pytestmark = [
    pytest.mark.filterwarnings("ignore:Please use 'Bot.getUpdates'"),
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2"),
]


def asks(
    fake: FakeTelegram, number: str, typed: str, *, sender: int = LAN, offset: str = ""
) -> None:
    query = {"id": number, "from": person(sender), "query": typed, "offset": offset}
    fake.push_update(inline_query=query)


def served(
    folder: Path, go: Callable[[FakeTelegram, Store], Awaitable[T]], *, waiting: str | None = None
) -> T:
    """A bot with six digests in Lan's private chat; `waiting` was asked before it started."""

    async def load(*_: object) -> bytes:
        raise AssertionError

    async def serve() -> T:
        async with fake_telegram() as fake, await Store.open(folder / "a.db") as store:
            fake.longest_poll = 0.05
            services = Services(
                store, Fetcher(), Pool(1), load, lambda: datetime.now(UTC), ("1",), (str(LAN),)
            )
            chat = await store.get_chat("telegram", str(LAN))
            for event in EVENTS[:6]:
                digest = digest_of(by_the_province(event))
                await store.save_digest(digest, chat=chat, now=services.now())
            if waiting is not None:
                asks(fake, "before", waiting)
            telegram = Telegram(
                fake.settings(), patience=QUICK, find=partial(find_inline, services=services)
            )
            async with telegram:
                gestures = Gestures(
                    partial(answer, services=services), partial(apologise, services=services)
                )
                worker = Worker(store, {"telegram": telegram}, gestures)
                gate = Gate(store, admins=("1",), allowed=(str(LAN),))
                task = asyncio.create_task(run(store, [telegram], gate, worker))
                while sum(method == "getUpdates" for method, _ in fake.calls) < 2:
                    await asyncio.sleep(0.005)
                try:
                    return await go(fake, store)
                finally:
                    task.cancel()
                    await asyncio.gather(task, return_exceptions=True)

    return asyncio.run(asyncio.wait_for(serve(), PATIENCE))


async def answered(fake: FakeTelegram, number: str) -> dict[str, Any]:
    while number not in fake.inline:
        await asyncio.sleep(0.005)
    return fake.inline[number]


def titles(fields: dict[str, Any]) -> list[str]:
    return [each["title"] for each in json.loads(fields["results"])]


def test_a_member_finds_what_the_private_chat_has(tmp_path: Path) -> None:
    async def go(fake: FakeTelegram, store: Store) -> dict[str, Any]:
        asks(fake, "q1", "lo van khanh")
        found = await answered(fake, "q1")
        assert await store.get_open_events() == ()
        return found

    fields = served(tmp_path, go)
    (title,) = titles(fields)
    assert "Nghị quyết số 57-NQ/TW" in title
    assert fields["is_personal"] == "true"
    assert int(fields["cache_time"]) <= 5
    (result,) = json.loads(fields["results"])
    assert "Lò Văn Khánh" in result["input_message_content"]["message_text"]


def test_nothing_typed_shows_the_latest(tmp_path: Path) -> None:
    async def go(fake: FakeTelegram, _: Store) -> dict[str, Any]:
        asks(fake, "q1", "")
        return await answered(fake, "q1")

    found = titles(served(tmp_path, go))
    assert len(found) == 6
    assert EVENTS[5].topic in found[0]


def test_a_stranger_finds_nothing(tmp_path: Path) -> None:
    async def go(fake: FakeTelegram, _: Store) -> dict[str, Any]:
        asks(fake, "q1", "hội nghị", sender=STRANGER)
        return await answered(fake, "q1")

    assert titles(served(tmp_path, go)) == []


def test_what_was_asked_before_the_start_is_not_answered(tmp_path: Path) -> None:
    async def go(fake: FakeTelegram, _: Store) -> set[str]:
        asks(fake, "after", "hội nghị")
        await answered(fake, "after")
        return set(fake.inline)

    assert served(tmp_path, go, waiting="hội nghị") == {"after"}


def test_a_query_that_cannot_be_read_or_answered_stops_nobody(tmp_path: Path) -> None:
    async def go(fake: FakeTelegram, _: Store) -> list[str]:
        fake.push_update(inline_query={"id": 7})
        fake.fail("answerInlineQuery", "400:query is too old and response timeout expired")
        asks(fake, "late", "hội nghị")
        await asyncio.sleep(0.2)
        asks(fake, "next", '"":: AND NEAR( * đ')
        return titles(await answered(fake, "next"))

    assert served(tmp_path, go) == []


def test_nothing_of_a_query_is_written_down(tmp_path: Path) -> None:
    async def go(fake: FakeTelegram, _: Store) -> None:
        asks(fake, "q1", "xoài cát Hoà Lộc")
        await answered(fake, "q1")

    served(tmp_path, go)
    assert holding(tmp_path, ["xoài cát"]) == []
