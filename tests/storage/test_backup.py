"""A copy of the database is whole, whatever happens while it is made; putting it back loses nothing."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.backup import back_up, restore
from storage.errors import (
    BackupError,
    BrokenDatabaseError,
    DatabaseError,
    ForeignFileError,
    InUseError,
    NotWrittenError,
)
from storage.lock import alone
from storage.store import Store
from tests.storage.test_store import ROAD, STUDY, digest_of, look, trip

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def kept(path: Path, *articles: str) -> None:
    """A database with these articles in the chat of Lan."""

    async def go(store: Store) -> None:
        chat = await store.get_chat("tg", "42")
        for article in articles:
            await store.save_digest(digest_of(article), chat=chat, now=NOW)

    trip(path, go)


def found(path: Path, typed: str) -> int:
    async def go(store: Store) -> int:
        return len((await look(store, typed, chat=await store.get_chat("tg", "42"))).hits)

    return trip(path, go)


def test_a_copy_finds_what_the_database_finds_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    copied = back_up(tmp_path / "a.db", tmp_path / "copies" / "b.db", now=NOW)
    assert copied.digests == 1
    assert copied.size == (tmp_path / "copies" / "b.db").stat().st_size
    assert found(tmp_path / "copies" / "b.db", "ven bien") == 1
    assert stat.S_IMODE((tmp_path / "copies" / "b.db").stat().st_mode) == 0o600
    assert {each.suffix for each in (tmp_path / "copies").iterdir()} <= {".db"}


def test_a_later_copy_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    kept(tmp_path / "a.db", STUDY)
    assert back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW).digests == 2


def test_a_copy_that_is_made_while_others_write_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    kept(path, ROAD)
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as writer:
            for number in range(100_000):
                writer.execute(
                    "insert into inbox (channel, key, chat, verdict, received)"
                    " values ('tg', ?, '42', 'member', '')",
                    [number],
                )
                if done.wait(0.0005):
                    return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [back_up(path, tmp_path / f"{number}.db", now=NOW) for number in range(3)]
    finally:
        done.set()
        writer.join()
    assert [copy.digests for copy in copies] == [1] * 3
    with closing(sqlite3.connect(tmp_path / "2.db")) as copy:
        keys = [key for (key,) in copy.execute("select key + 0 from inbox order by id")]
    assert keys == list(range(len(keys)))  # one moment: none is missing before the last


@pytest.mark.parametrize("content", [b"", b"Kinh gui", b"SQLite format 3\0" + bytes(100)])
def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path, content: bytes) -> None:
    kept(tmp_path / "a.db", ROAD)
    other = tmp_path / "bao-cao.docx"
    other.write_bytes(content)
    with pytest.raises(ForeignFileError):
        back_up(tmp_path / "a.db", other, now=NOW)
    with pytest.raises(ForeignFileError):
        restore(other, tmp_path / "a.db", now=NOW)
    assert other.read_bytes() == content
    assert found(tmp_path / "a.db", "ven bien") == 1


def test_the_database_is_no_copy_of_itself(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    with pytest.raises(ForeignFileError):
        back_up(tmp_path / "a.db", tmp_path / "a.db", now=NOW)


def test_where_nothing_is_kept_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    (tmp_path / "b").write_text("")
    with pytest.raises(NotWrittenError):
        back_up(tmp_path / "a.db", tmp_path / "b" / "c.db", now=NOW)
    assert not list(tmp_path.glob("*.new*"))


def test_a_copy_is_put_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    kept(tmp_path / "a.db", STUDY)
    copied, aside = restore(tmp_path / "b.db", tmp_path / "a.db", now=NOW)
    assert copied.digests == 1
    assert aside is not None
    assert (found(tmp_path / "a.db", "quan triet"), found(aside, "quan triet")) == (0, 1)
    assert found(tmp_path / "a.db", "ven bien") == 1
    assert stat.S_IMODE((tmp_path / "a.db").stat().st_mode) == 0o600


def test_who_was_logged_in_when_the_copy_was_made_is_so_no_more(tmp_path: Path) -> None:
    async def log_in(store: Store) -> None:
        await store.accounts.add("lan.nguyen", is_admin=False, by="", now=NOW)
        await store.accounts.put_invitation("lan.nguyen", b"1", expires=NOW + timedelta(days=1))
        await store.accounts.take_invitation(b"1", password="x", session=b"2", now=NOW)  # noqa: S106
        await store.accounts.put_invitation("lan.nguyen", b"3", expires=NOW + timedelta(days=1))

    async def look_in(store: Store) -> list[bool]:
        account = await store.accounts.get("lan.nguyen")
        session = await store.accounts.get_session(b"2")
        return [bool(account), bool(session), bool(await store.accounts.get_invited(b"3", now=NOW))]

    trip(tmp_path / "a.db", log_in)
    assert trip(tmp_path / "a.db", look_in) == [True, True, True]
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    restore(tmp_path / "b.db", tmp_path / "a.db", now=NOW)
    assert trip(tmp_path / "a.db", look_in) == [True, False, False]


def test_the_log_of_a_killed_run_does_not_get_into_the_copy(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    with closing(sqlite3.connect(tmp_path / "a.db")) as running:
        running.execute("pragma wal_autocheckpoint = 0")
        running.execute("insert into chat (channel, key) values ('tg', '77')")
        running.commit()
        for end in ("", "-wal", "-shm"):  # as it lies on the disk after a kill
            shutil.copy(f"{tmp_path}/a.db{end}", f"{tmp_path}/c.db{end}")
    assert (tmp_path / "c.db-wal").stat().st_size > 0
    _, aside = restore(tmp_path / "b.db", tmp_path / "c.db", now=NOW)
    with (
        closing(sqlite3.connect(tmp_path / "c.db")) as there,
        closing(sqlite3.connect(aside)) as old,
    ):  # type: ignore[arg-type]
        query = "select count(*) from chat where key = '77'"
        assert (there.execute(query).fetchone(), old.execute(query).fetchone()) == ((0,), (1,))
        assert there.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_copy_is_put_where_nothing_was(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    assert restore(tmp_path / "b.db", tmp_path / "new" / "c.db", now=NOW)[1] is None
    assert found(tmp_path / "new" / "c.db", "ven bien") == 1


def test_a_broken_copy_is_not_put_back(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD, STUDY)
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    with closing(sqlite3.connect(tmp_path / "b.db")) as copy:
        (page,) = copy.execute("select rootpage from sqlite_master where name = 'term'").fetchone()
    content = bytearray((tmp_path / "b.db").read_bytes())
    content[(page - 1) * 8192 : page * 8192] = bytes(8192)
    (tmp_path / "b.db").write_bytes(content)
    with pytest.raises(BackupError):
        restore(tmp_path / "b.db", tmp_path / "a.db", now=NOW)
    assert found(tmp_path / "a.db", "ven bien") == 1
    with pytest.raises(BrokenDatabaseError):
        back_up(tmp_path / "b.db", tmp_path / "c.db", now=NOW)


def test_nothing_is_put_in_the_place_of_what_a_bot_serves(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ROAD)
    back_up(tmp_path / "a.db", tmp_path / "b.db", now=NOW)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with alone(tmp_path / "a.db"):
            os.write(writing, b"!")
            threading.Event().wait()
    os.read(reading, 1)
    try:
        with pytest.raises(InUseError):
            restore(tmp_path / "b.db", tmp_path / "a.db", now=NOW)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
    restore(tmp_path / "b.db", tmp_path / "a.db", now=NOW)


def test_a_database_whose_log_is_cut_off_opens_with_what_was_whole(tmp_path: Path) -> None:
    """As after a power cut: any length of the write-ahead log may have reached the disk."""
    path = tmp_path / "a.db"
    kept(path, ROAD)

    async def go() -> None:
        async with await Store.open(path) as store:
            chat = await store.get_chat("tg", "42")
            await store.save_digest(digest_of(STUDY), chat=chat, now=NOW)
            for end in ("", "-wal"):
                shutil.copy(f"{path}{end}", f"{tmp_path}/cut.db{end}")

    asyncio.run(go())
    log = (tmp_path / "cut.db-wal").read_bytes()
    whole = (tmp_path / "cut.db").read_bytes()
    chance = random.Random(7)  # noqa: S311 (no secret)
    counts = []
    for length in sorted({0, len(log), *(chance.randrange(len(log)) for _ in range(12))}):
        copy = tmp_path / f"{length}.db"
        copy.write_bytes(whole)
        Path(f"{copy}-wal").write_bytes(log[:length])
        assert found(copy, "ven bien") == 1
        with closing(sqlite3.connect(copy)) as reader:
            assert reader.execute("pragma integrity_check").fetchone() == ("ok",)
            counts.append(reader.execute("select count(*) from digest").fetchone()[0])
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (1, 2)
