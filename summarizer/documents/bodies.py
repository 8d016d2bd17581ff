"""Read the name of a body or office: «Ban Thường vụ Tỉnh ủy Lạng Sơn», «Bộ trưởng Bộ Y tế»."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from summarizer import lexicon
from summarizer.documents.vocabulary import document_types, words_for
from summarizer.language import Doc
from summarizer.model import Quote, Span
from summarizer.phrases import Phrases

Body = Literal["organ", "office"]

_JOINTS = frozenset({"và", "-", "&"})
_NUMBERED = frozenset({"khu", "khóa", "ương"})  # «Quân khu 4», «Hội nghị Trung ương 6»
_LONGEST = 20  # words
# «Ủy ban Quốc gia về trẻ em»: its field belongs to the name
_NATIONAL = re.compile(
    r"(?:ủy ban|hội đồng|ban chỉ đạo) (?:quốc gia|trung ương) về [^,.;\n]{2,60}(?=[,.;\n]|$)"
    r"|hội nghị (?:lần thứ )?(?:\w+,? (?:của )?)?(?:ban chấp hành trung ương|bchtw)(?: đảng)?"
    r"(?: lần thứ \w+)?,?(?: \(?khóa \w+)?"
)


def read_body(doc: Doc, start: int, limit: int) -> Quote | None:
    """The body or office whose name begins at `start`, at most up to `limit`."""
    if named := _NATIONAL.match(doc.folded, start, limit):
        return Quote(doc.text[start : named.end()], Span(start, named.end()))
    words = doc.words
    first = words.index_at(start)
    stop = min(words.index_at(limit), first + _LONGEST)
    index = _opening(doc, first) if first < stop else first
    while first < index < stop and (following := _next(doc, first, index)) > index:
        index = following
    if not first < index <= stop:
        return None
    span = Span(words.starts[first], words.ends[index - 1])
    if index == first + 1 and not doc.text[span.start : span.end].isupper():
        return None  # «Bộ đã có văn bản»: which one, the word alone does not say
    return Quote(doc.text[span.start : span.end], span)


def is_known_body(doc: Doc, start: int) -> bool:
    """Whether what starts at `start` is a listed body or opens as bodies do."""
    index = doc.words.index_at(start)
    return _bodies().at(doc.words, index) is not None or doc.words.texts[index] in words_for(
        "issuer head"
    )


def _opening(doc: Doc, first: int) -> int:
    """The word after the opening of a name at word `first`, or `first` where none opens."""
    word, capital = doc.words.texts[first], doc.is_capital(first)
    known = _bodies().at(doc.words, first)
    if known and (capital or known[1] == "organ"):
        return known[0]
    if _is_type(doc, first):  # «quy định của | Nghị định số 79»
        return first
    small = word in words_for("issuer head") and doc.is_capital(first + 1)  # «ban Chỉ đạo»
    return first + 1 if (capital or small) and word not in words_for("issuer stop") else first


def _next(doc: Doc, first: int, index: int) -> int:
    """The word after what goes on with the name at word `index`, or `index` at its end."""
    words = doc.words
    word, before = words.texts[index], words.texts[index - 1]
    if word == "về":
        return index
    known = _bodies().at(words, index)
    if known and known[1] == "organ" and before not in _JOINTS:
        return known[0]
    if word in words_for("issuer link") or (word.isdigit() and before in _NUMBERED):
        return index + 1
    if doc.is_capital(index):
        return index if _is_person(doc, first, index) else index + 1
    if word == "." and before == "tp" and _is_place(doc, index + 1):
        return index + 2
    return _in_unknown(doc, first, index)


def _in_unknown(doc: Doc, first: int, index: int) -> int:
    """Go on with a body that no list knows: «Ban Chỉ huy PCTT và TKCN»."""
    word = doc.words.texts[index]
    if _bodies().at(doc.words, first):
        return index
    if word in _JOINTS and doc.is_capital(index + 1):
        other = _bodies().at(doc.words, index + 1) or _is_type(doc, index + 1)
        other = other or doc.words.texts[index + 1] == "ảnh"  # «… TP Hà Nội - Ảnh: LÊ VÂN»
        return index if other else index + 2
    if word == "-" and doc.words.texts[first] in {"bộ", "sở"}:  # «Bộ Giáo dục - đào tạo»
        return min(index + 3, len(doc.words.texts))
    goes_on = word.isalpha() and word not in words_for("issuer stop")
    return index + 1 if goes_on and doc.is_capital(index - 1) else index


def _is_place(doc: Doc, index: int) -> bool:
    """«TP.| HCM», «TP. | Hà Nội», and no new sentence."""
    words = doc.words
    glued = index < len(words.starts) and words.starts[index] == words.ends[index - 1]
    return glued or _places().at(words, index) is not None


def _is_type(doc: Doc, index: int) -> bool:
    texts = doc.words.texts[index : index + 2]
    return texts[0] in document_types() or " ".join(texts) in document_types()


def _is_person(doc: Doc, first: int, index: int) -> bool:
    """«Thủ tướng | Nguyễn Xuân Phúc»: a surname after an office, and no place."""
    return (
        doc.words.texts[index] in _surnames()
        and (office := _bodies().at(doc.words, first)) is not None
        and office[1] == "office"
        and _places().at(doc.words, index) is None
    )


@cache
def _bodies() -> Phrases[Body]:
    organs = (
        name
        for row in lexicon.rows("organs")
        for name in (row["organ"], *lexicon.alternatives(row["abbreviations"]))
    )
    offices = (
        name
        for row in lexicon.rows("offices")
        for name in (row["office"], *lexicon.alternatives(row["variants"]))
        if "…" not in name
    )
    pairs: list[tuple[str, Body]] = [
        (spelt, "organ") for name in organs for spelt in (name, name.replace(" và ", " "))
    ]  # «Bộ Thông tin Truyền thông»
    pairs += [(name, "organ") for name in words_for("issuer")]
    pairs += [(name, "office") for name in offices]
    return Phrases(pairs)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"].lower() for row in lexicon.rows("surnames"))


@cache
def _places() -> Phrases[bool]:
    return Phrases((row["old_name"], True) for row in lexicon.rows("provinces"))
