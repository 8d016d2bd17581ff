"""Find the words that may open a document's name: «Nghị định», «thông báo kết luận»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarizer.documents.vocabulary import Bare, document_types
from summarizer.language import Doc

_OTHER_WORDS = ("pháp ", "kỷ ", "kỉ ", "mệnh ")  # «pháp luật», «kỷ luật», «mệnh lệnh»


class Head(NamedTuple):
    """A type word in the text; `bare` tells which letter case a bare number needs."""

    type: str
    bare: Bare
    start: int
    end: int
    capital: bool


def find_heads(doc: Doc) -> Iterator[Head]:
    """Every type word, longest first, in order of the text."""
    types = document_types()
    text = doc.folded
    for match in _heads().finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text.endswith(_OTHER_WORDS, 0, start)):
            continue
        kind, bare = types[" ".join(match[0].split())]  # a line may break within
        yield Head(kind, bare, start, match.end(), doc.text[start].isupper())


@cache
def _heads() -> re.Pattern[str]:
    """One branch a first syllable: `nghị (?:quyết liên tịch|quyết|định)|…`.

    The pattern begins with plain letters: so the search skips what cannot match.
    """
    branches: dict[str, list[str]] = {}
    for words in sorted(document_types(), key=len, reverse=True):
        first, _, rest = words.partition(" ")
        branches.setdefault(first, []).append(rest)
    joined = (
        first + (r"\s(?:" + "|".join(rests).replace(" ", r"\s") + ")" if rests != [""] else "")
        for first, rests in branches.items()
    )
    return re.compile("(?:" + "|".join(joined) + r")\b")
