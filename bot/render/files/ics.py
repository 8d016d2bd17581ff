"""The deadlines of a collection as a calendar."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Event

from bot import texts
from bot.render.files.collection import Collection, DirectiveRow
from bot.render.shaping import shortened

_LONGEST = 120  # letters of an entry's title


def to_calendar(collection: Collection) -> bytes:
    """The bytes of an .ics: each deadline a whole day; imported twice it stands there once."""
    calendar = Calendar()
    calendar.add("prodid", "-//giaoban//VN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", collection.title)
    for row in collection.directives():
        if row.deadline is not None:
            calendar.add_component(_entry(row, collection))
    return bytes(calendar.to_ical())


def _entry(row: DirectiveRow, collection: Collection) -> Event:
    if row.deadline is None:
        raise AssertionError  # asked for only where there is one
    entry = Event()
    entry.add("uid", f"{row.uid}@giaoban")
    entry.add("dtstamp", collection.made)
    entry.add("dtstart", row.deadline)
    entry.add("dtend", row.deadline + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")  # a deadline takes nobody's day
    who = f"{row.addressee}: " if row.addressee else ""
    entry.add("summary", shortened(f"{texts.DEADLINE}: {who}{row.task}", _LONGEST))
    told = {
        texts.TASK: row.task,
        texts.ISSUER: row.issuer,
        texts.ADDRESSEE: row.addressee,
        texts.SOURCE: f"{texts.NUMBER.format(number=row.article)}, {row.title}",
    }
    entry.add("description", "\n".join(f"{key}: {value}" for key, value in told.items() if value))
    if row.url:
        entry.add("url", row.url)
    return entry
