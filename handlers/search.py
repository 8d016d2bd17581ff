"""Find what was kept, page by page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from bot.channel import Button, Reply, Request, said
from bot.render.lines import Line, Piece
from bot.texts import export
from bot.texts import search as words
from handlers.chats import own_chat
from handlers.listing import headline, open_buttons
from handlers.numbers import name_of
from handlers.services import Services
from storage.model import Hit, Results
from storage.query import Query, read_query
from storage.store import Store

_A_PAGE = 5
_TURN = re.compile(r"#(\d{1,9}) (\d{1,4})")  # «#17 2»: the second page of search 17
_WORD = re.compile(r"\S+")


class Page(Struct, frozen=True):
    """A page of what was found, as whoever asks sees it."""

    typed: str
    query: Query
    found: Results
    chat: int

    @property
    def pages(self) -> int:
        """How many there are."""
        return -(-self.found.count // _A_PAGE)


async def search(request: Request, services: Services) -> Sequence[Reply]:
    """The digests that hold what was asked for, the matching sentence under each."""
    chat = await own_chat(request, services)
    typed, number = request.argument, 1
    if turn := _TURN.fullmatch(typed):
        asked = await services.store.searches.get_asked(int(turn[1]), chat=chat)
        if asked is None:
            return (said(words.FORGOTTEN),)
        typed, number = asked, int(turn[2])
    today = services.today()
    query = read_query(typed, today=today)
    if query.is_empty:
        return (replace(said(*_unread(query), words.HOW), awaits="/tim"),)
    page = await find_page(
        services.store, replace(query, page=max(number, query.page)), typed, chat=chat, today=today
    )
    buttons = [*open_buttons([_name(hit, chat) for hit in page.found.hits])]
    if page.found.hits:
        asked_as = await services.store.searches.put_asked(chat, typed, now=services.now())
        out = Button(export.BUTTON, f"/xuat tim #{asked_as}")
        buttons.append((*_turns(asked_as, page), out))
    return (Reply(lay_out(page), buttons=tuple(buttons), in_place=bool(turn)),)


async def find_page(store: Store, query: Query, typed: str, *, chat: int, today: date) -> Page:
    """The page of a query among what a chat may see."""
    chats = await store.offices.chats_of(chat)
    found = await store.searches.find(query, chats=chats, limit=_A_PAGE, today=today)
    return Page(typed, query, found, chat)


def lay_out(page: Page) -> tuple[Line, ...]:
    """What a search answers: how many, the hits, what was not understood."""
    notes = [Line((Piece(note, "faint"),)) for note in _unread(page.query)]
    typed = " ".join(page.typed.split())
    shown = typed if len(typed) <= words.LONGEST_SHOWN else typed[: words.LONGEST_SHOWN] + "…"
    if not page.found.hits:
        told = words.NO_PAGE.format(pages=page.pages) if page.found.count else None
        return (Line((Piece(told or words.NOTHING.format(query=shown)),)), *notes)
    form = words.FOUND_PAGE if page.pages > 1 else words.FOUND
    head = form.format(count=page.found.count, query=shown, page=page.query.page, pages=page.pages)
    if not page.found.is_all and page.query.page == page.pages:
        notes.append(Line((Piece(words.MANY, "faint"),)))
    hits = [line for hit in page.found.hits for line in (Line(), *_hit(hit, page.chat))]
    return (Line((Piece(head, "faint"),)), *hits, *([Line()] if notes else []), *notes)


def _hit(hit: Hit, chat: int) -> tuple[Line, Line]:
    """Headline, then the passage, those of its words marked that were asked for."""
    starts = [word.start for word in hit.passage.words]
    pieces = []
    for match in _WORD.finditer(hit.passage.text):
        is_asked = bisect_left(starts, match.end()) > bisect_left(starts, match.start())
        pieces.append(Piece(match[0], "name" if is_asked else "plain"))
    return headline(_name(hit, chat), hit.title, hit.published), Line(tuple(pieces), 2)


def _name(hit: Hit, chat: int) -> str:
    return name_of(hit.number, of=hit.chat, seen_by=chat)


def _unread(query: Query) -> list[str]:
    return [words.UNREAD.format(filters=" ".join(query.unread))] if query.unread else []


def _turns(asked: int, page: Page) -> tuple[Button, ...]:
    """The way to the page before and to the one after."""
    number = page.query.page
    ways = ((words.BEFORE, number - 1), (words.AFTER, number + 1))
    return tuple(
        Button(label, f"/tim #{asked} {other}") for label, other in ways if 0 < other <= page.pages
    )
