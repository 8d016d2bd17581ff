"""Read when a document was signed from the days named beside it."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from summarizer.documents.mention import Mention, Signed
from summarizer.language import Doc
from summarizer.model import Span, Time
from summarizer.times import backward

_LEAD = re.compile(
    r"""\s? [,(]? \s? (?: (?:được\s|do\s)? (?: ban\shành | ký(?:\sban\shành)? | ra )\s )?
    (?:vào\s)? (?P<same>cùng\sngày(?!\s\d))?""",
    re.VERBOSE,
)
_BY_WORD = re.compile(r"ngày|năm")  # «… ngày 18/5/2021»
_BY_MARK = re.compile(r"(?:\(|hành )$")  # «(29/9/2023)», «ban hành 3.3.2023»
_BRACKET = re.compile(r"\s?\((?P<year>(?:19|20)\d\d)\)")  # «(2013)»


class Days(Struct, frozen=True):
    """The days that an article names, to be looked up by where they stand."""

    times: tuple[Time, ...]
    starts: tuple[int, ...]

    def at(self, start: int) -> Time | None:
        """The day that starts at `start`."""
        index = bisect_left(self.starts, start)
        return self.times[index] if self.starts[index : index + 1] == (start,) else None

    def without(self, mentions: list[Mention]) -> Days:
        """The days that are not printed beside any of `mentions`."""
        signed = (mention.details.signed for mention in mentions)
        taken = {signing.span.start for signing in signed if signing}
        return days_of(tuple(time for time in self.times if time.span.start not in taken))

    def told(self, start: int, end: int) -> Time | None:
        """The first day within `start` … `end` that sets no limit."""
        for index in range(bisect_left(self.starts, start), len(self.times)):
            time = self.times[index]
            if time.span.end > end:
                return None
            if time.kind == "day" and not time.ahead:
                return time
        return None


def days_of(times: tuple[Time, ...]) -> Days:
    """`times`, which stand in order of the text, made ready for looking up."""
    return Days(times, tuple(time.span.start for time in times))


def read_signing(
    doc: Doc, days: Days, start: int, before: Signed | None
) -> tuple[Signed | None, int]:
    """When the document was signed, read at `start`, and where that ends.

    `before` is what «cùng ngày» points at. The end is `start` where no day stands.
    """
    if bracket := _BRACKET.match(doc.folded, start):
        return Signed(bracket["year"], Span(*bracket.span("year"))), bracket.end()
    lead = _LEAD.match(doc.folded, start)
    if lead is None or "\n" in lead[0]:
        return None, start
    if lead["same"]:
        return (Signed(before.date, Span(*lead.span("same"))) if before else None), lead.end()
    time = days.at(lead.end())
    led = _BY_WORD.match(doc.folded, lead.end()) or _BY_MARK.search(doc.folded, start, lead.end())
    if time is None or not led:
        return None, start
    return signed_at(doc, time), time.span.end + doc.folded.startswith(")", time.span.end)


def signed_at(doc: Doc, time: Time) -> Signed | None:
    """A day as a date of signing: its year printed, or within the year before publication."""
    if time.kind == "year" and time.start:
        return Signed(str(time.start.year), time.span)
    if not time.has_year and doc.article.published:
        time = backward(time, doc.article.published)
    elif not time.has_year:
        return None
    if time.kind != "day" or time.start is None:
        return None
    return Signed(time.start.isoformat(), time.span)
