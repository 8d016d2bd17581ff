"""Serve the chat page to the browsers of this machine, and to no other page in them."""

from __future__ import annotations

import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from aiohttp import web

from bot import texts
from bot.channel import PortTakenError
from bot.web.channel import CHAT, Local
from bot.web.guard import Guard
from bot.web.pages import CHAT_PAGE, Pages, static
from bot.web.seat import SEAT, Seat


@asynccontextmanager
async def serve_page(local: Local, pages: Pages, *, host: str, port: int) -> AsyncIterator[str]:
    """Serve the page while the block runs; its address. Raises PortTakenError."""
    with listening(host, port) as door:
        chosen = door.getsockname()[1]
        hosts = [f"{name}:{chosen}" for name in ("127.0.0.1", "localhost", "[::1]")]
        guard = Guard("http", hosts, pages=["/"])
        app = web.Application()
        guard.stand_before(app, partial(_seat, local))
        app.add_routes([*static(CHAT_PAGE), *pages.routes()])
        async with running(app, door):
            try:
                yield f"http://{f'[{host}]' if ':' in host else host}:{chosen}"
            finally:
                local.chat.feed.close()


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises PortTakenError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise PortTakenError(port) from error


@asynccontextmanager
async def running(
    app: web.Application, door: socket.socket, tls: ssl.SSLContext | None = None
) -> AsyncIterator[None]:
    """Answer what comes in at a socket while the block runs."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, door, ssl_context=tls).start()
        yield
    finally:
        await runner.cleanup()


async def _seat(local: Local, request: web.Request) -> None:
    request[SEAT] = Seat(
        local.name,
        CHAT,
        local.chat,
        say=partial(local.say, CHAT),
        given=partial(local.given, CHAT),
        commands=texts.COMMANDS,
    )
