"""An article in, its digest out."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import aclosing
from functools import partial

from msgspec import Struct

from bot import texts
from bot.ahead import in_order
from bot.channel import (
    LEAST_ARTICLE,
    MOST_TRIES,
    Attachment,
    ChannelError,
    Reply,
    Request,
    said,
)
from bot.failures import where_raised
from bot.links import link_key
from bot.meter import ArticleKind, Outcome
from bot.preparing import prepare_to_keep
from bot.reading import digest_article
from bot.render.shaping import capital, day
from bot.sources import Source
from handlers.chats import own_chat
from handlers.errors import to_words
from handlers.limits import allow
from handlers.numbers import named_digest, no_such_digest, not_ours
from handlers.services import Services
from handlers.show import shown
from storage.model import Kept, Origin
from summarizer.model import Digest
from summarizer.reading.errors import TooLargeError
from summarizer.reading.limits import LARGEST

log = logging.getLogger(__name__)

_FEW_WORDS = 30  # of an article, however long they are
_LEAST_WORDS = 40  # fewer beside a link are a remark about it, not an article

_OPENED = 4  # sources of a request that are held at once, each up to 25 MB

_Asked = str | Attachment  # «» for the text itself, a link, a file


class _Opened(Struct, frozen=True):
    """What is to be read, the digest that is there, or why there is none; the key of a link."""

    found: Source | Kept | str
    key: str | None = None


async def read_article(request: Request, services: Services) -> Sequence[Reply]:
    """A digest for each link, file or text of the request, kept before it is shown.

    What fails is answered in words, the rest goes on; raises ChannelError where a file
    may come when it is asked for again. A text in a group that tells no news is a remark.
    """
    asked = _asked(request)
    if not asked:
        return (said(texts.NOTHING_TO_READ),)
    allowed = await allow(len(asked), request, services)
    taken = asked[: allowed.articles]
    answers = await _answers(taken, request, services)
    replies = [
        _told(answer, _heading(each, asked), services)
        for each, answer in zip(taken, answers, strict=True)
        if answer is not None
    ]
    if allowed.refusal:
        unread = [_heading(each, asked) for each in asked[allowed.articles :]]
        replies.append(said(allowed.refusal, *filter(None, unread)))
    if request.is_group and asked == [""]:
        return [reply for reply in replies if reply.digest is not None]
    return replies


async def refuse_secret(request: Request, services: Services) -> Sequence[Reply]:
    """Why words that are marked secret were not read.

    Where the beginning came long before the mark, it has been read: its digest is removed.
    """
    if request.verdict == "secret rest":
        chat = await own_chat(request, services)
        await services.store.delete_asked_by(request.message, chat=chat)
    return (said(texts.SECRET),)


async def redo(request: Request, services: Services) -> Sequence[Reply]:
    """Digest a kept article anew, by what the program knows today."""
    kept = await named_digest(request, services)
    if kept is None:
        return (no_such_digest(request),)
    if refusal := not_ours(kept):
        return (refusal,)
    allowed = await allow(1, request, services)
    if allowed.refusal:
        return (said(allowed.refusal),)
    digest = await services.pool.run(
        digest_article, kept.digest.article, limit=services.reading_limit
    )
    return (shown(await services.store.redo_digest(kept.id, digest), in_place=True),)


def _asked(request: Request) -> list[_Asked]:
    """What is to be read, in its order."""
    words = len(request.text.split())
    is_alone = not request.links and not request.files
    is_article = words >= _LEAST_WORDS + 10 * len(request.links)
    text = [""] if (is_alone and words) or is_article else []
    return [*text, *request.links, *request.files]


async def _open(asked: _Asked, request: Request, services: Services) -> _Opened:
    """The source, the digest that is there of the same link, or why it cannot be had."""
    key = link_key(asked) if isinstance(asked, str) and asked else None
    try:
        if key is not None:
            chat = await own_chat(request, services)
            origin = Origin(request.message, key)
            if known := await services.store.find_link(origin, chat=chat):
                return _Opened(known, key)
        return _Opened(await _source(asked, request, services), key)
    except ChannelError as error:
        if request.tries < MOST_TRIES or len(request.files) == 1:
            raise
        log.info("no file: %s", where_raised(error))
        return _Opened(texts.NO_FILE)
    except Exception as error:
        log.info("nothing read: %s", where_raised(error))
        return _Opened(to_words(error))


async def _source(asked: _Asked, request: Request, services: Services) -> Source:
    if isinstance(asked, Attachment):
        if asked.size > LARGEST:
            raise TooLargeError
        return Source(await services.load(request.channel, asked), asked.name)
    if asked:
        return await _fetch(asked, services)
    return Source(request.text.encode("utf-8", "replace"), "pasted.txt")


async def _fetch(link: str, services: Services) -> Source:
    try:
        with services.meter.stage("fetch"):
            page = await services.fetcher.fetch(link)
    except Exception as error:
        services.meter.count_fetch_failure(error)
        raise
    return Source(page.body, page.name, page.url)


async def _answers(
    asked: Sequence[_Asked], request: Request, services: Services
) -> list[Kept | str | None]:
    """The digest of each, or why there is none; None where it is that of another one.

    A few are opened ahead, side by side. The text is read last: it may be the opening of
    the page that it leads to. Raises ChannelError when none is being opened any more.
    """
    answers: list[Kept | str | None] = [None] * len(asked)
    seen: set[int] = set()
    places = sorted(range(len(asked)), key=lambda at: asked[at] == "")
    ahead = (partial(_open, asked[at], request, services) for at in places)
    async with aclosing(in_order(ahead, at_once=_OPENED)) as opened:
        for at in places:
            answer = await _digest(await anext(opened), request, services)
            if isinstance(answer, str) or answer.id not in seen:
                answers[at] = answer
            if isinstance(answer, Kept):
                seen.add(answer.id)
            services.meter.count_article(_kind(asked[at]), _outcome(answer))
    return answers


def _kind(asked: _Asked) -> ArticleKind:
    return "file" if isinstance(asked, Attachment) else "link" if asked else "text"


def _outcome(answer: Kept | str) -> Outcome:
    if isinstance(answer, Kept):
        return "new" if answer.is_new else "known"
    return "no news" if answer == texts.NO_NEWS else "failed"


async def _digest(opened: _Opened, request: Request, services: Services) -> Kept | str:
    """The digest as it is kept, or why there is none."""
    if not isinstance(opened.found, Source):
        return opened.found
    try:
        received = request.received.astimezone(services.zone).date()
        work = partial(prepare_to_keep, opened.found, received=received)
        with services.meter.stage("read"):
            prepared = await services.pool.run(work, limit=services.reading_limit)
    except Exception as error:
        log.info("nothing read: %s", where_raised(error))
        is_chatter = not any(map(str.isalpha, request.text)) and _is_alone(request)
        return texts.NO_NEWS if is_chatter else to_words(error)
    if _is_chatter(request, prepared.digest):
        return texts.NO_NEWS
    chat = await own_chat(request, services)
    origin = Origin(request.message, opened.key)
    with services.meter.stage("keep"):
        return await services.store.save_prepared(
            prepared, chat=chat, now=services.now(), origin=origin
        )


def _is_alone(request: Request) -> bool:
    return not request.links and not request.files


def _is_chatter(request: Request, digest: Digest) -> bool:
    """Words that tell of nothing official: a few, «xin chào», or whatever is said in a group."""
    if not _is_alone(request):
        return False
    is_short = len(request.text) < LEAST_ARTICLE or len(request.text.split()) < _FEW_WORDS
    is_nothing = not (digest.event or digest.documents or digest.directives)
    return is_nothing and (is_short or request.is_group)


def _heading(each: _Asked, asked: Sequence[_Asked]) -> str:
    """Which of several is spoken of."""
    name = each.name if isinstance(each, Attachment) else each
    return name if len(asked) > 1 else ""


def _told(answer: Kept | str, heading: str, services: Services) -> Reply:
    if isinstance(answer, str):
        return said(f"{heading}: {capital(answer)}" if heading else capital(answer))
    if answer.is_new:
        return shown(answer)
    head = texts.KNOWN_ALREADY if answer.is_same_text else texts.KNOWN_NEARLY
    made = day(answer.made.astimezone(services.zone))
    return shown(answer, head.format(number=answer.name, day=made), can_redo=True)
