"""Make the digest of an article: the pipeline, one line a step."""

from __future__ import annotations

from summarizer.directives import find_directives
from summarizer.documents import find_documents
from summarizer.events import find_occasion
from summarizer.evidence import Evidence
from summarizer.groups import find_groups
from summarizer.language import Doc, parse
from summarizer.model import Article, Digest, Directive
from summarizer.parts import find_parts
from summarizer.people import Settle, find_cast
from summarizer.rank import rank
from summarizer.times import find_times


def make_digest(article: Article, *, sentences: int = 3, settle: Settle | None = None) -> Digest:
    """The digest of `article`, with at most `sentences` summary sentences. Pure.

    `settle` (`language.segment`) is asked where the rules leave the start of a name open.
    """
    doc, evidence, directives = find_facts(article, settle)
    event = evidence.occasion.event
    return Digest(
        article=article,
        event=event,
        when=evidence.occasion.when,
        where=evidence.occasion.where,
        people=find_parts(doc, evidence.cast, event, directives),
        groups=find_groups(doc, evidence.cast),
        documents=evidence.documents,
        directives=directives,
        summary=rank(doc, evidence, directives, limit=sentences),
    )


def find_facts(
    article: Article, settle: Settle | None = None
) -> tuple[Doc, Evidence, tuple[Directive, ...]]:
    """What the article tells: its sentences, the facts found in them, what is demanded."""
    doc = parse(article)
    times = find_times(doc)
    documents = find_documents(doc, times)
    cast = find_cast(doc, settle)
    occasion = find_occasion(doc, times)
    evidence = Evidence(cast, times, documents, occasion)
    return doc, evidence, find_directives(doc, evidence)
