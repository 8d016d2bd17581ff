"""Show the directives that the digests tell, by who, whom, when and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from bot.channel import LONGEST_COMMAND, Button, Reply, Request, said
from bot.render.lines import Line, Piece
from bot.render.register import directive_lines
from bot.texts import register as words
from handlers.chats import own_chat, seen_chats
from handlers.directive import is_named, show_directive, which_command
from handlers.paging import numbers_row, turning
from handlers.services import Services
from storage.entries import DirectiveEntry, DirectivePage, Due, Party, State, Wanted
from storage.wanted import Asked, read_wanted, write_wanted
from summarizer.organs import organ_norm

_AT_ONCE = 5
_OFFERED = 10  # parties to choose from
_LONGEST = LONGEST_COMMAND - len(
    "/chidao  trang 9999"
)  # bytes of a command that are left for a filter
_DUES: dict[Due, str] = {"week": words.BY_WEEK, "over": words.BY_OVER, "none": words.BY_NONE}
_STATES: dict[State, str] = {"followed": words.BY_FOLLOWED, "done": words.BY_DONE}
_KEYS: dict[Party, str] = {"issuer": "nguoi giao", "addressee": "noi nhan"}


async def show_directives(request: Request, services: Services) -> Sequence[Reply]:
    """The directives that are asked for, a list of parties to choose from, or one directive."""
    if is_named(request.argument):
        return (await show_directive(request, services),)
    asked = read_wanted(request.argument)
    if asked.offers:
        return (await _offer(asked.offers, request, services),)
    chats = await seen_chats(request, services)
    if asked.wanted.is_own and not await services.store.register.get_organs(chats):
        return (replace(said(words.NO_OWN), in_place=True),)
    today = services.today()
    page = await services.store.register.get_directives(
        asked.wanted,
        chats=chats,
        today=today,
        first=(asked.page - 1) * _AT_ONCE,
        limit=_AT_ONCE,
    )
    return (_list(page, asked, today, await own_chat(request, services)),)


def _heading(wanted: Wanted, entries: Sequence[DirectiveEntry]) -> str:
    """«Chỉ đạo chưa xong, quá hạn, người giao «Đỗ Quang Vĩnh»»."""
    told = [words.DIRECTIVES[wanted.state]]
    told += [words.DUES[wanted.due]] if wanted.due else []
    told += [words.OWN] if wanted.is_own else []
    issuers = [entry.issuer for entry in entries]
    addressees = [entry.addressee for entry in entries]
    for form, norm, printed in (
        (words.FROM, wanted.issuer, issuers),
        (words.FOR, wanted.addressee, addressees),
        (words.NAMED, wanted.party, [*issuers, *addressees]),
    ):
        told += [form.format(name=_printed(norm, printed))] if norm else []
    return ", ".join(told)


def _printed(norm: str, names: Sequence[str | None]) -> str:
    """A normal form as an article prints it, where one on the page does."""
    return next((name for name in names if name and organ_norm(name) == norm), norm)


def _list(page: DirectivePage, asked: Asked, today: date, own: int) -> Reply:
    """A page of directives, with a button to open each, and those to filter by."""
    wanted, first = asked.wanted, (asked.page - 1) * _AT_ONCE
    if not page.entries:
        nothing = words.NO_DIRECTIVES_YET if wanted == Wanted() else words.NO_DIRECTIVES
        told = said(f"{_heading(wanted, ())}: {nothing}", words.DIRECTIVES_HOW)
        return replace(told, buttons=_filters(wanted), in_place=True)
    form = words.COUNTED if page.is_all else words.COUNTED_MORE
    counted = form.format(first=first + 1, last=first + len(page.entries), all=page.count)
    lines = [Line((Piece(f"{_heading(wanted, page.entries)} {counted}:", "faint"),))]
    for number, entry in enumerate(page.entries, first + 1):
        lines += [Line(), *directive_lines(number, entry, today=today, chat=own)]
    command = f"/chidao {write_wanted(wanted, longest=_LONGEST)}".rstrip()
    more = page.count if page.is_all else page.count + _AT_ONCE + first
    rows = (
        *numbers_row(_openers(page.entries, first, own)),
        turning(command, asked.page, size=_AT_ONCE, count=more),
        *_filters(wanted),
    )
    return Reply(tuple(lines), buttons=tuple(filter(None, rows)), in_place=True)


def _openers(entries: Sequence[DirectiveEntry], first: int, own: int) -> list[Button]:
    return [
        Button(str(number), which_command(entry, own))
        for number, entry in enumerate(entries, first + 1)
    ]


def _filters(wanted: Wanted) -> tuple[tuple[Button, ...], ...]:
    """What one press adds to the filter, or takes out of it."""

    def toggle(label: str, changed: Wanted, *, is_on: bool) -> Button:
        command = f"/chidao {write_wanted(changed, longest=_LONGEST)}".rstrip()
        return Button(words.ON.format(label=label) if is_on else label, command)

    dues = tuple(
        toggle(label, replace(wanted, due=None if is_on else due), is_on=is_on)
        for due, label in _DUES.items()
        for is_on in (wanted.due == due,)
    )
    states = tuple(
        toggle(label, replace(wanted, state=None if is_on else state), is_on=is_on)
        for state, label in _STATES.items()
        for is_on in (wanted.state == state,)
    )
    own = toggle(words.BY_OWN, replace(wanted, is_own=not wanted.is_own), is_on=wanted.is_own)
    parties = (
        Button(words.BY_ISSUER, f"/chidao {_KEYS['issuer']}"),
        Button(words.BY_ADDRESSEE, f"/chidao {_KEYS['addressee']}"),
        Button(words.ALL, "/chidao"),
    )
    return dues, (*states, own), parties


async def _offer(party: Party, request: Request, services: Services) -> Reply:
    """Who gives, or gets, most directives, with a button for each."""
    chats = await seen_chats(request, services)
    named = await services.store.register.get_parties(party, chats=chats, limit=_OFFERED)
    lines = [Line((Piece(words.WHOSE[party]),))]
    if not named:
        lines.append(Line((Piece(words.NOBODY_NAMED, "faint"),)))
    buttons = []
    for number, each in enumerate(named, 1):
        count = Piece(f"· {words.TASKS.format(count=each.count)}", "faint")
        lines.append(Line((Piece(f"{number}.", "faint"), Piece(each.name, "name"), count)))
        wanted = replace(Wanted(), **{party: each.norm})
        command = f"/chidao {write_wanted(wanted, longest=_LONGEST)}"
        buttons.append(Button(str(number), command))
    rows = (*numbers_row(buttons), (Button(words.ALL, "/chidao"),))
    how = Line((Piece(words.TYPE_PARTY.format(key=words.KEYS[party]), "faint"),))
    return Reply((*lines, Line(), how), buttons=rows, in_place=True)
