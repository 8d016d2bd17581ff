"""Whose chat a request is about, and what the page may do there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web
from msgspec import Struct

from bot.channel import File
from bot.web.chat import Chat
from bot.web.said import Said


async def always() -> bool:
    """Whoever sits at this machine stays there."""
    return True


class Seat(Struct, frozen=True):
    """The place of a reader before one chat.

    `channel` and `key` name the chat in the store, `member` is who is logged in, where
    anybody is. `is_taken` tells whether the reader may still sit there.
    """

    channel: str
    key: str
    chat: Chat
    say: Callable[[Said, bytes | None], Awaitable[None]]
    given: Callable[[str], File | None]
    commands: dict[str, str]
    member: str | None = None
    is_taken: Callable[[], Awaitable[bool]] = always


SEAT: web.RequestKey[Seat] = web.RequestKey("seat", Seat)
