"""Digest one source and make it ready for the store: a worker process's whole job."""

from __future__ import annotations

from datetime import date

from bot.reading import digest_to_keep
from bot.sources import Source
from storage.prepared import Prepared, prepare


def prepare_to_keep(source: Source, *, received: date) -> Prepared:
    """The digest of what may be kept, ready; raises what `digest_to_keep` raises."""
    return prepare(digest_to_keep(source, received=received))
