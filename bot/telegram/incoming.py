"""Read what comes in: first what has waited, then by polling or by our webhook."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from typing import Self

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot import texts
from bot.settings import WebhookSettings
from bot.telegram import said
from bot.telegram.calls import Patience, RefusedWebhookError
from bot.telegram.inline import InlineDesk
from bot.telegram.pacer import Pacer
from bot.telegram.polling import MOST, Poller
from bot.telegram.updates import Me, to_event
from bot.telegram.wire import ASKED
from bot.web.webhook import Webhook
from storage.model import NewEvent

log = logging.getLogger(__name__)

_POLL_SECONDS = 25
_POSTS_AT_ONCE = 40


class Incoming:
    """The updates of a bot, each once it is written down acknowledged.

    What waited at the server when the program started is read first, always by polling: a
    button that somebody pressed then has no date, but it was pressed before. So such a
    press is not acted on; its owner is asked to press again.
    """

    def __init__(
        self,
        bot: Bot,
        pacer: Pacer,
        patience: Patience,
        settings: WebhookSettings | None,
        *,
        inline: InlineDesk | None = None,
    ) -> None:
        """Take the bot, where Telegram is to post, if it is to, and who answers queries."""
        self._inline = inline
        self._bot = bot
        self._pacer = pacer
        self._patience = patience
        self._settings = settings
        self._webhook = Webhook(settings, self._read_post) if settings else None
        self._is_backlog = True
        self._opened = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Open the door for posts; raises PortTakenError."""
        if self._webhook:
            await self._opened.enter_async_context(self._webhook)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Shut it; only then can no more queries come in."""
        await self._opened.aclose()
        if self._inline:
            await self._inline.close()

    async def events(self, cursor: str | None) -> AsyncIterator[tuple[list[NewEvent], str | None]]:
        """What comes in, for ever; what was yielded is acknowledged when more is asked for."""
        poller = Poller(self._bot, cursor, self._patience, self._pacer)
        while self._is_backlog or self._webhook is None:
            updates = await poller.read(patience=0 if self._is_backlog else _POLL_SECONDS)
            if self._inline and not self._is_backlog:  # who asked before the start has given up
                self._inline.take(updates)
            events = [event for update in updates if (event := self._read(update))]
            stale = [event for event in events if event.is_fleeting and self._is_backlog]
            self._is_backlog = self._is_backlog and len(updates) >= MOST
            if updates:
                yield [event for event in events if event not in stale], poller.cursor
            await self._decline(stale)
        await self._set_webhook()
        async for events in self._webhook.events():
            yield events, None

    def _read_post(self, update: object) -> NewEvent | None:
        if self._inline:
            self._inline.take([update])
        return self._read(update)

    def _read(self, update: object) -> NewEvent | None:
        return to_event(update, Me(self._bot.id, self._bot.username))

    async def _decline(self, presses: Sequence[NewEvent]) -> None:
        """Ask those who pressed while nobody was there to press again."""
        numbers = [said.press_number(press.raw) for press in presses if press.raw]
        await asyncio.gather(*(self._decline_one(number) for number in numbers))

    async def _decline_one(self, number: str) -> None:
        async with self._pacer.turn(None):
            with contextlib.suppress(TelegramError):  # most are too old to be answered at all
                await self._bot.answer_callback_query(number, text=texts.PRESS_AGAIN)

    async def _set_webhook(self) -> None:
        """Tell Telegram where to post; raises RefusedWebhookError."""
        if self._settings is None:
            raise AssertionError  # asked for only where one is set
        failures = 0
        while True:
            try:
                await self._bot.set_webhook(
                    self._settings.url,
                    secret_token=self._settings.secret,
                    allowed_updates=ASKED,
                    max_connections=_POSTS_AT_ONCE,
                )
            except BadRequest as error:
                raise RefusedWebhookError("url") from error
            except TelegramError as error:
                failures += 1
                rest = self._patience.rest(failures)
                log.warning("no webhook yet: %s; again in %.0f s", type(error).__name__, rest)
                await asyncio.sleep(rest)
            else:
                log.info("webhook is set")
                return
