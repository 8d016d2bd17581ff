"""Let plain words complete what a button has begun: a name, a day."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bot.channel import LEAST_ARTICLE, Reply, Request, read_command
from handlers.services import Services


async def completed(request: Request, services: Services) -> Request:
    """The request, or the command that its words complete.

    In a group only words that answer our question do: others talk there too.
    """
    is_plain = not (request.command or request.links or request.files or request.is_press)
    is_short = 0 < len(request.text) < LEAST_ARTICLE and "\n" not in request.text.strip()
    is_meant = request.is_reply or not request.is_group
    if request.verdict != "member" or not (is_plain and is_short and is_meant):
        return request
    begun = await services.store.take_awaited(_who(request), request.message, now=services.now())
    if begun is None:
        return request
    command, argument = read_command(f"{begun} {request.text.strip()}")
    return replace(request, command=command, argument=argument)


async def remember(request: Request, replies: Sequence[Reply], services: Services) -> None:
    """Keep what the answer waits for; whoever does something else is no longer asked."""
    begun = next((reply.awaits for reply in replies if reply.awaits), None)
    if begun or (request.command and request.verdict == "member"):
        await services.store.put_awaited(_who(request), begun, now=services.now())


def _who(request: Request) -> tuple[str, str, str]:
    return request.channel, request.chat, request.sender
