"""Digest one source whole, away from the event loop."""

from __future__ import annotations

from datetime import date

from bot.sources import open_source
from summarizer.digest import make_digest
from summarizer.language import segment
from summarizer.model import Digest
from summarizer.reading.source import read_source


def digest_source(data: bytes, name: str, url: str | None, received: date) -> Digest:
    """The digest of a file, a page or a pasted text; raises what reading raises."""
    article = read_source(data, name, received=received, url=url)
    return make_digest(article, settle=segment)


def digest_file(source: str, *, published: date | None = None) -> Digest:
    """The digest of what the command line names; raises what opening and reading raise."""
    return make_digest(read_source(open_source(source), source, published=published))
