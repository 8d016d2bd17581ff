"""Make calls of the Bot API, and tell what went wrong in the channel's own terms."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Awaitable
from functools import cache
from typing import TypeVar

import httpx
from msgspec import Struct
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.channel import BlockedError, ChannelError, MovedChatError
from bot.settings import TelegramSettings

log = logging.getLogger(__name__)

T = TypeVar("T")

_CLOSED = (  # the chat is gone, or the bot may not write there: no second try helps
    "chat not found",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat_write_forbidden",
    "peer_id_invalid",
    "topic_closed",
)


class NoConnectionError(ChannelError):
    """The Bot API does not answer."""


class RefusedTokenError(NoConnectionError):
    """The Bot API answers, and does not know the token."""


class RefusedWebhookError(ChannelError):
    """Telegram does not take the address that it is to post to."""


class Patience(Struct, frozen=True):
    """How long to rest before the next try: twice as long each time, in seconds.

    `tries` are those of the first connection; `conflict` is the rest where another copy
    of the bot, or a token that was taken back, must first be seen to by a person.
    """

    tries: int = 30
    first: float = 1.0
    longest: float = 60.0
    conflict: float = 30.0

    def rest(self, failures: int) -> float:
        """The rest after so many failures in a row."""
        return min(self.first * 2.0 ** min(failures - 1, 20), self.longest)


IMPATIENT = Patience(tries=1)


def door(settings: TelegramSettings, connections: int) -> HTTPXRequest:
    """The way to the server: by the proxy that is set, whatever the environment says."""
    return HTTPXRequest(
        connection_pool_size=connections,
        proxy=settings.proxy,
        read_timeout=15,
        httpx_kwargs={"trust_env": False, "verify": _trusted()},
    )


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities that httpx trusts, read once: that takes 50 ms."""
    return httpx.create_ssl_context(trust_env=False)


async def connect(bot: Bot, patience: Patience) -> None:
    """Reach the server; raises RefusedTokenError at once, NoConnectionError after the last try.

    The errors' own words hold the token: they go no further.
    """
    for failures in range(1, patience.tries + 1):
        try:
            await bot.initialize()
        except InvalidToken:
            raise RefusedTokenError("token") from None
        except TelegramError as error:
            why = type(error).__name__
            if failures == patience.tries:
                raise NoConnectionError(why) from None
            rest = seconds(error) if isinstance(error, RetryAfter) else patience.rest(failures)
            log.warning("Telegram cannot be reached: %s; again in %.0f s", why, rest)
            await asyncio.sleep(rest)
        else:
            return


async def translated(call: Awaitable[T], chat: str | None) -> T:
    """A call to a chat, if it is to one; its errors are ours, but BadRequest and RetryAfter."""
    try:
        return await call
    except BadRequest as error:
        if error.message.lower().startswith(_CLOSED):
            raise BlockedError("closed") from error
        raise
    except RetryAfter:
        raise
    except Forbidden as error:
        raise BlockedError("forbidden") from error
    except TelegramError as error:
        if isinstance(error, ChatMigrated) and chat is not None:
            raise MovedChatError(chat, str(error.new_chat_id)) from error
        raise ChannelError(type(error).__name__) from error


def seconds(error: RetryAfter) -> float:
    """How long the server wants to be left alone."""
    wait = error.retry_after
    return 0.1 + (wait if isinstance(wait, int) else wait.total_seconds())
