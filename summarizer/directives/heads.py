"""Read the noun that the name of an actor begins with: «các | bộ», «Sở | Y tế»."""

from __future__ import annotations

from msgspec import Struct

from summarizer.directives.actor_words import actor_at, organ_at, province_at
from summarizer.language import Doc


class Head(Struct, frozen=True):
    """The noun that a name begins with: the word past it, whether a proper name."""

    past: int
    proper: bool


def read_head(doc: Doc, index: int, stop: int) -> Head | None:
    """The quantifiers and the noun at word `index`: «các | bộ», «từng | cấp ủy», «3 | Bộ»."""
    start = index
    if index < stop and doc.words.texts[index].isdigit():
        index += 1
    found = actor_at(doc, index, stop)
    while found and found[1] == "quantifier":
        index = found[0]
        found = actor_at(doc, index, stop)
    organ = organ_at(doc, index, stop)
    if organ and (not found or organ >= found[0]):
        return Head(organ, proper=True)
    head = _noun(doc, found, index, stop, counted=index > start) if found else None
    return head or _place(doc, index, stop)


def _noun(doc: Doc, found: tuple[int, str], index: int, stop: int, *, counted: bool) -> Head | None:
    past, kind = found
    if kind in {"common", "person"}:
        return Head(past, proper=kind == "common" and doc.is_capital(past))
    if kind == "name" and (counted or _is_name(doc, index, past)):
        return Head(past, proper=not counted)
    if kind == "honorific":
        return Head(past + 1, proper=True) if doc.is_capital(past) else read_head(doc, past, stop)
    return None


def _place(doc: Doc, index: int, stop: int) -> Head | None:
    """A province, or letters before a place: «Hải Dương cần …», «LĐLĐ tỉnh Lào Cai …»."""
    if not doc.is_capital(index):
        return None
    past = province_at(doc, index, stop)
    if past is None and doc.text[doc.words.starts[index] : doc.words.ends[index]].isupper():
        unit = actor_at(doc, index + 1, stop)
        past = unit[0] if unit and unit[1] == "common" and doc.is_capital(unit[0]) else None
    return Head(past, proper=True) if past else None


def _is_name(doc: Doc, index: int, past: int) -> bool:
    """Tell whether a noun opens a proper name: «Sở | Y tế», «Tổ | 3», «… | Khu bảo tồn»."""
    if doc.is_capital(past) or (past < len(doc.words.texts) and doc.words.texts[past].isdigit()):
        return True
    return doc.is_capital(index) and index > 0 and doc.words.texts[index - 1].isalpha()
