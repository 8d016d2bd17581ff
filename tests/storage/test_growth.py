"""Try that keeping a digest takes no more work in a large database than in a small one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial

import pytest
from sqlite_utils import Database

from storage.model import Origin
from storage.prepared import Prepared, prepare
from storage.sqlite.database import open_database
from storage.sqlite.digests import delete_asked_by, put_digest
from tests.storage.articles import article

NOW = datetime(2022, 5, 20, 7, 0, tzinfo=UTC)
FEW, MANY = 60, 180  # the most that one of a kind is held against is 50
CHAT, OTHER = 7, 8


def told(number: int) -> str:
    return f"Sở Tài chính rà soát {number} dự án, báo cáo kết quả trước ngày 30/6/2022"


@cache
def prepared(number: int, *, is_alike: bool = False) -> Prepared:
    """A digest with a demand of its own, or with the one that all tell that are alike."""
    plan = f"Kế hoạch số {number}-KH/TU về rà soát"
    order = told(1 if is_alike else number)
    return prepare(article(f"Hội nghị thứ {number}", documents=(plan,), orders=(order,)))


@cache
def citing(number: int) -> Prepared:
    """A digest that cites the one resolution that all do, in words of its own."""
    law = f"Nghị quyết số 18-NQ/TW ngày 25/10/2017 về đổi mới {number}"
    return prepare(article(f"Hội nghị thứ {number}", documents=(law,), orders=(told(number),)))


def full_of(count: int, *, chat: int, is_alike: bool = False) -> Database:
    """A database with so many digests, each with a demand by the same to the same."""
    database = open_database(":memory:")
    for number in range(count):
        digest = prepared(number, is_alike=is_alike)
        put_digest(database, digest, chat=chat, now=NOW, origin=Origin(str(number)))
    return database


def steps_of(database: Database, work: Callable[[Database], object]) -> int:
    """How many steps SQLite's machine takes for it, to the nearest ten."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 10

    database.conn.set_progress_handler(count, 10)
    work(database)
    database.conn.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize(("chat", "is_alike"), [(CHAT, False), (CHAT, True), (OTHER, False)])
def test_a_digest_is_kept_in_as_many_steps_among_many(chat: int, *, is_alike: bool) -> None:
    new = prepared(999, is_alike=is_alike)
    few, many = (
        steps_of(database, partial(put_digest, prepared=new, chat=CHAT, now=NOW))
        for database in (
            full_of(FEW, chat=chat, is_alike=is_alike),
            full_of(MANY, chat=chat, is_alike=is_alike),
        )
    )
    assert few > 100
    assert many <= 1.2 * few


def test_what_a_message_asked_for_is_found_in_as_many_steps_among_many() -> None:
    few, many = (
        steps_of(database, partial(delete_asked_by, message="5", chat=CHAT))
        for database in (full_of(FEW, chat=CHAT), full_of(MANY, chat=CHAT))
    )
    assert few > 100
    assert many <= 1.2 * few


def test_a_known_document_cited_anew_is_counted_in_about_as_many_steps_among_many() -> None:
    steps = []
    for count in (45, 135):  # the newest forty ways to cite it are read
        database = open_database(":memory:")
        for number in range(count):
            put_digest(database, citing(number), chat=CHAT, now=NOW)
        assert database.execute("select seen from document").fetchall() == [(count,)]
        steps.append(
            steps_of(database, partial(put_digest, prepared=citing(999), chat=CHAT, now=NOW))
        )
    few, many = steps
    assert few > 100
    assert many <= 1.4 * few  # the ways to cite it are gone through, in an index alone
