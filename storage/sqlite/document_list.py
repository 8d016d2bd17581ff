"""Read the documents of the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlite_utils import Database

from storage.entries import DocumentEntry, DocumentFile, DocumentPage, Order
from storage.query import read_query
from storage.sqlite.candidates import find_candidates
from storage.sqlite.digests import written
from storage.sqlite.document_entry import Counted, citations_of, entries_of, entry_of, made_at
from storage.sqlite.ids import chat_range, split_id
from storage.sqlite.mentions import CITATION, bucket_key
from storage.sqlite.sources import get_source
from storage.terms import bare_syllables
from summarizer.joining.citation import Citation
from summarizer.joining.groups import join, may_be_one

_MOST = 2000  # documents of a chat that are joined with those of others


def list_documents(
    db: Database, chats: Sequence[int], *, order: Order, first: int, limit: int
) -> DocumentPage:
    """The documents that digests of these chats name, most often or latest first."""
    if len(chats) > 1:
        joined = _joined(db, [each for chat in chats for each in _of_chat(db, chat)])
        _sort(db, joined, order)
        return DocumentPage(entries_of(db, joined[first : first + limit]), len(joined))
    (chat,) = chats
    (count,) = db.execute(
        "select count(*) from document where id between ? and ?", [*chat_range(chat)]
    ).fetchone()
    ids = (_often if order == "often" else _lately)(db, chat, first, limit)
    return DocumentPage(entries_of(db, [_counted(db, document) for document in ids]), count)


def count_documents(
    db: Database, chats: Sequence[int], start: datetime, end: datetime, *, limit: int
) -> tuple[DocumentEntry, ...]:
    """The documents that most digests from `start` to before `end` name, `seen` by so many."""
    found = [
        Counted(_forms_of(db, document), seen, last)
        for chat in chats
        for document, seen, last in db.execute(
            "select form.document, count(distinct mention.id), max(mention.id) from digest"
            " join mention on mention.id = digest.id join form on form.id = mention.form"
            " where digest.id >> 32 = ? and made >= ? and made < ?"
            " group by form.document order by 2 desc, 3 desc limit ?",
            [chat, written(start), written(end), _MOST],
        ).fetchall()
    ]
    joined = _joined(db, found)
    _sort(db, joined, "often")
    return entries_of(db, joined[:limit])


def find_documents(
    db: Database, chats: Sequence[int], typed: str, *, today: date, page: tuple[int, int]
) -> DocumentPage:
    """The documents that are called so: by number, however it is written, or by words."""
    query = read_query(typed, today=today)
    words = [word.lstrip("0") or "0" for word in bare_syllables(typed)]
    if not words:
        return DocumentPage()
    found: set[int] = set()
    for chat in chats:
        for number in find_candidates(db, query, chat=chat).ids:
            rows = db.execute(
                "select document, cited from mention join form on form.id = mention.form"
                " where mention.id = ?",
                [number],
            ).fetchall()
            found |= {
                document for document, cited in rows if _is_called(CITATION.decode(cited), words)
            }
    joined = _joined(db, [_counted(db, document) for document in found])
    _sort(db, joined, "often")
    first, limit = page
    return DocumentPage(entries_of(db, joined[first : first + limit]), len(joined))


def get_document(
    db: Database, number: int, *, chat: int, chats: Sequence[int], page: tuple[int, int]
) -> DocumentFile | None:
    """The document with this number in a chat of these, with a page of its digests; or None."""
    form = chat_range(chat)[0] + number
    row = db.execute("select 1 from form where id = ?", [form]).fetchone()
    if row is None or chat not in chats:
        return None
    near = _same_bucket(db, form, chats)
    joined = _joined(db, [_counted(db, document) for document in near])
    (own,) = (each for each in joined if form in each.forms)
    cited = citations_of(db, own.forms)
    possible = [
        each
        for each in joined
        if each is not own and may_be_one(cited, citations_of(db, each.forms))
    ]
    first, limit = page
    numbers = _numbers(db, own)[first : first + limit]
    sources = [get_source(db, number) for number in numbers]
    return DocumentFile(entry_of(db, own), tuple(sources), entries_of(db, possible))


def _numbers(db: Database, counted: Counted) -> list[int]:
    """The digests that name a document, newest first."""
    found = {
        number
        for form in counted.forms
        for (number,) in db.execute("select id from mention where form = ?", [form])
    }
    is_one_chat = len({split_id(number)[0] for number in found}) == 1
    return sorted(found, key=None if is_one_chat else lambda at: made_at(db, at), reverse=True)


def _of_chat(db: Database, chat: int) -> list[Counted]:
    ids = dict.fromkeys([*_often(db, chat, 0, _MOST), *_lately(db, chat, 0, _MOST)])
    return [_counted(db, document) for document in ids]


def _often(db: Database, chat: int, first: int, limit: int) -> list[int]:
    """Those that several digests name by how many, then the others by when."""
    rows = db.execute(
        "select id from document where id >> 32 = ? and seen > 1"
        " order by seen desc, last desc limit ? offset ?",
        [chat, limit, first],
    ).fetchall()
    found = [document for (document,) in rows]
    if len(found) == limit:
        return found
    (several,) = db.execute(
        "select count(*) from document where id >> 32 = ? and seen > 1", [chat]
    ).fetchone()
    rows = db.execute(
        "select id from document where id between ? and ? and seen = 1"
        " order by last desc, id desc limit ? offset ?",
        [*chat_range(chat), limit - len(found), max(0, first - several)],
    ).fetchall()
    return found + [document for (document,) in rows]


def _lately(db: Database, chat: int, first: int, limit: int) -> list[int]:
    """By the last digest that names them: read until there are enough."""
    found: dict[int, None] = {}
    rows = db.execute(
        "select form.document from mention join form on form.id = mention.form"
        " where mention.id between ? and ? order by mention.id desc",
        [*chat_range(chat)],
    )
    for (document,) in rows:
        found[document] = None
        if len(found) >= first + limit:
            break
    return list(found)[first : first + limit]


def _joined(db: Database, found: list[Counted]) -> list[Counted]:
    """What several chats name is one document where it would be one in a single chat."""
    if len({split_id(each.forms[0])[0] for each in found}) < 2:
        return found
    by_bucket: dict[str, list[Counted]] = {}
    cited = {each.forms: citations_of(db, each.forms) for each in found}
    for each in found:
        by_bucket.setdefault(cited[each.forms][0].bucket, []).append(each)
    return [
        _sum(db, [each for each in near if not set(cited[each.forms]).isdisjoint(group)])
        for near in by_bucket.values()
        for group in join(citation for each in near for citation in cited[each.forms])
        if any(not set(cited[each.forms]).isdisjoint(group) for each in near)
    ]


def _sort(db: Database, found: list[Counted], order: Order) -> None:
    found.sort(
        key=lambda each: (each.seen * (order == "often"), made_at(db, each.last), each.last),
        reverse=True,
    )


def _sum(db: Database, parts: list[Counted]) -> Counted:
    forms = tuple(form for each in parts for form in each.forms)
    seen = sum(each.seen for each in parts)
    return Counted(forms, seen, max((each.last for each in parts), key=lambda at: made_at(db, at)))


def _same_bucket(db: Database, form: int, chats: Sequence[int]) -> list[int]:
    """The documents of the chats that may have to do with this form."""
    (text,) = db.execute("select cited from form where id = ?", [form]).fetchone()
    citation = CITATION.decode(text)
    found: dict[int, None] = {}
    for chat in chats:
        rows = db.execute(
            "select document from form where bucket = ?", [bucket_key(chat, citation)]
        ).fetchall()
        found |= dict.fromkeys(document for (document,) in rows)
    return list(found)


def _is_called(citation: Citation, words: Sequence[str]) -> bool:
    """Whether each of the words, or what begins with it, is in what the document is called."""
    parts = (citation.type, citation.serial, citation.year, *citation.codes, citation.date[:4])
    called = bare_syllables(" ".join((*parts, citation.issuer, *citation.title)))
    return all(
        word in called or (word.isalpha() and any(each.startswith(word) for each in called))
        for word in words
    )


def _counted(db: Database, document: int) -> Counted:
    seen, last = db.execute("select seen, last from document where id = ?", [document]).fetchone()
    return Counted(_forms_of(db, document), seen, last)


def _forms_of(db: Database, document: int) -> tuple[int, ...]:
    rows = db.execute("select id from form where document = ? order by id", [document]).fetchall()
    return tuple(form for (form,) in rows)
