"""Show the documents that the digests name, and each of them with its digests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.channel import LONGEST_COMMAND, Button, Reply, Request, said
from bot.render.lines import Line, Piece
from bot.render.register import document_line, document_lines
from bot.texts import register as words
from handlers.chats import own_chat, seen_chats
from handlers.paging import numbers_row, turning
from handlers.services import Services
from storage.entries import DocumentEntry, DocumentFile, DocumentPage, Order
from summarizer.folding import fold, strip_marks

_AT_ONCE = 8
_DIGESTS = 10
_LONGEST = LONGEST_COMMAND - len(
    "/vanban  trang 9999"
)  # bytes of a command that are left for words
_PAGE = re.compile(r"(?:^|\s)trang (\d{1,4})$")
_FORM = re.compile(r"#(?:(\d{1,9})\.)?(\d{1,9})", re.ASCII)
_KEPT = re.compile(r"@(\d{1,9})", re.ASCII)  # words that are too long for a button
_ORDERS: dict[str, Order] = {"": "often", "nhieu": "often", "moi": "lately"}


class _Asked(Struct, frozen=True):
    """What is asked for, which page, and what asks for the same in a button."""

    typed: str
    page: int
    as_button: str = ""


async def show_documents(request: Request, services: Services) -> Sequence[Reply]:
    """The documents named most often or lately, those that are called so, or one of them."""
    asked = _read(request.argument)
    chat, chats = await own_chat(request, services), await seen_chats(request, services)
    if kept := _KEPT.fullmatch(asked.typed):
        typed = await services.store.searches.get_asked(int(kept[1]), chat=chat)
        if typed is None:
            return (said(words.FORGOTTEN),)
        asked = replace(asked, typed=typed)
    if form := _FORM.fullmatch(asked.typed):
        which = (int(form[1]) if form[1] else chat, int(form[2]))
        return (await _one(which, asked, request, services),)
    order = _ORDERS.get(strip_marks(fold(asked.typed)))
    first = (asked.page - 1) * _AT_ONCE
    if order:
        page = await services.store.register.get_documents(
            chats, order=order, first=first, limit=_AT_ONCE
        )
        return (_list(page, replace(asked, as_button=asked.typed), _heading(order), chat),)
    today = services.today()
    page = await services.store.register.find_documents(
        chats, asked.typed, today=today, first=first, limit=_AT_ONCE
    )
    if page.count == 1:
        (entry,) = page.entries
        return (await _one((entry.chat, entry.form), _Asked("", 1), request, services),)
    asked = replace(asked, as_button=await _as_button(asked.typed, chat, services))
    return (_list(page, asked, words.FOUND, chat),)


async def _one(
    which: tuple[int, int], asked: _Asked, request: Request, services: Services
) -> Reply:
    """One document, by its chat and its number there."""
    own, chats = await own_chat(request, services), await seen_chats(request, services)
    chat, number = which
    first = (asked.page - 1) * _DIGESTS
    file = await services.store.register.get_document(
        number, chat=chat, chats=chats, page=(first, _DIGESTS)
    )
    if file is None:
        return replace(said(words.GONE_DOCUMENT), in_place=True)
    buttons = (
        *numbers_row([_open_digest(each.name_in(own)) for each in file.sources]),
        *_possible(file, own),
        _turn(file, asked.page, own),
    )
    lines = document_lines(file, first=first, chat=own)
    return Reply(lines, buttons=tuple(filter(None, buttons)), in_place=True)


def _read(argument: str) -> _Asked:
    """«chuyển đổi số trang 2»."""
    typed = " ".join(argument.split())
    page = _PAGE.search(typed)
    return _Asked(typed[: page.start()] if page else typed, int(page[1]) if page else 1)


def _heading(order: Order) -> str:
    return words.OFTEN if order == "often" else words.LATELY


def _list(page: DocumentPage, asked: _Asked, heading: str, own: int) -> Reply:
    """A page of documents, with a button to open each."""
    first = (asked.page - 1) * _AT_ONCE
    if not page.entries:
        nothing = words.NO_SUCH_DOCUMENT if heading == words.FOUND else words.NO_DOCUMENTS
        return said(nothing.format(typed=asked.typed))
    last = first + len(page.entries)
    head = heading.format(typed=asked.typed, first=first + 1, last=last, all=page.count)
    lines = [Line((Piece(head, "faint"),))]
    for number, entry in enumerate(page.entries, first + 1):
        lines += [Line(), *document_line(number, entry)]
    numbers = [
        Button(str(number), open_document(entry, own))
        for number, entry in enumerate(page.entries, first + 1)
    ]
    other = {
        words.OFTEN: Button(words.SHOW_LATELY, "/vanban moi"),
        words.LATELY: Button(words.SHOW_OFTEN, "/vanban"),
    }.get(heading)
    command = f"/vanban {asked.as_button}".rstrip()
    turns = turning(command, asked.page, size=_AT_ONCE, count=page.count)
    rows = (*numbers_row(numbers), (*([other] if other else []), *turns))
    return Reply(tuple(lines), buttons=tuple(filter(None, rows)), in_place=True)


def open_document(entry: DocumentEntry, own: int) -> str:
    """The command that shows a document in the chat with the number `own`."""
    where = "" if entry.chat == own else f"{entry.chat}."
    return f"/vanban #{where}{entry.form}"


def _possible(file: DocumentFile, own: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(f"{entry.name}?", open_document(entry, own)),) for entry in file.possible[:_AT_ONCE]
    )


def _turn(file: DocumentFile, page: int, own: int) -> tuple[Button, ...]:
    return turning(open_document(file.entry, own), page, size=_DIGESTS, count=file.entry.seen)


def _open_digest(name: str) -> Button:
    return Button(words.DIGEST_OF.format(number=name), f"/xem {name}")


async def _as_button(typed: str, chat: int, services: Services) -> str:
    """What was typed, without diacritics; where that is too long, what it is kept as."""
    bare = strip_marks(fold(typed))
    if len(bare.encode()) <= _LONGEST:
        return bare
    return f"@{await services.store.searches.put_asked(chat, typed, now=services.now())}"
