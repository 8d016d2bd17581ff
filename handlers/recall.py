"""Bring back what was kept: search, the latest."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.channel import Reply, Request
from bot.render.lines import Line, Piece
from bot.render.page import day
from handlers.services import Services
from storage.model import Found
from storage.query import read_query
from summarizer.model import Article

_AT_ONCE = 5


async def search(request: Request, services: Services) -> Sequence[Reply]:
    """The digests that hold what was asked for, the matching sentence under each."""
    typed = request.text.partition(" ")[2].strip()
    query = read_query(typed)
    if query.is_empty:
        return (_said(texts.SEARCH_HOW),)
    chat = await services.store.get_chat(request.channel, request.chat)
    found = await services.store.search_digests(query, chat=chat, limit=_AT_ONCE)
    if not found:
        return (_said(texts.FOUND_NOTHING.format(query=typed)),)
    return (Reply(tuple(line for hit in found for line in _hit(hit))),)


async def show_latest(request: Request, services: Services) -> Sequence[Reply]:
    """The headlines kept last."""
    chat = await services.store.get_chat(request.channel, request.chat)
    kept = await services.store.get_latest(chat=chat, limit=_AT_ONCE)
    if not kept:
        return (_said(texts.NOTHING_KEPT),)
    return (Reply(tuple(_headline(each.digest.article) for each in kept)),)


def _hit(hit: Found) -> tuple[Line, ...]:
    """Headline, then the passage with the words that were asked for."""
    article = hit.digest.article
    pieces: list[Piece] = []
    start = hit.passage.start
    for word in hit.words:
        pieces += [Piece(article.text[start : word.start]), Piece(article.quote(word), "name")]
        start = word.end
    pieces.append(Piece(article.text[start : hit.passage.end]))
    return _headline(article), Line(tuple(piece for piece in pieces if piece.text.strip()), 2)


def _headline(article: Article) -> Line:
    title = Piece(article.title.text if article.title else "", "title")
    if article.published:
        return Line((title, Piece(f"({day(article.published)})", "faint")))
    return Line((title,))


def _said(words: str) -> Reply:
    return Reply((Line((Piece(words),)),))
