"""Show one directive, and keep what is said of it: followed, done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from bot.channel import Button, Reply, Request, said
from bot.render.register import directive_page
from bot.texts import register as words
from handlers.chats import own_chat, seen_chats
from handlers.correct import deadline_command
from handlers.services import Services
from storage.entries import DirectiveEntry, Said
from storage.model import Fact, Kept

# «12.3» is the third directive of article 12; «7.12.3» that of another chat of the office
_WHICH = re.compile(r"(?:(\d{1,9})\.)?(\d{1,9})\.(\d{1,4})(?:\s+(\S+))?")
_SAYS: dict[str, Said] = {
    "theodoi": "followed",
    "thoi": "not followed",
    "xong": "done",
    "chuaxong": "not done",
}
_COMMANDS: dict[Said, str] = {said_of: word for word, said_of in _SAYS.items()}


def is_named(argument: str) -> bool:
    """Whether one directive is named: «12.3», «12.3 xong»."""
    return _WHICH.fullmatch(argument.strip()) is not None


def which_command(entry: DirectiveEntry, own: int) -> str:
    """What shows a directive in the chat with the number `own`."""
    where = "" if entry.source.chat == own else f"{entry.source.chat}."
    return f"/chidao {where}{entry.source.number}.{entry.place}"


async def show_directive(request: Request, services: Services) -> Reply:
    """The directive that is named, after what is said of it has been kept."""
    named = _WHICH.fullmatch(request.argument.strip())
    own, chats = await own_chat(request, services), await seen_chats(request, services)
    if named is None:
        return said(words.GONE_DIRECTIVE)
    chat = int(named[1]) if named[1] else own
    kept = await services.store.get_kept(int(named[2]), chat=chat) if chat in chats else None
    entry = await _entry(kept, int(named[3]), chats, services)
    if kept is None or entry is None:
        return replace(said(words.GONE_DIRECTIVE), in_place=True)
    if said_of := _SAYS.get(named[4] or ""):
        now = services.now()
        await services.store.register.say(entry, said_of, sender=request.sender, now=now)
        entry = await _entry(kept, int(named[3]), chats, services) or entry
    return _shown(entry, kept, request, services, own)


async def _entry(
    kept: Kept | None, place: int, chats: Sequence[int], services: Services
) -> DirectiveEntry | None:
    if kept is None or not 0 < place <= len(kept.digest.directives):
        return None
    span = kept.digest.directives[place - 1].span
    return await services.store.register.get_directive(kept.id, span, chats=chats)


def _shown(
    entry: DirectiveEntry, kept: Kept, request: Request, services: Services, own: int
) -> Reply:
    today = services.now().astimezone(services.zone).date()
    at = entry.at.astimezone(services.zone).date() if entry.at else None
    lines = directive_page(entry, today=today, reader=request.sender, said_on=at)
    command = which_command(entry, own)
    says: tuple[Said, Said] = (
        "followed" if entry.state == "open" else "not followed",
        "not done" if entry.state == "done" else "done",
    )
    said_of = says[1:] if entry.state == "done" else says
    first = [Button(words.SAY[each], f"{command} {_COMMANDS[each]}") for each in said_of]
    change = deadline_command(kept, Fact("directive", entry.span)) if kept.chat == own else None
    if change:
        first.append(Button(words.CHANGE_DEADLINE, change))
    article = Button(words.ARTICLE.format(number=kept.number), f"/xem {kept.number}")
    second = (*((article,) if kept.chat == own else ()), Button(words.THE_LIST, "/chidao"))
    return Reply(lines, buttons=(tuple(first), second), in_place=True)
