"""An article in, its digest out."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.channel import Reply, Request
from bot.reading import digest_source
from bot.render.lines import Line, Piece
from bot.render.page import lay_out
from handlers.errors import to_words
from handlers.services import Services

_LEAST_WORDS = 40  # fewer beside a link are a remark about it, not an article


async def read_article(request: Request, services: Services) -> Sequence[Reply]:
    """A digest for each link, file or text of the request, kept before it is shown."""
    replies = [await _from_link(link, request, services) for link in request.links]
    for attachment in request.files:
        data = await services.load(request.channel, attachment)
        replies.append(await _digest(data, attachment.name, None, request, services))
    words = len(request.text.split())
    if not replies or words >= _LEAST_WORDS + 10 * len(request.links):
        data = request.text.encode("utf-8", "replace")
        replies.insert(0, await _digest(data, "tin.txt", None, request, services))
    return replies


async def _from_link(link: str, request: Request, services: Services) -> Reply:
    try:
        page = await services.fetcher.fetch(link)
    except Exception as error:
        return _said(to_words(error))
    return await _digest(page.body, "trang.html", page.url, request, services)


async def _digest(
    data: bytes, name: str, url: str | None, request: Request, services: Services
) -> Reply:
    try:
        digest = await services.pool.run(
            digest_source, data, name, url, request.received.date(), limit=services.reading_limit
        )
    except Exception as error:
        return _said(to_words(error))
    chat = await services.store.get_chat(request.channel, request.chat)
    kept = await services.store.save_digest(digest, chat=chat, now=services.now())
    head = () if kept.is_new else (Line((Piece(texts.KNOWN_ALREADY, "faint"),)), Line())
    return Reply((*head, *lay_out(kept.digest)))


def _said(words: str) -> Reply:
    return Reply((Line((Piece(words),)),))
