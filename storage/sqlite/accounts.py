"""Keep who may log in to the chat page of the office, and who is logged in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlite_utils import Database

from storage.sqlite.members import add_member

CHANNEL = "web"  # whose members have accounts
LONGEST = timedelta(days=90)  # that somebody is logged in, whatever the use
_MOST_SESSIONS = 20  # of an account; the one that was used least lately goes


class Account(Struct, frozen=True):
    """Somebody who may log in; `password` is its hash, None until it is set.

    `number` is never given again, unlike the name.
    """

    number: int
    name: str
    is_admin: bool
    password: str | None


class Session(Struct, frozen=True):
    """Somebody who is logged in, since when, and when that was used last."""

    account: Account
    made: datetime
    used: datetime


_SELECT = "select account.number, name, is_admin, password from account"


def add_account(db: Database, name: str, *, is_admin: bool, by: str, now: datetime) -> bool:
    """Let somebody in under a name; False where the name is taken."""
    with db.atomic():
        if get_account(db, name):
            return False
        add_member(db, CHANNEL, name, by=by, now=now)
        db.execute(
            "insert into account (channel, name, is_admin) values (?, ?, ?)",
            [CHANNEL, name, is_admin],
        )
    return True


def get_account(db: Database, name: str) -> Account | None:
    """The account of that name, or None."""
    row = db.execute(f"{_SELECT} where name = ?", [name]).fetchone()
    return _account(row) if row else None


def get_accounts(db: Database) -> tuple[Account, ...]:
    """All accounts, by name."""
    rows = db.execute(f"{_SELECT} order by name").fetchall()
    return tuple(map(_account, rows))


def put_invitation(db: Database, name: str, link: bytes, *, expires: datetime) -> bool:
    """Let a link set the password of an account, and no earlier link; False where there is none."""
    row = db.execute(
        "insert into invitation (hash, account, expires) select ?, number, ? from account"
        " where name = ? on conflict (account) do update"
        " set hash = excluded.hash, expires = excluded.expires returning account",
        [link, _written(expires), name],
    ).fetchone()
    return row is not None


def get_invited(db: Database, link: bytes, *, now: datetime) -> Account | None:
    """The account whose password the link sets; None where it is used up, replaced, expired."""
    row = db.execute(
        f"{_SELECT} join invitation on account = number where hash = ? and expires > ?",
        [link, _written(now)],
    ).fetchone()
    return _account(row) if row else None


def take_invitation(
    db: Database, link: bytes, *, password: str, session: bytes, now: datetime
) -> bool:
    """Use up a link: the password is set and whoever was logged in is so no more.

    False where the link sets no password (any more).
    """
    with db.atomic():
        account = get_invited(db, link, now=now)
        if account is None:
            return False
        db.execute("delete from invitation where hash = ?", [link])
        db.execute("delete from session where account = ?", [account.number])
        db.execute("update account set password = ? where number = ?", [password, account.number])
        return put_session(db, account.number, session, password=password, now=now)


def change_password(db: Database, account: Account, password: str, *, session: bytes) -> bool:
    """Set another password; of the account's sessions this one alone stays, and no link.

    False where the session has ended, or the password is no longer what it was.
    """
    with db.atomic():
        row = db.execute(
            "update account set password = ? where number = ? and password = ? and exists"
            " (select 1 from session where hash = ? and account = number) returning number",
            [password, account.number, account.password, session],
        ).fetchone()
        if row is None:
            return False
        db.execute("delete from session where account = ? and hash <> ?", [account.number, session])
        db.execute("delete from invitation where account = ?", [account.number])
    return True


def put_session(db: Database, number: int, session: bytes, *, password: str, now: datetime) -> bool:
    """Let somebody be logged in; False where account or password are no longer what they were.

    What has ended long ago is forgotten.
    """
    with db.atomic():
        db.execute("delete from session where made < ?", [_written(now - LONGEST)])
        db.execute("delete from invitation where expires < ?", [_written(now)])
        row = db.execute(
            "insert into session (hash, account, made, used) select ?1, number, ?2, ?2"
            " from account where number = ?3 and password = ?4 returning account",
            [session, _written(now), number, password],
        ).fetchone()
        db.execute(
            "delete from session where hash in (select hash from session where account = ?"
            " order by used desc limit -1 offset ?)",
            [number, _MOST_SESSIONS],
        )
    return row is not None


def get_session(db: Database, session: bytes) -> Session | None:
    """Who is logged in by it, or None."""
    row = db.execute(
        "select number, name, is_admin, password, made, used"
        " from account join session on account = number where hash = ?",
        [session],
    ).fetchone()
    if row is None:
        return None
    *account, made, used = row
    return Session(_account(account), datetime.fromisoformat(made), datetime.fromisoformat(used))


def use_session(db: Database, session: bytes, *, now: datetime) -> None:
    """Note that it was used."""
    db.execute("update session set used = ? where hash = ?", [_written(now), session])


def drop_session(db: Database, session: bytes) -> None:
    """Let nobody be logged in by it any more."""
    db.execute("delete from session where hash = ?", [session])


def end_sessions(db: Database) -> None:
    """Let nobody be logged in, nor come in by a link."""
    with db.atomic():
        db.execute("delete from session")
        db.execute("delete from invitation")


def _account(row: Sequence[Any]) -> Account:
    number, name, is_admin, password = row
    return Account(number, name, is_admin=bool(is_admin), password=password)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
