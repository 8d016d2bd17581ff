"""Which gesture answers what: a command, a button, anything else is an article."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from bot.channel import Reply, Request
from handlers import forward, recall, start
from handlers.services import Services

Gesture = Callable[[Request, Services], Awaitable[Sequence[Reply]]]

COMMANDS: dict[str, Gesture] = {
    "/start": start.greet,
    "/help": start.greet,
    "/tim": recall.search,
    "/moi": recall.show_latest,
}


async def answer(request: Request, services: Services) -> Sequence[Reply]:
    """The answer to a request."""
    gesture = COMMANDS.get(request.command or "", forward.read_article)
    return await gesture(request, services)
