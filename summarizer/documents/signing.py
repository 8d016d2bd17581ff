"""Read when a document was signed from the words beside its number."""

from __future__ import annotations

import re
from datetime import date

from summarizer.documents.mention import Signed
from summarizer.language import Doc
from summarizer.model import Span

_DAY = r"""
    (?P<day>\d{1,2})
    (?: \s?(?P<mark>[/.-])\s? | \s+tháng\s+ ) (?P<month>\d{1,2})  # 19/5, 19 tháng 5
    (?: (?: \s?(?P=mark)\s? | \s+năm\s+ ) (?P<year>\d{4}) )?      # /2022, năm 2022
    (?![\d/%]|[.,]\d)
"""
_AFTER = re.compile(
    rf"""
    \s? [,(]? \s? (?: (?:được\s|do\s)? (?: ban\shành | ký(?:\sban\shành)? | ra )\s )? (?:vào\s)?
    (?: (?P<same> cùng\sngày (?!\s\d) )                 # cùng ngày
      | (?: ngày\s | (?<=\() | (?<=hành\s) ) {_DAY}      # ngày 18/5/2021, (29/9/2023)
      | năm\s (?P<only>(?:19|20)\d\d) (?!\d)              # năm 2016
      | \((?P<bracket>(?:19|20)\d\d)\)                    # (2013)
    ) \)?
    """,
    re.VERBOSE,
)
_IN_FRONT = re.compile(rf"(?:ngày|sáng|chiều|tối|trưa|đêm|qua|nay)[\s,(]+{_DAY}", re.VERBOSE)


def read_signing(
    doc: Doc, start: int, limit: int, before: Signed | None
) -> tuple[Signed | None, int]:
    """When the document was signed, read at `start` up to `limit`, and where that ends.

    `before` is what «cùng ngày» points at. The end is `start` where no date stands.
    """
    match = _AFTER.match(doc.folded, start, limit)
    if match is None:
        return None, start
    span = Span(match.start() + len(match[0]) - len(match[0].lstrip(" ,(")), match.end())
    year = match["only"] or match["bracket"]
    if year:
        return Signed(year, span), match.end()
    if match["same"]:
        return (Signed(before.date, span) if before else None), match.end()
    day = _iso(match, doc.article.published)
    return (Signed(day, span) if day else None), match.end()


def read_front(doc: Doc, start: int, end: int) -> Signed | None:
    """The day in «Ngày 12/6, Chính phủ đã ban hành»: the first named in `start` … `end`."""
    match = _IN_FRONT.search(doc.folded, start, end)
    day = match and _iso(match, doc.article.published)
    return Signed(day, Span(match.start("day"), match.end())) if match and day else None


def _iso(match: re.Match[str], published: date | None) -> str | None:
    """The day as ISO; without a year the last such day within the year before `published`."""
    day, month = int(match["day"]), int(match["month"])
    if match["year"]:
        return _day(int(match["year"]), month, day)
    if published is None:
        return None
    this_year = _day(published.year, month, day)
    if this_year and this_year <= published.isoformat():
        return this_year
    return _day(published.year - 1, month, day)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
