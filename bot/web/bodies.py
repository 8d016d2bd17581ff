"""Read what requests bring: so much, no longer than that, not too many at once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec
from aiohttp import web

T = TypeVar("T")


class Crowd:
    """Who brings something at this moment: so many at once of one reader, and of all."""

    def __init__(self, *, most_each: int, most: int) -> None:
        """Take how many."""
        self._most_each, self._most = most_each, most
        self._here: Counter[str] = Counter()

    @contextmanager
    def enter(self, reader: str) -> Iterator[None]:
        """Be one of them while the block runs; refuses one more."""
        if self._here[reader] >= self._most_each or self._here.total() >= self._most:
            raise web.HTTPServiceUnavailable
        self._here[reader] += 1
        try:
            yield
        finally:
            self._here[reader] -= 1
            self._here += Counter()  # keeps only those who are still here


async def read_body(request: web.Request, *, most: int, seconds: float) -> bytes:
    """The whole body; refuses one of more bytes, or one that takes longer."""
    if (request.content_length or 0) > most:
        raise web.HTTPRequestEntityTooLarge(most, request.content_length or 0)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.content.iter_any():
                body += piece
                if len(body) > most:
                    raise web.HTTPRequestEntityTooLarge(most, len(body))
    except TimeoutError as error:
        raise web.HTTPRequestTimeout from error
    return bytes(body)


async def read_json(request: web.Request, kind: type[T], *, most: int, seconds: float) -> T:
    """The body as a value; refuses what is no JSON, and no such value."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    body = await read_body(request, most=most, seconds=seconds)
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise web.HTTPBadRequest from error
