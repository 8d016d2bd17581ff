"""Show the words of the article behind each line of its digest."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.channel import Reply, Request, said
from bot.render.evidence import lay_out_evidence
from handlers.numbers import named_digest
from handlers.services import Services


async def show_evidence(request: Request, services: Services) -> Sequence[Reply]:
    """Each line of the digest that is named, with its sentence of the article."""
    kept = await named_digest(request, services)
    if kept is None:
        return (said(texts.WHICH_DIGEST.format(command=request.command)),)
    return (Reply(lay_out_evidence(kept.digest, kept.corrections), digest=kept.id),)
