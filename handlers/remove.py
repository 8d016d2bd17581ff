"""Take a digest away for good."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bot import texts
from bot.channel import Button, Reply, Request, said
from handlers.numbers import named_digest, no_such_digest, not_ours
from handlers.services import Services

_SURE = "het"


async def remove(request: Request, services: Services) -> Sequence[Reply]:
    """Ask once, then remove every trace of the digest that is named."""
    kept = await named_digest(request, services)
    if kept is None:
        return (no_such_digest(request),)
    if refusal := not_ours(kept):
        return (refusal,)
    if request.argument.split()[1:] == [_SURE]:
        await services.store.delete_digest(kept.id)
        return (replace(said(texts.REMOVED.format(number=kept.name)), in_place=True),)
    title = kept.digest.article.title
    buttons = (
        (
            Button(texts.REMOVE_SURELY, f"/xoa {kept.name} {_SURE}"),
            Button(texts.LEAVE, f"/xem {kept.name}"),
        ),
    )
    question = texts.REMOVE_SURE.format(number=kept.name, title=title.text if title else "…")
    return (replace(said(question), buttons=buttons, in_place=True),)
