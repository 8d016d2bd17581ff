"""Let a reader say what is wrong in a digest."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.channel import Reply, Request, said
from handlers.numbers import named_digest
from handlers.services import Services


async def correct(request: Request, services: Services) -> Sequence[Reply]:
    """What can be corrected."""
    kept = await named_digest(request, services)
    return (said(texts.WHICH_DIGEST.format(command=request.command) if kept is None else "…"),)
