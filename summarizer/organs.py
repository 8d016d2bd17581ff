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
_COMMA = ","
_ENDS = frozenset({",", ";", "va", "cung"})
# who is at the head of an organ: «Giám đốc Sở Tài chính» answers for the whole of it
_HEADS = frozenset(
    f"{before}{head}".strip()
    for before in ("", "cac ", "dong chi ", "cac dong chi ")
    for head in (
        *("", "lanh dao", "nguoi dung dau", "thu truong", "chu tich", "bi thu", "giam doc"),
        *("bo truong", "truong ban", "chanh van phong", "tap the lanh dao", "tap the"),
    )
)


def organ_norm(name: str) -> str:
    """The name in small letters without diacritics, marks and «và», short forms written out.

    >>> organ_norm("Sở GD&ĐT"), organ_norm("sở Giáo dục và Đào tạo")
    ('so giao duc dao tao', 'so giao duc dao tao')
    """
    return " ".join(word for word in organs_norm(name).split() if word != _COMMA)


@lru_cache(maxsize=4096)
def organs_norm(names: str) -> str:
    """The same of several in a row, a comma where one may end and the next begin.

    >>> organs_norm("Sở Tài chính và Sở Xây dựng")
    'so tai chinh , so xay dung'
    """
    words = words_of(strip_marks(fold(names)))
    written: list[str] = []
    index = 0
    while index < len(words.texts):
        end, long = _short_forms().at(words, index) or (index + 1, words.texts[index])
        written.append(long)
        index = end
    parts = (_COMMA if word in _ENDS else word for word in words_of(" ".join(written)).texts)
    return " ".join(word for word in parts if word[0].isalnum() or word == _COMMA)


def is_among(organ: str, organs: str) -> bool:
    """Whether an organ is one of those in a row, itself or by its head; normal forms of both.

    >>> is_among("so tai chinh", "giam doc so tai chinh , so xay dung")
    True
    >>> is_among("uy ban nhan dan tinh", "van phong uy ban nhan dan tinh")
    False
    """
    words = organs.split()
    return any(
        _is_opening(words[:start]) and _ends_there(organ.split(), words[start:])
        for start in range(len(words))
    )


def _is_opening(before: list[str]) -> bool:
    """Whether a name may begin after these words: at the start of a part, or after its head."""
    start = max((at + 1 for at, word in enumerate(before) if word == _COMMA), default=0)
    return " ".join(before[start:]) in _HEADS


def _ends_there(organ: list[str], words: list[str]) -> bool:
    """Whether the words begin with the whole name and no more of a name; commas may part it."""
    index = 0
    for word in organ:
        while index and index < len(words) and words[index] == _COMMA:
            index += 1
        if index >= len(words) or words[index] != word:
            return False
        index += 1
    return index == len(words) or words[index] == _COMMA


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
