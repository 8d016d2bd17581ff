"""Find the digest that somebody names by its number in the chat."""

from __future__ import annotations

from bot.channel import Request
from handlers.services import Services
from storage.model import Kept


async def named_digest(request: Request, services: Services) -> Kept | None:
    """The digest whose number opens the argument («/goc 3»); None where there is none such."""
    number = request.argument.partition(" ")[0]
    if not (number.isascii() and number.isdigit()) or len(number) > 9:
        return None
    chat = await services.store.get_chat(request.channel, request.chat)
    return await services.store.get_kept(int(number), chat=chat)
