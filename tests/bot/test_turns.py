"""Turns at a site: a pause between two, sites forgotten, nobody held up by others."""

from __future__ import annotations

import asyncio
import time

from bot.turns import Turns
from tests.patience import PATIENCE


def test_two_downloads_from_one_host_start_a_pause_apart() -> None:
    starts: list[float] = []
    began = time.monotonic()

    async def read(turns: Turns, host: str) -> None:
        async with turns.at(host, gap=0.1):
            starts.append(time.monotonic() - began)

    async def go() -> None:
        turns = Turns(same_host=2, at_once=16)
        await asyncio.gather(*(read(turns, "bao.vn") for _ in range(3)))

    asyncio.run(go())
    assert starts[1] > 0.09  # on a busy machine each may be late, but none early
    assert starts[2] > 0.19


def test_hosts_are_forgotten_when_nobody_reads_them() -> None:
    async def go() -> None:
        turns = Turns(same_host=2, at_once=16)
        for number in range(200):
            async with turns.at(f"bao{number}.vn", gap=0.02):
                pass
        assert len(turns) > 0
        await asyncio.sleep(0.1)
        assert len(turns) == 0

    asyncio.run(go())


def test_who_waits_for_one_host_holds_up_no_other() -> None:
    async def hold(turns: Turns, host: str, done: asyncio.Event) -> None:
        async with turns.at(host, gap=0.0):
            await done.wait()

    async def go() -> None:
        turns, done = Turns(same_host=1, at_once=2), asyncio.Event()
        slow = [asyncio.create_task(hold(turns, "cham.vn", done)) for _ in range(8)]
        await asyncio.sleep(0.01)
        async with asyncio.timeout(PATIENCE), turns.at("nhanh.vn", gap=0.0):
            done.set()
        await asyncio.gather(*slow)

    asyncio.run(go())


def test_no_more_than_so_many_run_in_all() -> None:
    running, most = 0, 0

    async def read(turns: Turns, host: str) -> None:
        nonlocal running, most
        async with turns.at(host, gap=0.0):
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1

    async def go() -> None:
        turns = Turns(same_host=2, at_once=16)
        await asyncio.gather(*(read(turns, f"bao{number}.vn") for number in range(40)))

    asyncio.run(go())
    assert most == 16
