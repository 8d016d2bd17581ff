"""A whole bot for a trip: everything is real but Telegram and the web, which are loopback servers.

Trips are plain functions: somebody says, sends or presses something, and gets back what is
new in the chat once the bot has seen to it. One bot serves a module; each trip has its
own people and chats.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import signal
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.channel import Attachment
from bot.fetch import Fetcher, Limits
from bot.gate import Gate
from bot.pool import Pool
from bot.run import run
from bot.telegram.channel import Telegram
from bot.worker import Gestures, Worker
from handlers.due import writers_of
from handlers.routes import answer, apologise
from handlers.services import Services
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, fake_telegram, person
from tests.bot.trips.site import Site, site
from tests.patience import PATIENCE

T = TypeVar("T")
ADMIN, OTHER_ADMIN = 1, 2
_MEMBERS = range(1000, 2000)  # by ALLOWED_IDS
_STRANGERS = range(5000, 6000)
_GROUPS = range(-2000, -3000, -1)  # by ALLOWED_IDS
_STRANGE_GROUPS = range(-5000, -6000, -1)
_LIMITS = Limits(tries=2, pause=0.01, total=3.0, silence=0.5)
_LINK = re.compile(r"https?://\S+")


class Bot:
    """The program without its command line, and the world around it."""

    def __init__(self, path: Path, pool: Pool, *, burst: float = 0.2, **settings: Any) -> None:
        """Take the folder of the database, the worker processes, and settings of `Services`.

        `burst` is how many seconds the rest of a cut text is waited for.
        """
        self.folder = path
        self.fake: FakeTelegram
        self.site: Site
        self.store: Store
        self.ahead = timedelta(0)  # how far the bot's clock is before ours
        self._pool, self._burst, self._settings = pool, burst, settings
        self._runner = asyncio.Runner()
        self._world = AsyncExitStack()
        self._members, self._strangers = iter(_MEMBERS), iter(_STRANGERS)
        self._groups, self._strange_groups = iter(_GROUPS), iter(_STRANGE_GROUPS)
        self._serving: asyncio.Task[None]

    def member(self) -> Chat:
        """Somebody who may come in, in a private chat."""
        return Chat(self, next(self._members))

    def stranger(self) -> Chat:
        """Somebody who may not."""
        return Chat(self, next(self._strangers))

    def admin(self) -> Chat:
        """The first of two admins."""
        return Chat(self, ADMIN)

    def group(self) -> Chat:
        """A group that may come in."""
        return Chat(self, next(self._groups))

    def strange_group(self) -> Chat:
        """A group that may not."""
        return Chat(self, next(self._strange_groups))

    def now(self) -> datetime:
        """The time by the bot's clock."""
        return datetime.now(UTC) + self.ahead

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the bot live until `work` is done."""
        return self._runner.run(asyncio.wait_for(work, PATIENCE))

    def settle(self) -> None:
        """See every event to its end."""
        self.do(self._settle())

    def read(self) -> None:
        """See that all is written down, not that it is answered."""
        self.do(self._read())

    def start(self) -> None:
        """Start serving, as `handlers/bot.py` does; what is not finished is taken up."""
        self.do(self._start())

    def stop(self) -> None:
        """Stop serving, as at SIGTERM; the fake and the site stay."""
        self.do(self._stop())

    def close(self) -> None:
        """Stop all of it."""
        self.stop()
        self.fake.push_update()  # ends the poll that hangs
        self.do(self._world.aclose())
        self._runner.close()

    def open_world(self) -> None:
        """Start Telegram and the web."""

        async def go() -> None:
            self.fake = await self._world.enter_async_context(fake_telegram())
            self.site = await self._world.enter_async_context(site())

        self.do(go())

    async def _start(self) -> None:
        self._opened = AsyncExitStack()
        open_store = await Store.open(self.folder / "giaoban.db")
        self.store = await self._opened.enter_async_context(open_store)
        address = self.fake.settings()
        telegram = await self._opened.enter_async_context(Telegram(address))

        async def load(_: str, attachment: Attachment) -> bytes:
            return await telegram.load(attachment)

        admins = (str(ADMIN), str(OTHER_ADMIN))
        allowed = tuple(map(str, (*_MEMBERS, *_GROUPS)))
        fetcher = Fetcher(_LIMITS, allow_hosts=frozenset({self.site.host}))
        services = Services(
            self.store, fetcher, self._pool, load, self.now, admins, **self._settings
        )
        gestures = Gestures(
            partial(answer, services=services), partial(apologise, services=services)
        )
        worker = Worker(
            self.store, {telegram.name: telegram}, gestures, burst=self._burst, pause=0.01
        )
        gate = Gate(self.store, admins=admins, allowed=allowed)
        due = writers_of(services, {telegram.name})
        self._serving = asyncio.create_task(run(self.store, [telegram], gate, worker, due))
        await asyncio.sleep(0)  # it takes the signals
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)  # Ctrl-C is pytest's

    async def _stop(self) -> None:
        self._serving.cancel()
        await asyncio.gather(self._serving, return_exceptions=True)
        await self._opened.aclose()

    async def _read(self) -> None:
        while self.fake.waiting:
            if self._serving.done():
                self._serving.result()
            await asyncio.sleep(0.002)

    async def _settle(self) -> None:
        await self._read()
        while await self.store.get_open_events():
            await asyncio.sleep(0.002)


class Chat:
    """A private chat, or a group; what its people do, and what the bot says there."""

    def __init__(self, bot: Bot, key: int) -> None:
        """Take the id of the chat: a person's own, or a group's below zero."""
        self.bot, self.key = bot, key

    @property
    def stands(self) -> list[str]:
        """What stands in the chat from the bot, oldest first, without tags."""
        return self.bot.fake.said_in(self.key)

    @property
    def buttons(self) -> list[str]:
        """The labels under the last message that has any."""
        rows = [self._rows(message) for message in self._messages().values()]
        last: Any = next((row for row in reversed(rows) if row), [])
        return [button["text"] for row in last for button in row]

    def says(self, text: str, **more: Any) -> list[str]:
        """Somebody writes; what is new in the chat."""
        return self.news(lambda: self.pushes(text, **more))

    def sends(self, data: bytes, name: str, caption: str = "", **more: Any) -> list[str]:
        """Somebody sends a file; what is new in the chat."""
        return self.news(lambda: self.attaches(data, name, caption, **more))

    def presses(self, label: str, *, by: Chat | None = None) -> list[str]:
        """Somebody presses the last button that is labelled so; what is new in the chat."""
        return self.news(lambda: self.touches(label, by=by))

    def pushes(self, text: str = "", *, by: Chat | None = None, **more: Any) -> dict[str, Any]:
        """Somebody writes, and does not wait; the update."""
        marked = {"entities": _entities(text)} if _LINK.search(text) else {}
        sender = {"from": person(by.key)} if by else {}
        return self.bot.fake.push(self.key, text, **(marked | sender | more))

    def attaches(self, data: bytes, name: str, caption: str = "", **more: Any) -> dict[str, Any]:
        """Somebody sends a file, and does not wait; the update."""
        ref = f"file{next(_REFS)}"
        self.bot.fake.files[ref] = data
        document = {
            "file_id": ref, "file_unique_id": ref, "file_name": name, "file_size": len(data),
        }  # fmt: skip
        if caption:
            more |= {"caption": caption, "caption_entities": _entities(caption)}
        return self.pushes(document=document, **more)

    def touches(self, label: str, *, by: Chat | None = None) -> dict[str, Any]:
        """Somebody presses a button, and does not wait; the update."""
        update = self.bot.fake.press(self.key, label)
        if by:
            update["callback_query"]["from"] = person(by.key)
        return update

    def news(self, act: Any) -> list[str]:
        """What is new in the chat, or says something else, after `act` has been seen to."""
        before = self._messages()
        act()
        self.bot.settle()
        after, texts = self._messages(), self.stands
        return [
            text
            for (key, message), text in zip(after.items(), texts, strict=True)
            if before.get(key) != message
        ]

    def _messages(self) -> dict[int, dict[str, Any]]:
        messages = sorted(self.bot.fake.messages.items())
        return {number: said for (where, number), said in messages if where == str(self.key)}

    def _rows(self, message: dict[str, Any]) -> Any:
        return json.loads(message["reply_markup"] or "{}").get("inline_keyboard", [])


_REFS = itertools.count()


def _entities(text: str) -> list[dict[str, Any]]:
    """The links of a text as Telegram marks them, counted in UTF-16 units."""
    return [
        {
            "type": "url",
            "offset": len(text[: match.start()].encode("utf-16-le")) // 2,
            "length": len(match[0].encode("utf-16-le")) // 2,
        }
        for match in _LINK.finditer(text)
    ]


@contextmanager
def serving(path: Path, pool: Pool, **settings: Any) -> Iterator[Bot]:
    """A bot that serves while the block runs."""
    bot = Bot(path, pool, **settings)
    bot.open_world()
    bot.start()
    try:
        yield bot
    finally:
        bot.close()
