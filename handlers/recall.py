"""Bring back what was kept: the latest, that of today, one by its number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot import texts
from bot.channel import Reply, Request, said
from bot.render.facts import title_of
from bot.render.lines import Line
from handlers.chats import own_chat
from handlers.listing import headline, open_buttons
from handlers.numbers import named_digest, no_such_digest
from handlers.services import Services
from handlers.show import shown
from handlers.windows import MOST
from storage.model import Kept

_AT_ONCE = 5


async def show_latest(request: Request, services: Services) -> Sequence[Reply]:
    """The headlines kept last."""
    chat = await own_chat(request, services)
    return (
        _listed(await services.store.get_latest(chat=chat, limit=_AT_ONCE), texts.NOTHING_KEPT),
    )


async def show_today(request: Request, services: Services) -> Sequence[Reply]:
    """The headlines of today, by the office's clock."""
    chat = await own_chat(request, services)
    today = services.now().astimezone(services.zone).replace(hour=0, minute=0, second=0)
    kept = await services.store.get_between(today, today + timedelta(days=1), chat=chat, limit=MOST)
    return (_listed(kept, texts.NOTHING_TODAY),)


async def show_one(request: Request, services: Services) -> Sequence[Reply]:
    """The digest that is named."""
    kept = await named_digest(request, services)
    if kept is None:
        return (no_such_digest(request),)
    return (shown(kept, in_place=True),)


def _listed(kept: Sequence[Kept], nothing: str) -> Reply:
    """Numbered headlines, and a button to open each."""
    if not kept:
        return said(nothing)
    names = [each.name for each in kept]
    return Reply(tuple(map(_headline, kept)), buttons=open_buttons(names))


def _headline(kept: Kept) -> Line:
    return headline(kept.name, title_of(kept.digest), kept.digest.article.published)
