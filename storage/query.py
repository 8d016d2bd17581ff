"""Read what somebody typed into the search box."""

from __future__ import annotations

import re

from msgspec import Struct

from storage.model import number_norm
from summarizer.folding import fold, strip_marks

_MOST_TERMS = 8
_QUOTED = re.compile(r'"([^"]*)"')
# «01-KL/TW», «01 KL TW», «30/2020/NĐ-CP»: digits and then letters
_NUMBER = re.compile(
    r"\b\d{1,5}[a-z]?(?:\s?[-/.]\s?\d{4})?\s?[-/ ]\s?[a-zđ]{1,8}(?:\s?[-/ ]\s?[a-zđ]{1,8}){0,3}\b"
)
_SYLLABLE = re.compile(r"[^\W_]+")


class Query(Struct, frozen=True):
    """A search: syllables that must all occur, phrases, and a document number.

    All are folded, with their diacritics; `terms` holds the syllables of the phrases too.
    """

    terms: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    number: str | None

    @property
    def is_empty(self) -> bool:
        """Nothing to look for."""
        return not self.terms

    @property
    def bare_terms(self) -> tuple[str, ...]:
        """The syllables without diacritics."""
        return tuple(strip_marks(term) for term in self.terms)


def read_query(typed: str) -> Query:
    """Read a query; whatever is typed is one, at most eight syllables of it count."""
    folded = fold(typed)
    phrases = tuple(
        words for quoted in _QUOTED.findall(folded) if (words := tuple(syllables(quoted)))
    )
    terms = tuple(dict.fromkeys(syllables(folded)))[:_MOST_TERMS]
    number = _NUMBER.search(folded)
    return Query(terms, phrases, number_norm(number[0]) if number else None)


def syllables(folded: str) -> list[str]:
    """The syllables and numbers of a folded text, as index, query and ranking cut it."""
    return _SYLLABLE.findall(folded)
