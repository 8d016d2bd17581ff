"""Read what stands beside a document's number: date, issuer, subject."""

from __future__ import annotations

import re

from summarizer.documents.bodies import is_known_body, read_body
from summarizer.documents.issuers import read_by, read_of
from summarizer.documents.mention import Details, Signed
from summarizer.documents.signing import Days, read_signing
from summarizer.documents.subjects import read_subject, sentence_end
from summarizer.language import Doc

_TERM = re.compile(r"\s?\(?khóa\s(?:[ivx]+|\d+)\)?")  # «khóa XII», «(khóa XI)»
_JOINT = re.compile(r"\s?(?:,|và|,\svà|-)\s")
_THIS = re.compile(r"\s(?:này|ta)(?=\s)")  # «của HĐND tỉnh này về …»


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
            subject = subject or read_subject(doc, _past_partners(doc, end, limit), limit)
        elif subject is None:
            subject = read_subject(doc, end, limit)
        end = max(end, subject.span.end) if subject else end
        if end == passed:
            break
    return Details(end, signed, issuer, subject)


def _past_partners(doc: Doc, start: int, limit: int) -> int:
    """The end of «của Bộ Công an |, Bộ Quốc phòng và Bộ Tư pháp | quy định về …»."""
    end = start
    for _ in range(4):
        joint = _JOINT.match(doc.folded, end, limit)
        partner = joint and is_known_body(doc, joint.end()) and read_body(doc, joint.end(), limit)
        if not partner:
            break
        end = partner.span.end
    this = _THIS.match(doc.folded, end, limit)
    return this.end() if this else end
