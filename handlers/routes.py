"""Which gesture answers what: a command, a button, anything else is an article."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.channel import ChannelError, Reply, Request
from bot.failures import where_raised
from bot.render.lines import Line, Piece
from handlers import forward, recall, start
from handlers.errors import to_words
from handlers.services import Services

log = logging.getLogger(__name__)

Gesture = Callable[[Request, Services], Awaitable[Sequence[Reply]]]

COMMANDS: dict[str, Gesture] = {
    "/start": start.greet,
    "/help": start.greet,
    "/tim": recall.search,
    "/moi": recall.show_latest,
}


async def answer(request: Request, services: Services) -> Sequence[Reply]:
    """The answer to a request, in words where there is none; raises ChannelError."""
    gesture = COMMANDS.get(request.command or "", forward.read_article)
    try:
        return await gesture(request, services)
    except ChannelError:  # the worker tries again
        raise
    except Exception as error:
        log.error("a gesture failed: %s", where_raised(error))
        return (Reply((Line((Piece(to_words(error)),)),)),)
