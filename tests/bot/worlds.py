"""The channels behind one face: somebody writes or presses, and sees what is new in the chat.

What is real: the channel, the worker, the gestures, the store, the worker processes. What
is ours: the platform at the other end, and for the local page its reader.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import signal
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.channel import Attachment, Channel
from bot.fetch import Fetcher
from bot.gate import Gate
from bot.pool import Pool
from bot.render.html import units
from bot.render.parting import bare
from bot.run import run
from bot.settings import LanSettings, TelegramSettings
from bot.telegram.channel import Telegram
from bot.web.channel import CHAT, Local
from bot.web.chat import Chat
from bot.web.entry import COOKIE
from bot.web.members import Members
from bot.web.office import serve_office
from bot.web.passwords import Cost, Passwords
from bot.web.server import serve_page
from bot.web.sessions import Sessions
from bot.web.tokens import hash_token, make_token
from bot.worker import Gestures, Worker
from handlers.due import writers_of
from handlers.errors import to_words
from handlers.routes import answer, apologise
from handlers.services import Services
from storage.store import Store
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram
from tests.bot.poor_channel import Note, Poor, Town
from tests.bot.web.pages import pages_of

_CUT = 4096
_COMMAND = re.compile(r"^(/\S.*?)(?: — (.+))?$", re.MULTILINE)
_NUMBERED = re.compile(r"(?:(\d+): )?(/[^·\n]*?(\d+))(?= ·|$)", re.MULTILINE)


class World(ABC):
    """A bot with one channel, a member at the other end, and an admin where there are any."""

    name: str
    member: str
    admin: str
    stranger: str

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.store: Store
        self.serving: asyncio.Task[None]

    async def says(self, text: str, who: str | None = None) -> list[str]:
        """Somebody writes; what is new in the chat, or stands there anew."""
        who = who or self.member
        return await self.news(who, lambda: self.write(who, text))

    async def presses(self, label: str, who: str | None = None) -> list[str]:
        """Somebody presses the last button that is labelled so, or types what it stands for."""
        who = who or self.member
        return await self.news(who, lambda: self.press(who, label))

    async def news(self, who: str, act: Callable[[], Awaitable[None]]) -> list[str]:
        before = await self.stands(who)
        await act()
        await self.settle()
        after = await self.stands(who)
        return [text for key, text in after.items() if before.get(key) != text]

    async def settle(self) -> None:
        """See every event to its end."""
        while self.is_waiting() or await self.store.get_open_events():
            if self.serving.done():
                self.serving.result()
            await asyncio.sleep(0.002)

    def size(self, text: str) -> int:
        """The length of a message as the channel counts it."""
        return units(text) if self.channel.abilities.unit == "utf-16" else len(text)

    @abstractmethod
    async def write(self, who: str, text: str) -> None:
        """Let somebody write."""

    @abstractmethod
    async def repeat(self) -> None:
        """Let the platform report the last event once more."""

    @abstractmethod
    async def press(self, who: str, label: str) -> None:
        """Let somebody press a button, or type its command."""

    @abstractmethod
    async def leave(self, who: str) -> None:
        """Let nobody be there any more."""

    @abstractmethod
    async def stands(self, who: str) -> dict[str, str]:
        """What stands in somebody's chat from the bot, by handle, in order."""

    @abstractmethod
    def is_waiting(self) -> bool:
        """Whether the platform has something that is not written down."""


class TelegramWorld(World):
    """Telegram, by the fake Bot API server."""

    name, member, admin, stranger = "telegram", "42", "1", "77"

    def __init__(self, channel: Channel, fake: FakeTelegram) -> None:
        super().__init__(channel)
        self._fake = fake
        self._last: dict[str, Any] = {}

    async def write(self, who: str, text: str) -> None:
        for at in range(0, len(text), _CUT):  # as the clients cut long texts
            self._last = self._fake.push(int(who), text[at : at + _CUT])

    async def repeat(self) -> None:
        self._fake.waiting.append(self._last)

    async def press(self, who: str, label: str) -> None:
        self._last = self._fake.press(int(who), label)

    async def leave(self, who: str) -> None:
        self._fake.refusing[who] = "Forbidden: bot was blocked by the user"

    async def stands(self, who: str) -> dict[str, str]:
        numbers = sorted(number for chat, number in self._fake.messages if chat == who)
        return dict(zip(map(str, numbers), self._fake.said_in(int(who)), strict=True))

    def is_waiting(self) -> bool:
        return bool(self._fake.waiting)


class PoorWorld(World):
    """The poor channel, and its town."""

    name, member, admin, stranger = "poor", "u-7f3", "u-admin", "u-2c"

    def __init__(self, channel: Channel, town: Town) -> None:
        super().__init__(channel)
        self._town = town
        self._ids = itertools.count(0x1F)
        self._last: Note

    async def write(self, who: str, text: str) -> None:
        self._last = Note(f"m-{next(self._ids):x}", who, who, text)
        await self.repeat()

    async def repeat(self) -> None:
        self._town.send(self._last)

    async def press(self, who: str, label: str) -> None:
        await self.write(who, self._typed(who, label))

    async def leave(self, who: str) -> None:
        self._town.gone.add(who)

    async def stands(self, who: str) -> dict[str, str]:
        return {str(at): text for at, (chat, text) in enumerate(self._town.said) if chat == who}

    def is_waiting(self) -> bool:
        return self._town.unread > 0

    def _typed(self, who: str, label: str) -> str:
        """The command that was last written out for this label."""
        found: list[str] = []
        for chat, text in self._town.said:
            if chat == who and label.isdigit():
                told = _NUMBERED.finditer(text)
                found += [each[2] for each in told if (each[1] or each[3]) == label]
            elif chat == who:
                written = _COMMAND.finditer(text)
                found += [each[1] for each in written if (each[2] or "").lower() == label.lower()]
        return found[-1]


class PageWorld(World):
    """A chat page, by what its script asks for over HTTP."""

    admin, stranger = "", ""

    def __init__(self, channel: Channel, member: str, chat: Chat, client: ClientSession) -> None:
        super().__init__(channel)
        self.name, self.member = channel.name, member
        self._chat, self._client = chat, client
        self._keys = itertools.count(10_000_000)
        self._last: dict[str, str] = {}

    async def write(self, who: str, text: str) -> None:
        self._last = {"key": str(next(self._keys)), "text": text}
        await self.repeat()

    async def repeat(self) -> None:
        async with self._client.post("/say", json=self._last) as answered:
            assert answered.status == 204

    async def press(self, who: str, label: str) -> None:
        shown = [
            (message.handle, button)
            for message in await self._messages()
            for row in message.buttons
            for button in row
            if button.label == label
        ]
        handle, button = shown[-1]
        key = str(next(self._keys))
        self._last = {"key": key, "press": button.command, "message": handle}
        await self.repeat()

    async def leave(self, who: str) -> None:
        raise NotImplementedError

    async def stands(self, who: str) -> dict[str, str]:
        return {
            message.handle: message.text or "\n".join(bare(line).strip() for line in message.lines)
            for message in await self._messages()
            if message.side == "bot"
        }

    def is_waiting(self) -> bool:
        return False  # what is posted is answered when it is written down

    async def _messages(self) -> list[Any]:
        async for messages in self._chat.feed.changes(0, patience=0):
            return messages
        return []


@asynccontextmanager
async def telegram_world(_: Store) -> AsyncIterator[World]:
    """Telegram, its server on loopback."""
    async with fake_telegram() as fake:
        base = TelegramSettings(TOKEN, f"{fake.url}/bot", f"{fake.url}/file/bot", pacing=False)
        async with Telegram(base) as telegram:
            yield TelegramWorld(telegram, fake)
            fake.push_update()  # ends the poll that hangs


@asynccontextmanager
async def poor_world(_: Store) -> AsyncIterator[World]:
    """The poor channel and its town."""
    town = Town()
    yield PoorWorld(Poor(town), town)


@asynccontextmanager
async def local_world(store: Store) -> AsyncIterator[World]:
    """The chat page, served on loopback."""
    local = Local()
    async with (
        serve_page(local, pages_of(store), host="127.0.0.1", port=0) as address,
        ClientSession(address, headers={"Origin": address}) as client,
    ):
        yield PageWorld(local, CHAT, local.chat, client)


@asynccontextmanager
async def office_world(store: Store) -> AsyncIterator[World]:
    """The chat page of the office, as a proxy on this machine asks for it."""
    members, sessions = Members(store.accounts), Sessions(store.accounts, Passwords(Cost(16, 8, 1)))
    settings = LanSettings("https://giaoban.test", "127.0.0.1", 0)
    now, token = datetime.now(UTC), make_token()
    await store.accounts.add("lan.nguyen", is_admin=False, by="", now=now)
    await store.accounts.put_invitation(
        "lan.nguyen", hash_token(token), expires=now + timedelta(hours=1)
    )
    cookie = await sessions.join(token, "mật khẩu của lan", "127.0.0.1")
    account = await store.accounts.get("lan.nguyen")
    assert account
    headers = {"Origin": settings.url, "Host": "giaoban.test", "Cookie": f"{COOKIE}={cookie}"}
    async with (
        serve_office(members, sessions, pages_of(store), settings, to_words=to_words) as address,
        ClientSession(f"http://{address}", headers=headers) as client,
    ):
        yield PageWorld(members, account.name, members.chat_of(account), client)


Opening = Callable[[Store], AbstractAsyncContextManager[World]]


@asynccontextmanager
async def living(opening: Opening, database: Path, pool: Pool) -> AsyncIterator[World]:
    """A bot that serves the channel of a world while the block runs."""
    async with await Store.open(database) as store, opening(store) as world:
        channel, admins = world.channel, (world.admin,) if world.admin else ()

        async def load(_: str, attachment: Attachment) -> bytes:
            return await channel.load(attachment)

        services = Services(store, Fetcher(), pool, load, lambda: datetime.now(UTC), admins)
        gestures = Gestures(
            partial(answer, services=services), partial(apologise, services=services)
        )
        worker = Worker(store, {channel.name: channel}, gestures, burst=0.2, pause=0.01)
        gate = Gate(store, admins=admins, allowed=(world.member,))
        world.store = store
        due = writers_of(services, {channel.name})
        world.serving = asyncio.create_task(run(store, [channel], gate, worker, due))
        await asyncio.sleep(0)  # it takes the signals
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)  # Ctrl-C is pytest's
        try:
            yield world
        finally:
            world.serving.cancel()
            await asyncio.gather(world.serving, return_exceptions=True)
