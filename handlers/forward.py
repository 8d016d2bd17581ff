"""An article in, its digest out."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Sequence
from functools import partial

from bot import texts
from bot.channel import Attachment, ChannelError, Reply, Request
from bot.failures import where_raised
from bot.reading import digest_source
from bot.render.lines import Line, Piece
from bot.render.page import lay_out
from bot.sources import Source
from handlers.errors import to_words
from handlers.services import Services

log = logging.getLogger(__name__)

_LEAST_WORDS = 40  # fewer beside a link are a remark about it, not an article


async def read_article(request: Request, services: Services) -> Sequence[Reply]:
    """A digest for each link, file or text of the request, kept before it is shown.

    What fails is answered in words, the rest goes on; raises ChannelError where a file
    may come when it is asked for again.
    """
    replies: list[Reply] = []
    words = len(request.text.split())
    nothing_else = not request.links and not request.files
    if nothing_else or words >= _LEAST_WORDS + 10 * len(request.links):
        replies.append(await _digest(_pasted(request), request, services))
    replies += [await _digest(_page(link, services), request, services) for link in request.links]
    replies += [
        await _digest(_file(each, request, services), request, services) for each in request.files
    ]
    return replies


async def _digest(opening: Awaitable[Source], request: Request, services: Services) -> Reply:
    try:
        source = await opening
        work = partial(digest_source, source, received=request.received.date())
        digest = await services.pool.run(work, limit=services.reading_limit)
    except ChannelError:
        raise
    except Exception as error:
        log.info("nothing read: %s", where_raised(error))
        return Reply((Line((Piece(to_words(error)),)),))
    chat = await services.store.get_chat(request.channel, request.chat)
    kept = await services.store.save_digest(
        digest, chat=chat, now=services.now(), message=request.message
    )
    head = () if kept.is_new else (Line((Piece(texts.KNOWN_ALREADY, "faint"),)), Line())
    return Reply((*head, *lay_out(kept.digest)))


async def _pasted(request: Request) -> Source:
    return Source(request.text.encode("utf-8", "replace"), "pasted.txt")


async def _page(link: str, services: Services) -> Source:
    page = await services.fetcher.fetch(link)
    return Source(page.body, page.name, page.url)


async def _file(attachment: Attachment, request: Request, services: Services) -> Source:
    return Source(await services.load(request.channel, attachment), attachment.name)
