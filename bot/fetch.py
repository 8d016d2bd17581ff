"""Download the page behind a link, never from inside the office's network."""

from __future__ import annotations

import asyncio
import errno
import random
import socket
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from msgspec import Struct
from yarl import URL

from bot.addresses import is_public
from bot.fetch_errors import (
    GoneError,
    InsideError,
    LoginNeededError,
    NotReadableError,
    PageTooLargeError,
    RefusedError,
    TooManyRedirectsError,
    TooSlowError,
    UnreachableError,
)
from bot.links import ForbiddenLinkError, read_link
from bot.unpack import unpacker

_AGENT = "giaoban/0.1 (+https://github.com/giaoban/giaoban; link forwarded by a reader)"
_HEADERS = {
    "User-Agent": _AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.1",
    "Accept-Language": "vi,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGES = {"text/html", "application/xhtml+xml", "text/plain"}
_FILES = {"application/pdf", _DOCX, "application/octet-stream", "binary/octet-stream"}
_MAGIC = (b"%PDF-", b"PK\x03\x04")
_REDIRECTS = {301, 302, 303, 307, 308}
_TRY_AGAIN = {429, 502, 503, 504}


class Page(Struct, frozen=True):
    """What was downloaded: the last address, the declared type and charset, the bytes."""

    url: str
    type: str
    charset: str | None
    body: bytes

    @property
    def name(self) -> str:
        """A file's name that tells the kind; documents tell theirs by how they begin."""
        return "page.txt" if self.type == "text/plain" else "page.html"


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
    same_host: int = 2
    at_once: int = 16


class _InsideAddressError(OSError):
    """Raised where the socket is made, so that no packet leaves."""


class Fetcher:
    """Downloads side by side: at most two a host and sixteen in all."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        resolver: AbstractResolver | None = None,
        allow: Callable[[str], bool] = is_public,
    ) -> None:
        """Take limits; `resolver` and `allow` (address → may be dialled) for tests."""
        self._limits = limits or Limits()
        self._resolver = resolver
        self._allow = allow
        self._all = asyncio.Semaphore(self._limits.at_once)
        self._hosts: dict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(self._limits.same_host)
        )

    async def fetch(self, link: str) -> Page:
        """The page behind a link; raises ForbiddenLinkError or a FetchError."""
        url = read_link(link)
        try:
            async with asyncio.timeout(self._limits.total), self._all:
                return await self._follow(url)
        except TimeoutError as error:
            raise TooSlowError(url.host) from error

    async def _follow(self, url: URL) -> Page:
        seen: set[URL] = set()
        while len(seen) <= self._limits.redirects and url not in seen:
            seen.add(url)
            found = await self._patiently(url)
            if isinstance(found, Page):
                return found
            url = found
        raise TooManyRedirectsError(url.host)

    async def _patiently(self, url: URL) -> Page | URL:
        """Try again what was surely not done, after a pause that grows and varies."""
        for attempt in range(1, self._limits.tries + 1):
            try:
                async with self._hosts[url.host or ""]:
                    return await self._once(url)
            except (_BusyError, ConnectionResetError, aiohttp.ServerDisconnectedError) as error:
                if attempt == self._limits.tries:
                    raise UnreachableError(url.host) from error
            longest = self._limits.pause * 2**attempt
            await asyncio.sleep(random.uniform(self._limits.pause, longest))  # noqa: S311 (no secret)
        raise AssertionError  # the last attempt returns or raises

    async def _once(self, url: URL) -> Page | URL:
        """One request: the page, or where it has moved to."""
        limits = self._limits
        timeout = aiohttp.ClientTimeout(
            total=limits.total, sock_connect=limits.connect, sock_read=limits.silence
        )
        connector = aiohttp.TCPConnector(
            resolver=self._resolver,
            socket_factory=self._open_socket,
            use_dns_cache=False,
            force_close=True,
        )
        try:
            async with (
                aiohttp.ClientSession(
                    connector=connector,
                    timeout=timeout,
                    cookie_jar=aiohttp.DummyCookieJar(),
                    auto_decompress=False,
                    trust_env=False,
                ) as session,
                session.get(url, headers=_HEADERS, allow_redirects=False) as response,
            ):
                return await self._read(response)
        except _InsideAddressError as error:
            raise InsideError(url.host) from error
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, _InsideAddressError):
                raise InsideError(url.host) from error
            raise UnreachableError(url.host) from error
        except TimeoutError as error:
            raise TooSlowError(url.host) from error
        except aiohttp.ServerDisconnectedError:
            raise
        except (aiohttp.ClientError, ValueError) as error:
            raise UnreachableError(url.host) from error

    async def _read(self, response: aiohttp.ClientResponse) -> Page | URL:
        status = response.status
        if status in _REDIRECTS:
            return _next_link(response)
        if status in _TRY_AGAIN:
            raise _BusyError(status)
        if status in {401, 402, 403, 407}:
            raise LoginNeededError(response.url.host)
        if status in {404, 410}:
            raise GoneError(response.url.host)
        if status != 200:
            raise RefusedError(response.url.host)
        kind = response.content_type
        if kind not in _PAGES | _FILES:
            raise NotReadableError(kind)
        body = await self._read_body(response, kind)
        _check_magic(kind, body)
        return Page(str(response.url), kind, response.charset, body)

    async def _read_body(self, response: aiohttp.ClientResponse, kind: str) -> bytes:
        limits = self._limits
        wire = limits.document if kind in _FILES else limits.wire
        room = limits.document if kind in _FILES else limits.unpacked
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

    def _open_socket(self, info: Any) -> socket.socket:
        family, kind, protocol, _, address = info
        if not self._allow(str(address[0]).partition("%")[0]):
            raise _InsideAddressError(errno.EACCES, "inside address")
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)  # noqa: FBT003 (its only form)
        return made


class _BusyError(Exception):
    """The site asks to come again later."""


def _next_link(response: aiohttp.ClientResponse) -> URL:
    target = response.headers.get("Location")
    if not target:
        raise RefusedError(response.url.host)
    try:
        return read_link(str(response.url.join(URL(target))))
    except ValueError as error:
        raise ForbiddenLinkError("redirect") from error


def _check_magic(kind: str, body: bytes) -> None:
    is_document = body.startswith(_MAGIC)
    if (
        kind in _PAGES
        and (is_document or b"\x00" in body[:1024])
        and not body.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise NotReadableError(kind)
    if kind in _FILES and not is_document:
        raise NotReadableError(kind)
