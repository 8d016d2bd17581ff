"""The one thread that writes: what it commits together, and what it does first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.sqlite.database import open_database
from storage.sqlite.writer import Writer
from tests.patience import PATIENCE


@pytest.mark.parametrize(
    ("urgent", "slow", "commits"), [(0, 6, 3), (6, 0, 2), (3, 4, 3), (0, 1, 2)]
)
def test_what_waits_shares_a_commit_the_urgent_first(
    tmp_path: Path, urgent: int, slow: int, commits: int
) -> None:
    statements: list[str] = []
    done: list[str] = []
    free = threading.Event()

    def say(word: str) -> Callable[[Database], None]:
        return lambda _: done.append(word)

    database = open_database(tmp_path / "a.db")
    database.conn.set_trace_callback(statements.append)
    with closing(Writer(database)) as writer:
        begun = threading.Event()

        def wait(_: Database) -> None:
            begun.set()
            free.wait(PATIENCE)

        jobs = [writer.submit(wait)]
        assert begun.wait(PATIENCE)
        jobs += [writer.submit(say("slow")) for _ in range(slow)]
        jobs += [writer.submit(say("urgent"), is_urgent=True) for _ in range(urgent)]
        free.set()
        for job in jobs:
            job.result(PATIENCE)
    assert done == ["urgent"] * urgent + ["slow"] * slow
    assert [statement.lower() for statement in statements].count("commit") == commits


def test_work_that_fails_leaves_no_trace_and_the_others_go_on(tmp_path: Path) -> None:
    def fail(database: Database) -> None:
        database.execute("insert into meta values ('b', 1)")
        raise LookupError("b")

    with closing(Writer(open_database(tmp_path / "a.db"))) as writer:
        one = writer.submit(lambda db: db.execute("insert into meta values ('a', 1)"))
        bad = writer.submit(fail)
        keys = writer.submit(
            lambda db: [key for (key,) in db.execute("select key from meta where key in ('a','b')")]
        )
        one.result(PATIENCE)
        assert isinstance(bad.exception(PATIENCE), LookupError)
        assert keys.result(PATIENCE) == ["a"]
