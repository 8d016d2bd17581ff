"""Digest one source, ready for the store."""

from __future__ import annotations

from datetime import date

from bot.reading import digest_to_keep
from bot.sources import Source
from storage.prepared import Prepared, prepare


def prepare_to_keep(source: Source, *, received: date) -> Prepared:
    """What is to be kept of a source; raises what `digest_to_keep` raises.

    It stands alone because it loads numpy, which a digest on the command line does without.
    """
    return prepare(digest_to_keep(source, received=received))
