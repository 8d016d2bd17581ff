"""Find documents named by their symbol alone: «theo 03/KH-BCA», «NQ 57»."""

from __future__ import annotations

import re
from bisect import bisect_right
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

_SYMBOL = re.compile(
    r"""(?<![\w/.,-]) (?<!\d\s)
    (?: (?P<code>NQ|NĐ|QĐ) \s? (?=\d{2}(?!\d{2,}\s?[%)])) (?![^\s]*[.:])   # NQ 57, NĐ100
      | (?= \d{1,5}[a-z]? (?:/20\d\d)? [-/]
            (?P<inner> [A-ZĐ][A-ZĐa-z]{1,3} ) [-/] [A-ZĐ] )                  # 03/KH-BCA
    )""",
    re.VERBOSE,
)


def read_symbols(doc: Doc, days: Days, known: list[Mention]) -> list[Mention]:
    """The documents named by symbol outside of the mentions `known` so far, in order."""
    starts = [mention.span.start for mention in known]
    found: list[Mention] = []
    for match in _SYMBOL.finditer(doc.text):
        kind = _types_by_code().get(fold(match["code"] or match["inner"]))
        number = read_number(doc.text, match.end())
        if kind is None or number is None:
            continue
        span = Span(match.start(), match.end() + len(number.text))
        before = bisect_right(starts, span.start) - 1
        if before < 0 or known[before].span.end <= span.start:
            found.append(Mention(kind, span, number, read_details(doc, days, span.end, None)))
    return found


@cache
def _types_by_code() -> dict[str, str]:
    """Folded code → type, the commoner of two types first: «qđ» → «Quyết định»."""
    codes: dict[str, str] = {}
    for row in lexicon.rows("document_types"):
        if fold(row["type"]) in document_types():
            for code in lexicon.alternatives(row["abbreviation"]):
                codes.setdefault(fold(code), row["type"])
    return codes
