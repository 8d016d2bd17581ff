"""Read who issued a document from the words after its name."""

from __future__ import annotations

import re

from msgspec.structs import replace

from summarizer.documents.bodies import is_known_body, read_body
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import DocumentRef, Quote, Span

_PREMIER = re.compile(r"thủ tướng chính phủ\b(?<!phó thủ tướng chính phủ)")
_OF = re.compile(r"\s?,?\s?(?:của\s|(?=hội nghị lần thứ ))")
_BY = re.compile(r"\s?,?\s?(?:do|(?:đã\s|vừa\s|mới\s)?được)\s")
_BY_ENDS = re.compile(
    r"\s(?:đã\s|vừa\s|mới\s)?(?:ký\sban\shành|ban\shành|ký|thông\squa|phê\sduyệt)\b"
)


def read_of(doc: Doc, start: int, limit: int) -> Quote | None:
    """The issuer in «của Bộ Chính trị», read at `start`."""
    match = _OF.match(doc.folded, start, limit)
    issuer = read_body(doc, match.end(), limit) if match else None
    known = issuer and (is_known_body(doc, issuer.span.start) or issuer.text.isupper())
    return issuer if known else None  # «Nghị định 67 của Bình Định»: no place issues one


def read_by(doc: Doc, start: int, limit: int) -> Quote | None:
    """The issuer in «do Bộ Tài chính ban hành», read at `start`."""
    match = _BY.match(doc.folded, start, limit)
    issuer = read_body(doc, match.end(), limit) if match else None
    return issuer if issuer and _BY_ENDS.match(doc.folded, issuer.span.end) else None


def fuller(doc: Doc, documents: tuple[DocumentRef, ...]) -> tuple[DocumentRef, ...]:
    """`documents` with «Thủ tướng Chính phủ» for «Thủ tướng» where the article has both."""
    found = _PREMIER.search(doc.folded)
    if found is None:
        return documents
    premier = Quote(doc.text[found.start() : found.end()], Span(*found.span()))
    return tuple(
        replace(document, issuer=premier)
        if document.issuer and fold(document.issuer.text) == "thủ tướng"
        else document
        for document in documents
    )
