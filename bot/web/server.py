"""Serve the chat page to the browsers of this machine, and to no other page in them."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from aiohttp import web

from bot import texts
from bot.channel import Attachment, PortTakenError
from bot.render.segments import Paragraph, cut
from bot.web.arrivals import NotTakenError
from bot.web.channel import CHAT, Local, Said
from bot.web.feed import Message
from storage.store import Store

_STATIC = Path(__file__).parent / "static"
_PAGES = {
    "/": ("page.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}
_LARGEST_FILE = 25_000_000  # bytes
_LONGEST_TEXT = 8_000_000  # bytes
_HEARTBEAT = 15.0  # seconds
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_KEY = re.compile(r"[\w-]{8,64}", re.ASCII)
_HANDLE = re.compile(r"[\w-]{0,64}", re.ASCII)
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _Legend(msgspec.Struct, frozen=True):
    """What the page needs to know of the program before anything is said."""

    greeting: str
    commands: dict[str, str]
    marks: dict[str, str]
    sample: str


class _Article(msgspec.Struct, frozen=True):
    """An article of the chat as the page shows it."""

    number: int
    url: str | None
    paragraphs: tuple[Paragraph, ...]


@asynccontextmanager
async def serve_page(
    local: Local, store: Store, *, host: str, port: int, sample: str = ""
) -> AsyncIterator[str]:
    """Serve the page while the block runs; its address. Raises PortTakenError.

    `sample` is an article that a newcomer may try.
    """
    pages = _Pages(local, store, sample)
    with _listening(host, port) as door:
        chosen = door.getsockname()[1]
        app = web.Application(middlewares=[_guard], client_max_size=_LARGEST_FILE)
        app[_OWN] = frozenset(f"{name}:{chosen}" for name in ("127.0.0.1", "localhost", "[::1]"))
        app.add_routes([
            *(web.get(path, pages.show) for path in _PAGES),
            web.get("/about", pages.tell),
            web.get("/feed", pages.stream),
            web.get("/article/{digest:[0-9]{1,18}}", pages.show_article),
            web.get(r"/given/{handle:[\w-]{1,64}}", pages.give),
            web.post("/say", pages.say),
            web.post("/file", pages.take_file),
        ])  # fmt: skip
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.SockSite(runner, door).start()
            yield f"http://{f'[{host}]' if ':' in host else host}:{chosen}"
        finally:
            local.feed.close()
            await runner.cleanup()


_OWN: web.AppKey[frozenset[str]] = web.AppKey("own", frozenset)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise PortTakenError(port) from error


@web.middleware
async def _guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Let in the page itself alone: no other site, by whatever name it leads here."""
    if not _is_ours(request):
        return web.Response(status=403, headers=_HEADERS)
    try:
        response = await handler(request)
    except web.HTTPException as error:
        error.headers.update(_HEADERS)
        raise
    if not response.prepared:
        response.headers.update(_HEADERS)
    return response


def _is_ours(request: web.Request) -> bool:
    own = request.app[_OWN]
    if request.headers.get("Host", "").lower() not in own:
        return False  # another name that was made to lead to this machine (DNS rebinding)
    origin = request.headers.get("Origin")
    if origin is not None and origin.lower() not in {f"http://{each}" for each in own}:
        return False
    if request.method == "POST":
        return origin is not None  # browsers always tell it
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return site in {"same-origin", "none"} or (request.path == "/" and _is_visit(request))


def _is_visit(request: web.Request) -> bool:
    """A link elsewhere that opens the page in a tab of its own."""
    return request.headers.get("Sec-Fetch-Mode") == "navigate"


class _Pages:
    """What the page asks for."""

    def __init__(self, local: Local, store: Store, sample: str) -> None:
        self._local = local
        self._store = store
        self._sample = sample

    async def show(self, request: web.Request) -> web.StreamResponse:
        """The page, its style, its script."""
        name, kind = _PAGES[request.path]
        body = await asyncio.to_thread((_STATIC / name).read_text, encoding="utf-8")
        return web.Response(text=body, content_type=kind)

    async def tell(self, _: web.Request) -> web.StreamResponse:
        """The greeting, the commands, what the colours mean."""
        return _json(_Legend(texts.GREETING, texts.COMMANDS, texts.MARKS, self._sample))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """The chat from `since` on, then each change as it happens (server-sent events)."""
        since = request.headers.get("Last-Event-ID") or request.query.get("since", "0")
        run, _, change = since.rpartition(":")
        is_known = run == self._local.run and change.isdigit()
        response = web.StreamResponse(
            headers={**_HEADERS, "Content-Type": "text/event-stream; charset=utf-8"}
        )
        await response.prepare(request)
        if not is_known:
            await response.write(b"event: anew\ndata: {}\n\n")
        changes = self._local.feed.changes(int(change) if is_known else 0, patience=_HEARTBEAT)
        async for messages in changes:
            await response.write(_event(self._local.run, messages))
        return response

    async def show_article(self, request: web.Request) -> web.StreamResponse:
        """An article of this chat, its facts marked; no content where there is none."""
        kept = await self._store.get_by_id(int(request.match_info["digest"]))
        if kept is None or kept.chat != await self._store.get_chat(self._local.name, CHAT):
            return web.Response(status=204)
        paragraphs = await asyncio.to_thread(cut, kept.digest)
        return _json(_Article(kept.number, kept.digest.article.url, paragraphs))

    async def give(self, request: web.Request) -> web.StreamResponse:
        """A file that the chat has been given."""
        file = self._local.given(request.match_info["handle"])
        if file is None:
            raise web.HTTPNotFound
        way = "inline" if file.is_picture else "attachment"
        headers = {"Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}"}
        return web.Response(body=file.content, content_type=file.media, headers=headers)

    async def say(self, request: web.Request) -> web.StreamResponse:
        """Words, or a button; answered when they are written down."""
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        body = await request.read()
        if len(body) > _LONGEST_TEXT:
            raise web.HTTPRequestEntityTooLarge(_LONGEST_TEXT, len(body))
        try:
            said = msgspec.json.decode(body, type=Said)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise web.HTTPBadRequest from error
        if not _KEY.fullmatch(said.key) or not _HANDLE.fullmatch(said.message) or said.file:
            raise web.HTTPBadRequest
        return await self._take(said)

    async def take_file(self, request: web.Request) -> web.StreamResponse:
        """A file, its bytes as they are; answered when its arrival is written down."""
        key, name = request.query.get("key", ""), request.query.get("name", "")[:200]
        if not _KEY.fullmatch(key) or request.content_type != "application/octet-stream":
            raise web.HTTPBadRequest
        content = await request.read()
        file = Attachment(name=name, size=len(content), ref=key)
        return await self._take(Said(key, file=file), content)

    async def _take(self, said: Said, content: bytes | None = None) -> web.StreamResponse:
        try:
            await self._local.say(said, content)
        except NotTakenError as error:
            raise web.HTTPServiceUnavailable from error
        return web.Response(status=204)


def _json(value: Any) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), content_type="application/json")


def _event(run: str, messages: list[Message]) -> bytes:
    """One server-sent event; a comment keeps the line open while nothing changes."""
    if not messages:
        return b": still here\n\n"
    last = max(each.change for each in messages)
    return b"id: %s:%d\ndata: %s\n\n" % (run.encode(), last, msgspec.json.encode(messages))
