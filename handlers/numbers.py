"""Find the digest that somebody names: by its number in the chat, or in another of the office."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bot import texts
from bot.channel import Reply, Request, said
from bot.texts import search as words
from handlers.chats import own_chat
from handlers.services import Services
from storage.model import Kept

_NAME = re.compile(r"(?:(\d{1,9})\.)?(\d{1,9})", re.ASCII)  # «3», «12.3»: the third of chat 12


async def named_digest(request: Request, services: Services) -> Kept | None:
    """The digest that the argument opens with («/goc 3», «/goc 12.3»); None where none such."""
    name = _NAME.fullmatch(_named(request))
    if name is None:
        return None
    chat = await own_chat(request, services)
    of = int(name[1]) if name[1] else chat
    if of != chat and of not in await services.store.offices.chats_of(chat):
        return None
    kept = await services.store.get_kept(int(name[2]), chat=of)
    return as_seen(kept, by=chat) if kept else None


def as_seen(kept: Kept, *, by: int) -> Kept:
    """The digest under the name that a chat has for it."""
    if kept.chat == by:
        return kept
    return replace(kept, shown_as=name_of(kept.number, of=kept.chat, seen_by=by))


def name_of(number: int, *, of: int, seen_by: int) -> str:
    """What a chat calls the digest with this number of a chat."""
    return str(number) if of == seen_by else f"{of}.{number}"


def no_such_digest(request: Request) -> Reply:
    """What is said where no digest is named, or one that is not there."""
    name = _named(request)
    if not _NAME.fullmatch(name):
        return said(texts.WHICH_DIGEST.format(command=request.command))
    return said(texts.NO_SUCH_DIGEST.format(number=name))


def not_ours(kept: Kept) -> Reply | None:
    """Why a chat may not remove or redo a digest, where another one has sent it."""
    return said(words.NOT_OURS.format(name=kept.name)) if kept.shown_as else None


def read_number(typed: str) -> int | None:
    """A number as people type it; None for anything else."""
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 9:
        return None
    return int(typed)


def _named(request: Request) -> str:
    return request.argument.partition(" ")[0]
