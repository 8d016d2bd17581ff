"""Download the page behind a link, never from inside the office's network."""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from functools import partial

import aiohttp
from aiohttp.abc import AbstractResolver
from msgspec import Struct
from yarl import URL

from bot.addresses import is_public
from bot.fetch_errors import (
    CertificateError,
    GoneError,
    InsideError,
    LoginNeededError,
    NoTurnError,
    PageTooLargeError,
    RefusedError,
    RobotRefusedError,
    SiteBusyError,
    TooManyRedirectsError,
    TooSlowError,
    UnreachableError,
)
from bot.links import is_allowed, read_link
from bot.page import FILES, Page, check_kind, check_magic
from bot.redirects import next_link
from bot.turns import Turns
from bot.unpack import unpacker
from bot.way import InsideAddressError, Way, may_dial

_AGENT = "giaoban/0.1 (+https://github.com/giaoban/giaoban; link forwarded by a reader)"
_HEADERS = {
    "User-Agent": _AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.1",
    "Accept-Language": "vi,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = {301, 302, 303, 307, 308}
_TRY_AGAIN = {429, 502, 503, 504}


class Limits(Struct, frozen=True):
    """Bytes and seconds that one download may take."""

    wire: int = 6_000_000
    unpacked: int = 12_000_000
    document: int = 25_000_000
    total: float = 25.0
    connect: float = 6.0
    silence: float = 8.0
    slowest: int = 2_000  # bytes a second, after `patience`
    patience: float = 5.0
    redirects: int = 5
    tries: int = 3
    pause: float = 0.5
    longest_pause: float = 10.0  # a site that asks for more is given up
    longest_wait: float = 120.0  # for a turn
    gap: float = 1.0  # between two downloads from one host
    same_host: int = 2
    at_once: int = 16


class _BusyError(Exception):
    """The site asks to come again, after so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__("busy")
        self.seconds = seconds


class Fetcher:
    """Downloads side by side: at most two a host and sixteen in all.

    The limits hold for one Fetcher: the bot runs as one process with one of them.
    """

    def __init__(  # noqa: PLR0913 (the last three are for tests)
        self,
        limits: Limits | None = None,
        *,
        proxy: str | None = None,
        allow_hosts: frozenset[str] = frozenset(),
        resolver: AbstractResolver | None = None,
        allow: Callable[[str], bool] = is_public,
        tls: ssl.SSLContext | bool = True,
    ) -> None:
        """Take limits and the office's proxy, «http://user:password@host:port».

        For tests: `allow_hosts`, «127.0.0.1:8000», are let through as they are; `resolver`,
        `allow` (address → may be dialled), `tls`.
        """
        self._limits = limits or Limits()
        self._allow_hosts = allow_hosts
        lets_in = partial(may_dial, allow=allow, allow_hosts=allow_hosts)
        self._way = Way(proxy=proxy, resolver=resolver, may_dial=lets_in, tls=tls)
        self._turns = Turns(same_host=self._limits.same_host, at_once=self._limits.at_once)

    async def fetch(self, link: str) -> Page:
        """The page behind a link; raises ForbiddenLinkError or a FetchError.

        The limit of time counts the download; waiting for a turn has its own.
        """
        url = read_link(link, self._allow_hosts)
        try:
            async with asyncio.timeout(self._limits.total) as clock:
                return await self._follow(url, clock)
        except TimeoutError as error:
            raise TooSlowError(url.host) from error

    async def _follow(self, url: URL, clock: asyncio.Timeout) -> Page:
        seen: set[URL] = set()
        gap = self._limits.gap
        while len(seen) <= self._limits.redirects and url not in seen:
            seen.add(url)
            found = await self._patiently(url, clock, gap)
            if isinstance(found, Page):
                return found
            url, gap = found, 0.0  # who is sent on does not come anew
        raise TooManyRedirectsError(url.host)

    async def _patiently(self, url: URL, clock: asyncio.Timeout, gap: float) -> Page | URL:
        """Try again what was surely not done, after a pause that grows and varies."""
        limits = self._limits
        for attempt in range(1, limits.tries + 1):
            asked = 0.0
            try:
                return await self._in_turn(url, clock, gap)
            except _BusyError as error:
                asked = error.seconds
                if attempt == limits.tries or asked > limits.longest_pause:
                    raise SiteBusyError(url.host) from error
            except (ConnectionResetError, aiohttp.ServerDisconnectedError) as error:
                if attempt == limits.tries:
                    raise UnreachableError(url.host) from error
            wait = random.uniform(limits.pause, limits.pause * 2**attempt)  # noqa: S311 (no secret)
            await asyncio.sleep(max(wait, asked))
        raise AssertionError  # the last attempt returns or raises

    async def _in_turn(self, url: URL, clock: asyncio.Timeout, gap: float) -> Page | URL:
        loop = asyncio.get_running_loop()
        left = (clock.when() or 0.0) - loop.time()
        clock.reschedule(None)
        own = 0.0 if is_allowed(url, self._allow_hosts) else gap
        async with AsyncExitStack() as turn:
            try:
                async with asyncio.timeout(self._limits.longest_wait):
                    await turn.enter_async_context(self._turns.at(url.host or "", gap=own))
            except TimeoutError as error:
                raise NoTurnError(url.host) from error
            clock.reschedule(loop.time() + left)
            with _told(url):
                return await self._once(url)

    async def _once(self, url: URL) -> Page | URL:
        """One request: the page, or where it has moved to."""
        limits = self._limits
        async with (
            self._way.open(url, seconds=limits.connect) as connector,
            aiohttp.ClientSession(
                connector=connector,
                timeout=aiohttp.ClientTimeout(
                    total=limits.total, sock_connect=limits.connect, sock_read=limits.silence
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
            ) as session,
            session.get(url, headers=_HEADERS, allow_redirects=False) as response,
        ):
            return await self._read(response)

    async def _read(self, response: aiohttp.ClientResponse) -> Page | URL:
        if response.status in _REDIRECTS:
            target = response.headers.get("Location")
            return next_link(response.url, target, self._allow_hosts)
        _check_status(response)
        kind = response.content_type
        check_kind(kind)
        body = await self._read_body(response, kind)
        check_magic(kind, body)
        return Page(str(response.url), kind, body)

    async def _read_body(self, response: aiohttp.ClientResponse, kind: str) -> bytes:
        limits = self._limits
        wire = limits.document if kind in FILES else limits.wire
        room = limits.document if kind in FILES else limits.unpacked
        if (response.content_length or 0) > wire:
            raise PageTooLargeError(response.url.host)
        unpack = unpacker(response.headers.get("Content-Encoding", "identity"), room)
        begin, taken, body = time.monotonic(), 0, bytearray()
        async for chunk in response.content.iter_any():
            taken += len(chunk)
            body += unpack(chunk)
            if taken > wire or len(body) > room:
                raise PageTooLargeError(response.url.host)
            spent = time.monotonic() - begin
            if spent > limits.patience and taken < limits.slowest * spent:
                raise TooSlowError(response.url.host)
        return bytes(body)


@contextmanager
def _told(url: URL) -> Iterator[None]:
    """What went wrong on the way, in our own words."""
    try:
        yield
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, InsideAddressError):
            raise InsideError(url.host) from error
        if isinstance(error, aiohttp.ClientSSLError):
            raise CertificateError(url.host) from error
        raise UnreachableError(url.host) from error
    except aiohttp.ClientConnectorCertificateError as error:
        raise CertificateError(url.host) from error
    except TimeoutError as error:
        raise TooSlowError(url.host) from error
    except (ConnectionResetError, aiohttp.ServerDisconnectedError):
        raise
    except (aiohttp.ClientError, ValueError) as error:
        raise UnreachableError(url.host) from error


def _check_status(response: aiohttp.ClientResponse) -> None:
    host, status = response.url.host, response.status
    if response.headers.get("cf-mitigated") == "challenge":
        raise RobotRefusedError(host)
    if status in _TRY_AGAIN:
        asked = response.headers.get("Retry-After", "")
        raise _BusyError(float(asked) if asked.isdecimal() and len(asked) < 9 else 0.0)
    if status in {401, 402, 403, 407}:
        raise LoginNeededError(host)
    if status in {404, 410}:
        raise GoneError(host)
    if status != 200:
        raise RefusedError(host)
