"""Find documents named by their symbol alone: «theo 03/KH-BCA», «NQ 57»."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from summarizer import lexicon
from summarizer.documents.details import read_details
from summarizer.documents.mention import Mention
from summarizer.documents.numbers import read_number
from summarizer.documents.signing import Days
from summarizer.documents.vocabulary import document_types
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import Span

_FULL = re.compile(r"[-/](?P<code>[A-ZĐ][A-ZĐa-z]{1,3})[-/][A-ZĐ]")  # 03/KH-BCA
_SERIAL = re.compile(r"(?<![\w/.,-])(?<!\d\s)\d{1,5}[a-z]?(?:/20\d\d)?$")
_SHORT = re.compile(r"(?P<code>[NQ][QĐ])(?<![\w./-]..)\s?(?=\d\d)")  # NQ 57, NĐ100


def read_symbols(doc: Doc, days: Days, known: list[Mention]) -> list[Mention]:
    """The documents named by symbol outside of the mentions `known` so far."""
    starts = [mention.span.start for mention in known]
    found: list[Mention] = []
    for code, start, serial in _places(doc.text):
        before = bisect_right(starts, start) - 1
        kind = _types_by_code().get(fold(code))
        if kind is None or (before >= 0 and known[before].span.end > start):
            continue
        if number := read_number(doc.text, serial):
            span = Span(start, serial + len(number.text))
            found.append(Mention(kind, span, number, read_details(doc, days, span.end, None)))
    return found


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    """Code of the type, start of the symbol and start of its number."""
    for match in _FULL.finditer(text):
        if serial := _SERIAL.search(text, max(0, match.start() - 12), match.start()):
            yield match["code"], serial.start(), serial.start()
    for match in _SHORT.finditer(text):
        yield match["code"], match.start(), match.end()


@cache
def _types_by_code() -> dict[str, str]:
    """Folded code → type, the commoner of two types first: «qđ» → «Quyết định»."""
    codes: dict[str, str] = {}
    for row in lexicon.rows("document_types"):
        if fold(row["type"]) in document_types():
            for code in lexicon.alternatives(row["abbreviation"]):
                codes.setdefault(fold(code), row["type"])
    return codes
