"""Bring back what was kept: search, the latest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot import texts
from bot.channel import Reply, Request
from bot.render.lines import Line, Piece
from bot.render.page import day
from handlers.services import Services
from storage.model import Found
from storage.query import read_query
from storage.store import Store
from summarizer.model import Article

_AT_ONCE = 5
_WORD = re.compile(r"\S+")


async def search(request: Request, services: Services) -> Sequence[Reply]:
    """The digests that hold what was asked for, the matching sentence under each."""
    typed = request.text.partition(" ")[2].strip()
    chat = await services.store.get_chat(request.channel, request.chat)
    return (Reply(await find_lines(services.store, chat, typed)),)


async def find_lines(store: Store, chat: int, typed: str) -> tuple[Line, ...]:
    """What a search in a chat answers, best first; or why it answers nothing."""
    query = read_query(typed)
    if query.is_empty:
        return (_said(texts.SEARCH_HOW),)
    found = await store.search_digests(query, chat=chat, limit=_AT_ONCE)
    if not found:
        return (_said(texts.FOUND_NOTHING.format(query=typed)),)
    return tuple(line for hit in found for line in _hit(hit))[:-1]


async def show_latest(request: Request, services: Services) -> Sequence[Reply]:
    """The headlines kept last."""
    chat = await services.store.get_chat(request.channel, request.chat)
    kept = await services.store.get_latest(chat=chat, limit=_AT_ONCE)
    if not kept:
        return (Reply((_said(texts.NOTHING_KEPT),)),)
    return (Reply(tuple(_headline(each.digest.article) for each in kept)),)


def _hit(hit: Found) -> tuple[Line, ...]:
    """Headline, then the passage, those of its words marked that were asked for."""
    article = hit.digest.article
    starts = [word.start for word in hit.words]
    pieces = []
    for match in _WORD.finditer(article.text, hit.passage.start, hit.passage.end):
        is_asked = bisect_left(starts, match.end()) > bisect_left(starts, match.start())
        pieces.append(Piece(match[0], "name" if is_asked else "plain"))
    return _headline(article), Line(tuple(pieces), 2), Line()


def _headline(article: Article) -> Line:
    title = Piece(article.title.text if article.title else "", "title")
    if article.published:
        return Line((title, Piece(f"({day(article.published)})", "faint")))
    return Line((title,))


def _said(words: str) -> Line:
    return Line((Piece(words),))
