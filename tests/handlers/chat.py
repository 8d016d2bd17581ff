"""A chat without a platform: requests straight to the gestures, over a real store and pool."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from msgspec.structs import replace

from bot.channel import Attachment, Reply, Request, read_command
from bot.fetch import Fetcher
from bot.render.plain import write_plain
from handlers.routes import answer
from handlers.services import Services
from storage.store import Store
from tests.pools import shared_pool

T = TypeVar("T")
LAN, AN, STRANGER = "42", "1", "77"  # a member, an admin, nobody


class Chat:
    """Somebody writes; what is answered, as plain words."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.count = 0

    async def replies(self, text: str = "", *, sender: str = LAN, **more: Any) -> Sequence[Reply]:
        self.count += 1
        command, argument = read_command(text)
        request = Request(
            channel="test",
            chat=more.pop("chat", sender),
            sender=sender,
            message=more.pop("message", str(self.count)),
            received=self.services.now(),
            text=text,
            command=command,
            argument=argument,
        )
        return await answer(replace(request, **more), self.services)

    async def say(self, text: str = "", **more: Any) -> str:
        return "\n---\n".join(write_plain(each.lines) for each in await self.replies(text, **more))


def talk(go: Callable[[Chat], Awaitable[T]], **settings: Any) -> T:
    async def load(_: str, attachment: Attachment) -> bytes:
        return attachment.ref.encode()

    async def run() -> T:
        async with await Store.open(":memory:") as store:
            now = settings.pop("now", lambda: datetime.now(UTC))
            services = Services(
                store, Fetcher(), shared_pool(), load, now, admins=(AN,), allowed=(LAN,)
            )
            return await go(Chat(replace(services, **settings)))

    return asyncio.run(run())


def pressed(replies: Sequence[Reply]) -> list[str]:
    """The commands of all buttons."""
    return [button.command for each in replies for row in each.buttons for button in row]
