"""Tell of one document what its articles tell together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct
from sqlite_utils import Database

from storage.entries import DocumentEntry
from storage.sqlite.ids import split_id
from storage.sqlite.mentions import CITATION
from storage.sqlite.sources import get_digest
from summarizer.joining.citation import Citation, cite_all
from summarizer.joining.groups import Group, is_vague
from summarizer.model import DocumentRef

_TRIED = 4  # forms that are read for what a document is called in full


class Counted(Struct, frozen=True):
    """A document of the chats: the forms it is cited in, the digests that name it."""

    forms: tuple[int, ...]
    seen: int
    last: int


def citations_of(db: Database, forms: Sequence[int]) -> Group:
    """The citations that these forms are."""
    return tuple(citation for citation, _ in _cited(db, forms))


def _cited(db: Database, forms: Sequence[int]) -> Iterator[tuple[Citation, int]]:
    for form in forms:
        (text,) = db.execute("select cited from form where id = ?", [form]).fetchone()
        yield CITATION.decode(text), form


def entries_of(db: Database, found: Sequence[Counted]) -> tuple[DocumentEntry, ...]:
    """These documents as their articles tell of each together."""
    return tuple(entry_of(db, each) for each in found)


def entry_of(db: Database, counted: Counted) -> DocumentEntry:
    """The document as its articles tell of it together: of each part what is told most fully."""
    cited = sorted(_cited(db, counted.forms), key=lambda each: _fullness(each[0]), reverse=True)
    told = [_printed(db, citation, form) for citation, form in cited[:_TRIED]]
    best = told[0]
    chat, number = split_id(cited[0][1])
    numbers = [each.number for each in told if each.number]
    return DocumentEntry(
        form=number,
        chat=chat,
        type=best.type,
        number=numbers[0] if numbers else None,
        date=max((each.date for each in told if each.date), key=len, default=None),
        issuer=next((each.issuer.text for each in told if each.issuer), None),
        subject=next((each.subject.text for each in told if each.subject), None),
        seen=counted.seen,
        last=_day(db, counted.last),
        is_sure=counted.seen == 1 or not is_vague(tuple(citation for citation, _ in cited)),
    )


def _fullness(citation: Citation) -> tuple[int, int, bool, bool, int]:
    return (
        *(len(citation.codes), len(citation.date), bool(citation.issuer), bool(citation.title)),
        citation.told,
    )


def _printed(db: Database, citation: Citation, form: int) -> DocumentRef:
    """The document as the last article that cites it so has printed it."""
    (number,) = db.execute("select max(id) from mention where form = ?", [form]).fetchone()
    digest = get_digest(db, number)
    pairs = zip(cite_all(digest), digest.documents, strict=True)
    return next(document for each, document in pairs if each == citation)


def _day(db: Database, number: int) -> date:
    (day,) = db.execute("select day from digest where id = ?", [number]).fetchone()
    return date.fromordinal(day)


def made_at(db: Database, number: int) -> datetime:
    """When a digest was kept."""
    (made,) = db.execute("select made from digest where id = ?", [number]).fetchone()
    return datetime.fromisoformat(made)
