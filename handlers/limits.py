"""Hold each member to so many articles a minute and a day."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from bot import texts
from bot.channel import Request
from handlers.services import Services


class Allowance(Struct, frozen=True):
    """How many articles may be read now; `refusal` says why not all that were asked for."""

    articles: int
    refusal: str | None = None


async def allow(articles: int, request: Request, services: Services) -> Allowance:
    """How many of the articles of a request its sender may have; they are counted.

    Where the request is tried again they were counted before.
    """
    if request.tries > 1:
        return Allowance(articles)
    for taken in range(articles):
        if refusal := await _refusal(request, services):
            return Allowance(taken, refusal)
        await services.store.note_use(request.channel, request.sender, now=services.now())
    return Allowance(articles)


async def _refusal(request: Request, services: Services) -> str | None:
    for length, most, words in (
        (timedelta(minutes=1), services.a_minute, texts.ENOUGH_A_MINUTE),
        (timedelta(days=1), services.a_day, texts.ENOUGH_A_DAY),
    ):
        since = services.now() - length
        if await services.store.count_use(request.channel, request.sender, since=since) >= most:
            return words.format(most=most)
    return None
