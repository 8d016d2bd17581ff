"""Set the hour at which the day's digest comes by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from bot.channel import Reply, Request, said
from bot.render.shaping import day
from bot.texts import briefing as words
from handlers.briefing import hours_of
from handlers.chats import own_chat
from handlers.services import Services
from storage.model import Schedule
from summarizer.folding import fold, strip_marks

# «07:00», «7h», «7h30», «7:30 lam viec»
_HOUR = re.compile(
    r"(\d{1,2})(?:[:hg.](\d{2})?)?(?: gio)?(?: (?P<days>(?:ngay )?lam viec|hang ngay|moi ngay))?"
)
_OFF = {"tat", "thoi", "off", "bo"}


async def set_hour(request: Request, services: Services) -> Sequence[Reply]:
    """Set, tell or take away the hour of the chat."""
    chat = await own_chat(request, services)
    typed = " ".join(strip_marks(fold(request.argument)).split())
    if not typed:
        return (await _tell(chat, services),)
    if typed in _OFF:
        was_on = await services.store.schedules.drop(chat)
        return (said(words.HOUR_OFF if was_on else words.HOUR_NONE),)
    hour = _HOUR.fullmatch(typed)
    at = _time(hour) if hour else None
    if hour is None or at is None:
        return (said(words.HOUR_HOW),)
    is_working = "lam viec" in (hour["days"] or "")
    await _put(chat, at, services, is_working=is_working)
    days = words.WORKING_DAYS if is_working else words.EVERY_DAY
    told = [words.HOUR_SET.format(at=f"{at:%H:%M}", days=days)]
    year = services.now().astimezone(services.zone).year
    if is_working and year not in services.workdays.years:
        told.append(words.NOT_DECIDED.format(year=year))
    return (said(*told),)


async def _put(chat: int, at: time, services: Services, *, is_working: bool) -> None:
    """The first digest tells of what came since the slot before now."""
    now = services.now()
    hours = hours_of(Schedule(chat, "", "", at, now, is_working=is_working), services)
    sent = hours.last(now) or now
    await services.store.schedules.put(chat, at, is_working=is_working, sent=sent)


async def _tell(chat: int, services: Services) -> Reply:
    schedule = await services.store.schedules.get(chat)
    if schedule is None:
        return said(words.HOUR_NONE, words.HOUR_HOW)
    coming = hours_of(schedule, services).next(services.now())
    here = coming.astimezone(services.zone) if coming else None
    told = words.HOUR_IS.format(
        at=f"{schedule.at:%H:%M}",
        days=words.WORKING_DAYS if schedule.is_working else words.EVERY_DAY,
        next=f"{here:%H:%M} {day(here.date())}" if here else "…",
    )
    return said(told, words.HOUR_HOW)


def _time(hour: re.Match[str]) -> time | None:
    try:
        return time(int(hour[1]), int(hour[2] or 0))
    except ValueError:  # 25:00
        return None
