"""Read the directives of the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct
from sqlite_utils import Database

from storage.corrected import correct_digest, directive_fact
from storage.entries import (
    DirectiveEntry,
    DirectivePage,
    Named,
    Party,
    Source,
    State,
    Wanted,
)
from storage.model import Fact
from storage.sqlite.corrections import get_corrections
from storage.sqlite.sources import get_digest, get_source, source_of
from storage.sqlite.tasks import get_norms
from summarizer.model import Span
from summarizer.organs import is_among, organs_norm

_COUNTED = 500  # what is more is «more than 500»
_SUNDAY = 6
_NAMES = 400  # the newest directives of which parties are offered to choose from


class _Where(Struct, frozen=True):
    """A condition, and what stands in it."""

    sql: str
    values: tuple[str | int, ...] = ()


class _Found(Struct, frozen=True):
    """A row that was found."""

    id: int
    span: Span
    due: int | None
    clause: int
    followed: str | None
    follower: str | None
    done: str | None
    doer: str | None


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
    where = _where(db, wanted, chats=chats, today=today, own=own)
    first, limit = page
    order = {
        "week": "due, id desc, first",
        "over": "due desc, id desc, first",
    }.get(
        wanted.due or "",
        "done desc, id desc, first" if wanted.state == "done" else "id desc, first",
    )
    rows = db.execute(
        f"select * from ({where.sql}) order by {order} limit ? offset ?",  # noqa: S608 (our words)
        [*where.values, limit, first],
    ).fetchall()
    (count,) = db.execute(
        f"select count(*) from (select 1 from ({where.sql}) limit ?)",  # noqa: S608 (our words)
        [*where.values, _COUNTED + 1],
    ).fetchone()
    entries = tuple(_entry(db, _found(row), chats, own) for row in rows)
    return DirectivePage(entries, min(count, _COUNTED), is_all=count <= _COUNTED)


def get_directive(
    db: Database, number: int, span: Span, *, chats: Sequence[int]
) -> DirectiveEntry | None:
    """The directive that stands there in the digest with this id, or None."""
    places = ", ".join("?" * len(chats))
    row = db.execute(
        f"{_select(chats)} where d.id = ? and d.first = ? and d.last = ? and not d.is_dropped"
        f" and d.id >> 32 in ({places})",
        [*chats, number, span.start, span.end, *chats],
    ).fetchone()
    return _entry(db, _found(row), chats, get_norms(db, chats)) if row else None


def list_parties(
    db: Database, party: Party, *, chats: Sequence[int], limit: int
) -> tuple[Named, ...]:
    """Who gives, or gets, most of the newest directives."""
    places = ", ".join("?" * len(chats))
    rows = db.execute(
        f"select {party}, count(*), max(id) from (select * from directive where id >> 32 in"  # noqa: S608 (our words)
        f" ({places}) and {party} <> '' and not is_dropped order by id desc limit ?)"
        f" group by {party} order by count(*) desc, max(id) desc limit ?",
        [*chats, _NAMES, limit],
    ).fetchall()
    return tuple(
        Named(_printed(db, party, norm, last), norm.replace(" ,", ""), count)
        for norm, count, last in rows
    )


def _where(
    db: Database, wanted: Wanted, *, chats: Sequence[int], today: date, own: Sequence[str]
) -> _Where:
    """The rows that are wanted, the newest of each clause."""
    places = ", ".join("?" * len(chats))
    parts = [_Where(f"d.id >> 32 in ({places})", tuple(chats)), _Where("not d.is_dropped")]
    for party, norm in (("issuer", wanted.issuer), ("addressee", wanted.addressee)):
        if norm:
            parts.append(
                _Where(f"' ' || replace(d.{party}, ' ,', '') || ' ' like ?", (f"% {norm} %",))
            )
    day = today.toordinal()
    match wanted.due:
        case "week":
            sunday = (today + timedelta(days=_SUNDAY - today.weekday())).toordinal()
            parts.append(_Where("d.due between ? and ?", (day, sunday)))
        case "over":
            parts.append(_Where("d.due < ?", (day,)))
        case "none":
            parts.append(_Where("d.due is null"))
        case "any":
            parts.append(_Where("d.due is not null"))
    match wanted.state:
        case "done":
            parts.append(_Where("t.done is not null"))
        case "followed":
            parts.append(_Where("t.followed is not null and t.done is null"))
        case _:
            parts.append(_Where("t.done is null"))
    if wanted.is_own:
        mine = _own_addressees(db, chats, own)
        parts.append(_Where(f"d.addressee in ({', '.join('?' * len(mine))})", mine))
    parts.append(
        _Where(
            "not exists (select 1 from directive n where n.clause = d.clause and not n.is_dropped"  # noqa: S608 (our words)
            f" and n.id >> 32 in ({places}) and (n.id, n.first) > (d.id, d.first))",
            tuple(chats),
        )
    )
    return _Where(
        f"{_select(chats)} where {' and '.join(part.sql for part in parts)}",
        (*chats, *(value for part in parts for value in part.values)),
    )


def _select(chats: Sequence[int]) -> str:
    """Directives with what anybody in these chats has said of them."""
    places = ", ".join("?" * len(chats))
    return (
        "select d.id, d.first, d.last, d.due, d.clause, t.followed, t.follower, t.done, t.doer"  # noqa: S608 (our words)
        " from directive d left join (select clause, max(followed) followed, follower,"
        f" max(done) done, doer from task where chat in ({places}) group by clause) t"
        " on t.clause = d.clause"
    )


def _own_addressees(db: Database, chats: Sequence[int], own: Sequence[str]) -> tuple[str, ...]:
    places = ", ".join("?" * len(chats))
    rows = db.execute(
        f"select distinct addressee from directive where id >> 32 in ({places})",  # noqa: S608 (our words)
        [*chats],
    ).fetchall()
    return tuple(norm for (norm,) in rows if any(is_among(organ, norm) for organ in own))


def _found(row: Sequence[int | str | None]) -> _Found:
    number, first, last, *rest = row
    return _Found(number, Span(first, last), *rest)  # type: ignore[arg-type]  # as selected


def _entry(db: Database, found: _Found, chats: Sequence[int], own: Sequence[str]) -> DirectiveEntry:
    read = get_digest(db, found.id)
    corrections = get_corrections(db, found.id)
    digest = correct_digest(read, corrections)
    fact = Fact("directive", found.span)
    directive = next(each for each in digest.directives if directive_fact(each) == fact)
    told = next(each for each in read.directives if directive_fact(each) == fact)
    due = date.fromordinal(found.due) if found.due else None
    (made,) = db.execute("select made from digest where id = ?", [found.id]).fetchone()
    state: State = "done" if found.done else "followed" if found.followed else "open"
    at = found.done or found.followed
    addressee = directive.addressee.text if directive.addressee else None
    return DirectiveEntry(
        source=source_of(found.id, digest, datetime.fromisoformat(made)),
        span=found.span,
        words=digest.article.quote(found.span),
        issuer=directive.issuer.text if directive.issuer else None,
        addressee=addressee,
        due=due,
        clause=found.clause,
        is_edited=due != told.deadline,
        others=_others(db, found, chats),
        state=state,
        by=found.doer if found.done else found.follower,
        at=datetime.fromisoformat(at) if at else None,
        is_own=any(is_among(organ, organs_norm(addressee or "")) for organ in own),
    )


def _others(db: Database, found: _Found, chats: Sequence[int]) -> tuple[Source, ...]:
    """The other articles that tell the same, newest first."""
    places = ", ".join("?" * len(chats))
    rows = db.execute(
        f"select distinct id from directive where clause = ? and id <> ? and id >> 32 in ({places})"  # noqa: S608 (our words)
        " and not is_dropped order by id desc",
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
