"""An article in, its digest out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from msgspec import Struct

from bot import texts
from bot.channel import LEAST_ARTICLE, Attachment, ChannelError, Reply, Request, said
from bot.failures import where_raised
from bot.links import link_key
from bot.reading import digest_article, digest_to_keep
from bot.render.page import day
from bot.sources import Source
from handlers.errors import to_words
from handlers.numbers import named_digest
from handlers.services import Services
from handlers.show import shown
from storage.model import Kept, Origin
from summarizer.model import Digest

log = logging.getLogger(__name__)


class _Opened(Struct, frozen=True):
    """One of the three: what is to be read, the digest that is there, why there is none."""

    source: Source | None = None
    known: Kept | None = None
    refusal: str | None = None
    key: str | None = None


_FEW_WORDS = 30  # of an article, however long they are
_LEAST_WORDS = 40  # fewer beside a link are a remark about it, not an article


async def read_article(request: Request, services: Services) -> Sequence[Reply]:
    """A digest for each link, file or text of the request, kept before it is shown.

    What fails is answered in words, the rest goes on; raises ChannelError where a file
    may come when it is asked for again.
    """
    asked = _asked(request)
    if not asked:
        return (said(texts.NOTHING_TO_READ),)
    opened = await asyncio.gather(*(_open(each, request, services) for each in asked))
    replies = []
    for each, found in zip(asked, opened, strict=True):
        answer = await _digest(found, request, services)
        name = each.name if isinstance(each, Attachment) else each
        heading = f"{name}: " if name and len(asked) > 1 else ""
        replies.append(said(heading + _capital(answer)) if isinstance(answer, str) else answer)
    return replies


async def refuse_secret(request: Request, services: Services) -> Sequence[Reply]:
    """Why words that are marked secret were not read.

    Where the beginning came long before the mark, it has been read: its digest is removed.
    """
    if request.verdict == "secret rest":
        chat = await services.store.get_chat(request.channel, request.chat)
        await services.store.delete_asked_by(request.message, chat=chat)
    return (said(texts.SECRET),)


async def redo(request: Request, services: Services) -> Sequence[Reply]:
    """Digest a kept article anew, by what the program knows today."""
    kept = await named_digest(request, services)
    if kept is None:
        return (said(texts.WHICH_DIGEST.format(command=request.command)),)
    digest = await services.pool.run(
        digest_article, kept.digest.article, limit=services.reading_limit
    )
    return (shown(await services.store.redo_digest(kept.id, digest), in_place=True),)


def _asked(request: Request) -> list[str | Attachment]:
    """What is to be read: «» for the text itself, links, files."""
    words = len(request.text.split())
    is_alone = not request.links and not request.files
    is_article = words >= _LEAST_WORDS + 10 * len(request.links)
    text = [""] if (is_alone and words) or is_article else []
    return [*text, *request.links, *request.files]


async def _open(asked: str | Attachment, request: Request, services: Services) -> _Opened:
    """The source, the digest that is there of the same link, or why it cannot be had."""
    key = link_key(asked) if isinstance(asked, str) and asked else None
    try:
        if not await _may_ask(request, services):
            return _Opened(refusal=texts.TOO_MANY.format(services.a_minute, services.a_day))
        if key is not None:
            chat = await services.store.get_chat(request.channel, request.chat)
            if known := await services.store.find_link(key, chat=chat):
                return _Opened(known=known, key=key)
        return _Opened(source=await _source(asked, request, services), key=key)
    except ChannelError:
        raise
    except Exception as error:
        log.info("nothing read: %s", where_raised(error))
        return _Opened(refusal=to_words(error))


async def _may_ask(request: Request, services: Services) -> bool:
    """Whether the member has asked for fewer articles than the limits."""
    store, now = services.store, services.now()
    who = (request.channel, request.sender)
    if await store.count_use(*who, since=now - timedelta(minutes=1)) >= services.a_minute:
        return False
    if await store.count_use(*who, since=now - timedelta(days=1)) >= services.a_day:
        return False
    await store.note_use(*who, now=now)
    return True


async def _source(asked: str | Attachment, request: Request, services: Services) -> Source:
    if isinstance(asked, Attachment):
        return Source(await services.load(request.channel, asked), asked.name)
    if asked:
        page = await services.fetcher.fetch(asked)
        return Source(page.body, page.name, page.url)
    return Source(request.text.encode("utf-8", "replace"), "pasted.txt")


async def _digest(opened: _Opened, request: Request, services: Services) -> Reply | str:
    """The digest, or why there is none."""
    if opened.refusal is not None:
        return opened.refusal
    kept = opened.known
    if opened.source is not None:
        try:
            received = request.received.astimezone(services.zone).date()
            work = partial(digest_to_keep, opened.source, received=received)
            digest = await services.pool.run(work, limit=services.reading_limit)
        except Exception as error:
            log.info("nothing read: %s", where_raised(error))
            return to_words(error)
        if _is_chatter(request, digest):
            return texts.NO_NEWS
        chat = await services.store.get_chat(request.channel, request.chat)
        kept = await services.store.save_digest(
            digest,
            chat=chat,
            now=services.now(),
            origin=Origin(request.message, opened.key),
        )
    if kept is None:
        raise AssertionError  # one of the three is there
    if kept.is_new:
        return shown(kept)
    head = texts.KNOWN_ALREADY if kept.is_same_text else texts.KNOWN_NEARLY
    made = day(kept.made.astimezone(services.zone))
    return shown(kept, head.format(number=kept.number, day=made), can_redo=True)


def _is_chatter(request: Request, digest: Digest) -> bool:
    """A few words that tell of nothing: «xin chào»."""
    if request.links or request.files:
        return False
    is_short = len(request.text) < LEAST_ARTICLE or len(request.text.split()) < _FEW_WORDS
    return is_short and not (digest.event or digest.documents or digest.directives)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
