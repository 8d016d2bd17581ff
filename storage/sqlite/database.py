"""Open the database file and bring it to the newest form."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from storage.errors import DatabaseError
from storage.sqlite.index import renew_index
from storage.sqlite.migrations import MIGRATIONS
from storage.sqlite.registering import renew_register

# what the steps in migrations/ give, for a database that is new
NEWEST = Path(__file__).with_name("newest.sql")

_BUSY_SECONDS = 5.0
# WAL: readers never wait for the writer. FULL: what was acknowledged survives a power cut.
# A save writes some forty pages. What it wrote is copied back every 4,000 (32 MB), not every
# 1,000: so one save in a hundred waits for that, not one in 25. The cache is 32 MB.
_WRITER = """
pragma page_size = 8192;
pragma journal_mode = wal;
pragma synchronous = full;
pragma secure_delete = on;
pragma journal_size_limit = 67108864;
pragma wal_autocheckpoint = 4000;
pragma cache_size = -32768;
"""


def open_database(path: Path | str) -> Database:
    """The writer's connection to `path` (or ":memory:"), migrated; made when absent.

    Raises DatabaseError where the file is no database or lies out of reach.
    """
    try:
        if isinstance(path, Path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # it holds officials' mail: nobody else may read it
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseError(str(path)) from error
    try:
        connection.executescript(_WRITER)
        database = Database(connection)
        if not database.table_names():
            connection.executescript(NEWEST.read_text(encoding="utf-8"))
        MIGRATIONS.apply(database)  # before foreign keys: a table made anew is dropped first
        connection.execute("pragma foreign_keys = on")
        renew_index(database)
        renew_register(database)
        # What undoes a part of a transaction, some forty pages a save, stays in memory: else
        # SQLite makes a file for it each time. Not before: making all anew would fill it.
        connection.execute("pragma temp_store = memory")
    except (sqlite3.Error, OSError) as error:
        connection.close()
        raise DatabaseError(str(path)) from error
    return database


def open_reader(path: Path) -> Database:
    """A connection that only reads the database at `path`, which is open elsewhere."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    return Database(
        sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, check_same_thread=False)
    )
