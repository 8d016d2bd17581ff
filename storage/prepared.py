"""Make ready what is kept of a digest: all that takes a processor's time, in any process.

What is left to whoever writes is the database alone.
"""

from __future__ import annotations

import hashlib
from datetime import date

from msgspec import Struct

from storage.corrected import correct_digest, directive_fact
from storage.model import Correction
from storage.packing import pack_digest
from storage.short_keys import short_key
from storage.terms import is_word, terms_of
from summarizer.folding import fold
from summarizer.joining.citation import Citation, cite_all
from summarizer.joining.clauses import sketch
from summarizer.model import Digest, Directive, Quote, Span
from summarizer.organs import organs_norm
from summarizer.signature import sign

SKETCH_BITS = 32
_HEAD_BITS = 31


class Demand(Struct, frozen=True):
    """A directive as it is registered: normal forms of who gives and gets it, "" for nobody.

    `key` is what it is known by in all articles of a chat, None where nobody is said to
    have given it: its upper bits are issuer, addressee and day as the article has them, its
    lower ones the sketch of its words, so that what may be one stands side by side.
    `is_dropped` where a reader has said that it is none.
    """

    span: Span
    due: date | None
    issuer: str
    addressee: str
    key: int | None
    is_dropped: bool = False


class Entries(Struct, frozen=True):
    """What the register holds of a digest."""

    citations: tuple[Citation, ...]
    demands: tuple[Demand, ...]


class Prepared(Struct, frozen=True):
    """A digest ready to be kept.

    `fingerprint` is that of its words, `signature` that of its body, None for a short one;
    `body` and `source` are digest and text, packed; `terms` what it is found by besides its
    day, in order, and `words` those of them that are single words of the text.
    """

    digest: Digest
    fingerprint: bytes
    signature: bytes | None
    body: bytes
    source: bytes
    terms: tuple[str, ...]
    words: tuple[str, ...]
    entries: Entries


def prepare(digest: Digest, corrections: tuple[Correction, ...] = ()) -> Prepared:
    """The digest ready to be kept, as readers have corrected it."""
    body, source = pack_digest(digest)
    terms = tuple(sorted(terms_of(digest)))
    return Prepared(
        digest=digest,
        fingerprint=_fingerprint(digest),
        signature=sign(digest.article),
        body=body,
        source=source,
        terms=terms,
        words=tuple(filter(is_word, terms)),
        entries=entries_of(digest, corrections),
    )


def entries_of(digest: Digest, corrections: tuple[Correction, ...] = ()) -> Entries:
    """What is registered of a digest, as readers have corrected it."""
    corrected = correct_digest(digest, corrections) if corrections else digest
    shown = {directive_fact(each): each for each in corrected.directives}
    told = {each.span: each for each in digest.directives}.values()
    demands = (_demand(digest, each, shown.get(directive_fact(each))) for each in told)
    return Entries(tuple(dict.fromkeys(cite_all(corrected))), tuple(demands))


def _demand(digest: Digest, directive: Directive, corrected: Directive | None) -> Demand:
    now = corrected or directive
    return Demand(
        span=directive.span,
        due=now.deadline,
        issuer=_norm(now.issuer),
        addressee=_norm(now.addressee),
        key=_key(digest, directive) if directive.issuer else None,
        is_dropped=corrected is None,
    )


def _key(digest: Digest, directive: Directive) -> int:
    parties = (_norm(directive.issuer), _norm(directive.addressee))
    head = short_key(*parties, str(directive.deadline), bits=_HEAD_BITS)
    return head << SKETCH_BITS | sketch(digest.article.quote(directive.span))


def _norm(party: Quote | None) -> str:
    return organs_norm(party.text) if party else ""


def _fingerprint(digest: Digest) -> bytes:
    words = " ".join(fold(digest.article.text).split())
    return hashlib.sha256(words.encode()).digest()
