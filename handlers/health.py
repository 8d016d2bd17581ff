"""Look how the bot is: for machines, for the admins who ask, and for those who should know."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.channel import Reply, Request, said
from bot.failures import where_raised
from bot.render.shaping import day
from bot.texts import health as words
from handlers.admins import get_admins
from handlers.services import Services
from storage.model import Event, NewEvent, State

log = logging.getLogger(__name__)

Trouble = Literal["database", "inbox", "disk", "backup"]

_WAITS_LONG = timedelta(minutes=5)
_BACKUP_OLD = timedelta(days=2)
LEAST_ROOM = 500 << 20  # bytes
_PATIENCE = 10.0  # seconds until the database counts as stuck
# what a restart may help with; the rest is for a person to see
_FATAL: frozenset[Trouble] = frozenset({"database", "inbox"})


class Health(Struct, frozen=True):
    """What is wrong, most urgent first, and the figures; no figures where none can be read."""

    troubles: tuple[Trouble, ...]
    state: State | None = None
    room: int = 0
    backup: datetime | None = None


async def look(services: Services) -> Health:
    """How the bot is. The database is written to: it must be more than readable."""
    room = shutil.disk_usage(services.folder).free
    now = services.now()
    try:
        async with asyncio.timeout(_PATIENCE):
            await services.store.upkeep.beat(now=now)
            state = await services.store.upkeep.get_state(channels=services.channels)
            backup = await services.store.upkeep.get_moment("backup")
            failed = await services.store.upkeep.get_moment("failed backup")
    except Exception as error:  # whatever it is, the answer is that it does not work
        log.error("the database cannot be used: %s", where_raised(error))
        return Health(("database",), room=room)
    wrong: dict[Trouble, bool] = {
        "inbox": _waits_long(state, now),
        "disk": room < LEAST_ROOM,
        "backup": _is_backup_due(backup, failed, now),
    }
    return Health(tuple(each for each in wrong if wrong[each]), state, room, backup)


async def look_for_machines(services: Services) -> list[str]:
    """What a restart may help with; the figures of the meter are brought up to date."""
    found = await look(services)
    meter, state, now = services.meter, found.state, services.now()
    if state:
        meter.digests.set(state.digests)
        meter.inbox.set(state.open)
        meter.inbox_age.set(_age(state.oldest_open, now))
        meter.outbox.set(state.unsent)
        meter.outbox_age.set(_age(state.oldest_unsent, now))
    return [each for each in found.troubles if each in _FATAL]


async def tell(request: Request, services: Services) -> Sequence[Reply]:
    """How the bot is, in words, for an admin."""
    found = await look(services)
    lines = [words.TROUBLES[each] for each in found.troubles] or [words.FINE]
    return (said(*lines, *_figures(found, services)),)


async def warn(request: Request, services: Services) -> Sequence[Reply]:
    """The same, so that it is noticed: something is wrong since today."""
    (reply,) = await tell(request, services)
    return (replace(reply, heading=words.WARNING),)


async def write_warnings(services: Services, channels: Collection[str]) -> Sequence[Event]:
    """Let each admin be told of what is wrong, once a day each."""
    admins = {channel: await get_admins(channel, services) for channel in channels}
    if not any(admins.values()):
        return ()
    found = await look(services)
    today = services.today()
    events: list[Event] = []
    for channel in channels:
        warnings = [
            NewEvent(f"warning {trouble} {admin} {today}", admin, b"/canhbao", verdict="due")
            for trouble in found.troubles
            if trouble != "database"  # where nothing can be written, no message can
            for admin in admins[channel]
        ]
        events += await services.store.put_events(
            channel, warnings, cursor=None, now=services.now()
        )
    return events


def _waits_long(state: State, now: datetime) -> bool:
    return state.oldest_open is not None and now - state.oldest_open > _WAITS_LONG


def _is_backup_due(backup: datetime | None, failed: datetime | None, now: datetime) -> bool:
    """Whether the last one failed, or the next one did not come; who makes none has chosen so."""
    if failed and (backup is None or failed > backup):
        return True
    return backup is not None and now - backup > _BACKUP_OLD


def _age(since: datetime | None, now: datetime) -> float:
    return (now - since).total_seconds() if since else 0.0


def _figures(found: Health, services: Services) -> list[str]:
    state = found.state
    lines = []
    if state:
        minutes = int(_age(state.oldest_open, services.now()) // 60)
        lines += [
            words.KEPT.format(count=state.digests, size=_size(state.size)),
            words.WAITING.format(open=state.open, minutes=minutes, unsent=state.unsent),
        ]
    backup = day(found.backup.astimezone(services.zone)) if found.backup else words.NEVER
    return [*lines, words.ROOM.format(room=_size(found.room)), words.BACKUP.format(day=backup)]


def _size(size: int) -> str:
    unit, name = (1 << 30, "GB") if size >= 1 << 30 else (1 << 20, "MB")
    return f"{size / unit:.1f} {name}".replace(".", ",")
