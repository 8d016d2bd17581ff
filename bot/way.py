"""Find the way to a site: straight or through the proxy, to checked addresses only."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.fetch_errors import InsideError, UnknownNameError
from bot.links import is_allowed
from bot.tunnel import Tunnel, open_tunnel

MayDial = Callable[[URL, str], bool]


class InsideAddressError(OSError):
    """Raised where the socket is made, so that no packet leaves."""


class Way:
    """How every site is reached: the proxy, who knows names, which addresses may be dialled."""

    def __init__(
        self,
        *,
        proxy: str | None,
        resolver: AbstractResolver | None,
        may_dial: MayDial,
        tls: ssl.SSLContext | bool,
    ) -> None:
        """Take the proxy, «http://user:password@host:port», and what tests put in its place."""
        self._proxy = proxy
        self._resolver = resolver
        self._may_dial = may_dial
        self._tls = tls

    @asynccontextmanager
    async def open(self, url: URL, *, seconds: float) -> AsyncIterator[aiohttp.TCPConnector]:
        """What connects to the host of `url`; raises InsideError, UnknownNameError, ProxyError.

        aiohttp still sees the name: Host, SNI and certificate are the site's.
        """
        places = await self._look_up(url, seconds)
        tunnels: list[Tunnel] = []
        if self._proxy:
            places = places[:1]
            place = places[0]
            tunnels += [
                await open_tunnel(self._proxy, place["host"], place["port"], seconds=seconds)
            ]
        try:
            yield aiohttp.TCPConnector(
                resolver=_Answered(places),
                socket_factory=self._dial(url, tunnels),
                use_dns_cache=False,
                force_close=True,
                ssl=self._tls,
            )
        finally:
            for unused in tunnels:
                unused.close()

    async def _look_up(self, url: URL, seconds: float) -> list[ResolveResult]:
        """The addresses of a host, IPv4 first; one that may not be dialled refuses it whole."""
        resolver = self._resolver or aiohttp.ThreadedResolver()
        try:
            async with asyncio.timeout(seconds):
                places = await resolver.resolve(
                    url.raw_host or "", url.port or 80, socket.AF_UNSPEC
                )
        except TimeoutError:
            raise
        except OSError as error:
            raise UnknownNameError(url.host) from error
        if not places:
            raise UnknownNameError(url.host)
        if not all(self._may_dial(url, place["host"]) for place in places):
            raise InsideError(url.host)
        return sorted(places, key=lambda place: place["family"] != socket.AF_INET)

    def _dial(self, url: URL, tunnels: list[Tunnel]) -> Callable[[Any], socket.socket]:
        """What makes the socket, knowing the very address that is dialled."""

        def open_socket(info: Any) -> socket.socket:
            family, kind, protocol, _, address = info
            if not self._may_dial(url, str(address[0])):
                raise InsideAddressError(errno.EACCES, "inside address")
            if self._proxy:
                return tunnels.pop()  # one place, so asked for once
            made = socket.socket(family, kind, protocol)
            made.setblocking(False)  # noqa: FBT003 (its only form)
            return made

        return open_socket


def may_dial(
    url: URL, address: str, *, allow: Callable[[str], bool], allow_hosts: frozenset[str]
) -> bool:
    """Whether a packet for `url` may go there: it is public, or the host is let through."""
    return is_allowed(url, allow_hosts) or allow(address.partition("%")[0])


class _Answered(AbstractResolver):
    """Gives aiohttp the addresses that were looked up and checked already."""

    def __init__(self, places: list[ResolveResult]) -> None:
        self._places = places

    async def resolve(self, *_: Any, **__: Any) -> list[ResolveResult]:
        return self._places

    async def close(self) -> None:
        pass
