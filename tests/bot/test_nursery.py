"""The nursery: its children hold nothing of the bot, and outlive neither it nor the bot."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.crew import Fork
from bot.nursery import Nursery
from bot.pool import Pool
from tests.bot.jobs import here, is_running, work
from tests.patience import PATIENCE

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]

T = TypeVar("T")
SECRET = f"nobody-else-{os.getpid()}"  # in this process's memory, as the token is in the bot's


def pooled(go: Callable[[Pool], Awaitable[T]], *, is_nursed: bool = True, workers: int = 1) -> T:
    async def run() -> T:
        with Nursery() as nursery:
            fork: Fork | None = nursery.fork if is_nursed else None
            async with Pool(workers, fork) as pool:
                return await asyncio.wait_for(go(pool), 2 * PATIENCE)

    return asyncio.run(run())


def holds(pid: int, words: str) -> bool:
    """Whether they stand in the memory or in the environment of a process."""
    wanted = words.encode()
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            start, end = (int(each, 16) for each in line.split()[0].split("-"))
            if line.split()[1].startswith("rw"):
                memory.seek(start)
                if wanted in memory.read(end - start):
                    return True
    return wanted in Path(f"/proc/{pid}/environ").read_bytes()


def opened(pid: int) -> list[str]:
    return [str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()]


@pytest.mark.parametrize("is_nursed", [True, False])
def test_a_worker_holds_nothing_of_the_bot(
    *, is_nursed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", SECRET)
    database = tmp_path / "a.db"

    async def go(pool: Pool) -> list[tuple[bool, bool]]:
        found = []
        with database.open("wb"):
            for _ in range(2):  # the second takes the place of the first
                pid = int(await pool.run(work, "who", limit=PATIENCE))
                found.append((holds(pid, SECRET), str(database) in opened(pid)))
                os.kill(pid, signal.SIGKILL)
                while is_running(pid):
                    await asyncio.sleep(0.005)
        return found

    first, second = pooled(go, is_nursed=is_nursed)
    if is_nursed:
        assert first == second == (False, False)
    else:  # what this test would find: forked from here, as the command line does it
        assert first[0]
        assert second == (True, True)


def test_a_worker_is_bounded() -> None:
    async def go(pool: Pool) -> tuple[int, ...]:
        pid = int(await pool.run(work, "who", limit=PATIENCE))
        kinds = (resource.RLIMIT_AS, resource.RLIMIT_CORE)
        limits = (resource.prlimit(pid, kind)[1] for kind in kinds)
        return *limits, os.getpriority(os.PRIO_PROCESS, pid) - os.nice(0)

    assert pooled(go) == (2 << 30, 0, 10)


def test_a_nursery_that_is_killed_is_replaced_and_no_job_lost(tmp_path: Path) -> None:
    marker = tmp_path / "marker"

    async def go(pool: Pool) -> tuple[list[int], str]:
        jobs = [pool.run(work, f"rest {number}", limit=PATIENCE) for number in range(2)]
        pids = [int(pid) for pid in await asyncio.gather(*jobs)]
        waiting = asyncio.ensure_future(pool.run(work, f"wait once {marker}", limit=PATIENCE))
        while not marker.exists():
            await asyncio.sleep(0.005)
        os.kill(parent_of(pids[0]), signal.SIGKILL)
        return pids, await waiting

    pids, answer = pooled(go, workers=2)
    assert answer == f"wait once {marker}".upper()
    assert not any(map(is_running, pids))


def test_nursery_and_workers_end_with_the_bot(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            import asyncio
            from bot.nursery import Nursery
            from bot.pool import Pool
            from tests.bot.jobs import work

            async def go():
                with Nursery() as nursery:
                    async with Pool(1, nursery.fork) as pool:
                        print(await pool.run(work, "who", limit=60), flush=True)
                        await pool.run(work, "sleep 60", limit=90)

            asyncio.run(go())
            """
        )
    )
    bot = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=here()
    )
    with bot:
        assert bot.stdout
        worker = int(bot.stdout.readline())
        nursery = parent_of(worker)
        assert parent_of(nursery) == bot.pid
        bot.kill()
    end = time.monotonic() + 5
    while (is_running(worker) or is_running(nursery)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not is_running(worker)
    assert not is_running(nursery)


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
