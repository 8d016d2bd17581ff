"""Remind chats of deadlines: write down what is due, and say it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby

from bot.channel import Button, Reply, Request
from bot.render.lines import Line, Piece
from bot.render.register import directive_lines
from bot.texts import register as words
from handlers.chats import own_chat, seen_chats
from handlers.directive import which_command
from handlers.paging import numbers_row
from handlers.services import Services
from storage.entries import Reminded
from storage.model import Event

COMMAND = "/nhac"
_MOST = 20  # the rest is in the list


async def write_reminders(services: Services, channels: Collection[str]) -> Sequence[Event]:
    """Write down the reminders of the chats whose hour has come."""
    return await services.store.register.write_reminders(
        channels, COMMAND, now=services.now(), zone=services.zone
    )


async def remind(request: Request, services: Services) -> Sequence[Reply]:
    """The directives that are due, as they stand now; nothing where all is done meanwhile."""
    chat, chats = await own_chat(request, services), await seen_chats(request, services)
    day = date.fromisoformat(request.argument)
    found = await services.store.register.get_reminded(chat, day, chats=chats)
    if not found:
        return ()
    heading = words.REMINDER.format(count=len(found))
    today = services.today()
    told = sorted(found, key=lambda each: each.milestone)[:_MOST]
    numbers = [
        Button(str(number), which_command(each.entry, chat)) for number, each in enumerate(told, 1)
    ]
    lines = (Line((Piece(heading, "title"),)), *_lines(told, today, chat))
    rows = (*numbers_row(numbers), (Button(words.THE_LIST, "/chidao"),))
    return (Reply(lines, buttons=rows, heading=heading),)


def _lines(told: Sequence[Reminded], today: date, chat: int) -> list[Line]:
    """What is due, the most urgent first."""
    lines: list[Line] = []
    number = 0
    for milestone, group in groupby(told, key=lambda each: each.milestone):
        lines += [Line(), Line((Piece(words.REMINDER_DUE[milestone].upper(), "section"),))]
        for each in group:
            number += 1
            lines += directive_lines(number, each.entry, today=today, chat=chat)
    return lines
