"""The forms the database has had: small numbered steps; a released one never changes."""

from __future__ import annotations

from sqlite_utils.migrations import Migrations

from storage.sqlite.migrations import (
    m0001_digests,
    m0002_mail,
    m0003_people,
    m0004_near,
    m0005_recall,
    m0008_awaited,
    m0009_files,
    m0010_due,
    m0012_briefing,
    m0013_register,
    m0016_unused,
    m0017_accounts,
    m0018_parties,
    m0019_lookups,
    m0020_uses,
)

MIGRATIONS = Migrations("giaoban")

for step in (
    m0001_digests,
    m0002_mail,
    m0003_people,
    m0004_near,
    m0005_recall,
    m0008_awaited,
    m0009_files,
    m0010_due,
    m0012_briefing,
    m0013_register,
    m0016_unused,
    m0017_accounts,
    m0018_parties,
    m0019_lookups,
    m0020_uses,
):
    MIGRATIONS(name=step.__name__.rpartition(".m")[2])(step.apply)
