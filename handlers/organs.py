"""Let a chat name the organs that are its own, and the hour at which it is reminded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from msgspec.structs import replace

from bot.channel import LONGEST_COMMAND, Button, Reply, Request, said
from bot.render.lines import Line, Piece
from bot.texts import register as words
from handlers.chats import own_chat, seen_chats
from handlers.services import Services
from storage.entries import Organ, ReminderHour
from summarizer.folding import fold, strip_marks
from summarizer.organs import organ_norm

_LENGTHS = range(3, 101)
_MOST = 30
_REMOVE = re.compile(r"(?:bo|xoa)\s+(.+)")
_ADD = re.compile(r"them(?:\s+(.*))?")
_HOUR = re.compile(r"([01]?\d|2[0-3])(?:[:hg.]([0-5]\d)?)?")
_OFF, _ON = {"tat", "khong"}, {"bat", "co"}
_NORM_BYTES = LONGEST_COMMAND - len("/coquan bo ")


async def name_organs(request: Request, services: Services) -> Sequence[Reply]:
    """The chat's own organs, after one was added or removed."""
    typed = " ".join(request.argument.split())
    bare = strip_marks(fold(typed))
    if removing := _REMOVE.fullmatch(bare):
        return (await _remove(typed[removing.start(1) :], request, services),)
    adding = _ADD.fullmatch(bare)
    if adding and not adding[1]:
        return (replace(said(words.WHICH_ORGAN), awaits="/coquan them", in_place=True),)
    if typed:
        return (await _add(typed[adding.start(1) :] if adding else typed, request, services),)
    return (await _listed(request, services),)


async def set_hour(request: Request, services: Services) -> Sequence[Reply]:
    """When the chat is reminded of deadlines, after that was changed."""
    chat = await own_chat(request, services)
    typed = strip_marks(fold(request.argument)).strip()
    if typed in _OFF:
        await services.store.register.put_hour(chat, None)
    elif typed in _ON:
        await services.store.register.drop_hour(chat)
    elif typed:
        at = _HOUR.fullmatch(typed)
        if at is None:
            return (said(words.BAD_HOUR),)
        await services.store.register.put_hour(chat, time(int(at[1]), int(at[2] or 0)))
    hour = await services.store.register.get_hour(chat)
    return (replace(said(_hour(hour)), buttons=((_switch(hour),),), in_place=True),)


async def _add(name: str, request: Request, services: Services) -> Reply:
    chats = await seen_chats(request, services)
    if len(name) not in _LENGTHS or not any(map(str.isalpha, organ_norm(name))):
        return replace(said(words.BAD_ORGAN), awaits="/coquan them")
    organs = await services.store.register.get_organs(chats)
    if len(organs) >= _MOST:
        return said(words.MANY_ORGANS.format(count=len(organs)))
    is_new = organ_norm(name) not in {organ.norm for organ in organs}
    if is_new:
        chat = await own_chat(request, services)
        await services.store.register.add_organ(chat, name, now=services.now())
    told = words.ORGAN_ADDED if is_new else words.ORGAN_THERE
    return await _listed(request, services, told.format(name=name))


async def _remove(name: str, request: Request, services: Services) -> Reply:
    chats = await seen_chats(request, services)
    norm = organ_norm(name)
    organs = await services.store.register.get_organs(chats)
    meant = [organ for organ in organs if organ.norm == norm]
    if not meant and len(norm) >= _NORM_BYTES // 2:  # a button cuts a long name
        meant = [organ for organ in organs if organ.norm.startswith(norm)]
    for organ in meant:
        await services.store.register.remove_organ(chats, organ.name)
    told = [words.ORGAN_REMOVED.format(name=organ.name) for organ in meant]
    return await _listed(request, services, *(told or [words.NO_SUCH_ORGAN]))


async def _listed(request: Request, services: Services, *told: str) -> Reply:
    """The organs, with buttons to add one and to remove each."""
    chats = await seen_chats(request, services)
    organs = await services.store.register.get_organs(chats)
    hour = await services.store.register.get_hour(await own_chat(request, services))
    head = words.ORGANS if organs else words.NO_ORGANS
    lines = [
        *(Line((Piece(each),)) for each in told),
        *([Line()] if told else []),
        Line((Piece(head, "section" if organs else "plain"),)),
        *(Line((Piece(organ.name),), label=Piece("•"), column=2) for organ in organs),
        Line(),
        *(Line((Piece(each, "faint"),)) for each in (words.ORGANS_WHY, words.ORGANS_HOW)),
        Line((Piece(_hour(hour), "faint"),)),
    ]
    removers = tuple((_remover(organ),) for organ in organs)
    buttons = ((Button(words.ADD_ORGAN, "/coquan them"), _switch(hour)), *removers)
    return Reply(tuple(lines), buttons=buttons, in_place=True)


def _remover(organ: Organ) -> Button:
    norm = organ.norm
    cut = norm if len(norm) <= _NORM_BYTES else norm[: _NORM_BYTES + 1].rpartition(" ")[0]
    return Button(words.REMOVE_ORGAN.format(name=organ.name), f"/coquan bo {cut}")


def _hour(hour: ReminderHour) -> str:
    if hour.at is None:
        return words.NOT_REMINDED
    return words.REMINDED_AT.format(hour=f"{hour.at.hour}:{hour.at.minute:02}")


def _switch(hour: ReminderHour) -> Button:
    if hour.at is None:
        return Button(words.REMIND_ON, "/nhachan bat")
    return Button(words.REMIND_OFF, "/nhachan tat")
