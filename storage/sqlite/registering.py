"""Keep the register in step with the digests, and make it anew where it is of an older form."""

from __future__ import annotations

import logging

from sqlite_utils import Database

from storage.model import Correction, Fact
from storage.prepared import Entries, entries_of
from storage.sqlite.corrections import drop_corrections, get_corrections, put_correction
from storage.sqlite.directives import drop_directives, put_directives
from storage.sqlite.mentions import clear_mentions, drop_mentions, put_mentions
from storage.sqlite.sources import get_digest
from summarizer.model import Digest

log = logging.getLogger(__name__)

# What is registered of a digest changes with `summarizer/joining/`: whoever changes that gives
# this a higher number, and the register of every database is made anew.
_VERSION = 2


def put_entries(db: Database, number: int, digest: Digest, entries: Entries) -> None:
    """Register what a digest tells, as readers have corrected it: its `entries`."""
    put_mentions(db, number, entries.citations)
    put_directives(db, number, digest, entries.demands)


def drop_entries(db: Database, number: int) -> None:
    """Take a digest out of the register."""
    drop_mentions(db, number)
    for other in drop_directives(db, number):
        digest = get_digest(db, other)
        entries = entries_of(digest, get_corrections(db, other))
        put_directives(db, other, digest, entries.demands)


def correct(db: Database, number: int, correction: Correction) -> None:
    """Keep a correction, and put it into the register."""
    with db.atomic():
        put_correction(db, number, correction)
        _renew(db, number)


def take_back(db: Database, number: int, fact: Fact | None) -> None:
    """Take back what was said of one line or of all, in the register too."""
    with db.atomic():
        drop_corrections(db, number, fact)
        _renew(db, number)


def renew_register(db: Database) -> None:
    """Make the register anew where it is not of today's form; one transaction."""
    (version,) = db.execute("select value from meta where key = 'register'").fetchone()
    if version == _VERSION:
        return
    with db.atomic():
        clear_mentions(db)  # directives keep what was said of them
        numbers = [number for (number,) in db.execute("select id from digest order by id")]
        for number in numbers:
            _register(db, number)
        db.execute("update meta set value = ? where key = 'register'", [_VERSION])
    if numbers:
        log.info("%d digests registered", len(numbers))


def _renew(db: Database, number: int) -> None:
    if db.execute("select 1 from digest where id = ?", [number]).fetchone():
        drop_mentions(db, number)
        _register(db, number)


def _register(db: Database, number: int) -> None:
    digest = get_digest(db, number)
    put_entries(db, number, digest, entries_of(digest, get_corrections(db, number)))
