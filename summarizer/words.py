"""Cut text into syllables and single marks, and tell where each stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_WORD = re.compile(r"\w+|[^\w\s]")


class Words(NamedTuple):
    """Syllables, numbers and marks of a text: three lists of one length."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def index_at(self, offset: int) -> int:
        """The index of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)


def words_of(text: str) -> Words:
    """Cut `text` (folded or not) into words; blanks are no words."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        texts.append(known.setdefault(word, word))  # one object a word: a third of the time
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Words(texts, starts, ends)
