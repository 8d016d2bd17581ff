"""Bring back what was kept: search, the latest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from bot import texts
from bot.channel import Button, Reply, Request, said
from bot.render.lines import Line, Piece
from bot.render.page import day
from handlers.numbers import named_digest, no_such_digest
from handlers.services import Services
from handlers.show import shown
from storage.model import Hit, Kept
from storage.query import read_query
from storage.store import Store

_AT_ONCE = 5
_MOST_BUTTONS = 40
_WORD = re.compile(r"\S+")


async def search(request: Request, services: Services) -> Sequence[Reply]:
    """The digests that hold what was asked for, the matching sentence under each."""
    typed = request.argument
    chat = await services.store.get_chat(request.channel, request.chat)
    today = services.now().astimezone(services.zone).date()
    return (Reply(await find_lines(services.store, chat, typed, today=today)),)


async def find_lines(store: Store, chat: int, typed: str, *, today: date) -> tuple[Line, ...]:
    """What a search in a chat answers, best first; or why it answers nothing."""
    query = read_query(typed, today=today)
    if query.is_empty:
        return (_said(texts.SEARCH_HOW),)
    found = await store.search_digests(query, chat=chat, limit=_AT_ONCE, today=today)
    if not found.hits:
        return (_said(texts.FOUND_NOTHING.format(query=typed)),)
    return tuple(line for hit in found.hits for line in _hit(hit))[:-1]


async def show_latest(request: Request, services: Services) -> Sequence[Reply]:
    """The headlines kept last."""
    chat = await services.store.get_chat(request.channel, request.chat)
    return (
        _listed(await services.store.get_latest(chat=chat, limit=_AT_ONCE), texts.NOTHING_KEPT),
    )


async def show_today(request: Request, services: Services) -> Sequence[Reply]:
    """The headlines of today, by the office's clock."""
    chat = await services.store.get_chat(request.channel, request.chat)
    today = services.now().astimezone(services.zone).replace(hour=0, minute=0, second=0)
    kept = await services.store.get_between(today, today + timedelta(days=1), chat=chat)
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
    buttons = [Button(f"{each.number}", f"/xem {each.number}") for each in kept[:_MOST_BUTTONS]]
    return Reply(
        tuple(_headline_of(each) for each in kept),
        buttons=tuple(tuple(buttons[at : at + 8]) for at in range(0, len(buttons), 8)),
    )


def _hit(hit: Hit) -> tuple[Line, ...]:
    """Headline, then the passage, those of its words marked that were asked for."""
    starts = [word.start for word in hit.passage.words]
    pieces = []
    for match in _WORD.finditer(hit.passage.text):
        is_asked = bisect_left(starts, match.end()) > bisect_left(starts, match.start())
        pieces.append(Piece(match[0], "name" if is_asked else "plain"))
    return _headline(hit.number, hit.title, hit.published), Line(tuple(pieces), 2), Line()


def _headline_of(kept: Kept) -> Line:
    article = kept.digest.article
    title = article.title.text if article.title else article.text[:80]
    return _headline(kept.number, title, article.published)


def _headline(number: int, title: str | None, published: date | None) -> Line:
    mark = Piece(f"{number}.", "faint")
    words = Piece(title or texts.NO_TITLE, "title")
    if published:
        return Line((mark, words, Piece(f"({day(published)})", "faint")))
    return Line((mark, words))


def _said(words: str) -> Line:
    return Line((Piece(words),))
