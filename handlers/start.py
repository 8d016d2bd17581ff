"""Say what the bot does."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.channel import Reply, Request
from bot.render.lines import Line, Piece
from handlers.services import Services

_COLUMN = 12


async def greet(request: Request, services: Services) -> Sequence[Reply]:
    """What can be sent here, and the commands."""
    lines = (Line((Piece(texts.GREETING),)), Line(), *_commands())
    return (Reply(lines),)


async def tell_commands(request: Request, services: Services) -> Sequence[Reply]:
    """What there is, for a command that there is not."""
    return (Reply((Line((Piece(texts.NO_SUCH_COMMAND),)), Line(), *_commands())),)


def _commands() -> list[Line]:
    return [
        Line((Piece(words),), label=Piece(command, "name"), column=_COLUMN)
        for command, words in texts.COMMANDS.items()
    ]
