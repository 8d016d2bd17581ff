"""Hold a query against the fields of many digests at once.

All fields stand in one line of bytes (`storage/letters.py`), one blank between two words and
a stop between two fields. A search of that line is a search of every digest: a few
thousand steps of Python where one field after the other would take a hundred thousand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from storage.letters import STOP, Codes, Letters, are_blank, codes_of
from storage.needles import Spellings

_BETWEEN = f" {STOP} "


class Written:
    """Fields one after the other as code points; `ends` is where the stop behind each one is."""

    def __init__(self, fields: Sequence[str]) -> None:
        """Take the words of each field."""
        codes = codes_of(f" {_BETWEEN.join(fields)} ")
        blank = are_blank(codes)
        kept = np.ones(len(codes), bool)
        kept[1:] = ~(blank[1:] & blank[:-1])  # of several blanks the first
        sizes = np.fromiter((len(field) for field in fields), np.int64, len(fields))
        ends = np.cumsum(sizes + len(_BETWEEN)) - len(_BETWEEN) + 2
        dropped = np.flatnonzero(~kept)
        self.codes = codes[kept]
        self.ends: list[int] = (ends - np.searchsorted(dropped, ends)).tolist()


class Fields:
    """The fields of many digests in one form, with diacritics or without."""

    def __init__(self, written: Written, form: Callable[[Codes], Letters]) -> None:
        """Take the fields as code points, and what turns these into letters."""
        self._line = form(written.codes).tobytes()
        self._ends = written.ends

    def shares(self, needles: Sequence[Spellings]) -> list[float]:
        """Of each field, how many of the needles are in it, from 0 to 1."""
        counts = [0] * len(self._ends)
        for needle in needles:
            for field in self.having(needle):
                counts[field] += 1
        return [count / len(needles) for count in counts] if needles else [0.0] * len(counts)

    def having(self, needle: Iterable[bytes]) -> set[int]:
        """The numbers of the fields that have it, in any of its spellings."""
        line, ends = self._line, self._ends
        found: set[int] = set()
        for spelling in needle:
            place = line.find(spelling)
            while place >= 0:
                field = bisect_right(ends, place)
                found.add(field)
                place = line.find(spelling, ends[field])
        return found
