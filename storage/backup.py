"""Copy a database while it is in use, and put a copy in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from sqlite_utils import Database

from storage.errors import (
    BackupError,
    BrokenCopyError,
    BrokenDatabaseError,
    DatabaseError,
    ForeignFileError,
    NotWrittenError,
)
from storage.lock import alone
from storage.model import MomentKind
from storage.sqlite.accounts import end_sessions
from storage.sqlite.database import open_database
from storage.sqlite.state import put_moment

_BUSY_SECONDS = 30.0
_COUNTED = ("digest", "correction", "chat", "member", "inbox", "outbox")
_TRIES = 3
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Copied(Struct, frozen=True):
    """What a copy holds: how many digests, how many bytes."""

    digests: int
    size: int


def back_up(database: Path, copy: Path, *, now: datetime) -> Copied:
    """Copy the database to a file while others write; it gets its name when it is whole.

    An earlier copy of that name is replaced. Raises BackupError; DatabaseError where there
    is no database to copy, or none that is whole. How it went is noted in the database.
    """
    if not _is_ours(database):
        raise DatabaseError(str(database))
    if copy.exists() and (copy.samefile(database) or not _is_ours(copy)):
        raise ForeignFileError(str(copy))
    try:
        copied = _copy(database, copy)
    except (BackupError, DatabaseError):
        _note(database, "failed backup", now)
        raise
    _note(database, "backup", now)
    return copied


def _copy(database: Path, copy: Path) -> Copied:
    for _ in range(_TRIES):
        with _beside(copy) as fresh:
            try:
                before = _count(database)
                _vacuum_into(database, fresh)
                looks = zip(_check(fresh), before, _count(database), strict=True)
            except BrokenCopyError as error:
                raise BrokenDatabaseError(str(database)) from error
            # others write meanwhile: rows may have come or gone between the two looks
            if all(min(pair) <= held <= max(pair) for held, *pair in looks):
                _give_name(fresh, copy)
                return _copied(copy)
    raise BrokenCopyError(str(copy))


def restore(copy: Path, database: Path, *, now: datetime) -> tuple[Copied, Path | None]:
    """Put a copy in the place of the database; what was there is kept under the name given back.

    The copy is brought to the newest form; who was logged in when it was made is so no more,
    and links of its time are void. Raises InUseError where a bot serves the
    database, BackupError where the copy is none or not whole, DatabaseError.
    """
    if not _is_ours(copy):
        raise ForeignFileError(str(copy))
    with alone(database), _beside(database) as fresh:
        _check(copy)
        _vacuum_into(copy, fresh)
        restored = open_database(fresh)
        end_sessions(restored)
        restored.close()
        kept = _put_aside(database, now) if database.exists() else None
        _give_name(fresh, database)
        return _copied(database), kept


def _note(database: Path, kind: MomentKind, now: datetime) -> None:
    """Let the bot know how it went: it tells the admins of a copy that failed or did not come."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(database, timeout=_BUSY_SECONDS)) as db:
        put_moment(Database(db), kind, now)  # where even that fails, the bot has noticed


def _is_ours(path: Path) -> bool:
    """Whether a file is a database of this program."""
    try:
        with closing(_look(path)) as reader:
            reader.execute("select id from digest limit 1")
            return True
    except sqlite3.Error:
        return False


def _vacuum_into(source: Path, target: Path) -> None:
    """A copy of one moment, made in one go; writers are not held up."""
    try:
        with closing(_look(source)) as reader:
            reader.execute("vacuum into ?", [str(target.absolute())])
    except sqlite3.Error as error:
        is_broken = error.sqlite_errorcode in _BROKEN
        kind = BrokenCopyError if is_broken else NotWrittenError
        raise kind(str(target)) from error


def _check(path: Path) -> list[int]:
    """The counts of a file; raises BrokenCopyError where it is not whole."""
    with _reading(path) as reader:
        found = reader.execute("pragma integrity_check(1)").fetchall()
    if found != [("ok",)]:
        raise BrokenCopyError(str(path))
    return _count(path)


def _count(path: Path) -> list[int]:
    """How many rows the tables have that must not lose any; one of an early form lacks some."""
    with _reading(path) as reader:
        there = {name for (name,) in reader.execute("select name from sqlite_master")}
        return [
            reader.execute(f"select count(*) from {name}").fetchone()[0]  # noqa: S608 (our names)
            if name in there
            else 0
            for name in _COUNTED
        ]


def _copied(path: Path) -> Copied:
    return Copied(_count(path)[0], path.stat().st_size)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(_look(path)) as reader:
            yield reader
    except sqlite3.Error as error:
        raise BrokenCopyError(str(path)) from error


def _look(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """An empty file in the same folder that its owner alone may read; gone afterwards."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.touch(mode=0o600)
    except OSError as error:
        raise NotWrittenError(str(path)) from error
    try:
        yield fresh
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(f"{fresh}{end}").unlink(missing_ok=True)


def _give_name(fresh: Path, path: Path) -> None:
    """Let the file be on the disk, then let it have the name: there is never half of it."""
    _sync(fresh, os.O_RDONLY)
    fresh.replace(path)
    _sync(path.parent, os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _put_aside(database: Path, now: datetime) -> Path:
    """Give what is there a second name; its log may not stay, it would be read into the copy."""
    kept = database.with_name(f"{database.name}.{now:%Y%m%d-%H%M%S}")
    with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as whole:
        whole.execute("pragma wal_checkpoint(truncate)")  # where it is broken, it is kept so
    kept.hardlink_to(database)
    for end in ("-wal", "-shm"):
        part = Path(f"{database}{end}")
        if part.exists():
            part.replace(f"{kept}{end}")
    return kept
