"""Let chats share their digests."""

from __future__ import annotations

from collections.abc import Sequence

from bot.channel import Reply, Request, said
from bot.texts import search as words
from handlers.admins import get_admins, get_allowed
from handlers.services import Services

_LEAVE = {"bo", "bỏ", "tach", "tách"}


async def join_chats(request: Request, services: Services) -> Sequence[Reply]:
    """Join chats into an office, take one out, or tell which there are."""
    typed = request.argument.split()
    if typed and typed[0].lower() in _LEAVE and len(typed) == 2:
        return (await _leave(typed[1], request, services),)
    if typed and len(typed) <= 2:
        return (await _join(typed[0], typed[1:] or [request.chat], request, services),)
    return (await _list(request, services),)


async def _join(chat: str, others: Sequence[str], request: Request, services: Services) -> Reply:
    keys = list(dict.fromkeys((*others, chat)))
    known = await _known(request, services)
    for key in keys:
        if key not in known:
            return said(words.NOT_IN.format(chat=key))
    if len(keys) < 2:
        return await _list(request, services)
    first, second = [await services.store.get_chat(request.channel, key) for key in keys]
    await services.store.offices.join(first, second)
    return said(words.JOINED.format(chats=", ".join(keys)))


async def _leave(chat: str, request: Request, services: Services) -> Reply:
    number = await services.store.upkeep.find_chat(request.channel, chat)
    if number is None or not await services.store.offices.leave(number):
        return said(words.WAS_ALONE.format(chat=chat))
    return said(words.LEFT.format(chat=chat))


async def _list(request: Request, services: Services) -> Reply:
    offices = await services.store.offices.get_offices(request.channel)
    told = [words.OFFICE.format(chats=", ".join(keys)) for keys in offices]
    return said(*([words.OFFICES, *told] if told else [words.NO_OFFICES]), words.JOIN_HOW)


async def _known(request: Request, services: Services) -> set[str]:
    """The chats that may come in; a private chat has the id of whoever writes there."""
    members = await services.store.get_members(request.channel)
    settled = {
        *await get_admins(request.channel, services),
        *get_allowed(request.channel, services),
    }
    return {*settled, *(member.key for member in members), request.chat}
