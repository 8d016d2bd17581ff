"""Answer what members type after the bot's name in any chat: nothing of it is written down."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct
from telegram import Bot, InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.error import TelegramError

from bot.failures import where_raised
from bot.render.html import to_html
from bot.render.lines import Line
from bot.telegram.wire import Inline

log = logging.getLogger(__name__)

KIND = "inline_query"
_SECONDS = 5  # that Telegram may give the same answer again to the same person
_PATIENCE = timedelta(seconds=8)  # after that Telegram takes no answer
_AT_ONCE = 8
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Found(Struct, frozen=True):
    """A digest that may be put into a chat: its id, what the list shows, what is put."""

    id: str
    title: str
    under: str
    lines: tuple[Line, ...]


class FoundPage(Struct, frozen=True):
    """What a query finds, and where the next page begins; empty where there is none."""

    found: tuple[Found, ...] = ()
    following: str = ""


# sender, what was typed, where the page begins
Find = Callable[[str, str, str], Awaitable[FoundPage]]


class InlineDesk:
    """Answers queries side by side, each within the time that Telegram gives."""

    def __init__(self, bot: Bot, find: Find) -> None:
        """Take the bot and what finds."""
        self._bot = bot
        self._find = find
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns = asyncio.Semaphore(_AT_ONCE)

    def take(self, updates: Sequence[object]) -> None:
        """Answer those of the updates that are queries."""
        for update in updates:
            if not (isinstance(update, dict) and KIND in update):
                continue
            try:
                query = msgspec.convert(update[KIND], Inline)
            except (msgspec.ValidationError, UnicodeError):
                log.error("an inline query cannot be read")
                continue
            task = asyncio.create_task(self._answer(query, datetime.now(UTC)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Leave the others unanswered: nobody waits for them any more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer(self, query: Inline, came: datetime) -> None:
        async with self._turns:
            if datetime.now(UTC) - came > _PATIENCE:
                return
            try:
                page = await self._find(str(query.sender.id), query.query, query.offset)
                await self._bot.answer_inline_query(
                    query.id,
                    [_result(each) for each in page.found],
                    cache_time=_SECONDS,
                    is_personal=True,  # another one may not see them
                    next_offset=page.following,
                )
            except TelegramError as error:  # too late, most often
                log.info("an inline query was not answered: %s", type(error).__name__)
            except Exception as error:  # the next one may go well
                log.error("an inline query failed: %s", where_raised(error))


def _result(found: Found) -> InlineQueryResultArticle:
    (first, *_) = to_html(found.lines)
    content = InputTextMessageContent(first, parse_mode="HTML", link_preview_options=_NO_PREVIEW)
    return InlineQueryResultArticle(found.id, found.title, content, description=found.under)
