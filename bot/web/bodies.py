"""Read what a request brings, so much of it and no longer than that."""

from __future__ import annotations

import asyncio
from typing import TypeVar

import msgspec
from aiohttp import web

T = TypeVar("T")


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
