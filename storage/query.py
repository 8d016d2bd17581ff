"""Read what somebody typed into the search box; whatever it is, it is a query."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import chain

from msgspec import Struct

from storage.filters import KEY, Filter, FilterKind, Group, day_groups, read_filter
from storage.guesses import Guess, guess_numbers
from storage.terms import syllables
from summarizer.folding import fold, strip_marks

MOST_LETTERS = 500  # what is longer is an article, not a question
_MOST_TERMS = 16
_QUOTED = re.compile(r'"([^"]*)(?:"|$)')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


class Query(Struct, frozen=True):
    """A search.

    `runs` are stretches of neighbouring syllables, folded, with their diacritics; those in
    `phrases` were quoted and must stand side by side, the others must only occur. The last
    syllable is the beginning of a word where `is_prefix`. `guesses` are the document
    numbers that some of the words may mean. A digest must have one term of each of the
    `groups`; `people` and `organs` are names that it must tell whole, `numbers` are shown
    where they stand. `unread` are the filters whose value says nothing.
    """

    runs: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    is_prefix: bool = False
    guesses: tuple[Guess, ...] = ()
    groups: tuple[Group, ...] = ()
    people: tuple[tuple[str, ...], ...] = ()
    organs: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[tuple[str, ...], ...] = ()
    page: int = 1
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing to look for."""
        return not self.runs and not self.groups

    @property
    def has_words(self) -> bool:
        """Whether digests must be read to tell which is meant more."""
        return bool(self.runs or self.people or self.organs)

    @property
    def terms(self) -> tuple[str, ...]:
        """All syllables, once each."""
        return tuple(dict.fromkeys(chain(*self.runs)))

    @property
    def is_marked(self) -> bool:
        """Whether somebody took the trouble to type diacritics."""
        return any(strip_marks(term) != term for term in self.terms)


class _Run(Struct, frozen=True):
    words: tuple[str, ...]
    is_quoted: bool
    is_begun: bool = False


def read_query(typed: str, *, today: date) -> Query:
    """The query that `typed` is; the first sixteen syllables of it count."""
    text = unicodedata.normalize("NFC", typed.translate(_QUOTES))[:MOST_LETTERS]
    pieces = list(_pieces(" ".join(text.split()), today))
    runs = _cut([piece for piece in pieces if isinstance(piece, _Run)])
    filters = [piece for piece in pieces if isinstance(piece, Filter)]
    read = [each for each in filters if each.groups is not None]
    return Query(
        runs=tuple(run.words for run in runs),
        phrases=tuple(run.words for run in runs if run.is_quoted),
        is_prefix=bool(runs) and runs[-1].is_begun,
        guesses=guess_numbers([[strip_marks(word) for word in run.words] for run in runs]),
        groups=(*day_groups(read), *(group for each in read for group in each.groups or ())),
        people=tuple(each.name for each in read if each.kind == "person"),
        organs=tuple(each.name for each in read if each.kind == "organ"),
        numbers=tuple(each.name for each in read if each.kind == "number"),
        page=next((each.page for each in read if each.kind == "page"), 1),
        unread=tuple(each.typed for each in filters if each.groups is None),
    )


def _pieces(text: str, today: date) -> Iterator[_Run | Filter]:
    """The query from left to right: quotations, filters, words between them."""
    folded = fold(text)
    bare = strip_marks(folded)
    place = 0
    while place < len(text):
        if quoted := _QUOTED.match(folded, place):
            yield _Run(tuple(syllables(quoted[1])), is_quoted=True)
            place = quoted.end()
        elif key := KEY.match(bare, place):
            kind: FilterKind = key.lastgroup  # type: ignore[assignment]  # the names of KEY
            read = read_filter(kind, text, (key.start(), key.end()), today=today)
            yield read
            place = read.end
        else:
            following = KEY.search(bare, place)
            ends = (folded.find('"', place), following.start() if following else -1)
            end = min((end for end in ends if end >= 0), default=len(text))
            words = folded[place:end]
            is_begun = words.rstrip().endswith("*")
            yield _Run(tuple(syllables(words)), is_quoted=False, is_begun=is_begun)
            place = end


def _cut(runs: list[_Run]) -> list[_Run]:
    """The runs that have words, up to the most that count."""
    kept, room = [], _MOST_TERMS
    for run in runs:
        words = run.words[:room]
        room -= len(words)
        if words:
            kept.append(_Run(words, run.is_quoted, run.is_begun and len(words) == len(run.words)))
    return kept
