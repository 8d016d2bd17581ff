"""Give digests and directives out as files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from bot.channel import LONGEST_COMMAND, Button, File, Reply, Request, said
from bot.render.files.collection import Collection, DirectiveRow
from bot.render.files.formats import KINDS, Format, write_file
from bot.render.shaping import capital
from bot.texts import export as words
from handlers.chats import own_chat, seen_chats
from handlers.numbers import as_seen, named_digest
from handlers.services import Services
from handlers.windows import MOST, kept_within, read_window
from storage.entries import DirectiveEntry
from storage.model import Kept
from storage.query import read_query
from storage.wanted import read_wanted
from summarizer.folding import fold, strip_marks

_FORMS: dict[str, Format] = {
    **{form: form for form in get_args(Format)},
    "docx": "word",
    "xlsx": "excel",
    "ics": "lich",
    "calendar": "lich",
}
_NUMBER = re.compile(r"(?:\d{1,9}\.)?\d{1,9}", re.ASCII)
_ASKED = re.compile(r"(tim )?#(\d{1,9})", re.ASCII)  # what was too long for a button
_SEARCH = re.compile(r"(?:tim|tìm)\s+(.+)", re.DOTALL | re.IGNORECASE)
_REGISTER = re.compile(r"/?(?:chidao|chỉ đạo|chi dao)\b(.*)", re.DOTALL | re.IGNORECASE)
_SECONDS = 60.0


class Chosen(Struct, frozen=True):
    """What is to be exported: its title, digests or directives of the register."""

    title: str
    kept: tuple[Kept, ...] = ()
    orders: tuple[DirectiveRow, ...] | None = None

    @property
    def count(self) -> str:
        """How much that is, in words."""
        if self.orders is not None:
            return words.ORDERS.format(count=len(self.orders))
        return words.ARTICLES.format(count=len(self.kept))


async def export(request: Request, services: Services) -> Sequence[Reply]:
    """The file that is asked for, or in which form it can be had."""
    form, typed = _parted(request.argument)
    chat = await own_chat(request, services)
    if asked := _ASKED.fullmatch(typed):
        known = await services.store.searches.get_asked(int(asked[2]), chat=chat)
        if known is None:
            return (said(words.FORGOTTEN),)
        typed = f"{asked[1] or ''}{known}"
    chosen = await _choose(typed, request, services)
    if chosen is None:
        return (said(words.HOW),)
    if not (chosen.kept or chosen.orders):
        return (said(words.NOTHING.format(title=chosen.title)),)
    if form is None:
        return (await _which_form(chosen, typed, chat, services),)
    return (await _file(chosen, form, services),)


async def _choose(typed: str, request: Request, services: Services) -> Chosen | None:
    if search := _SEARCH.fullmatch(typed):
        return await _found(search[1], request, services)
    if register := _REGISTER.fullmatch(typed):
        return await _registered(register[1], request, services)
    window = read_window(typed, services)
    if window is not None:
        return Chosen(capital(window.span), await kept_within(window, request, services))
    if _NUMBER.fullmatch(typed):
        kept = await named_digest(replace(request, argument=typed), services)
        return Chosen(words.ONE.format(name=typed), (kept,) if kept else ())
    return None


async def _found(typed: str, request: Request, services: Services) -> Chosen:
    chat, chats = await own_chat(request, services), await seen_chats(request, services)
    today = services.today()
    query = replace(read_query(typed, today=today), page=1)
    found = await services.store.searches.find(query, chats=chats, limit=MOST, today=today)
    kept = [await services.store.get_by_id(hit.id) for hit in found.hits]
    named = [as_seen(each, by=chat) for each in kept if each]
    return Chosen(words.SEARCH.format(query=" ".join(typed.split())), tuple(named))


async def _registered(typed: str, request: Request, services: Services) -> Chosen:
    chat, chats = await own_chat(request, services), await seen_chats(request, services)
    today = services.today()
    page = await services.store.register.get_directives(
        read_wanted(typed).wanted, chats=chats, today=today, limit=MOST
    )
    rows = tuple(_row(entry, chat) for entry in page.entries)
    title = f"{words.REGISTER} {' '.join(typed.split())}".strip()
    return Chosen(title, orders=rows)


def _row(entry: DirectiveEntry, chat: int) -> DirectiveRow:
    name = entry.source.name_in(chat)
    return DirectiveRow(
        uid=f"giaoban-{entry.source.id}-{entry.span.start}-{entry.span.end}",
        task=capital(entry.words),
        issuer=capital(entry.issuer) if entry.issuer else None,
        addressee=capital(entry.addressee) if entry.addressee else None,
        deadline=entry.due,
        article=int(name) if name.isdigit() else name,
        title=entry.source.title or "",
        url=entry.source.url,
    )


async def _which_form(chosen: Chosen, typed: str, chat: int, services: Services) -> Reply:
    """Ask for the form; what is too long for a button is kept under a number."""
    forms = words.FORMS
    longest = max(len(f"/xuat {form} {typed}".encode()) for form in forms)
    if longest > LONGEST_COMMAND:
        number = await services.store.searches.put_asked(chat, typed, now=services.now())
        typed = f"#{number}"
    buttons = tuple(Button(name, f"/xuat {form} {typed}".rstrip()) for form, name in forms.items())
    told = words.WHICH_FORM.format(title=chosen.title, count=chosen.count)
    return replace(said(told), buttons=(buttons,))


async def _file(chosen: Chosen, form: Format, services: Services) -> Reply:
    made = services.now().astimezone(services.zone)
    collection = Collection(chosen.title, made, chosen.kept, chosen.orders)
    content = await services.pool.run(write_file, collection, form, limit=_SECONDS)
    name = words.FILE.format(day=f"{made:%Y-%m-%d-%H%M}") + KINDS[form].suffix
    told = [words.HERE.format(title=chosen.title, count=chosen.count)]
    if max(len(chosen.kept), len(chosen.orders or ())) >= MOST:
        told.append(words.MANY.format(count=MOST))
    return replace(said(*told), file=File(name, KINDS[form].media, content))


def _parted(typed: str) -> tuple[Format | None, str]:
    """The form, at the beginning or the end, and the other words."""
    parts = typed.split()
    for at in (0, -1):
        if parts and (form := _FORMS.get(strip_marks(fold(parts[at])))):
            del parts[at]
            return form, " ".join(parts)
    return None, " ".join(parts)
