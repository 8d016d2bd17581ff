"""Read what stands beside a document's number: date, issuer, subject."""

from __future__ import annotations

import re

from summarizer.documents.issuers import read_by, read_of
from summarizer.documents.mention import Details, Signed
from summarizer.documents.signing import Days, read_signing
from summarizer.documents.subjects import read_subject, sentence_end
from summarizer.language import Doc

_TERM = re.compile(r"\s?\(?khóa\s(?:[ivx]+|\d+)\)?")  # «khóa XII», «(khóa XI)»


def read_details(doc: Doc, days: Days, start: int, before: Signed | None) -> Details:
    """What follows a number that ends at `start`; `before` serves «cùng ngày»."""
    end, limit = start, sentence_end(doc, start)
    signed = issuer = subject = None
    for _ in range(4):
        passed = end
        if term := _TERM.match(doc.folded, end, limit):
            end = term.end()
        if signed is None and subject is None:
            signed, end = read_signing(doc, days, end, before)
        if issuer is None and (issuer := read_of(doc, end, limit) or read_by(doc, end, limit)):
            end = issuer.span.end
        if subject is None and (subject := read_subject(doc, end, limit)):
            end = subject.span.end
        if end == passed:
            break
    return Details(end, signed, issuer, subject)
