"""Make the digest of an article: the pipeline, one line a step."""

from __future__ import annotations

from summarizer.directives import find_directives
from summarizer.documents import find_documents
from summarizer.events import find_occasion
from summarizer.evidence import Evidence
from summarizer.groups import find_groups
from summarizer.language import parse
from summarizer.model import Article, Digest
from summarizer.parts import find_parts
from summarizer.people import find_cast
from summarizer.rank import rank
from summarizer.times import find_times


def make_digest(article: Article, *, sentences: int = 3) -> Digest:
    """The digest of `article`, with at most `sentences` summary sentences. Pure."""
    doc = parse(article)
    times = find_times(doc)
    documents = find_documents(doc, times)
    cast = find_cast(doc)
    occasion = find_occasion(doc, cast, times, documents)
    evidence = Evidence(cast, times, documents, occasion)
    directives = find_directives(doc, evidence)
    people = find_parts(doc, cast, occasion.event, directives)
    groups = find_groups(doc, cast)
    summary = rank(doc, evidence, directives, limit=sentences)
    return Digest(
        article=article,
        event=occasion.event,
        when=occasion.when,
        where=occasion.where,
        people=people,
        groups=groups,
        documents=documents,
        directives=directives,
        summary=summary,
    )
