"""A register of the documents that digests name and of the directives that they tell."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """What digests say of documents and directives, each beside what was made of it.

    form: a way in which a chat's digests cite a document; the id is that of the chat and a
    number, as for digests; `cited` is its `Citation`, `bucket` and `key` are hashes,
    `document` is the form that stands for all forms of one document. mention: which digests
    cite so. document: how many digests name it, and the last one. directive: the demands of
    a digest, by their place in the article; `due` and what is dropped are as readers have
    corrected it, as days are counted; demands that several articles tell have one `clause`.
    task: what was said of a directive. organ: the chat's own organs. reminder: at which
    minute of the day the chat is reminded, never where `at` is null. reminded: the
    milestones that were, and on which day. The first four are made of the digests anew
    where meta tells of an older form.
    """
    for statement in (
        """create table form (
            id integer primary key,
            bucket integer not null,
            key integer not null,
            document integer not null,
            cited text not null,
            unique (bucket, key)
        ) strict""",
        "create index form_document on form (document)",
        """create table mention (
            form integer not null, id integer not null, primary key (form, id)
        ) strict, without rowid""",
        "create index mention_id on mention (id)",
        """create table document (
            id integer primary key, seen integer not null, last integer not null
        ) strict""",
        "create index document_seen on document (id >> 32, seen, last) where seen > 1",
        """create table directive (
            id integer not null,
            first integer not null,
            last integer not null,
            issuer text not null,
            addressee text not null,
            due integer,
            clause integer not null,
            is_dropped integer not null,
            primary key (id, first, last)
        ) strict, without rowid""",
        "create index directive_clause on directive (clause, id)",
        "create index directive_due on directive (id >> 32, due) where due is not null",
        """create table task (
            chat integer not null,
            clause integer not null,
            followed text,
            follower text,
            done text,
            doer text,
            primary key (chat, clause)
        ) strict, without rowid""",
        """create table organ (
            chat integer not null,
            norm text not null,
            name text not null,
            since text not null,
            primary key (chat, norm)
        ) strict, without rowid""",
        "create table reminder (chat integer primary key, at integer) strict",
        """create table reminded (
            chat integer not null,
            clause integer not null,
            due integer not null,
            milestone integer not null,
            day integer not null,
            primary key (chat, clause, due, milestone)
        ) strict, without rowid""",
        "create index reminded_day on reminded (chat, day)",
        "insert into meta values ('register', 0)",
    ):
        db.execute(statement)
