"""Read the directives of the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct
from sqlite_utils import Database

from storage.corrected import correct_digest, directive_fact
from storage.entries import (
    DirectiveEntry,
    DirectivePage,
    Dues,
    Named,
    Party,
    Source,
    Wanted,
)
from storage.model import Fact
from storage.sqlite.corrections import get_corrections
from storage.sqlite.directive_filter import in_chats, make_filter, places, sunday_of
from storage.sqlite.sources import get_digest, get_source, source_of
from storage.sqlite.tasks import get_norms, get_task
from summarizer.model import Span
from summarizer.organs import is_among, organs_norm

_COLUMNS = "d.id, d.first, d.last, d.due, d.clause"
_COUNTED = 500  # what is more is «more than 500»
_NAMES = 400  # the newest directives of which parties are offered to choose from


class _Found(Struct, frozen=True):
    """A row that was found."""

    id: int
    span: Span
    due: int | None
    clause: int


def list_directives(
    db: Database, wanted: Wanted, *, chats: Sequence[int], today: date, page: tuple[int, int]
) -> DirectivePage:
    """Where `page` begins and how many it has: the directives that are wanted.

    The newest come first; where a deadline is asked for, the first that is due. What several
    articles tell is there once, as the newest tells it.
    """
    own = get_norms(db, chats)
    if wanted.is_own and not own:
        return DirectivePage()
    where = make_filter(db, wanted, chats=chats, today=today, own=own)
    first, limit = page
    rows = db.execute(
        f"select {_COLUMNS} from directive d where {where.sql}"  # noqa: S608 (our words)
        f" order by {_order(wanted, chats)} limit ? offset ?",
        [*where.values, limit, first],
    ).fetchall()
    (count,) = db.execute(
        f"select count(*) from (select 1 from directive d where {where.sql} limit ?)",  # noqa: S608 (our words)
        [*where.values, _COUNTED + 1],
    ).fetchone()
    entries = tuple(_entry(db, _found(row), chats, own) for row in rows)
    return DirectivePage(entries, min(count, _COUNTED), is_all=count <= _COUNTED)


def get_directive(
    db: Database, number: int, span: Span, *, chats: Sequence[int]
) -> DirectiveEntry | None:
    """The directive that stands there in the digest with this id, or None."""
    row = db.execute(
        f"select {_COLUMNS} from directive d where d.id = ? and d.first = ? and d.last = ?"  # noqa: S608 (our words)
        f" and not d.is_dropped and d.id >> 32 in ({places(chats)})",
        [number, span.start, span.end, *chats],
    ).fetchone()
    return _entry(db, _found(row), chats, get_norms(db, chats)) if row else None


def count_dues(db: Database, chats: Sequence[int], *, today: date) -> Dues:
    """How many directives that are not done there are, by when they are due."""
    where = make_filter(db, Wanted(), chats=chats, today=today, own=())
    day, sunday = today.toordinal(), sunday_of(today).toordinal()
    counts = db.execute(
        "select count(*) filter (where d.due < ?), count(*) filter (where d.due between ? and ?),"  # noqa: S608 (our words)
        " count(*) filter (where d.due > ?), count(*) filter (where d.due is null)"
        f" from directive d where {where.sql}",
        [day, day, sunday, sunday, *where.values],
    ).fetchone()
    return Dues(*counts)


def list_parties(
    db: Database, party: Party, *, chats: Sequence[int], limit: int
) -> tuple[Named, ...]:
    """Who gives, or gets, most of the newest directives."""
    there = in_chats("d", chats)
    rows = db.execute(
        f"select norm, count(*), max(found.id) from (select id, {party} party from directive d"  # noqa: S608 (our words)
        f" where {there.sql} and {party} is not null and not is_dropped order by id desc limit ?)"
        " found join party on party.id = found.party"
        " group by norm order by count(*) desc, max(found.id) desc limit ?",
        [*there.values, _NAMES, limit],
    ).fetchall()
    return tuple(
        Named(_printed(db, party, norm, last), norm.replace(" ,", ""), count)
        for norm, count, last in rows
    )


def _order(wanted: Wanted, chats: Sequence[int]) -> str:
    """Ids tell which is newer within a chat, among several only the moments do."""
    newest = "d.id desc, d.first"
    if len(chats) > 1:
        newest = f"(select made from digest g where g.id = d.id) desc, {newest}"  # noqa: S608
    if wanted.due == "over":
        return f"d.due desc, {newest}"
    return newest if wanted.due in {None, "none"} else f"d.due, {newest}"


def _found(row: tuple[int, int, int, int | None, int]) -> _Found:
    number, first, last, due, clause = row
    return _Found(number, Span(first, last), due, clause)


def _entry(db: Database, found: _Found, chats: Sequence[int], own: Sequence[str]) -> DirectiveEntry:
    read = get_digest(db, found.id)
    corrections = get_corrections(db, found.id)
    digest = correct_digest(read, corrections)
    fact = Fact("directive", found.span)
    directive = next(each for each in digest.directives if directive_fact(each) == fact)
    place, told = next(
        (place, each)
        for place, each in enumerate(read.directives, 1)
        if directive_fact(each) == fact
    )
    due = date.fromordinal(found.due) if found.due else None
    (made,) = db.execute("select made from digest where id = ?", [found.id]).fetchone()
    task = get_task(db, chats, found.clause)
    addressee = directive.addressee.text if directive.addressee else None
    return DirectiveEntry(
        source=source_of(found.id, digest, datetime.fromisoformat(made)),
        place=place,
        span=found.span,
        words=digest.article.quote(found.span),
        issuer=directive.issuer.text if directive.issuer else None,
        addressee=addressee,
        due=due,
        clause=found.clause,
        is_edited=due != told.deadline,
        others=_others(db, found, chats),
        state=task.state,
        by=task.by,
        at=task.at,
        is_own=any(is_among(organ, organs_norm(addressee or "")) for organ in own),
    )


def _others(db: Database, found: _Found, chats: Sequence[int]) -> tuple[Source, ...]:
    """The other articles that tell the same, newest first."""
    rows = db.execute(
        "select distinct id from directive where clause = ? and id <> ? and not is_dropped"  # noqa: S608 (our words)
        f" and id >> 32 in ({places(chats)}) order by id desc",
        [found.clause, found.id, *chats],
    ).fetchall()
    return tuple(get_source(db, number) for (number,) in rows)


def _printed(db: Database, party: Party, norm: str, number: int) -> str:
    """A party as the digest with this id prints it."""
    digest = correct_digest(get_digest(db, number), get_corrections(db, number))
    quotes = [getattr(directive, party) for directive in digest.directives]
    return next(
        str(quote.text)
        for quote in quotes
        if quote and organs_norm(quote.text).replace(" ,", "") == norm.replace(" ,", "")
    )
