"""Read for which days somebody asks, and bring what a chat got then."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from bot.channel import Request
from bot.render.shaping import day
from bot.texts import briefing as words
from handlers.chats import own_chat
from handlers.numbers import as_seen
from handlers.services import Services
from storage.model import Kept
from storage.spans import read_days
from summarizer.folding import fold, strip_marks

MOST = 500  # digests that go together
_TWO_DAYS = re.compile(r"(\S+) (?:den |- )?(\S+)")


class Window(Struct, frozen=True):
    """From `start` to before `end`; `span` is how people call that."""

    start: datetime
    end: datetime
    span: str

    def last_day(self, services: Services) -> date:
        """The last day that lies in it, by the office's clock."""
        return (self.end - timedelta(seconds=1)).astimezone(services.zone).date()


def read_window(typed: str, services: Services) -> Window | None:
    """«», «hôm qua», «tuần này», «19/5/2022», «1/5/2022 31/5/2022»; None for anything else."""
    try:
        return _read(typed, services)
    except OverflowError:  # the day after 31/12/9999
        return None


def _read(typed: str, services: Services) -> Window | None:
    today = services.today()
    bare = " ".join(strip_marks(fold(typed)).split())
    span = read_days(bare or "hom nay", today=today)
    try:
        if span is not None:
            return _window(span.first, span.last, services)
        if two := _TWO_DAYS.fullmatch(bare):
            first, last = (read_days(each, today=today) for each in two.groups())
            if first and last and first.first <= last.last:
                return _window(first.first, last.last, services)
    except OverflowError:  # 1/1/0001 begins in the year before, by UTC
        return None
    return None


async def kept_within(window: Window, request: Request, services: Services) -> tuple[Kept, ...]:
    """What the chats of the office got in that time, oldest first, as this chat calls it.

    At most MOST, the newest.
    """
    chat = await own_chat(request, services)
    found: list[Kept] = []
    for of in await services.store.offices.chats_of(chat):
        kept = await services.store.get_between(window.start, window.end, chat=of, limit=MOST)
        found += [as_seen(each, by=chat) for each in kept]
    found.sort(key=lambda kept: kept.made)
    return tuple(found[-MOST:])


def _window(first: date, last: date, services: Services) -> Window:
    midnight = datetime.min.time()
    start = datetime.combine(first, midnight, services.zone).astimezone(UTC)
    end = datetime.combine(last + timedelta(days=1), midnight, services.zone).astimezone(UTC)
    form = words.SPAN_DAY if first == last else words.SPAN_DAYS
    return Window(start, end, form.format(day=day(first), first=day(first), last=day(last)))
