"""Find the days that an article names."""

from __future__ import annotations

import re
from datetime import date

from summarizer.language import Doc
from summarizer.model import Span, Time

_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")  # 19/5/2022


def find_times(doc: Doc) -> tuple[Time, ...]:
    """Every day or stretch of days named, in order of the text."""
    times = []
    for match in _DAY.finditer(doc.folded):
        day, month, year = (int(part) for part in match.groups())
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        times.append(Time(when, when, None, Span(*match.span())))
    return tuple(times)
