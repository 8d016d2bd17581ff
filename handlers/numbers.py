"""Find the digest that somebody names by its number in the chat."""

from __future__ import annotations

from bot import texts
from bot.channel import Reply, Request, said
from handlers.services import Services
from storage.model import Kept


async def named_digest(request: Request, services: Services) -> Kept | None:
    """The digest whose number opens the argument («/goc 3»); None where there is none such."""
    number = _named(request)
    if number is None:
        return None
    chat = await services.store.get_chat(request.channel, request.chat)
    return await services.store.get_kept(number, chat=chat)


def no_such_digest(request: Request) -> Reply:
    """What is said where no digest is named, or one that is not there."""
    number = _named(request)
    if number is None:
        return said(texts.WHICH_DIGEST.format(command=request.command))
    return said(texts.NO_SUCH_DIGEST.format(number=number))


def read_number(words: str) -> int | None:
    """A number as people type it; None for anything else."""
    if not (words.isascii() and words.isdigit()) or len(words) > 9:
        return None
    return int(words)


def _named(request: Request) -> int | None:
    return read_number(request.argument.partition(" ")[0])
