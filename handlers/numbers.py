"""Find the digest that somebody names by its number in the chat."""

from __future__ import annotations

from bot.channel import Request
from handlers.services import Services
from storage.model import Kept


async def named_digest(request: Request, services: Services) -> Kept | None:
    """The digest whose number opens the argument («/goc 3»); None where there is none such."""
    number = read_number(request.argument.partition(" ")[0])
    if number is None:
        return None
    chat = await services.store.get_chat(request.channel, request.chat)
    return await services.store.get_kept(number, chat=chat)


def read_number(words: str) -> int | None:
    """A number as people type it; None for anything else."""
    if not (words.isascii() and words.isdigit()) or len(words) > 9:
        return None
    return int(words)
