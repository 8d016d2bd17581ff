"""Tell which chat is meant, and which chats' digests a request may see."""

from __future__ import annotations

from bot.channel import Request
from handlers.services import Services
from storage.errors import NoSuchChatError
from storage.store import Store


async def own_chat(request: Request, services: Services) -> int:
    """The number of the chat that asks."""
    return await services.store.get_chat(request.channel, request.chat)


async def seen_chats(request: Request, services: Services) -> tuple[int, ...]:
    """The chats of the office that asks."""
    return await services.store.offices.chats_of(await own_chat(request, services))


async def named_chat(name: str, store: Store) -> int:
    """The number of the chat «telegram:42», as operators name it; raises NoSuchChatError."""
    channel, _, key = name.partition(":")
    number = await store.upkeep.find_chat(channel, key)
    if number is None:
        known = [":".join(each) for each in await store.upkeep.get_chats()]
        raise NoSuchChatError(name, known)
    return number
