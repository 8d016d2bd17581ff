"""Who gives directives and who gets them, each name once."""

from __future__ import annotations

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Directives tell their issuer and addressee by number; null where none is named.

    `seen` counts the places of the directive table that tell a party.
    """
    for statement in (
        """create table party (
            id integer primary key, norm text not null unique, seen integer not null
        ) strict""",
        """insert into party (norm, seen) select norm, count(*) from
            (select issuer norm from directive union all select addressee from directive)
            where norm <> '' group by norm""",
        "alter table directive rename to old_directive",
        "drop index directive_clause",
        "drop index directive_due",
        """create table directive (
            id integer not null,
            first integer not null,
            last integer not null,
            issuer integer,
            addressee integer,
            due integer,
            clause integer not null,
            is_dropped integer not null,
            primary key (id, first, last)
        ) strict, without rowid""",
        """insert into directive select old.id, first, last, i.id, a.id, due, clause, is_dropped
            from old_directive old left join party i on i.norm = issuer
            left join party a on a.norm = addressee""",
        "drop table old_directive",
        "create index directive_clause on directive (clause, id)",
        "create index directive_due on directive (id >> 32, due) where due is not null",
    ):
        db.execute(statement)
