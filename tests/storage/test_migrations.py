"""A database of an earlier form is brought to the newest one with what it holds."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlite_utils import Database

from storage.model import NewEvent
from storage.sqlite.chats import get_chat
from storage.sqlite.database import NEWEST, open_database
from storage.sqlite.migrations import MIGRATIONS
from storage.store import Store
from summarizer.folding import fold, strip_marks
from tests.storage.newest import newest
from tests.storage.test_store import ROAD, digest_of, look, trip

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def old_database(path: Path) -> int:
    """A file as the first form left it, with one digest; its chat."""
    connection = sqlite3.connect(path)
    database = Database(connection)
    MIGRATIONS.apply(database, stop_before="0002_mail")
    chat = get_chat(database, "desk", "desk")
    digest = digest_of(ROAD)
    row = {"id": chat << 32, "made": NOW.isoformat(), "title": "", "fingerprint": b"x"}
    body = zlib.compress(msgspec.json.encode(digest))
    database.table("digest").insert(row | {"body": body})
    words = strip_marks(fold(digest.article.text))
    database.execute(
        "insert into digest_text (rowid, title, body) values (?, '', ?)", [chat << 32, words]
    )
    assert "inbox" not in database.table_names()
    connection.close()
    return chat


def test_an_old_file_keeps_its_digests_and_learns_to_hold_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    chat = old_database(path)

    async def go(store: Store) -> tuple[int, int]:
        found = await look(store, "ven bien", chat=chat)
        events = await store.put_events(
            "tg", [NewEvent(key="1", chat="c", raw=b"x")], cursor=None, now=NOW
        )
        return len(found.hits), len(events)

    assert trip(path, go) == (1, 1)


def test_opening_a_new_file_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    schemas = []
    for _ in range(2):
        trip(path, lambda store: store.get_latest(chat=1, limit=1))
        with sqlite3.connect(path) as connection:
            schemas.append(connection.execute("select name, sql from sqlite_master").fetchall())
        connection.close()
    assert schemas[0] == schemas[1]


@pytest.mark.parametrize(
    "name",
    [
        "chat",
        "digest",
        "inbox",
        "outbox",
        "cursor",
        "digest_term",
        "correction",
        "member",
        "account",
    ],
)
def test_the_newest_form_has_the_table(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.db"
    trip(path, lambda store: store.get_latest(chat=1, limit=1))
    connection = sqlite3.connect(path)
    tables = {row[0] for row in connection.execute("select name from sqlite_master")}
    connection.close()
    assert name in tables


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.db"
    trip(path, lambda store: store.get_latest(chat=1, limit=1))
    assert path.stat().st_mode & 0o077 == 0


def test_directives_keep_their_parties() -> None:
    database = Database(sqlite3.connect(":memory:"))
    MIGRATIONS.apply(database, stop_before="0018_parties")
    for number, issuer, addressee in ((1, "bi thu", "so y te"), (2, "bi thu", ""), (3, "", "")):
        row = (number, 0, 9, issuer, addressee, 738000, number, 0)
        database.execute("insert into directive values (?, ?, ?, ?, ?, ?, ?, ?)", row)
    MIGRATIONS.apply(database)
    told = database.execute(
        "select d.id, i.norm, a.norm, due from directive d left join party i on i.id = issuer"
        " left join party a on a.id = addressee order by d.id"
    ).fetchall()
    assert told == [
        (1, "bi thu", "so y te", 738000),
        (2, "bi thu", None, 738000),
        (3, None, None, 738000),
    ]
    seen = database.execute("select norm, seen from party order by norm").fetchall()
    assert seen == [("bi thu", 2), ("so y te", 1)]


def test_a_new_database_is_what_all_the_steps_give() -> None:
    assert NEWEST.read_text(encoding="utf-8") == newest(), "python -m tests.storage.newest"
    made, stepped = open_database(":memory:"), Database(sqlite3.connect(":memory:"))
    MIGRATIONS.apply(stepped)
    forms = "select type, name, tbl_name, sql from sqlite_master order by type, name"
    assert made.execute(forms).fetchall() == stepped.execute(forms).fetchall()
    assert not MIGRATIONS.pending(made)
