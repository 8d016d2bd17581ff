"""An office with the chat page in its network: over real TLS, the whole bot behind it."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import signal
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec
from aiohttp import ClientResponse, ClientSession, TCPConnector
from aiohttp.abc import AbstractResolver

from bot.channel import Attachment
from bot.fetch import Fetcher
from bot.gate import Gate
from bot.run import run
from bot.settings import LanSettings, TlsSettings
from bot.web.entry import COOKIE
from bot.web.members import Members
from bot.web.office import serve_office
from bot.web.pages import Pages
from bot.web.passwords import Cost, Passwords
from bot.web.sessions import Sessions
from bot.web.tokens import hash_token, make_token
from bot.worker import Gestures, Worker
from handlers.errors import to_words
from handlers.routes import answer, apologise
from handlers.services import Services
from handlers.statistics import count
from storage.store import Store
from tests.pools import shared_pool

T = TypeVar("T")

HOST = "giaoban.so-noi-vu.test"
URL = f"https://{HOST}:8443"
PASSWORD = "đường về nhà xa quá"  # noqa: S105 (invented)
LOOK = 0.03  # seconds
FEW = Cost(16, 8, 1)


class Clock:
    """The time, as the test wants it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 29, 8, tzinfo=UTC)

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)

    def read(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()


class _Way(AbstractResolver):
    """The name of the office's page leads to the port where it listens."""

    def __init__(self, address: str) -> None:
        self._host, _, self._port = address.rpartition(":")

    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> list[Any]:
        return [
            {
                "hostname": host,
                "host": self._host,
                "port": int(self._port),
                "family": family,
                "proto": 0,
                "flags": 0,
            }
        ]

    async def close(self) -> None:
        """Nothing is open."""


class Visitor:
    """A browser at the office's page."""

    def __init__(self, address: str, trust: ssl.SSLContext | None, cookie: str | None) -> None:
        connector = TCPConnector(ssl=trust or True, resolver=_Way(address), limit=0)
        cookies = {COOKIE: cookie} if cookie else None
        url = URL if trust else URL.replace("https", "http")  # as a proxy speaks to us
        self.client = ClientSession(url, connector=connector, cookies=cookies)
        self.trust = trust
        self._keys = (secrets.token_hex(6) for _ in itertools.count())
        self._streams: list[ClientResponse] = []
        self._listening: asyncio.Task[None] | None = None
        self.messages: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        for stream in self._streams:
            stream.close()
        await self.client.close()

    async def ask(self, method: str, path: str, **more: Any) -> ClientResponse:
        headers = {"Origin": URL, **more.pop("headers", {})}
        said = {name: value for name, value in headers.items() if value}
        options = {"allow_redirects": False, **more}
        response = await self.client.request(method, path, headers=said, **options)
        await response.read()
        return response

    async def enter(self, name: str, password: str = PASSWORD) -> ClientResponse:
        return await self.ask("POST", "/login", json={"name": name, "password": password})

    async def join(self, link: str, password: str = PASSWORD) -> ClientResponse:
        return await self.ask("POST", "/join", json={"link": link, "password": password})

    async def stream(self) -> ClientResponse:
        response = await self.client.get("/feed")
        self._streams.append(response)
        return response

    async def write(self, text: str, key: str = "khoa-0000") -> int:
        said = {"key": key, "text": text}
        return (await self.ask("POST", "/say", json=said)).status

    async def says(self, text: str) -> str:
        """Write; the answer in plain words."""
        await self.listen()
        key = next(self._keys)
        assert await self.write(text, key) == 204
        return words_of(await self.answer(key))

    async def answer(self, key: str) -> Any:
        """The bot's first message after what was said under that key."""
        while True:
            after = itertools.dropwhile(lambda each: each != key, list(self.messages))
            for handle in after:
                message = self.messages[handle]
                if message["side"] == "bot" and not message.get("is_waiting"):
                    return message
            await asyncio.sleep(0.002)

    async def listen(self) -> None:
        """Read the chat from now on, and all that stands there."""
        if self._listening is None:
            stream = await self.stream()
            assert stream.status == 200, stream.status
            assert (await stream.content.readuntil(b"\n\n")).startswith(b"event: anew")
            self._listening = asyncio.create_task(self._follow(stream))

    async def _follow(self, stream: ClientResponse) -> None:
        while event := await stream.content.readuntil(b"\n\n"):
            if event.startswith(b"id:"):
                for message in msgspec.json.decode(event.split(b"data: ")[1]):
                    self.messages[message["handle"]] = message

    @property
    def cookie(self) -> str | None:
        found = [each for each in self.client.cookie_jar if each.key == COOKIE]
        return found[0].value if found else None


def words_of(message: Any) -> str:
    lines = ("".join(piece["text"] for piece in line["pieces"]) for line in message["lines"])
    return "\n".join(lines)


class Office:
    """The page of an office, and who comes there."""

    def __init__(self, store: Store, clock: Clock, tls: TlsSettings) -> None:
        self.store, self.clock, self.tls = store, clock, tls
        self.members: Members
        self.address: str
        self._visitors: list[Visitor] = []

    async def invite(self, name: str, *, is_admin: bool = False) -> str:
        """The secret of a one-time link."""
        now, token = self.clock.read(), make_token()
        await self.store.accounts.add(name, is_admin=is_admin, by="máy chủ", now=now)
        expires = now + timedelta(hours=24)
        await self.store.accounts.put_invitation(name, hash_token(token), expires=expires)
        return token

    def visit(self, cookie: str | None = None, *, is_plain: bool = False) -> Visitor:
        """A browser, with a cookie or that nobody is logged in with; or a proxy."""
        trust = None if is_plain else ssl.create_default_context(cafile=self.tls.certificate)
        visitor = Visitor(self.address, trust, cookie)
        self._visitors.append(visitor)
        return visitor

    async def member(self, name: str, *, is_admin: bool = False) -> Visitor:
        """A browser that a new member is logged in with."""
        visitor = self.visit()
        assert (await visitor.join(await self.invite(name, is_admin=is_admin))).status == 204
        return visitor

    async def close(self) -> None:
        for visitor in self._visitors:
            await visitor.__aexit__()


@asynccontextmanager
async def serving(
    database: Path | str, tls: TlsSettings, clock: Clock | None = None, **settings: Any
) -> AsyncIterator[Office]:
    """The bot with the office's page as its channel, while the block runs."""
    clock = clock or Clock()
    is_proxied = settings.pop("is_proxied", False)
    most_chats = settings.pop("most_chats", 10)
    lan = LanSettings(URL, "127.0.0.1", 0, None if is_proxied else tls)
    async with await Store.open(database) as store:
        office = Office(store, clock, tls)
        members = office.members = Members(store.accounts, most_chats=most_chats)
        sessions = Sessions(store.accounts, Passwords(FEW), now=clock.read, clock=clock.seconds)

        async def load(_: str, attachment: Attachment) -> bytes:
            return await members.load(attachment)

        services = Services(store, Fetcher(), shared_pool(), load, clock.read, **settings)
        gestures = Gestures(
            partial(answer, services=services), partial(apologise, services=services)
        )
        worker = Worker(store, {members.name: members}, gestures, burst=0.05, pause=0.01)
        gate = Gate(store, admins=(), allowed=())
        pages = Pages(store, partial(count, services=services), sample="", look=LOOK)
        async with serve_office(members, sessions, pages, lan, to_words=to_words) as office.address:
            bot = asyncio.create_task(run(store, [members], gate, worker))
            await asyncio.sleep(0)  # it takes the signals
            asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)  # Ctrl-C is pytest's
            try:
                yield office
            finally:
                bot.cancel()
                await asyncio.gather(bot, return_exceptions=True)
                await office.close()


def at_the_office(tls: TlsSettings, go: Callable[[Office], Awaitable[T]], **settings: Any) -> T:
    """What comes of a visit."""
    seconds = settings.pop("seconds", 20)

    async def visit() -> T:
        async with serving(settings.pop("database", ":memory:"), tls, **settings) as office:
            return await go(office)

    return asyncio.run(asyncio.wait_for(visit(), seconds))
