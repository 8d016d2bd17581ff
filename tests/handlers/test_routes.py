"""Who answers what, and who hears of what could not be answered."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot import texts
from bot.channel import Reply
from bot.fetch import Fetcher
from bot.pool import Pool
from bot.render.plain import write_plain
from handlers.routes import apologise
from handlers.services import Services
from storage.accounts import CHANNEL as OFFICE
from storage.model import Event
from storage.store import Store

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def told_of(event: Event) -> dict[str | None, str]:
    """What is said where an event of a bot with two admins on each channel fails."""

    async def load(*_: object) -> bytes:
        raise AssertionError

    async def go() -> Sequence[Reply]:
        async with await Store.open(":memory:") as store:
            for name, is_admin in (("an.tran", True), ("bo.le", True), ("lan.nguyen", False)):
                await store.accounts.add(name, is_admin=is_admin, by="", now=NOW)
            services = Services(store, Fetcher(), Pool(1), load, lambda: NOW, ("1", "2"))
            return await apologise(event, "OSError", services=services)

    return {reply.chat: write_plain(reply.lines).strip() for reply in asyncio.run(go())}


@pytest.mark.parametrize(
    ("channel", "chat", "admins"),
    [
        ("telegram", "42", {"1", "2"}),
        ("telegram", "1", {"2"}),
        (OFFICE, "lan.nguyen", {"an.tran", "bo.le"}),
        (OFFICE, "bo.le", {"an.tran"}),
    ],
)
def test_the_admins_of_the_channel_hear_of_a_failure(
    channel: str, chat: str, admins: set[str]
) -> None:
    told = told_of(Event(7, channel, chat, None))
    assert told.keys() == {None, *admins}
    assert told.pop(None) == texts.NO_ANSWER
    words = texts.NOT_ANSWERED.format(number=7, chat=chat, failure="OSError")
    assert {" ".join(each.split()) for each in told.values()} == {words}
