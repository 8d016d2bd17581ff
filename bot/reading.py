"""Digest one source whole."""

from __future__ import annotations

from datetime import date

from bot.sources import Source, open_source
from summarizer.digest import make_digest
from summarizer.language import segment
from summarizer.model import Article, Digest
from summarizer.reading.source import read_source


def digest_source(
    source: Source,
    *,
    published: date | None = None,
    received: date | None = None,
    sentences: int = 3,
) -> Digest:
    """The digest of a file, a page or a pasted text; raises what reading raises."""
    article = read_source(
        source.data, source.name, published=published, received=received, url=source.url
    )
    return make_digest(article, sentences=sentences, settle=segment)


def digest_article(article: Article) -> Digest:
    """The digest of an article that was read before."""
    return make_digest(article, settle=segment)


def digest_named(source: str, *, published: date | None = None) -> Digest:
    """The digest of what the command line names; raises what opening and reading raise."""
    return digest_source(open_source(source), published=published)
