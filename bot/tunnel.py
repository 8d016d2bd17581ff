"""Reach a checked address through the office's proxy: an HTTP tunnel by CONNECT."""

from __future__ import annotations

import asyncio
import base64
import socket
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.fetch_errors import ProxyError

_HEAD_END = b"\r\n\r\n"
_LONGEST_HEAD = 8190


class Tunnel(socket.socket):
    """A socket whose other end is the site already; who connects it, finds it connected."""

    def connect(self, address: Any) -> None:
        """Nothing to do: the proxy has connected it."""


async def open_tunnel(proxy: str, address: str, port: int, *, seconds: float) -> Tunnel:
    """A way to `address` through `proxy`, «http://user:password@host:port».

    The proxy is told an address, never a name: it looks nothing up. Its own address is
    the operator's choice, no check of addresses applies to it. Raises ProxyError.
    """
    try:
        async with asyncio.timeout(seconds):
            plain = await _connect(proxy)
            try:
                await _ask(plain, _request(proxy, address, port))
                made = Tunnel(fileno=plain.detach())
                made.setblocking(False)  # noqa: FBT003 (its only form)
                return made
            finally:
                plain.close()  # detached, this closes nothing
    except (OSError, ValueError) as error:  # a TimeoutError is an OSError
        raise ProxyError("no tunnel") from error


async def _connect(proxy: str) -> socket.socket:
    parts = urlsplit(proxy)
    loop = asyncio.get_running_loop()
    places = await loop.getaddrinfo(parts.hostname or "", parts.port or 80, type=socket.SOCK_STREAM)
    family, kind, protocol, _, place = places[0]
    made = socket.socket(family, kind, protocol)
    made.setblocking(False)  # noqa: FBT003 (its only form)
    try:
        await loop.sock_connect(made, place)
    except BaseException:
        made.close()
        raise
    return made


def _request(proxy: str, address: str, port: int) -> bytes:
    parts = urlsplit(proxy)
    target = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
    if parts.username is not None:
        words = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        lines.append(f"Proxy-Authorization: Basic {base64.b64encode(words).decode()}")
    return "\r\n".join([*lines, "", ""]).encode()


async def _ask(proxy: socket.socket, request: bytes) -> None:
    """Send the request; the answer must be a 200 and nothing after its head."""
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(proxy, request)
    head = b""
    while _HEAD_END not in head:
        part = await loop.sock_recv(proxy, _LONGEST_HEAD)
        head += part
        if not part or len(head) > _LONGEST_HEAD:
            raise ProxyError("no answer")
    version, _, rest = head.partition(b" ")
    if not version.startswith(b"HTTP/1.") or rest[:3] != b"200":
        raise ProxyError("refused")
    if not head.endswith(_HEAD_END):  # nobody but us speaks first in a tunnel
        raise ProxyError("talks too early")
