"""What one mention of a document says."""

from __future__ import annotations

from msgspec import Struct

from summarizer.model import Quote, Span


class Signed(Struct, frozen=True):
    """When a document was signed: ISO day or bare year, and where the text says so."""

    date: str
    span: Span


class Number(Struct, frozen=True):
    """A document's number as printed, and its parts for comparison.

    «01-KL/TW» has serial «1» and codes {KL, TW}; «30/2020/NĐ-CP» has year «2020».
    """

    text: str
    serial: str
    year: str
    codes: frozenset[str]


class Details(Struct, frozen=True):
    """What stands beside a document's name, and where the reading of it ended."""

    end: int
    signed: Signed | None = None
    issuer: Quote | None = None
    subject: Quote | None = None


class Mention(Struct, frozen=True):
    """A place where a document is named; `span` holds type and number or title."""

    type: str
    span: Span
    number: Number | None
    details: Details
