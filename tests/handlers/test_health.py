"""How the bot is: told to machines, to admins who ask, and to those who should know."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiohttp
import pytest

from bot.channel import PortTakenError, Request
from bot.fetch import Fetcher
from bot.pool import Pool
from bot.texts import health as words
from bot.web.health import serve_health
from handlers.health import look, look_for_machines, tell, warn, write_warnings
from handlers.services import Services
from storage.backup import back_up
from storage.model import NewEvent
from storage.store import Store

T = TypeVar("T")
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
AN = "1"
QUESTION = Request("telegram", AN, AN, "5", NOW, command="/suckhoe")
WAITING = NewEvent("9", "42", b"{}", message="9")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def with_services(folder: Path, go: Callable[[Services, Clock], Awaitable[T]]) -> T:
    async def load(*_: object) -> bytes:
        raise AssertionError

    async def run() -> T:
        clock = Clock()
        async with await Store.open(folder / "a.db") as store:
            services = Services(
                store,
                Fetcher(),
                Pool(1),
                load,
                clock,
                (AN, "2"),
                folder=folder,
                channels=("telegram",),
            )
            return await go(services, clock)

    return asyncio.run(run())


async def get(address: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as client, client.get(address) as answer:
        return answer.status, await answer.text()


def said(replies: Sequence[object]) -> str:
    return "\n".join(
        "".join(piece.text for piece in line.pieces) for reply in replies for line in reply.lines
    )


def test_a_bot_that_is_well_says_so(tmp_path: Path) -> None:
    async def go(services: Services, _: Clock) -> tuple[int, str, str, str]:
        checked = partial(look_for_machines, services)
        registry = services.meter.registry
        services.meter.count_article("link", "new")
        async with serve_health(checked, registry, host="127.0.0.1", port=0) as address:
            status, body = await get(f"{address}/healthz")
            _, figures = await get(f"{address}/metrics")
        return status, body, figures, said(await tell(QUESTION, services))

    status, body, figures, told = with_services(tmp_path, go)
    assert (status, body) == (200, "ok\n")
    assert 'giaoban_articles_total{kind="link",outcome="new"} 1.0' in figures
    assert "giaoban_inbox_open 0.0" in figures
    assert "process_resident_memory_bytes" in figures
    assert told.startswith(words.FINE)
    assert "Sao lưu gần nhất: chưa có" in told


@pytest.mark.parametrize(("minutes", "status", "body"), [(4, 200, "ok\n"), (6, 503, "inbox\n")])
def test_a_message_that_waits_long_is_noticed(
    tmp_path: Path, minutes: int, status: int, body: str
) -> None:
    async def go(services: Services, clock: Clock) -> tuple[int, str, str]:
        await services.store.put_events("telegram", [WAITING], cursor=None, now=NOW)
        await services.store.put_events("zalo", [WAITING], cursor=None, now=NOW - timedelta(1))
        clock.now += timedelta(minutes=minutes)
        checked = partial(look_for_machines, services)
        registry = services.meter.registry
        async with serve_health(checked, registry, host="127.0.0.1", port=0) as address:
            _, figures = await get(f"{address}/metrics")
            return *(await get(f"{address}/healthz")), figures

    found_status, found_body, figures = with_services(tmp_path, go)
    assert (found_status, found_body) == (status, body)
    assert f"giaoban_inbox_oldest_seconds {minutes * 60}.0" in figures


def test_a_database_that_cannot_be_written_is_noticed(tmp_path: Path) -> None:
    async def go(services: Services, _: Clock) -> tuple[tuple[str, ...], str]:
        with closing(sqlite3.connect(tmp_path / "a.db")) as other:
            other.execute("drop table meta")
            other.commit()
        return (await look(services)).troubles, said(await tell(QUESTION, services))

    troubles, told = with_services(tmp_path, go)
    assert troubles == ("database",)
    assert words.TROUBLES["database"] in told


def test_each_admin_is_told_once_a_day_what_is_wrong(tmp_path: Path) -> None:
    async def go(services: Services, clock: Clock) -> list[list[str]]:
        await services.store.put_events("telegram", [WAITING], cursor=None, now=NOW)
        told = []
        for later in (timedelta(minutes=1), timedelta(minutes=9), timedelta(hours=1), timedelta(1)):
            clock.now = NOW + later
            events = await write_warnings(services, services.channels)
            told.append([event.chat for event in events])
        (reply,) = await warn(QUESTION, services)
        assert reply.heading == words.WARNING
        assert words.TROUBLES["inbox"] in said([reply])
        return told

    assert with_services(tmp_path, go) == [[], [AN, "2"], [], [AN, "2"]]


def test_a_copy_that_fails_or_does_not_come_is_noticed(tmp_path: Path) -> None:
    async def go(services: Services, clock: Clock) -> list[tuple[str, ...]]:
        found = [(await look(services)).troubles]  # who makes no copies has chosen so
        database = tmp_path / "a.db"
        await asyncio.to_thread(back_up, database, tmp_path / "b.db", now=clock.now)
        found.append((await look(services)).troubles)
        clock.now += timedelta(hours=47)
        found.append((await look(services)).troubles)
        clock.now += timedelta(hours=2)
        found.append((await look(services)).troubles)
        await asyncio.to_thread(back_up, database, tmp_path / "b.db", now=clock.now)
        found.append((await look(services)).troubles)
        (tmp_path / "taken").write_text("Kính gửi")
        clock.now += timedelta(minutes=1)
        with pytest.raises(Exception, match="taken"):
            await asyncio.to_thread(back_up, database, tmp_path / "taken" / "c.db", now=clock.now)
        found.append((await look(services)).troubles)
        return found

    assert with_services(tmp_path, go) == [(), (), (), ("backup",), (), ("backup",)]


def test_a_port_that_is_taken_is_told_with_its_setting(tmp_path: Path) -> None:
    async def go(services: Services, _: Clock) -> None:
        checked = partial(look_for_machines, services)
        registry = services.meter.registry
        async with serve_health(checked, registry, host="127.0.0.1", port=0) as address:
            port = int(address.rpartition(":")[2])
            with pytest.raises(PortTakenError) as refused:
                async with serve_health(checked, registry, host="127.0.0.1", port=port):
                    pass
            assert refused.value.setting == "HEALTH_PORT"

    with_services(tmp_path, go)
