"""Read the word lists that the grammar of documents is written in."""

from __future__ import annotations

from functools import cache
from typing import Literal

from summarizer import lexicon
from summarizer.folding import fold

Bare = Literal["any", "upper", "số"]
Use = Literal[
    "actor",
    "branch of law",
    "common in titles",
    "counted",
    "issuer",
    "issuer head",
    "issuer link",
    "issuer stop",
    "no title",
    "several",
    "title end",
    "title end after comma",
]

LAWS = frozenset({"Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh"})


@cache
def document_types() -> dict[str, tuple[str, Bare]]:
    """Folded type words → official form, and the letter case a bare number needs."""
    return {
        fold(row["type"]): (row["type"], row["bare"])  # type: ignore[misc]
        for row in lexicon.rows("document_types")
        if row["bare"] != "–"
    }


def listed_as(kind: str) -> str:
    """The type of the entry: «Thông báo kết luận» is listed as «Thông báo»."""
    return kind.removesuffix(" kết luận").removesuffix(" hành động").removesuffix(" thanh tra")


@cache
def nouns() -> frozenset[str]:
    """The type words that are never verbs: after a comma they name another document."""
    return frozenset(words for words, (_, bare) in document_types().items() if bare == "any") - {
        "pháp lệnh"
    }  # «chương trình xây dựng luật, pháp lệnh»


@cache
def words_for(use: Use) -> frozenset[str]:
    """The words of the list for `use`, folded."""
    return frozenset(
        fold(row["word"]) for row in lexicon.rows("document_words") if row["use"] == use
    )


@cache
def branches_for(use: Use) -> str:
    """The same words as branches of a regex, the longest first."""
    return either(words_for(use))


@cache
def types_branches() -> str:
    """The type words as branches of a regex, the longest first."""
    return either(frozenset(document_types()))


def either(words: frozenset[str]) -> str:
    """`words` as branches of a verbose regex, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.replace(" ", r"\s") for word in ordered)
