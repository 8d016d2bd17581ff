"""Hold each member to so many articles a minute and a day."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from bot import texts
from bot.channel import Request
from handlers.services import Services
from storage.model import Limit, Use

_MINUTE = timedelta(minutes=1)


class Allowance(Struct, frozen=True):
    """How many articles may be read now; `refusal` says why not all that were asked for."""

    articles: int
    refusal: str | None = None


async def allow(articles: int, request: Request, services: Services) -> Allowance:
    """How many of the articles of a request its sender may have; they are counted, once."""
    allowed = await services.store.note_uses(
        Use(
            request.channel,
            request.sender,
            articles,
            message=request.message,
            is_again=request.tries > 1,
        ),
        limits=(Limit(services.a_minute, _MINUTE), Limit(services.a_day, timedelta(days=1))),
        now=services.now(),
    )
    if allowed.met is None:
        return Allowance(articles)
    words = texts.ENOUGH_A_MINUTE if allowed.met.time == _MINUTE else texts.ENOUGH_A_DAY
    return Allowance(allowed.count, words.format(most=allowed.met.most))
