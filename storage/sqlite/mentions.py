"""Keep which digests name which document, however they cite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec
from sqlite_utils import Database

from storage.short_keys import short_key
from storage.sqlite.ids import chat_range, split_id
from summarizer.joining.citation import Citation
from summarizer.joining.groups import Group, join, rejoin

_KEY_BITS = 32  # within a bucket
_WINDOW = 40  # the newest forms of a bucket may be joined anew; older ones stay as they are
CITATION = msgspec.json.Decoder(Citation)


def put_mentions(db: Database, number: int, citations: Iterable[Citation]) -> None:
    """Keep which documents a digest names, each citation once."""
    chat = split_id(number)[0]
    forms: list[int] = []
    fresh: dict[int, int] = {}
    for citation in citations:
        form, bucket = _form(db, chat, citation)
        forms.append(form)
        if bucket is not None:
            fresh[form] = bucket
        db.execute("insert or ignore into mention (form, id) values (?, ?)", [form, number])
    stale = _join_all(db, set(fresh.values()), fresh=fresh.keys())
    for document_id in _documents_of(db, forms) - stale:
        _count_one(db, document_id, number)
    _recount(db, stale)


def drop_mentions(db: Database, number: int) -> None:
    """Forget what documents a digest names, and those that no other one does."""
    forms = [row[0] for row in db.execute("select form from mention where id = ?", [number])]
    stale = _documents_of(db, forms)
    db.execute("delete from mention where id = ?", [number])
    buckets: set[int] = set()
    for form in forms:
        gone = db.execute(
            "delete from form where id = ?1"
            " and not exists (select 1 from mention where form = ?1) returning bucket",
            [form],
        ).fetchone()
        if gone:
            buckets.add(gone[0])
    _recount(db, stale | _join_all(db, buckets))


def clear_mentions(db: Database) -> None:
    """Forget all of it."""
    for table in ("mention", "form", "document"):
        db.execute(f"delete from {table}")  # noqa: S608 (our names)


def bucket_key(chat: int, citation: Citation) -> int:
    """What the forms of a chat that may be of one document are known by."""
    return short_key(chat, citation.bucket)


def _form(db: Database, chat: int, citation: Citation) -> tuple[int, int | None]:
    """The form of a citation; with its bucket where it is new."""
    cited = msgspec.json.encode(citation).decode()
    bucket, key = bucket_key(chat, citation), short_key(cited, bits=_KEY_BITS)
    known = db.execute("select id from form where bucket = ? and key = ?", [bucket, key]).fetchone()
    if known:
        return int(known[0]), None
    first, last = chat_range(chat)
    (newest,) = db.execute(
        "select max(id) from form where id between ? and ?", [first, last]
    ).fetchone()
    form = (first if newest is None else newest) + 1
    db.execute(
        "insert into form (id, bucket, key, document, cited) values (?, ?, ?, ?, ?)",
        [form, bucket, key, form, cited],
    )
    return form, bucket


def _join_all(
    db: Database, buckets: Iterable[int], *, fresh: AbstractSet[int] = frozenset()
) -> set[int]:
    """Join the forms of these buckets anew; the documents that older forms come to or leave.

    Where nothing but the `fresh` forms has come in, only what they touch.
    """
    changed: set[int] = set()
    for bucket in buckets:
        rows = db.execute(
            "select id, document, cited from form where id in"  # those alone are read whole
            " (select id from form where bucket = ? order by id desc limit ?)",
            [bucket, _WINDOW],
        ).fetchall()
        forms = {CITATION.decode(cited): form for form, _, cited in rows}
        documents = {form: document for form, document, _ in rows}
        for group in _touched(forms, fresh) if fresh else join(forms):
            own = [forms[citation] for citation in group]
            older = {documents[form] for form in own} - documents.keys()
            head = min([*own, *_documents_of(db, older)])
            for form in own:
                if documents[form] == head:
                    continue
                if form not in fresh:
                    changed |= {documents[form], head}
                db.execute("update form set document = ? where id = ?", [head, form])
                documents[form] = head
    return changed


def _touched(forms: Mapping[Citation, int], fresh: AbstractSet[int]) -> list[Group]:
    """The groups that the `fresh` ones of these forms belong to or part."""
    seen = [citation for citation, form in forms.items() if form not in fresh]
    touched: list[Group] = []
    for new in (citation for citation, form in forms.items() if form in fresh):
        touched += rejoin(new, seen)
        seen.append(new)
    return touched


def _documents_of(db: Database, forms: Iterable[int]) -> set[int]:
    found = (db.execute("select document from form where id = ?", [each]) for each in forms)
    return {int(row[0]) for rows in found for row in rows}


def _count_one(db: Database, document: int, number: int) -> None:
    """Count one digest more, the newest, that names a document."""
    cursor = db.execute(
        "update document set seen = seen + 1, last = max(last, ?) where id = ?", [number, document]
    )
    if not cursor.rowcount:
        db.execute("insert into document (id, seen, last) values (?, 1, ?)", [document, number])


def _recount(db: Database, documents: Iterable[int]) -> None:
    """Count anew how many digests name each of these."""
    for document in documents:
        seen, last = db.execute(
            "select count(distinct mention.id), max(mention.id) from form"
            " join mention on mention.form = form.id where form.document = ?",
            [document],
        ).fetchone()
        if seen:
            db.execute(
                "insert into document (id, seen, last) values (?1, ?2, ?3)"
                " on conflict do update set seen = ?2, last = ?3",
                [document, seen, last],
            )
        else:
            db.execute("delete from document where id = ?", [document])
