"""Kill the bot again and again while articles come in: `make crash`.

Afterwards every article must be kept once and answered once. A killed send leaves at most
one message behind that nobody can find again; its words must stand by themselves. Then what
comes by itself is met at each of its moments (`tests/load/headings.py`).
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import signal
import socket
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from msgspec import Struct

from tests.bot.fake_telegram import FakeTelegram, fake_telegram
from tests.bot.fake_webhook import postman
from tests.load import program
from tests.load.articles import Invented, invent
from tests.load.headings import MOMENTS, Moment, trip

ORPHAN = "Đã nhận, đang đọc…"
_CHATS = range(100, 112)
_LATENCY = (0.02, 0.1)  # seconds of a round trip to the Bot API
_STARTING = 0.3  # the share of kills that fall into the start
_START = 0.8  # seconds that a start takes, about
_PATIENCE = 120.0
_MOST_SECONDS = 6.0  # from SIGTERM to the end


class Plan(Struct, frozen=True):
    """What is done to the bot: with which signal, how often, while how many articles come."""

    name: str
    sign: signal.Signals = signal.SIGKILL
    articles: int = 200
    ends: int = 20
    kills_workers: bool = False
    has_webhook: bool = False
    work: float = 1.5  # seconds of work before an end, at most


class Outcome(Struct, frozen=True):
    """What was found afterwards."""

    kept: int
    answered: Counter[str]
    orphans: int
    strangers: int  # messages that are neither an answer nor an orphan
    deleted: int
    left_over: int
    slowest_end: float
    statuses: tuple[int, ...]

    @property
    def lost(self) -> int:
        """Articles without their digest."""
        return sum(times == 0 for times in self.answered.values())

    @property
    def doubled(self) -> int:
        """Articles that were answered more than once."""
        return sum(times > 1 for times in self.answered.values())

    def faults(self, plan: Plan) -> list[str]:
        """What must not be."""
        is_kill = plan.sign is signal.SIGKILL
        told = {
            f"{self.lost} lost": self.lost,
            f"{self.doubled} doubled": self.doubled,
            f"{self.kept} kept": self.kept != plan.articles,
            f"{self.orphans} orphans": self.orphans > (plan.ends if is_kill else 0),
            f"{self.strangers} other messages": self.strangers,
            f"{self.deleted} messages deleted": self.deleted,
            f"{self.left_over} processes left": self.left_over,
            f"{self.slowest_end:.1f} s to the end": not is_kill
            and self.slowest_end > _MOST_SECONDS,
            f"exit with {set(self.statuses)}": not is_kill and any(self.statuses),
        }
        return [words for words, is_wrong in told.items() if is_wrong]


async def storm(plan: Plan, *, seed: int, folder: Path) -> Outcome:
    """Let articles come in while the bot is ended again and again, then let it finish."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    articles = list(invent(plan.articles, seed=seed))
    database = folder / "giaoban.db"
    ends: list[float] = []
    statuses: list[int] = []
    async with fake_telegram() as fake, AsyncExitStack() as opened:
        await opened.enter_async_context(_slow(fake, chance))
        settings = await _webhook(opened, fake) if plan.has_webhook else {}
        waiting = list(enumerate(articles))
        for left in range(plan.ends, 0, -1):
            process = await program.start(
                fake.url, database, members=_CHATS, log=folder / "log", **settings
            )
            share = -(-len(waiting) // left)
            _push(fake, waiting[:share])
            waiting = waiting[share:]
            await _wait(chance, process, fake, plan)
            began = time.monotonic()
            process.send_signal(plan.sign)
            statuses.append(await process.wait())
            ends.append(time.monotonic() - began)
        left_over = await _left_over(database)
        process = await program.start(
            fake.url, database, members=_CHATS, log=folder / "log", **settings
        )
        await _finish(fake, articles, database)
        process.send_signal(signal.SIGTERM)
        statuses.append(await process.wait())
        left_over += await _left_over(database)
        answered = _answered(fake, articles)
        orphans = sum(fake.said_in(chat).count(ORPHAN) for chat in _CHATS)
        return Outcome(
            kept=_count(database, "select count(*) from digest"),
            answered=answered,
            orphans=orphans,
            strangers=len(fake.messages) - orphans - answered.total(),
            deleted=sum(method == "deleteMessage" for method, _ in fake.calls),
            left_over=left_over,
            slowest_end=max(ends),
            statuses=tuple(statuses),
        )


def _push(fake: FakeTelegram, articles: Sequence[tuple[int, Invented]]) -> None:
    for number, article in articles:
        fake.push(_chat(number), article.text)


def _chat(number: int) -> int:
    return _CHATS[number % len(_CHATS)]


async def _wait(
    chance: random.Random, process: asyncio.subprocess.Process, fake: FakeTelegram, plan: Plan
) -> None:
    """Until the moment of the end: while it starts, or somewhere in its work."""
    if chance.random() < _STARTING:
        await asyncio.sleep(chance.random() * _START)
        if plan.sign is signal.SIGKILL:
            return
    before = len(fake.calls)
    while not any(method != "getMe" for method, _ in fake.calls[before:]):
        await asyncio.sleep(0.005)
    await asyncio.sleep(chance.random() * plan.work)
    _, *others = program.family(process.pid)
    if plan.kills_workers and others:
        with contextlib.suppress(ProcessLookupError):
            os.kill(chance.choice(others), signal.SIGKILL)
        await asyncio.sleep(chance.random() * plan.work)


async def _finish(fake: FakeTelegram, articles: Sequence[Invented], database: Path) -> None:
    """Until everything is answered, or it takes too long."""
    end = time.monotonic() + _PATIENCE
    before = len(fake.calls)
    while time.monotonic() < end:
        is_up = any(method == "getUpdates" for method, _ in fake.calls[before:])
        if (
            is_up
            and not fake.waiting
            and _open(database) == 0
            and all(_answered(fake, articles).values())
        ):
            return
        await asyncio.sleep(0.1)


def _answered(fake: FakeTelegram, articles: Sequence[Invented]) -> Counter[str]:
    """How often each article's digest stands in its chat."""
    said = {chat: Counter(text.split("\n")[0] for text in fake.said_in(chat)) for chat in _CHATS}
    return Counter(
        {each.title: said[_chat(number)][each.title] for number, each in enumerate(articles)}
    )


async def _left_over(database: Path) -> int:
    """How many processes outlive the bot, when those that are being ended have had a moment."""
    for _ in range(100):
        if not program.left_over(database):
            return 0
        await asyncio.sleep(0.02)
    return len(program.left_over(database))


def _open(database: Path) -> int:
    return _count(database, "select count(*) from inbox where finished is null")


def _count(database: Path, query: str) -> int:
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reader:
        return int(reader.execute(query).fetchone()[0])


@asynccontextmanager
async def _slow(fake: FakeTelegram, chance: random.Random) -> AsyncIterator[None]:
    """A Bot API whose answers take now more, now less."""

    async def vary() -> None:
        while True:
            fake.latency = chance.uniform(*_LATENCY)
            await asyncio.sleep(0.01)

    task = asyncio.create_task(vary())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _webhook(opened: AsyncExitStack, fake: FakeTelegram) -> dict[str, str]:
    await opened.enter_async_context(postman(fake))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "WEBHOOK_PORT": str(port)}


def main() -> int:
    """Run the storms; 0 where nothing was lost and nothing doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--ends", type=int, default=20)
    parser.add_argument("--webhook", action="store_true", help="let Telegram call the bot")
    options = parser.parse_args()
    sizes = {"articles": options.articles, "ends": options.ends}
    plans = [
        Plan("SIGKILL", **sizes, has_webhook=options.webhook),
        Plan("SIGKILL, workers too", **sizes, kills_workers=True, has_webhook=options.webhook),
        Plan("SIGTERM", sign=signal.SIGTERM, **sizes, has_webhook=options.webhook),
    ]
    print(
        f"{'ended by':<22}{'seed':>5}{'ends':>6}{'articles':>10}{'kept':>6}{'lost':>6}"
        f"{'doubled':>9}{'orphans':>9}{'slowest':>9}{'seconds':>9}"
    )
    is_fine = True
    for plan in plans:
        for seed in range(1, options.seeds + 1):
            is_fine &= _run(plan, seed)
    print(f"\n{'due, killed':<36}{'kills':>6}{'headings':>10}{'alone':>7}{'whole':>7}{'files':>7}")
    for moment in MOMENTS:
        is_fine &= _meet(moment)
    return 0 if is_fine else 1


def _run(plan: Plan, seed: int) -> bool:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(storm(plan, seed=seed, folder=Path(folder)))
    print(
        f"{plan.name:<22}{seed:>5}{plan.ends:>6}{plan.articles:>10}{found.kept:>6}{found.lost:>6}"
        f"{found.doubled:>9}{found.orphans:>9}{found.slowest_end:>8.1f}s"
        f"{time.monotonic() - began:>8.0f}s",
        flush=True,
    )
    return _tell(found.faults(plan))


def _meet(moment: Moment) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(trip(moment, Path(folder)))
    print(
        f"{moment.name:<36}{found.kills:>6}{sum(found.loud):>10}{sum(found.bare):>7}"
        f"{sum(found.whole):>7}{len(found.files):>7}",
        flush=True,
    )
    return _tell(found.faults(moment))


def _tell(faults: Sequence[str]) -> bool:
    if faults:
        print(f"  FAILED: {', '.join(faults)}", flush=True)
    return not faults


if __name__ == "__main__":
    sys.exit(main())
