"""Find the official documents that an article names."""

from __future__ import annotations

from summarizer.documents.heads import find_heads
from summarizer.documents.laws import LAWS, read_law
from summarizer.documents.mention import Mention
from summarizer.documents.merging import merge
from summarizer.documents.numbered import read_numbered
from summarizer.documents.rows import share
from summarizer.documents.titled import read_titled
from summarizer.language import Doc
from summarizer.model import DocumentRef, Time

__all__ = ["find_documents"]


def find_documents(doc: Doc, times: tuple[Time, ...]) -> tuple[DocumentRef, ...]:
    """One entry a document, in order of first mention."""
    mentions: list[Mention] = []
    passed = 0
    for head in find_heads(doc):
        if head.start < passed:
            continue
        before = mentions[-1].details.signed if mentions else None
        found = read_numbered(doc, head, before)
        if not found and head.type in LAWS:
            found = read_law(doc, head)
        found = found or read_titled(doc, head)
        mentions += found
    return merge(share(doc, mentions))
