"""Say who may come in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from bot import texts
from bot.account_names import is_account_name
from bot.channel import Button, Reply, Request, said
from bot.render.shaping import day
from bot.texts import accounts
from handlers.admins import get_admins, get_allowed
from handlers.services import Services
from storage.accounts import CHANNEL as OFFICE

_ID = re.compile(r"(?=.*\d)[\w-]{1,24}", re.ASCII)  # a name alone, «lan», is none


async def knock(request: Request, services: Services) -> Sequence[Reply]:
    """A stranger is told the id to give to an admin, once a day; the admins are asked."""
    who = request.chat if request.is_group else request.sender
    if not await services.store.note_ask(request.channel, who, now=services.now()):
        return ()
    answer = texts.STRANGE_GROUP if request.is_group else texts.STRANGER
    asked = texts.GROUP_ASKS if request.is_group else texts.STRANGER_ASKS
    buttons = (
        (Button(texts.LET_IN, f"/chophep {who}"), Button(texts.TURN_AWAY, f"/tuchoi {who}")),
    )
    question = replace(said(asked.format(id=who)), buttons=buttons)
    return (
        said(answer.format(id=who)),
        *(replace(question, chat=admin) for admin in await get_admins(request.channel, services)),
    )


async def show_members(request: Request, services: Services) -> Sequence[Reply]:
    """Who may come in: by the settings, and by whose word."""
    zone = services.zone
    admins = await get_admins(request.channel, services)
    lines = [texts.MEMBERS]
    lines += [texts.ADMIN.format(id=key) for key in admins]
    lines += [texts.ALLOWED.format(id=key) for key in get_allowed(request.channel, services)]
    lines += [
        texts.MEMBER.format(id=each.key, by=each.added_by, day=day(each.added.astimezone(zone)))
        for each in await services.store.get_members(request.channel)
        if request.channel != OFFICE or each.key not in admins
    ]
    how = accounts.PUT_OUT_HOW if request.channel == OFFICE else texts.PUT_OUT_HOW
    return (said(*lines, how),)


async def let_in(request: Request, services: Services) -> Sequence[Reply]:
    """Let a person or a group in, and tell them."""
    if request.channel == OFFICE:  # a link with a password must not pass through the chat
        return (said(accounts.ADD_AT_SERVER),)
    if (who := _id(request)) is None:
        return (_which(request),)
    is_new = await services.store.add_member(
        request.channel, who, by=request.sender, now=services.now()
    )
    if not is_new:
        return (replace(said(texts.IN_ALREADY.format(id=who)), in_place=True),)
    return (
        replace(said(texts.IS_IN.format(id=who)), in_place=True),
        replace(said(texts.WELCOME), chat=who),
    )


async def turn_away(request: Request, services: Services) -> Sequence[Reply]:
    """Answer a stranger no more."""
    if (who := _id(request)) is None:
        return (_which(request),)
    await services.store.refuse(request.channel, who, now=services.now())
    return (replace(said(texts.TURNED_AWAY.format(id=who)), in_place=True),)


async def put_out(request: Request, services: Services) -> Sequence[Reply]:
    """Let somebody in no longer; those whom the settings name stay in."""
    if (who := _id(request)) is None:
        return (_which(request),)
    if request.channel != OFFICE and who in (*services.admins, *services.allowed):
        return (said(texts.IN_BY_SETTINGS.format(id=who)),)
    was_in = await services.store.remove_member(request.channel, who)
    await services.store.refuse(request.channel, who, now=services.now())
    return (said((texts.IS_OUT if was_in else texts.WAS_NOT_IN).format(id=who)),)


def _which(request: Request) -> Reply:
    form = accounts.WHICH_NAME if request.channel == OFFICE else texts.WHICH_ID
    return said(form.format(command=request.command))


def _id(request: Request) -> str | None:
    """The id that the command names, as channels write them: «123», «-100123», «u-7f3»."""
    named = request.argument.strip()
    is_id = is_account_name(named) if request.channel == OFFICE else _ID.fullmatch(named)
    return named if is_id else None
