"""Keep digests and get them back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace
from sqlite_utils import Database

from storage.model import NO_ORIGIN, Kept, Origin
from storage.packing import unpack_digest
from storage.prepared import Prepared, prepare
from storage.sqlite.chats import get_chat
from storage.sqlite.corrections import get_corrections
from storage.sqlite.ids import chat_range, split_id
from storage.sqlite.index import day_of, drop_terms, put_terms
from storage.sqlite.mentions import drop_mentions
from storage.sqlite.near import like_ids, put_signature
from storage.sqlite.registering import drop_entries, put_entries
from summarizer.model import Digest
from summarizer.near import compare

# what a chat has besides its digests
OF_CHATS = ("link", "task", "organ", "reminder", "reminded")


def put_digest(
    db: Database,
    prepared: Prepared,
    *,
    chat: int,
    now: datetime,
    origin: Origin = NO_ORIGIN,
) -> Kept:
    """Keep a digest for a chat; one of the same words, or nearly, stays and comes back.

    It is new, too, where the message that asks for it has put it there before: the
    program was stopped before it could answer. One transaction.
    """
    with db.atomic():
        first, last = chat_range(chat)
        known = db.execute(
            "select id, message from digest where fingerprint = ? and id between ? and ?",
            [prepared.fingerprint, first, last],
        ).fetchone()
        signature = None if known else prepared.signature
        like = like_ids(db, signature, ids=(first, last), now=now)
        alike = next((each for each in like if _is_same(db, prepared.digest, each)), None)
        number = int(known[0]) if known else alike
        is_there = number is not None
        if number is None:
            number = _next_id(db, chat)
            _insert(db, number, prepared, now=now, message=origin.message)
            _put_keys(db, number, prepared, made=now)
        if origin.link is not None:
            db.execute(
                "insert into link (chat, key, id) values (?, ?, ?) on conflict do nothing",
                [chat, origin.link, number],
            )
    if not is_there:
        return Kept(number, number - first, chat, now, prepared.digest, is_new=True)
    is_asked_again = bool(known) and origin.message is not None and known[1] == origin.message
    return replace(the_kept(db, number), is_new=is_asked_again, is_same_text=alike is None)


def redo_digest(db: Database, number: int, digest: Digest) -> Kept:
    """Put a digest made anew in the place of an old one.

    Its corrections stay; those whose line is no longer there lie idle.
    """
    with db.atomic():
        kept = the_kept(db, number)
        _drop_keys(db, kept)
        drop_mentions(db, number)  # its directives are known again
        prepared = prepare(digest, kept.corrections)
        db.execute(
            "update digest set day = ?, fingerprint = ?, body = ?, source = ? where id = ?",
            [
                day_of(digest, kept.made).toordinal(),
                *(prepared.fingerprint, prepared.body, prepared.source, number),
            ],
        )
        _put_keys(db, number, prepared, made=kept.made)
    return the_kept(db, number)


def delete_digest(db: Database, number: int) -> bool:
    """Remove every trace of a digest; False where there is none."""
    with db.atomic():
        kept = get_kept(db, number)
        if kept is None:
            return False
        _drop_keys(db, kept)
        drop_entries(db, number)
        db.execute("delete from digest where id = ?", [number])
    return True


def delete_asked_by(db: Database, message: str, *, chat: int) -> None:
    """Remove the digests that a message of a chat has asked for."""
    rows = db.execute(
        "select id from digest where +id between ? and ? and message = ?",
        [*chat_range(chat), message],
    ).fetchall()
    for (number,) in rows:
        delete_digest(db, number)


def get_kept(db: Database, number: int) -> Kept | None:
    """The digest with this id, or None."""
    row = db.execute("select made, body, source from digest where id = ?", [number]).fetchone()
    if row is None:
        return None
    chat, own = split_id(number)
    made = datetime.fromisoformat(row[0])
    digest = unpack_digest(row[1], row[2])
    return Kept(number, own, chat, made, digest, get_corrections(db, number))


def find_link(db: Database, origin: Origin, *, chat: int) -> Kept | None:
    """The digest that came from a link; it is new where this very message has put it there."""
    row = db.execute(
        "select digest.id, message from link join digest on digest.id = link.id"
        " where chat = ? and key = ?",
        [chat, origin.link],
    ).fetchone()
    if row is None:
        return None
    is_new = origin.message is not None and row[1] == origin.message
    return replace(the_kept(db, row[0]), is_new=is_new)


def move_chat(db: Database, channel: str, old: str, new: str) -> None:
    """Let a chat go on under another key; what both have had is joined under the new one."""
    with db.atomic():
        source, target = get_chat(db, channel, old), get_chat(db, channel, new)
        if source == target:
            return
        for (number,) in db.execute(
            "select id from digest where id between ? and ? order by id", [*chat_range(target)]
        ).fetchall():
            _move_digest(db, number, _next_id(db, source))
        for table in OF_CHATS:
            db.execute(f"update or replace {table} set chat = ? where chat = ?", [source, target])  # noqa: S608 (our names)
        db.execute("delete from chat where number = ?", [target])
        db.execute("update chat set key = ? where number = ?", [new, source])
        db.execute(
            "update or replace member set key = ? where channel = ? and key = ?",
            [new, channel, old],
        )
        db.execute(
            "update inbox set chat = ? where channel = ? and chat = ? and finished is null",
            [new, channel, old],
        )
        db.execute(
            "update outbox set chat = ? where chat = ? and sent is null and event in"
            " (select id from inbox where channel = ?)",
            [new, old, channel],
        )


def _move_digest(db: Database, number: int, to: int) -> None:
    kept = the_kept(db, number)
    _drop_keys(db, kept)
    drop_mentions(db, number)
    db.execute("pragma defer_foreign_keys = on")
    for table in ("digest", "link", "correction", "directive"):
        db.execute(f"update {table} set id = ? where id = ?", [to, number])  # noqa: S608 (our names)
    _put_keys(db, to, prepare(kept.digest, kept.corrections), made=kept.made)


def _next_id(db: Database, chat: int) -> int:
    """An id that no digest of the chat has ever had."""
    first, last = chat_range(chat)
    (newest,) = db.execute(
        "select max(id) from digest where id between ? and ?", [first, last]
    ).fetchone()
    (given,) = db.execute("select newest from chat where number = ?", [chat]).fetchone() or (0,)
    number = max(0 if newest is None else newest - first, given) + 1
    db.execute("update chat set newest = ? where number = ?", [number, chat])
    return first + number


def the_kept(db: Database, number: int) -> Kept:
    """The digest with this id, which is there; raises LookupError."""
    kept = get_kept(db, number)
    if kept is None:
        raise LookupError(number)
    return kept


def _is_same(db: Database, digest: Digest, number: int) -> bool:
    return compare(digest, the_kept(db, number).digest) == "same"


def _insert(
    db: Database, number: int, prepared: Prepared, *, now: datetime, message: str | None
) -> None:
    db.execute(
        "insert into digest (id, day, made, message, fingerprint, body, source)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        [
            *(number, day_of(prepared.digest, now).toordinal(), written(now), message),
            *(prepared.fingerprint, prepared.body, prepared.source),
        ],
    )


def written(moment: datetime) -> str:
    """A moment so that later ones sort behind: always UTC, always with fractions."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _put_keys(db: Database, number: int, prepared: Prepared, *, made: datetime) -> None:
    """Let a digest be found."""
    put_signature(db, number, prepared.signature, made=made)
    day = day_of(prepared.digest, made)
    put_terms(db, number, prepared.terms, words=prepared.words, day=day)
    put_entries(db, number, prepared.digest, prepared.entries)


def _drop_keys(db: Database, kept: Kept) -> None:
    """Take a digest out of all that it is found by."""
    (day,) = db.execute("select day from digest where id = ?", [kept.id]).fetchone()
    drop_terms(db, kept.id, kept.digest, day=date.fromordinal(day))
    db.execute("delete from near where id = ?", [kept.id])
