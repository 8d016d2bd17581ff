"""Write anew the form that a new database is made in: `python -m tests.storage.newest`."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from storage.sqlite.database import NEWEST
from storage.sqlite.migrations import MIGRATIONS

# tables of SQLite's own, and of an index that makes them itself
_OWN = "name not like 'sqlite\\_%' escape '\\' and name not like 'digest\\_term\\_%' escape '\\'"
_META = "insert into meta values ('{}', {});\n"
_STEP = (
    "insert into _sqlite_migrations (migration_set, name, applied_at)"
    " values ('{}', '{}', datetime('now'));\n"
)


def newest() -> str:
    """What all the steps give, as a script for an empty database."""
    database = Database(sqlite3.connect(":memory:"))
    MIGRATIONS.apply(database)
    made = database.execute(
        f"select sql from sqlite_master where sql is not null and {_OWN} order by rowid"  # noqa: S608 (our names)
    ).fetchall()
    values = database.execute("select key, value from meta order by key").fetchall()
    steps = [step.name for step in MIGRATIONS.applied(database)]
    return "".join(
        [
            "-- made by `python -m tests.storage.newest` of the steps in migrations/\n",
            "begin;\n",
            *(f"{sql};\n" for (sql,) in made),
            *(_META.format(*row) for row in values),
            *(_STEP.format(MIGRATIONS.name, name) for name in steps),
            "commit;\n",
        ]
    )


if __name__ == "__main__":
    NEWEST.write_text(newest(), encoding="utf-8")
