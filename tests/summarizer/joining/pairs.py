"""Pairs of citations, and whether they name one document: the tables of `test_compare.py`."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from summarizer.digest import make_digest
from summarizer.joining.citation import Citation, cite_all
from summarizer.joining.compare import Sameness, compare
from summarizer.reading.text import read_text

_HERE = Path(__file__).parent
_HEADLINE = "Tin vắn trong tuần"


class Pair(Struct, frozen=True):
    """Two sentences of news; whether the first documents that they name are one."""

    is_same: bool
    told: tuple[str, str]  # a sentence and its day
    also_told: tuple[str, str]

    @property
    def words(self) -> str:
        """Both, for people."""
        return " / ".join(f"{day} {sentence}" for sentence, day in (self.told, self.also_told))

    @property
    def one(self) -> Citation:
        """How the first sentence cites its document."""
        return cited(*self.told)

    @property
    def other(self) -> Citation:
        """How the second one does."""
        return cited(*self.also_told)

    @property
    def judged(self) -> Sameness:
        """What the program says."""
        return compare(self.one, self.other)


@cache
def pairs(name: str) -> tuple[Pair, ...]:
    """The table `name`.tsv."""
    lines = (_HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader(
        (line for line in lines if not line.startswith("#")), dialect="excel-tab", quoting=3
    )
    return tuple(
        Pair(
            row["verdict"] == "same",
            (row["one"], row["one_day"]),
            (row["other"], row["other_day"]),
        )
        for row in rows
    )


@cache
def cited(sentence: str, day: str) -> Citation:
    """The first document that an article of one sentence cites."""
    published = date.fromisoformat(day)
    article = read_text(f"{_HEADLINE}\n\n{sentence}\n", published=published)
    return cite_all(make_digest(article))[0]
