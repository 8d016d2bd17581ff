"""Keep the register in step with the digests, and make it anew where it is of an older form."""

from __future__ import annotations

import logging

from sqlite_utils import Database

from storage.corrected import correct_digest
from storage.model import Correction, Fact
from storage.sqlite.corrections import drop_corrections, get_corrections, put_correction
from storage.sqlite.directives import drop_directives, put_directives
from storage.sqlite.mentions import clear_mentions, drop_mentions, put_mentions
from storage.sqlite.sources import get_digest
from summarizer.model import Digest

log = logging.getLogger(__name__)

# What is registered of a digest changes with `summarizer/joining/`: whoever changes that gives
# this a higher number, and the register of every database is made anew.
_VERSION = 1


def put_entries(db: Database, number: int, digest: Digest) -> None:
    """Register what a digest tells, as readers have corrected it."""
    corrections = get_corrections(db, number)
    put_mentions(db, number, correct_digest(digest, corrections))
    put_directives(db, number, digest, corrections)


def drop_entries(db: Database, number: int) -> None:
    """Take a digest out of the register."""
    drop_mentions(db, number)
    for other in drop_directives(db, number):
        put_directives(db, other, get_digest(db, other), get_corrections(db, other))


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
            put_entries(db, number, get_digest(db, number))
        db.execute("update meta set value = ? where key = 'register'", [_VERSION])
    if numbers:
        log.info("%d digests registered", len(numbers))


def _renew(db: Database, number: int) -> None:
    if db.execute("select 1 from digest where id = ?", [number]).fetchone():
        drop_mentions(db, number)
        put_entries(db, number, get_digest(db, number))
