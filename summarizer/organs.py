"""Write the name of an organ so that its spellings compare: «UBND tỉnh», «Ủy ban Nhân dân tỉnh»."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise

from summarizer import lexicon
from summarizer.folding import fold, strip_marks
from summarizer.phrases import Phrases
from summarizer.words import words_of

_LEAST_SHORT = 3  # letters: «TU», «CP» are too many things
# «UBND quận» is no short form of «UBND huyện», though readers take one for the other
_KINDS = ("UBND ", "Ủy ban nhân dân", "Thuế ")
_UNSAID = frozenset({"va"})


@lru_cache(maxsize=4096)
def organ_norm(name: str) -> str:
    """The name in small letters without diacritics, marks and «và», short forms written out.

    >>> organ_norm("Sở GD&ĐT"), organ_norm("sở Giáo dục và Đào tạo")
    ('so giao duc dao tao', 'so giao duc dao tao')
    """
    words = words_of(strip_marks(fold(name)))
    written: list[str] = []
    index = 0
    while index < len(words.texts):
        end, long = _short_forms().at(words, index) or (index + 1, words.texts[index])
        written.append(long)
        index = end
    said = (word for part in written for word in words_of(part).texts)
    return " ".join(word for word in said if word[0].isalnum() and word not in _UNSAID)


@cache
def _short_forms() -> Phrases[str]:
    """Every short form that stands for one organ alone, or for words within names."""
    organs: defaultdict[str, set[str]] = defaultdict(set)
    for row in lexicon.rows("organs"):
        for short in lexicon.alternatives(row["abbreviations"]):
            if row["level"] != "media" and _is_short(short):
                organs[_bare(short)].add(_bare(row["organ"]))
    whole = {short: next(iter(names)) for short, names in organs.items() if len(names) == 1}
    parts = {row["short"]: row["long"] for row in lexicon.rows("organ_short")}
    return Phrases(whole | parts)


def _is_short(form: str) -> bool:
    """«Bộ TN&MT», «STC»: a form in which capitals stand side by side."""
    has_capitals = any(a.isupper() and (b.isupper() or b == "&") for a, b in pairwise(form))
    return has_capitals and len(form) >= _LEAST_SHORT and not form.startswith(_KINDS)


def _bare(words: str) -> str:
    return strip_marks(fold(words))
