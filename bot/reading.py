"""Digest one source whole."""

from __future__ import annotations

from datetime import date

from bot.sources import Source, open_source
from summarizer.digest import make_digest
from summarizer.language import segment
from summarizer.model import Article, Digest
from summarizer.reading.aside import read_aside
from summarizer.reading.source import read_source
from summarizer.secrecy import is_marked_secret


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


class SecretTextError(Exception):
    """The text carries a mark of secrecy: it must not be kept."""


def digest_to_keep(
    source: Source, *, published: date | None = None, received: date | None = None
) -> Digest:
    """The digest of what may be kept; raises SecretTextError too."""
    digest = digest_source(source, published=published, received=received)
    words = (source.name, digest.article.text, read_aside(source.data, source.name))
    if any(map(is_marked_secret, words)):
        raise SecretTextError
    return digest


def digest_article(article: Article) -> Digest:
    """The digest of an article that was read before."""
    return make_digest(article, settle=segment)


def digest_named(source: str, *, published: date | None = None) -> Digest:
    """The digest of what the command line names, to be kept; raises what the steps raise."""
    return digest_to_keep(open_source(source), published=published)
