"""A small internet on loopback: 127.0.0.9 plays the outside, 127.0.0.1 the inside."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

OUTSIDE, INSIDE = "127.0.0.9", "127.0.0.1"
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def is_outside(address: str) -> bool:
    return address == OUTSIDE


@dataclass
class Internet:
    """What names mean, which paths are served, and who knocked inside."""

    pages: dict[str, bytes | Serve] = field(default_factory=dict)
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    knocks: int = 0
    ports: dict[str, int] = field(default_factory=dict)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request of the outside."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ")[1].decode()
            self.asked.append(path)
            page = self.pages.get(path, answer(b"", status="404 Not Found"))
            if callable(page):
                await page(reader, writer)
            else:
                writer.write(page)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has had enough
        finally:
            writer.close()

    async def knock(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Count who came to the inside."""
        self.knocks += 1
        writer.close()


class Names(AbstractResolver):
    """Answers from the table; each name gives its answers in turn, the last for ever."""

    def __init__(self, net: Internet) -> None:
        """Take the table of names."""
        self._net = net

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,
    ) -> list[ResolveResult]:
        """The next answer for a name."""
        answers = self._net.names.get(host)
        if answers is None:
            raise OSError(socket.EAI_NONAME, "unknown name")
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=self._net.ports.get(address, port),
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing is open."""


@asynccontextmanager
async def internet(net: Internet) -> AsyncIterator[Internet]:
    """Servers on both addresses while the block runs."""
    outside = await asyncio.start_server(net.serve, OUTSIDE, 0)
    inside = await asyncio.start_server(net.knock, INSIDE, 0)
    net.ports = {
        OUTSIDE: outside.sockets[0].getsockname()[1],
        INSIDE: inside.sockets[0].getsockname()[1],
    }
    async with outside, inside:
        yield net


def answer(
    body: bytes, *, status: str = "200 OK", kind: str = "text/html", more: str = ""
) -> bytes:
    """An HTTP response with its length."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body
