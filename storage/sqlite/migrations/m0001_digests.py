"""The first form: digests, what they are found by, an index of words."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Digests of each chat, whole as JSON, beside what they are found by.

    The id is `chat.number << 32 | number in the chat`, so that a chat is a range of ids.
    The index holds folded text without diacritics and no copy of it (contentless):
    matches are looked at again in the digest itself. We cut the words, the tokenizer
    only parts them at blanks (`ascii` takes every other letter as it is).
    """
    for statement in (
        """create table chat (
            number integer primary key,
            channel text not null,
            key text not null,
            unique (channel, key)
        ) strict""",
        """create table digest (
            id integer primary key,
            made text not null,
            title text not null,
            published text,
            message text,
            fingerprint blob not null,
            body blob not null
        ) strict""",
        "create table docnum (norm text, id integer, primary key (norm, id)) without rowid, strict",
        "create table person (norm text, id integer, primary key (norm, id)) without rowid, strict",
        """create virtual table digest_text using fts5 (
            title, body, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
        )""",
        "create index digest_fingerprint on digest (fingerprint)",
    ):
        db.execute(statement)
