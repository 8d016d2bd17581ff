"""Mark the words that stand around people: offices, titles, verbs, places."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from summarizer import lexicon
from summarizer.phrases import Phrases
from summarizer.words import Words

TITLES = frozenset({"honorific", "rank", "degree", "person"})
VERBS = frozenset({"chair", "direct", "ask", "speak", "attend"})
_TITLE_KINDS = {
    "honorific": "honorific",
    "honorific/pronoun": "honorific",
    "rank_army/police": "rank",
    "rank_army": "rank",
    "rank_navy": "rank",
    "academic": "degree",
    "profession": "degree",
    "honour": "degree",
    "religious": "degree",
    "community": "degree",
    "person": "person",
}


class Mark(Struct, frozen=True, gc=False):
    """A phrase of the word lists among the words `first` … `past`."""

    first: int
    past: int
    kind: str


class Marks(NamedTuple):
    """The marks of a text, by the word they start at and by the word after them."""

    starting: dict[int, Mark]
    ending: dict[int, Mark]


def find_marks(words: Words) -> Marks:
    """Every phrase of the lists, longest first, none inside another."""
    starting: dict[int, Mark] = {}
    ending: dict[int, Mark] = {}
    for first, past, kind in _phrases().find(words):
        mark = Mark(first, past, kind)
        starting[first] = mark
        ending[past] = mark
    return Marks(starting, ending)


@cache
def _phrases() -> Phrases[str]:
    pairs: list[tuple[str, str]] = []
    contexts = [(row["phrase"], row["kind"]) for row in lexicon.rows("person_contexts")]
    pairs += [pair for pair in contexts if pair[1] in {"block", "historic"}]
    for row in lexicon.rows("office_heads"):
        pairs.append((row["head"], "head"))
        if row["deputy"] == "yes":
            pairs.append((f"Phó {row['head']}", "head"))
    pairs += [(row["phrase"], "periphrase") for row in lexicon.rows("periphrases")]
    pairs += [pair for pair in contexts if pair[1] == "plural"]
    for row in lexicon.rows("honorifics"):
        kind = _TITLE_KINDS.get(row["kind"])
        if kind:
            pairs.append((row["form"], kind))
    pairs += [(row["verb"], row["kind"]) for row in lexicon.rows("person_verbs")]
    pairs += [pair for pair in contexts if pair[1] in {"namesake", "field", "word", "place"}]
    pairs += [(row["organ"], "organ") for row in lexicon.rows("organs")]
    for row in lexicon.rows("provinces"):
        pairs += [(row["old_name"], "place"), (row["new_name"], "place")]
    pairs += [(row["country"], "place") for row in lexicon.rows("countries")]
    return Phrases(pairs)
