"""What a chat page asks for, whoever reads it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from aiohttp import web

from bot import texts
from bot.channel import Attachment
from bot.render.segments import Paragraph, cut
from bot.render.statistics import PAGE as STATISTICS
from bot.render.statistics import Statistics
from bot.render.statistics_page import write_statistics
from bot.web.arrivals import NotTakenError
from bot.web.bodies import Crowd, read_body, read_json
from bot.web.feed import Message
from bot.web.said import Said
from bot.web.seat import SEAT, Seat
from storage.store import Store

CHAT_PAGE = {
    "/": "page.html",
    "/page.css": "page.css",
    "/page.js": "page.js",
    "/statistics.css": "statistics.css",
}
_STATIC = Path(__file__).parent / "static"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_LARGEST_FILE = 25_000_000  # bytes
_LONGEST_TEXT = 8_000_000  # bytes
_SECONDS = 300.0  # for a body: a file over a slow line
_LOOK = 1.0  # seconds after which a stream is looked after, whether anything is said or not
_QUIET = 15  # looks after which something is sent to keep the line open
_BODIES_EACH, _BODIES = 3, 12  # that are read at once: of one reader, of all
_STREAMS_EACH, _STREAMS = 12, 1000
_COUNTS_EACH, _COUNTS = 2, 6  # pages of figures that are made at once
_KEY = re.compile(r"[\w-]{8,64}", re.ASCII)
_CHANGE = re.compile(r"[0-9]{1,15}")
_HANDLE = re.compile(r"[\w-]{0,64}", re.ASCII)


_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
# the figures of a chat, by channel and key, for the days that are typed
Count = Callable[[str, str, str], Awaitable[Statistics | None]]


class _Legend(msgspec.Struct, frozen=True):
    """What the page needs to know of the program before anything is said."""

    greeting: str
    commands: dict[str, str]
    marks: dict[str, str]
    sample: str
    member: str | None


class _Article(msgspec.Struct, frozen=True):
    """An article of the chat as the page shows it."""

    number: int
    url: str | None
    paragraphs: tuple[Paragraph, ...]


class Pages:
    """The answers; whose chat it is says the request's seat."""

    def __init__(self, store: Store, count: Count, *, sample: str, look: float = _LOOK) -> None:
        """Take the store, what counts, an article to try.

        `look` is after how many seconds a stream is looked after.
        """
        self._store = store
        self._count = count
        self._sample = sample
        self._look = look
        self._bodies = Crowd(most_each=_BODIES_EACH, most=_BODIES)
        self._streams = Crowd(most_each=_STREAMS_EACH, most=_STREAMS)
        self._counts = Crowd(most_each=_COUNTS_EACH, most=_COUNTS)

    def routes(self) -> list[web.RouteDef]:
        """Where each is asked for."""
        return [
            web.get("/about", self.tell),
            web.get("/feed", self.stream, allow_head=False),
            web.get("/article/{digest:[0-9]{1,18}}", self.show_article),
            web.get(r"/given/{handle:[\w-]{1,64}}", self.give),
            web.get(STATISTICS, self.show_statistics),
            web.post("/say", self.say),
            web.post("/file", self.take_file),
        ]

    async def tell(self, request: web.Request) -> web.StreamResponse:
        """The greeting, the commands, what the colours mean, who is logged in."""
        seat = request[SEAT]
        return to_json(
            _Legend(texts.GREETING, seat.commands, texts.MARKS, self._sample, seat.member)
        )

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """The chat from `since` on, then each change as it happens (server-sent events)."""
        seat = request[SEAT]
        since = request.headers.get("Last-Event-ID") or request.query.get("since", "0")
        run, _, change = since.rpartition(":")
        is_known = run == seat.chat.run and _CHANGE.fullmatch(change) is not None
        headers = {
            "Content-Type": "text/event-stream; charset=utf-8",
            "X-Accel-Buffering": "no",  # nginx would hold it back
        }
        response = web.StreamResponse(headers=headers)
        with self._streams.enter(seat.key), seat.chat.being_read():
            await response.prepare(request)
            if not is_known:
                await response.write(b"event: anew\nretry: 1000\ndata: {}\n\n")
            with contextlib.suppress(ConnectionResetError):  # the reader has gone meanwhile
                await self._tell_changes(request, response, int(change) if is_known else 0)
        return response

    async def show_article(self, request: web.Request) -> web.StreamResponse:
        """An article of this chat, its facts marked; no content where there is none."""
        seat = request[SEAT]
        kept = await self._store.get_by_id(int(request.match_info["digest"]))
        if kept is None or kept.chat not in await self._seen(seat):
            return web.Response(status=204)
        paragraphs = await asyncio.to_thread(cut, kept.digest)
        return to_json(_Article(kept.number, kept.digest.article.url, paragraphs))

    async def show_statistics(self, request: web.Request) -> web.StreamResponse:
        """The figures of this chat as a page of their own."""
        seat = request[SEAT]
        with self._counts.enter(seat.key):
            found = await self._count(seat.channel, seat.key, request.query.get("days", ""))
        page = write_statistics(found, member=seat.member)
        return web.Response(text=page, content_type="text/html", status=200 if found else 400)

    async def give(self, request: web.Request) -> web.StreamResponse:
        """A file that the chat has been given."""
        file = request[SEAT].given(request.match_info["handle"])
        if file is None:
            raise web.HTTPNotFound
        way = "inline" if file.is_picture else "attachment"
        headers = {"Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}"}
        return web.Response(body=file.content, content_type=file.media, headers=headers)

    async def say(self, request: web.Request) -> web.StreamResponse:
        """Words, or a button; answered when they are written down."""
        with self._bodies.enter(request[SEAT].key):
            said = await read_json(request, Said, most=_LONGEST_TEXT, seconds=_SECONDS)
            if not _KEY.fullmatch(said.key) or not _HANDLE.fullmatch(said.message) or said.file:
                raise web.HTTPBadRequest
            return await _take(request[SEAT], said)

    async def take_file(self, request: web.Request) -> web.StreamResponse:
        """A file, its bytes as they are; answered when its arrival is written down."""
        key, name = request.query.get("key", ""), request.query.get("name", "")[:200]
        if not _KEY.fullmatch(key) or request.content_type != "application/octet-stream":
            raise web.HTTPBadRequest
        with self._bodies.enter(request[SEAT].key):
            content = await read_body(request, most=_LARGEST_FILE, seconds=_SECONDS)
            file = Attachment(name=name, size=len(content), ref=key)
            return await _take(request[SEAT], Said(key, file=file), content)

    async def _tell_changes(
        self, request: web.Request, response: web.StreamResponse, since: int
    ) -> None:
        seat, quiet = request[SEAT], itertools.count(1)
        async for messages in seat.chat.feed.changes(since, patience=self._look):
            if request.transport is None or not await seat.is_taken():
                return
            if messages or next(quiet) % _QUIET == 0:
                await response.write(_event(seat.chat.run, messages))

    async def _seen(self, seat: Seat) -> tuple[int, ...]:
        """The chats whose articles the page may show: its own, and those of its office."""
        chat = await self._store.get_chat(seat.channel, seat.key)
        return await self._store.offices.chats_of(chat)


def static(names: dict[str, str]) -> Iterable[web.RouteDef]:
    """The files of these names, each at its path."""
    for path, name in names.items():
        yield web.get(path, _show(_STATIC / name))


def to_json(value: Any) -> web.Response:
    """A value as the answer."""
    return web.Response(body=msgspec.json.encode(value), content_type="application/json")


def _show(file: Path) -> _Handler:
    async def show(_: web.Request) -> web.StreamResponse:
        body = await asyncio.to_thread(file.read_text, encoding="utf-8")
        return web.Response(text=body, content_type=_KINDS[file.suffix])

    return show


async def _take(seat: Seat, said: Said, content: bytes | None = None) -> web.StreamResponse:
    if not await seat.is_taken():  # the reader was put out while the body came
        raise web.HTTPUnauthorized
    try:
        await seat.say(said, content)
    except NotTakenError as error:
        raise web.HTTPServiceUnavailable from error
    return web.Response(status=204)


def _event(run: str, messages: list[Message]) -> bytes:
    """One server-sent event; a comment keeps the line open while nothing changes."""
    if not messages:
        return b": still here\n\n"
    last = max(each.change for each in messages)
    return b"id: %s:%d\ndata: %s\n\n" % (run.encode(), last, msgspec.json.encode(messages))
