"""Tell which chats' digests a request may see."""

from __future__ import annotations

from bot.channel import Request
from handlers.services import Services


async def own_chat(request: Request, services: Services) -> int:
    """The number of the chat that asks."""
    return await services.store.get_chat(request.channel, request.chat)


async def seen_chats(request: Request, services: Services) -> tuple[int, ...]:
    """The chats of the office that asks."""
    return await services.store.offices.chats_of(await own_chat(request, services))
