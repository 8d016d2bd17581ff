"""Poll for updates: raw, one request at a time, each acknowledged by the next."""

from __future__ import annotations

import asyncio
import logging
import warnings
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, RetryAfter, TelegramError

from bot.telegram.calls import Patience, seconds
from bot.telegram.pacer import Pacer
from bot.telegram.updates import key_of
from bot.telegram.wire import ASKED

log = logging.getLogger(__name__)

MOST = 30  # updates that one answer holds: they are judged in one go, while chats wait


class Poller:
    """Reads what waits at the server; what was read is acknowledged by reading on."""

    def __init__(self, bot: Bot, cursor: str | None, patience: Patience, pacer: Pacer) -> None:
        """Take the bot, how far it was read, and whose turns are kept."""
        # raw updates are meant: PTB's own getUpdates parses them, and one it cannot parse
        # would stop all those behind it
        warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")
        self._bot = bot
        self._patience = patience
        self._pacer = pacer
        self._offset = int(cursor) if cursor else None
        self._is_taken_off = False  # the webhook that an earlier run may have set

    @property
    def cursor(self) -> str | None:
        """How far it has been read."""
        return None if self._offset is None else str(self._offset)

    async def read(self, *, patience: int) -> list[Any]:
        """The next updates, waited for at most `patience` seconds; asks until it is answered."""
        failures = 0
        while True:
            try:
                updates = await self._ask(patience)
            except TelegramError as error:
                failures += 1
                await asyncio.sleep(self._rest(error, failures))
                continue
            keys = [int(key) for update in updates if (key := key_of(update))]
            if keys:
                self._offset = max(keys) + 1
            return updates

    async def _ask(self, patience: int) -> list[Any]:
        if not self._is_taken_off:
            await self._take_webhook_off()
        asked = {
            "offset": self._offset,
            "timeout": patience,
            "limit": MOST,
            "allowed_updates": ASKED,
        }
        updates = await self._bot.do_api_request(
            "getUpdates", api_kwargs=asked, read_timeout=patience + 10
        )
        if not isinstance(updates, list):
            raise TelegramError("no list of updates")
        return updates

    async def _take_webhook_off(self) -> None:
        self._is_taken_off = True
        try:
            async with self._pacer.turn(None):
                await self._bot.delete_webhook()
        except TelegramError as error:  # if one is set, polling will say so
            log.warning("the webhook was not taken off: %s", type(error).__name__)

    def _rest(self, error: TelegramError, failures: int) -> float:
        """How long to leave the server alone; why is told to the operator."""
        match error:
            case RetryAfter():
                rest = seconds(error)
                log.warning("polling must rest for %.0f s", rest)
            case Conflict() if "webhook" in error.message:
                rest = self._patience.conflict
                self._is_taken_off = False
                log.error("polling stopped: a webhook is set for this bot; it is taken off")
            case Conflict():
                rest = self._patience.conflict
                log.error("polling stopped: another copy of the bot is running with this token")
            case EndPointNotFound():  # PTB's word for 401 and 404 of a raw call
                rest = self._patience.conflict
                log.error("polling stopped: the token is no longer accepted")
            case _:
                rest = self._patience.rest(failures)
                log.warning("polling failed: %s; again in %.0f s", type(error).__name__, rest)
        return rest
