"""Let one program at a time serve a database."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import DatabaseError, InUseError


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold the database for oneself while the block runs; raises InUseError, DatabaseError.

    The kernel lets go when the program ends, however it ends; the empty file stays.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        held = path.open("r+b")
    except OSError as error:
        raise DatabaseError(str(database)) from error
    with held:
        try:
            fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # children do not inherit it
        except (BlockingIOError, PermissionError) as error:
            raise InUseError(str(database)) from error
        yield
