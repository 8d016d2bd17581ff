"""A bot with simple gestures over the fake Bot API: real HTTP, real SQLite, the true run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bot.channel import Button, Reply, Request, said
from bot.gate import Gate
from bot.run import run
from bot.telegram.calls import Patience
from bot.telegram.channel import Telegram
from bot.worker import Gestures, Worker
from storage.model import Event
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram
from tests.patience import PATIENCE

LAN, MINH, ADMIN = 42, 43, 1
GROUP = -1005
QUICK = Patience(tries=50, first=0.01, longest=0.05, conflict=0.01)


async def echo(request: Request) -> Sequence[Reply]:
    """What was asked, with a button that asks for more."""
    if request.verdict == "stranger":
        return (said("ai đấy"),)
    words = request.text or f"{request.command} {request.argument}".strip()
    button = Button("Thêm", "/them 1")
    return (replace(said(words), buttons=((button,),), in_place=request.is_press),)


async def sorry(event: Event, failure: str) -> Sequence[Reply]:
    """What the chat and the admin are told of an event that could not be answered."""
    return (said("xin lỗi"), replace(said(f"{event.chat}: {failure}"), chat=str(ADMIN)))


class Serving:
    """A bot that runs."""

    def __init__(self, fake: FakeTelegram, store: Store, task: asyncio.Task[None]) -> None:
        self.fake, self.store, self.task = fake, store, task

    async def until(self, has_come: Callable[[], bool]) -> None:
        """Wait for it; the failure of the bot is the test's."""
        async with asyncio.timeout(PATIENCE):
            while not has_come():
                if self.task.done():
                    self.task.result()
                    raise AssertionError("the bot has stopped")
                await asyncio.sleep(0.005)

    async def hears(self, chat: int, *texts: str) -> None:
        """Wait until exactly this stands in the chat."""
        try:
            await self.until(lambda: self.fake.said_in(chat) == list(texts))
        except TimeoutError:
            assert self.fake.said_in(chat) == list(texts)

    async def settle(self) -> None:
        """Wait until everything that came is answered, and the server has nothing more."""
        polls = sum(method == "getUpdates" for method, _ in self.fake.calls)
        await self.until(lambda: self.fake.webhook is not None or self._polls() > polls + 1)
        async with asyncio.timeout(PATIENCE):
            while self.fake.waiting or await self.store.get_open_events():
                await asyncio.sleep(0.005)

    def _polls(self) -> int:
        return sum(method == "getUpdates" for method, _ in self.fake.calls)


@asynccontextmanager
async def serving(
    fake: FakeTelegram, path: Path, answer: Any = echo, *, pacing: bool = False, **options: Any
) -> AsyncIterator[Serving]:
    """The bot while the block runs; Lan, Minh, the admin and the group may come in."""
    fake.longest_poll = 0.1
    telegram = Telegram(fake.settings(pacing=pacing), patience=QUICK, **options)
    async with await Store.open(path / "a.db") as store, telegram:
        allowed = [str(LAN), str(MINH), str(GROUP), *(str(chat) for chat in range(100, 200))]
        gate = Gate(store, admins=[str(ADMIN)], allowed=allowed)
        gestures = Gestures(answer, sorry)
        worker = Worker(store, {"telegram": telegram}, gestures, burst=0.05, pause=0.01)
        task = asyncio.create_task(run(store, [telegram], gate, worker))
        try:
            yield Serving(fake, store, task)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
