"""Digest the bytes of one source; runs in a worker process."""

from __future__ import annotations

from datetime import date

from summarizer.digest import make_digest
from summarizer.model import Digest
from summarizer.reading.source import read_source


def digest_source(data: bytes, name: str, url: str | None, received: date) -> Digest:
    """The digest of a file, a page or a pasted text; raises what reading raises."""
    article = read_source(data, name, received=received, url=url)
    return make_digest(article)
