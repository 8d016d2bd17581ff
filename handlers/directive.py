"""Show one directive, and keep what is said of it: followed, done."""

from __future__ import annotations

import re
from datetime import tzinfo

from msgspec.structs import replace

from bot.channel import Button, Reply, Request, said
from bot.render.register import directive_page
from bot.render.shaping import day
from bot.texts import register as words
from handlers.chats import own_chat, seen_chats
from handlers.correct import deadline_command
from handlers.numbers import named_digest
from handlers.services import Services
from storage.entries import DirectiveEntry, Said
from storage.model import Fact, Kept
from summarizer.folding import fold, strip_marks

# «12/3» is the third directive of article 12, «7.12/3» that of another chat of the office
_WHICH = re.compile(r"((?:\d{1,9}\.)?\d{1,9})/(\d{1,4})(?:\s+(.+))?")
_SAYS: dict[str, Said] = {
    "theodoi": "followed",
    "thoi": "not followed",
    "xong": "done",
    "chuaxong": "not done",
}
_COMMANDS: dict[Said, str] = {said_of: word for word, said_of in _SAYS.items()}


def is_named(argument: str) -> bool:
    """Whether one directive is named: «12/3», «12/3 xong»."""
    return _WHICH.fullmatch(argument.strip()) is not None


def which_command(entry: DirectiveEntry, chat: int) -> str:
    """What shows a directive in a chat."""
    return f"/chidao {entry.source.name_in(chat)}/{entry.place}"


async def show_directive(request: Request, services: Services) -> Reply:
    """The directive that is named, after what is said of it has been kept."""
    named = _WHICH.fullmatch(request.argument.strip())
    if named is None:
        return said(words.GONE_DIRECTIVE)
    kept = await named_digest(replace(request, argument=named[1]), services)
    entry = await _entry(kept, int(named[2]), request, services)
    if kept is None or entry is None:
        return replace(said(words.GONE_DIRECTIVE), in_place=True)
    if said_of := _SAYS.get("".join(strip_marks(fold(named[3] or "")).split())):
        now = services.now()
        await services.store.register.say(entry, said_of, sender=request.sender, now=now)
        entry = await _entry(kept, int(named[2]), request, services) or entry
    return await _shown(entry, kept, request, services)


async def _entry(
    kept: Kept | None, place: int, request: Request, services: Services
) -> DirectiveEntry | None:
    if kept is None or not 0 < place <= len(kept.digest.directives):
        return None
    span, chats = kept.digest.directives[place - 1].span, await seen_chats(request, services)
    return await services.store.register.get_directive(kept.id, span, chats=chats)


async def _shown(entry: DirectiveEntry, kept: Kept, request: Request, services: Services) -> Reply:
    today, chat = services.today(), await own_chat(request, services)
    state = _state(entry, request.sender, services.zone)
    lines = directive_page(entry, today=today, chat=chat, state=state)
    command = which_command(entry, chat)
    follow: Said = "followed" if entry.state == "open" else "not followed"
    says: tuple[Said, ...] = ("not done",) if entry.state == "done" else (follow, "done")
    first = [Button(words.SAY[each], f"{command} {_COMMANDS[each]}") for each in says]
    if change := deadline_command(kept, Fact("directive", entry.span)):
        first.append(Button(words.CHANGE_DEADLINE, change))
    second = (
        Button(words.ARTICLE.format(number=kept.name), f"/xem {kept.name}"),
        Button(words.THE_LIST, "/chidao"),
    )
    return Reply(lines, buttons=(tuple(first), second), in_place=True)


def _state(entry: DirectiveEntry, reader: str, zone: tzinfo) -> str:
    """«đã xong (bạn, 20/5/2022)»."""
    state = words.STATES[entry.state]
    if entry.by is None or entry.at is None:
        return state
    form = words.STATE_BY_YOU if entry.by == reader else words.STATE_BY
    return form.format(state=state, by=entry.by, day=day(entry.at.astimezone(zone)))
