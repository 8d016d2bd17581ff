"""Which gesture answers what: a command, a button, anything else is an article."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from msgspec.structs import replace

from bot import texts
from bot.channel import ChannelError, Reply, Request, said
from bot.failures import where_raised
from handlers import (
    asking,
    briefing,
    correct,
    directives,
    documents,
    evidence,
    export,
    forward,
    health,
    hour,
    members,
    offices,
    organs,
    recall,
    reminders,
    remove,
    search,
    start,
    statistics,
)
from handlers.admins import get_admins
from handlers.errors import to_words
from handlers.services import Services
from storage.model import Event

log = logging.getLogger(__name__)

Gesture = Callable[[Request, Services], Awaitable[Sequence[Reply]]]

COMMANDS: dict[str, Gesture] = {
    "/start": start.greet,
    "/help": start.greet,
    "/tim": search.search,
    "/bantin": briefing.tell_briefing,
    "/hengio": hour.set_hour,
    "/xuat": export.export,
    "/thongke": statistics.show_statistics,
    "/moi": recall.show_latest,
    "/homnay": recall.show_today,
    "/vanban": documents.show_documents,
    "/chidao": directives.show_directives,
    "/coquan": organs.name_organs,
    "/nhachan": organs.set_hour,
    "/goc": evidence.show_evidence,
    "/sua": correct.correct,
    "/xoa": remove.remove,
    "/lamlai": forward.redo,
    "/xem": recall.show_one,
}
ADMIN_COMMANDS: dict[str, Gesture] = {
    "/thanhvien": members.show_members,
    "/chophep": members.let_in,
    "/tuchoi": members.turn_away,
    "/chan": members.put_out,
    "/suckhoe": health.tell,
    "/gopnhom": offices.join_chats,
}

# what the hour asks for; nobody can type it
DUE_COMMANDS: dict[str, Gesture] = {
    "/bantin": briefing.send_briefing,
    "/canhbao": health.warn,
    reminders.COMMAND: reminders.remind,
}


async def answer(request: Request, services: Services) -> Sequence[Reply]:
    """The answer to a request, in words where there is none; raises ChannelError.

    What fails of itself, unasked, raises whatever it raises: nobody is there to ask again.
    """
    try:
        meant = await asking.completed(request, services)
        with services.meter.gesture(_name(meant)):
            replies = await (await _gesture(meant, services))(meant, services)
        await asking.remember(request, replies, services)
    except ChannelError:  # the worker tries again
        raise
    except Exception as error:
        if request.verdict == "due":  # the worker tries again, and tells the admins
            raise
        log.error("a gesture failed: %s", where_raised(error))
        return (said(to_words(error)),)
    return replies


async def apologise(event: Event, failure: str, *, services: Services) -> Sequence[Reply]:
    """What the chat and the admins are told of an event that could not be answered."""
    is_due = event.verdict == "due"
    words = texts.NOT_SENT if is_due else texts.NOT_ANSWERED
    told = words.format(number=event.id, chat=event.chat, failure=failure)
    admins = [each for each in await get_admins(event.channel, services) if each != event.chat]
    return (
        said(texts.NOTHING_SENT if is_due else texts.NO_ANSWER),
        *(replace(said(told), chat=chat) for chat in admins),
    )


async def _gesture(request: Request, services: Services) -> Gesture:
    if request.verdict == "stranger":
        return members.knock
    if request.verdict in {"secret", "secret rest"}:
        return forward.refuse_secret
    command = request.command
    if request.verdict == "due":
        return DUE_COMMANDS[command or ""]
    if command in ADMIN_COMMANDS and request.sender in await get_admins(request.channel, services):
        return ADMIN_COMMANDS[command]
    if command in COMMANDS:
        return COMMANDS[command]
    if command is not None:
        return _keep_quiet if request.is_group else start.tell_commands
    return _keep_quiet if request.is_remark else forward.read_article


def _name(request: Request) -> str:
    """What is asked, by a closed list: anybody may type anything."""
    if request.command in COMMANDS.keys() | ADMIN_COMMANDS.keys() | DUE_COMMANDS.keys():
        return request.command or ""
    return "article" if request.command is None else "other"


async def _keep_quiet(request: Request, services: Services) -> Sequence[Reply]:
    """A remark in a group, or a command to another bot there: nobody asked."""
    return ()
