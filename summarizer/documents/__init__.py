"""Find the official documents that an article names."""

from __future__ import annotations

import re

from summarizer.documents.front import with_front
from summarizer.documents.heads import Head, find_heads
from summarizer.documents.issuers import fuller
from summarizer.documents.laws import read_laws
from summarizer.documents.mention import Mention
from summarizer.documents.merging import merge
from summarizer.documents.numbered import read_numbered
from summarizer.documents.rows import share
from summarizer.documents.symbols import read_symbols
from summarizer.documents.titled import read_titled
from summarizer.documents.vocabulary import LAWS
from summarizer.language import Doc
from summarizer.model import DocumentRef, Span, Time

_ISSUED = re.compile(r"\bban hành $")

__all__ = ["find_documents"]


def find_documents(doc: Doc, times: tuple[Time, ...]) -> tuple[DocumentRef, ...]:
    """One entry a document, in order of first mention."""
    mentions: list[Mention] = []
    for head in find_heads(doc):
        found = _read(doc, head, mentions[-1] if mentions else None)
        mentions += [with_front(doc, mention) for mention in found[:1]] + found[1:]
    mentions = sorted(mentions + read_symbols(doc, mentions), key=lambda mention: mention.span)
    title = doc.article.title
    return fuller(doc, merge(share(doc, mentions), title.span if title else Span(0, 0)))


def _read(doc: Doc, head: Head, before: Mention | None) -> list[Mention]:
    """The documents that `head` opens; `before` is the one named last."""
    if before and before.type in LAWS and head.start < before.span.end:
        return []  # «Luật sửa đổi, bổ sung một số điều của Luật Nhà ở» is one
    signed = before.details.signed if before else None
    subject = before.details.subject if before else None
    if (
        subject
        and subject.span.start == head.start
        and _ISSUED.search(doc.folded, head.start - 10, head.start)
    ):
        return []  # «Nghị quyết số 71 ban hành Chương trình hành động …»
    return (
        read_numbered(doc, head, signed)
        or (read_laws(doc, head) if head.type in LAWS else [])
        or read_titled(doc, head)
    )
