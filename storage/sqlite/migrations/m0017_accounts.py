"""Who may log in to the chat page of the office, and who is logged in."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """An account belongs to a row of `member` on the channel «web», and goes with it.

    account: `password` is what `bot/web/passwords.py` writes, null until it is set. Numbers
    are not given again: a later account of the same name is another one. invitation: the
    one-time link of an account, session: who is logged in; of both only a hash is kept, and
    they go with the account, whoever removes it.
    """
    for statement in (
        """create table account (
            number integer primary key autoincrement,
            channel text not null default 'web',
            name text not null,
            is_admin integer not null,
            password text,
            unique (channel, name),
            foreign key (channel, name) references member (channel, key) on delete cascade
        ) strict""",
        """create table invitation (
            hash blob primary key,
            account integer not null unique references account (number) on delete cascade,
            expires text not null
        ) strict, without rowid""",
        """create table session (
            hash blob primary key,
            account integer not null references account (number) on delete cascade,
            made text not null,
            used text not null
        ) strict, without rowid""",
        "create index session_account on session (account, used)",
    ):
        db.execute(statement)
