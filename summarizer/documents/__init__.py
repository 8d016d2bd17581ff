"""Find the official documents that an article names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from summarizer.documents.front import told_of_type, with_front
from summarizer.documents.heads import Head, find_heads
from summarizer.documents.issuers import fuller
from summarizer.documents.laws import read_constitution, read_laws
from summarizer.documents.mention import Mention
from summarizer.documents.merging import merge
from summarizer.documents.numbered import read_numbered
from summarizer.documents.rows import share
from summarizer.documents.shortened import read_shortened
from summarizer.documents.signing import Days, days_of
from summarizer.documents.symbols import read_symbols
from summarizer.documents.teasers import number_teasers
from summarizer.documents.titled import read_titled
from summarizer.documents.vocabulary import LAWS
from summarizer.language import Doc
from summarizer.model import DocumentRef, Span, Time

_ISSUED = re.compile(r"\bban hành $")

__all__ = ["find_documents"]


def find_documents(doc: Doc, times: tuple[Time, ...]) -> tuple[DocumentRef, ...]:
    """One entry a document, in order of first mention."""
    days = days_of(times)
    mentions: list[Mention] = []
    for head in find_heads(doc):
        mentions += _read(doc, days, head, mentions[-1] if mentions else None)
    mentions += read_symbols(doc, days, mentions) + read_shortened(doc, mentions)
    mentions = sorted(_told(doc, mentions), key=lambda mention: mention.span)
    free = days.without(mentions)
    told = [with_front(doc, free, mention) for mention in mentions]
    told = number_teasers(doc, told)
    title = doc.article.title
    documents = merge(share(doc, told), title.span if title else Span(0, 0))
    return fuller(doc, tuple(_issued(doc, documents)))


def _issued(doc: Doc, documents: tuple[DocumentRef, ...]) -> Iterator[DocumentRef]:
    """`documents` with the issuers told of «Nghị quyết» where only one is named."""
    count = Counter(document.type for document in documents)
    for document in documents:
        if document.issuer or document.type in LAWS or count[document.type] > 1:
            yield document
        else:
            yield replace(document, issuer=told_of_type(doc, document.type))


def _told(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """The mentions within the news itself, none of menus and related news."""
    furniture = [block.span for block in doc.article.blocks if block.kind == "furniture"]
    if not furniture:
        return mentions
    starts = [span.start for span in furniture]

    def is_told(mention: Mention) -> bool:
        index = bisect_right(starts, mention.span.start) - 1
        return index < 0 or furniture[index].end <= mention.span.start

    return [mention for mention in mentions if is_told(mention)]


def _read(doc: Doc, days: Days, head: Head, before: Mention | None) -> list[Mention]:
    """The documents that `head` opens; `before` is the one named last."""
    if before and head.start < before.span.end and (before.type in LAWS or before.number):
        return []  # «Luật sửa đổi, bổ sung một số điều của Luật Nhà ở» is one
    found = read_numbered(doc, days, head, before.details.signed if before else None)
    if not found and head.type in LAWS:
        found = read_constitution(doc, head) or read_laws(doc, days, head)
    if not found and not (before and _is_part(doc, head, before)):
        found = read_titled(doc, head)
    return found


def _is_part(doc: Doc, head: Head, before: Mention) -> bool:
    """«Nghị quyết số 71 ban hành | Chương trình hành động …»: a title within a title."""
    subject = before.details.subject
    if before.number is None or subject is None:
        return False
    if not subject.span.start <= head.start < subject.span.end:
        return False
    issued = _ISSUED.search(doc.folded, max(0, head.start - 10), head.start)
    return head.start == subject.span.start or issued is not None or head.type == "Kế hoạch"
