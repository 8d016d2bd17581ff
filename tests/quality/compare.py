"""Compare words of a digest with words of the gold, blind to case, tone placement, blanks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

from summarizer.folding import fold as fold_letters

Json = dict[str, Any]
Pair = tuple[int, int]
T = TypeVar("T")

_WORD = re.compile(r"\w+")
_BLANKS_AT_MARK = re.compile(r"\s*([-/])\s*")
_NUMBER_WORD = re.compile(r"^(\D+?) số ")


def fold(text: str | None) -> str:
    """The text in one spelling, blanks single."""
    return " ".join(fold_letters(unicodedata.normalize("NFC", text or "")).split())


def words_of(text: str | None) -> list[str]:
    """The words of the folded text."""
    return _WORD.findall(fold(text))


def token_f1(ours: str | None, theirs: str | None) -> float:
    """How many words two texts share, 0 to 1."""
    left, right = Counter(words_of(ours)), Counter(words_of(theirs))
    if not left and not right:
        return 1.0
    return 2 * (left & right).total() / (left.total() + right.total())


def alike(gold: str | None, found: str | None, floor: float) -> bool:
    """Both missing, or both given and equal or close."""
    if not gold or not found:
        return not gold and not found
    return fold(gold) == fold(found) or token_f1(gold, found) >= floor


def contained(ours: str | None, theirs: str | None) -> bool:
    """Whether one list of words stands as a whole inside the other."""
    short, long = sorted((words_of(ours), words_of(theirs)), key=len)
    starts = range(len(long) - len(short) + 1)
    return bool(short) and any(long[at : at + len(short)] == short for at in starts)


def number_key(number: str) -> str:
    """«Số 01 – KL/TW» → «01-kl/tw»."""
    return re.sub(r"\s+", "", fold(number)).removeprefix("số")


def document_key(document: Json) -> str:
    """What tells a document from the others of its article."""
    number = document["number"]
    return f"{fold(document['type'])} {number_key(number) if number else fold(document['subject'])}"


def reference_key(key: str) -> str:
    """A document as a directive names it: «Kết luận số 01 - KL/TW» → «kết luận 01-kl/tw»."""
    return _BLANKS_AT_MARK.sub(r"\1", _NUMBER_WORD.sub(r"\1 ", fold(key)))


def pair_up(golds: list[T], found: list[T], score: Callable[[T, T], float]) -> list[Pair]:
    """One-to-one pairs (index in gold, index in found), the best score first; 0 never pairs."""
    scored = sorted(
        (
            (score(gold, item), -left, -right)
            for left, gold in enumerate(golds)
            for right, item in enumerate(found)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, left, right in scored:
        if value > 0 and -left not in pairs and -right not in pairs.values():
            pairs[-left] = -right
    return sorted(pairs.items())
