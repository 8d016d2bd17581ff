"""Find digests for somebody who types after the bot's name in any chat."""

from __future__ import annotations

from msgspec.structs import replace

from bot import texts
from bot.render.facts import title_of
from bot.render.lines import Line, Piece
from bot.render.page import lay_out
from bot.render.shaping import day
from bot.telegram.inline import Found, FoundPage
from bot.telegram.updates import CHANNEL
from handlers.services import Services
from storage.model import Kept
from storage.query import read_query

_A_PAGE = 10
_MOST_PAGES = 10
_LONGEST_UNDER = 120  # letters


async def find_inline(sender: str, typed: str, offset: str, services: Services) -> FoundPage:
    """A page of what the private chat of the sender may see; the latest where nothing is typed.

    Nothing for whoever may not come in.
    """
    if not await _is_member(sender, services):
        return FoundPage()
    page = int(offset) if offset.isdigit() else 1
    chat = await services.store.get_chat(CHANNEL, sender)
    chats = await services.store.offices.chats_of(chat)
    today = services.today()
    query = read_query(typed, today=today)
    if query.is_empty:
        latest = [
            kept for of in chats for kept in await services.store.get_latest(chat=of, limit=_A_PAGE)
        ]
        latest.sort(key=lambda kept: kept.made, reverse=True)
        return FoundPage(tuple(_found(kept, "") for kept in latest[:_A_PAGE]))
    results = await services.store.searches.find(
        replace(query, page=page), chats=chats, limit=_A_PAGE, today=today
    )
    found = [
        _found(kept, hit.passage.text)
        for hit in results.hits
        if (kept := await services.store.get_by_id(hit.id))
    ]
    is_more = results.count > page * _A_PAGE and page < _MOST_PAGES
    return FoundPage(tuple(found), str(page + 1) if is_more else "")


async def _is_member(sender: str, services: Services) -> bool:
    if sender in {*services.admins, *services.allowed}:
        return True
    return any(member.key == sender for member in await services.store.get_members(CHANNEL))


def _found(kept: Kept, passage: str) -> Found:
    article = kept.digest.article
    under = passage or (day(article.published) if article.published else "")
    lines = lay_out(kept.digest, kept.corrections) or (Line((Piece(texts.NO_TITLE),)),)
    return Found(str(kept.id), title_of(kept.digest), under[:_LONGEST_UNDER], lines)
