-- made by `python -m tests.storage.newest` of the steps in migrations/
begin;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE chat (
            number integer primary key,
            channel text not null,
            key text not null, newest integer not null default 0,
            unique (channel, key)
        ) strict;
CREATE TABLE inbox (
            id integer primary key,
            channel text not null,
            key text not null,
            chat text not null,
            raw blob,
            verdict text not null,
            tries integer not null default 0,
            received text not null,
            finished text,
            failure text, sender text not null default '', message text, is_group integer not null default 0, is_fleeting integer not null default 0,
            unique (channel, key)
        ) strict;
CREATE INDEX inbox_open on inbox (id) where finished is null;
CREATE TABLE outbox (
            event integer not null references inbox (id) on delete cascade,
            part integer not null,
            body blob,
            handle text,
            sent text,
            tries integer not null default 0, chat text, is_file integer not null default 0, heading blob,
            primary key (event, part)
        ) strict, without rowid;
CREATE TABLE cursor (channel text primary key, value text not null) strict, without rowid;
CREATE TABLE link (
            chat integer not null,
            key text not null,
            id integer not null references digest (id) on delete cascade,
            primary key (chat, key)
        ) strict, without rowid;
CREATE INDEX link_digest on link (id);
CREATE TABLE correction (
            id integer not null references digest (id) on delete cascade,
            kind text not null,
            fact text not null,
            first integer not null,
            last integer not null,
            value text,
            sender text not null,
            made text not null,
            primary key (id, fact, first, last, kind)
        ) strict, without rowid;
CREATE TABLE member (
            channel text not null,
            key text not null,
            added_by text not null,
            added text not null,
            primary key (channel, key)
        ) strict, without rowid;
CREATE TABLE stranger (
            channel text not null,
            key text not null,
            asked text not null,
            is_refused integer not null default 0,
            primary key (channel, key)
        ) strict, without rowid;
CREATE TABLE use (channel text not null, sender text not null, at text not null, message text) strict;
CREATE INDEX use_sender on use (channel, sender, at);
CREATE TABLE near (
            id integer primary key references digest (id) on delete cascade,
            made integer not null,
            signature blob not null
        ) strict;
CREATE TABLE "digest" (
            id integer primary key,
            day integer not null,
            made text not null,
            message text,
            fingerprint blob not null,
            body blob not null,
            source blob not null
        ) strict;
CREATE VIRTUAL TABLE digest_term using fts5 (
            terms, content = '', detail = none, columnsize = 0, tokenize = "ascii tokenchars ':_&'"
        );
CREATE TABLE term (
            term text primary key, seen integer not null
        ) strict, without rowid;
CREATE TABLE meta (key text primary key, value integer not null) strict, without rowid;
CREATE TABLE asked (
            id integer primary key,
            chat integer not null,
            query text not null,
            used text not null,
            unique (chat, query)
        ) strict;
CREATE TABLE office (
            chat integer primary key, office integer not null
        ) strict;
CREATE INDEX digest_fingerprint on digest (fingerprint);
CREATE INDEX digest_made on digest (id >> 32, made);
CREATE TABLE awaited (
            channel text not null,
            chat text not null,
            sender text not null,
            command text not null,
            since text not null,
            message text,
            primary key (channel, chat, sender)
        ) strict, without rowid;
CREATE TABLE schedule (
            chat integer primary key,
            at text not null,
            is_working integer not null,
            sent text not null,
            paused text
        ) strict;
CREATE TABLE form (
            id integer primary key,
            bucket integer not null,
            key integer not null,
            document integer not null,
            cited text not null,
            unique (bucket, key)
        ) strict;
CREATE INDEX form_document on form (document);
CREATE TABLE mention (
            form integer not null, id integer not null, primary key (form, id)
        ) strict, without rowid;
CREATE INDEX mention_id on mention (id);
CREATE TABLE document (
            id integer primary key, seen integer not null, last integer not null
        ) strict;
CREATE INDEX document_seen on document (id >> 32, seen, last) where seen > 1;
CREATE TABLE task (
            chat integer not null,
            clause integer not null,
            followed text,
            follower text,
            done text,
            doer text,
            primary key (chat, clause)
        ) strict, without rowid;
CREATE TABLE organ (
            chat integer not null,
            norm text not null,
            name text not null,
            since text not null,
            primary key (chat, norm)
        ) strict, without rowid;
CREATE TABLE reminder (chat integer primary key, at integer) strict;
CREATE TABLE reminded (
            chat integer not null,
            clause integer not null,
            due integer not null,
            milestone integer not null,
            day integer not null,
            primary key (chat, clause, due, milestone)
        ) strict, without rowid;
CREATE INDEX reminded_day on reminded (chat, day);
CREATE TABLE account (
            number integer primary key autoincrement,
            channel text not null default 'web',
            name text not null,
            is_admin integer not null,
            password text,
            unique (channel, name),
            foreign key (channel, name) references member (channel, key) on delete cascade
        ) strict;
CREATE TABLE invitation (
            hash blob primary key,
            account integer not null unique references account (number) on delete cascade,
            expires text not null
        ) strict, without rowid;
CREATE TABLE session (
            hash blob primary key,
            account integer not null references account (number) on delete cascade,
            made text not null,
            used text not null
        ) strict, without rowid;
CREATE INDEX session_account on session (account, used);
CREATE TABLE party (
            id integer primary key, norm text not null unique, seen integer not null
        ) strict;
CREATE TABLE directive (
            id integer not null,
            first integer not null,
            last integer not null,
            issuer integer,
            addressee integer,
            due integer,
            clause integer not null,
            is_dropped integer not null,
            primary key (id, first, last)
        ) strict, without rowid;
CREATE INDEX directive_clause on directive (clause, id);
CREATE INDEX directive_due on directive (id >> 32, due) where due is not null;
CREATE INDEX directive_head on directive (clause >> 32, id);
CREATE INDEX digest_message on digest (message) where message is not null;
insert into meta values ('index', 0);
insert into meta values ('register', 0);
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0001_digests', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0002_mail', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0003_people', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0004_near', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0005_recall', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0008_awaited', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0009_files', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0010_due', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0012_briefing', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0013_register', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0016_unused', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0017_accounts', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0018_parties', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0019_lookups', datetime('now'));
insert into _sqlite_migrations (migration_set, name, applied_at) values ('giaoban', '0020_uses', datetime('now'));
commit;
