"""The day's digest: when somebody asks for it, and by itself at its hour."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.channel import File, Reply, Request, said
from bot.render.briefing import lay_out_briefing, make_items
from bot.render.files.collection import Collection as Digests
from bot.render.files.formats import KINDS, write_file
from bot.render.shaping import day
from bot.schedules import Hours
from bot.texts import briefing as words
from handlers.listing import open_buttons
from handlers.services import Services
from handlers.windows import MOST, Window, kept_within, read_window
from storage.model import Event, Kept, NewEvent, Schedule

log = logging.getLogger(__name__)

COMMAND = "/bantin"
_MOST_BUTTONS = 24
_WORKING_SECONDS = 60.0
_AHEAD = timedelta(hours=2)  # a slot so far ahead was written by a clock that was wrong


async def tell_briefing(request: Request, services: Services) -> Sequence[Reply]:
    """The digest of the days that are asked for; of today where none is."""
    window = read_window(request.argument, services)
    if window is None:
        return (said(words.HOW),)
    return (await _briefing(window, request, services),)


async def send_briefing(request: Request, services: Services) -> Sequence[Reply]:
    """The digest that is due: since the one before, up to its hour."""
    start, end = map(datetime.fromisoformat, request.argument.split())
    first, last = (_moment(each, services) for each in (start, end))
    span = words.SPAN_HOURS.format(first=first, last=last)
    reply = await _briefing(Window(start, end, span), request, services)
    heading = "".join(piece.text + " " for piece in reply.lines[0].pieces).strip()
    return (replace(reply, heading=heading),)


async def write_briefings(services: Services, channels: Collection[str]) -> Sequence[Event]:
    """Write down the digests that are due, each once: the window goes on where the last ended."""
    now = services.now()
    events = []
    for schedule in await services.store.schedules.get_all(now=now):
        if schedule.channel not in channels or schedule.is_paused:
            continue
        if schedule.sent > now + _AHEAD:
            log.warning("the clock was set back: chat %d", schedule.chat)
            await services.store.schedules.set_sent(schedule.chat, now)
            continue
        slot = hours_of(schedule, services).last(now)
        if slot is None or slot <= schedule.sent:
            continue
        due = NewEvent(
            f"{COMMAND} {schedule.chat} {slot.isoformat()}",
            schedule.key,
            f"{COMMAND} {schedule.sent.isoformat()} {slot.isoformat()}".encode(),
            is_group=schedule.key.startswith("-"),
            verdict="due",
        )
        written = await services.store.schedules.put_due(schedule, due, slot=slot, now=now)
        events += [written] if written else []
    return events


def hours_of(schedule: Schedule, services: Services) -> Hours:
    """The slots of a schedule by the office's clock."""
    return Hours(schedule.at, schedule.is_working, services.zone, services.workdays)


async def _briefing(window: Window, request: Request, services: Services) -> Reply:
    title = words.TITLE.format(span=window.span)
    kept = await kept_within(window, request, services)
    if not kept:
        return said(words.NOTHING.format(title=title))
    items = await services.pool.run(make_items, kept, limit=_WORKING_SECONDS)
    names = [each.name for item in items for each in item.kept]
    lines = lay_out_briefing(title, items)
    if len(kept) == MOST:
        lines = (*lines, *said(words.MANY.format(count=MOST)).lines)
    return Reply(
        lines,
        buttons=open_buttons(names[:_MOST_BUTTONS]),
        file=await _file(window, kept, services),
    )


async def _file(window: Window, kept: tuple[Kept, ...], services: Services) -> File:
    made = services.now().astimezone(services.zone)
    digests = Digests(words.TITLE.format(span=window.span), made, kept)
    content = await services.pool.run(write_file, digests, "word", limit=_WORKING_SECONDS)
    kind = KINDS["word"]
    name = words.FILE.format(day=window.last_day(services).isoformat())
    return File(f"{name}{kind.suffix}", kind.media, content)


def _moment(moment: datetime, services: Services) -> str:
    """«7:00 ngày 19/5/2022» by the office's clock."""
    here = moment.astimezone(services.zone)
    return words.MOMENT.format(time=f"{here.hour}:{here:%M}", day=day(here.date()))
