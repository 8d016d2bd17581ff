"""The day's digest: when somebody asks for it, and by itself at its hour."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.channel import File, Reply, Request, said
from bot.render.briefing import lay_out_briefing, make_items
from bot.render.files.collection import Collection as Digests
from bot.render.files.formats import KINDS, write_file
from bot.render.page import day
from bot.schedules import Hours
from bot.texts import briefing as words
from handlers.listing import open_buttons
from handlers.numbers import name_of
from handlers.services import Services
from storage.model import Event, Kept, NewEvent, Schedule
from storage.spans import read_days
from summarizer.folding import fold, strip_marks

log = logging.getLogger(__name__)

COMMAND = "/bantin"
_MOST = 500  # digests of one briefing
_MOST_BUTTONS = 24
_WORKING_SECONDS = 60.0
_TWO_DAYS = re.compile(r"(\S+) (?:den |- )?(\S+)")
_AHEAD = timedelta(hours=2)  # a slot so far ahead was written by a clock that was wrong


class Window(Struct, frozen=True):
    """From `start` to before `end`, and how people call that."""

    start: datetime
    end: datetime
    title: str


async def tell_briefing(request: Request, services: Services) -> Sequence[Reply]:
    """The digest of the days that are asked for; of today where none is."""
    window = _asked(request.argument, services)
    if window is None:
        return (said(words.HOW),)
    return (await _briefing(window, request, services),)


async def send_briefing(request: Request, services: Services) -> Sequence[Reply]:
    """The digest that is due: since the one before, up to its hour."""
    start, end = map(datetime.fromisoformat, request.argument.split())
    first, last = (_moment(each, services) for each in (start, end))
    title = words.TITLE.format(span=words.SPAN_HOURS.format(first=first, last=last))
    reply = await _briefing(Window(start, end, title), request, services)
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
    chat = await services.store.get_chat(request.channel, request.chat)
    kept = await _kept(window, chat, services)
    if not kept:
        return said(words.NOTHING.format(title=window.title))
    items = await services.pool.run(make_items, kept, limit=_WORKING_SECONDS)
    names = [each.name for item in items for each in item.kept]
    return Reply(
        lay_out_briefing(window.title, items),
        buttons=open_buttons(names[:_MOST_BUTTONS]),
        file=await _file(window, kept, services),
    )


async def _kept(window: Window, chat: int, services: Services) -> tuple[Kept, ...]:
    """What the chats of the office got in that time, oldest first, as this chat calls it."""
    found: list[Kept] = []
    for of in await services.store.offices.chats_of(chat):
        for kept in await services.store.get_between(window.start, window.end, chat=of):
            name = name_of(kept.number, of=of, seen_by=chat)
            found.append(kept if of == chat else replace(kept, shown_as=name))
    found.sort(key=lambda kept: kept.made)
    return tuple(found[-_MOST:])


async def _file(window: Window, kept: tuple[Kept, ...], services: Services) -> File:
    made = services.now().astimezone(services.zone)
    digests = Digests(window.title, made, kept)
    content = await services.pool.run(write_file, digests, "word", limit=_WORKING_SECONDS)
    kind = KINDS["word"]
    last = (window.end - timedelta(seconds=1)).astimezone(services.zone)
    name = words.FILE.format(day=f"{last:%Y-%m-%d}")
    return File(f"{name}{kind.suffix}", kind.media, content)


def _asked(typed: str, services: Services) -> Window | None:
    """«», «hôm qua», «tuần này», «19/5/2022», «1/5/2022 31/5/2022»; None for anything else."""
    today = services.now().astimezone(services.zone).date()
    bare = " ".join(strip_marks(fold(typed)).split())
    span = read_days(bare or "hom nay", today=today)
    if span is not None:
        return _window(span.first, span.last, services)
    if two := _TWO_DAYS.fullmatch(bare):
        first, last = (read_days(each, today=today) for each in two.groups())
        if first and last and first.first <= last.last:
            return _window(first.first, last.last, services)
    return None


def _window(first: date, last: date, services: Services) -> Window:
    midnight = datetime.min.time()
    start = datetime.combine(first, midnight, services.zone).astimezone(UTC)
    end = datetime.combine(last + timedelta(days=1), midnight, services.zone).astimezone(UTC)
    form = words.SPAN_DAY if first == last else words.SPAN_DAYS
    span = form.format(day=day(first), first=day(first), last=day(last))
    return Window(start, end, words.TITLE.format(span=span))


def _moment(moment: datetime, services: Services) -> str:
    """«7:00 ngày 19/5/2022» by the office's clock."""
    here = moment.astimezone(services.zone)
    return f"{here.hour}:{here:%M} ngày {day(here.date())}"
