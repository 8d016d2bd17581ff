"""Read who issued a document, where the text tells it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec.structs import replace

from summarizer import lexicon
from summarizer.documents.vocabulary import words_for
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import DocumentRef, Quote, Span
from summarizer.phrases import Phrases

Body = Literal["organ", "office"]

_AND = frozenset({"và", "-", "&"})
_LOWER_HEADS = frozenset({"ban", "bộ", "sở", "cục", "hội"})  # «ban Chỉ đạo»
_LONGEST = 20  # words

# «Ủy ban Quốc gia về trẻ em»: its field belongs to the name
_NATIONAL = re.compile(
    r"(?:ủy ban|hội đồng|ban chỉ đạo) (?:quốc gia|trung ương) về [^,.;\n]{2,60}(?=[,.;\n]|$)"
)
_PREMIER = re.compile(r"(?<!phó )\bthủ tướng chính phủ\b")
_OF = re.compile(r"\s?,?\s?của\s")
_BY = re.compile(r"\s?,?\s?(?:do|(?:đã\s|vừa\s|mới\s)?được)\s")
_ISSUES = r"(?:ký\sban\shành|ban\shành|ký|thông\squa|phê\sduyệt)"
_BY_ENDS = re.compile(rf"\s(?:đã\s|vừa\s|mới\s)?{_ISSUES}\b")


def read_issuer(doc: Doc, start: int, limit: int) -> Quote | None:
    """The body or office whose name begins at `start`, at most up to `limit`."""
    if named := _NATIONAL.match(doc.folded, start, limit):
        return Quote(doc.text[start : named.end()], Span(start, named.end()))
    words = doc.words
    first = index = words.index_at(start)
    stop = min(words.index_at(limit), first + _LONGEST)
    while index < stop:
        following = _next(doc, first, index)
        if following == index or following > stop:
            break
        index = following
    if index == first:
        return None
    span = Span(words.starts[first], words.ends[index - 1])
    return Quote(doc.text[span.start : span.end], span)


def read_of(doc: Doc, start: int, limit: int) -> Quote | None:
    """The issuer in «của Bộ Chính trị», read at `start`."""
    match = _OF.match(doc.folded, start, limit)
    return read_issuer(doc, match.end(), limit) if match else None


def read_by(doc: Doc, start: int, limit: int) -> Quote | None:
    """The issuer in «do Bộ Tài chính ban hành», read at `start`."""
    match = _BY.match(doc.folded, start, limit)
    issuer = read_issuer(doc, match.end(), limit) if match else None
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


def _next(doc: Doc, first: int, index: int) -> int:
    """The word after what goes on with the name at word `index`, or `index` at its end."""
    words = doc.words
    word = words.texts[index]
    known = _bodies().at(words, index)
    if known and (index == first or words.texts[index - 1] not in _AND):
        return known[0] if known[1] == "organ" or _is_capital(doc, index) else index
    if index == first:
        return (
            index + 1 if _is_capital(doc, index) and word not in words_for("issuer stop") else index
        )
    if "\n" in doc.text[words.ends[index - 1] : words.starts[index]]:
        return index
    if word in words_for("issuer link"):
        return index + 1
    if _is_capital(doc, index):
        return index if _is_person(doc, first, index) else index + 1
    return _in_unknown(doc, first, index)


def _in_unknown(doc: Doc, first: int, index: int) -> int:
    """Go on with a body that no list knows: «Ban Chỉ huy PCTT và TKCN»."""
    words = doc.words
    word = words.texts[index]
    if _bodies().at(words, first) or word in words_for("issuer stop"):
        return index
    if word == "và" and index + 1 < len(words.texts) and _is_capital(doc, index + 1):
        return index if _bodies().at(words, index + 1) else index + 2
    return index + 1 if word.isalpha() and _is_capital(doc, index - 1) else index


def _is_capital(doc: Doc, index: int) -> bool:
    starts = doc.words.starts
    return index < len(starts) and doc.text[starts[index]].isupper()


def _is_person(doc: Doc, first: int, index: int) -> bool:
    """«Thủ tướng | Nguyễn Xuân Phúc»: a surname after an office, and no place."""
    return (
        doc.words.texts[index] in _surnames()
        and (office := _bodies().at(doc.words, first)) is not None
        and office[1] == "office"
        and _places().at(doc.words, index) is None
    )


@cache
def _bodies() -> Phrases[Body]:
    organs = (
        (name, "organ")
        for row in lexicon.rows("organs")
        for name in (row["organ"], *lexicon.alternatives(row["abbreviations"]))
    )
    offices = (
        (name, "office")
        for row in lexicon.rows("offices")
        for name in (row["office"], *lexicon.alternatives(row["variants"]))
        if "…" not in name
    )
    return Phrases[Body]([*organs, *offices])  # type: ignore[list-item]


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"].lower() for row in lexicon.rows("surnames"))


@cache
def _places() -> Phrases[bool]:
    return Phrases((row["old_name"], True) for row in lexicon.rows("provinces"))
