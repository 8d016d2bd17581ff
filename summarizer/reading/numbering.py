"""Number the list items of a Word file: the numbers stand in no text there."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

_Element = Any  # of lxml, which ships no types

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")  # «%1.%2.»
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class _Level(Struct, frozen=True):
    """How a level of a list counts: «decimal» from 1 as «%1.»."""

    format: str
    pattern: str
    start: int


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, document: Any) -> None:
        """Read the lists of a python-docx document."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._by_style = _styled_lists(document)
        part = _numbering_of(document)
        if part is not None:
            self._levels = _read_lists(part)

    def label(self, paragraph: _Element, style: str) -> str:
        """What stands before the next list item, such as «2. » or «- »; else nothing."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        name, depth = (
            _place(properties) if properties is not None else self._by_style.get(style, ("", 0))
        )
        levels = self._levels.get(name, {})
        if depth not in levels:
            return ""
        level = levels[depth]
        if level.format == "bullet":
            return "- "
        if level.format == "none":
            return ""
        counts = self._counts.setdefault(name, [0] * _LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        return (
            _PLACE.sub(lambda place: _count(levels, counts, int(place[1]) - 1), level.pattern) + " "
        )


def _numbering_of(document: Any) -> _Element | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            element: _Element | None = getattr(relation.target_part, "element", None)
            return element
    return None


def _read_lists(part: _Element) -> dict[str, dict[int, _Level]]:
    patterns = {
        abstract.get(f"{_W}abstractNumId"): {
            _number(level.get(f"{_W}ilvl")): _read_level(level)
            for level in abstract.iterchildren(f"{_W}lvl")
        }
        for abstract in part.iterchildren(f"{_W}abstractNum")
    }
    lists = {}
    for entry in part.iterchildren(f"{_W}num"):
        abstract = entry.find(f"{_W}abstractNumId")
        if abstract is not None:
            lists[entry.get(f"{_W}numId", "")] = patterns.get(abstract.get(f"{_W}val"), {})
    return lists


def _read_level(level: _Element) -> _Level:
    values = {child.tag: child.get(f"{_W}val", "") for child in level.iterchildren(tag=None)}
    return _Level(
        values.get(f"{_W}numFmt", "decimal"),
        values.get(f"{_W}lvlText", "%1.")[:20],
        _number(values.get(f"{_W}start", "1")),
    )


def _styled_lists(document: Any) -> dict[str, tuple[str, int]]:
    """List and level by the id of the style that sets them."""
    found = {}
    for style in document.styles.element.iterchildren(f"{_W}style"):
        properties = style.find(f"{_W}pPr/{_W}numPr")
        if properties is not None:
            found[style.get(f"{_W}styleId", "")] = _place(properties)
    return found


def _place(properties: _Element) -> tuple[str, int]:
    number = properties.find(f"{_W}numId")
    level = properties.find(f"{_W}ilvl")
    depth = 0 if level is None else _number(level.get(f"{_W}val"))
    return ("" if number is None else number.get(f"{_W}val", ""), min(depth, _LEVELS - 1))


def _number(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 7 else 0


def _count(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
    count = max(counts[depth], 1)
    name = levels[depth].format if depth in levels else "decimal"
    if name in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26)
    elif name in {"lowerRoman", "upperRoman"}:
        letters = _roman(count)
    else:
        return str(count)
    return letters.upper() if name.startswith("upper") else letters


def _roman(count: int) -> str:
    letters = "x" * (count // 100 * 10)
    count %= 100
    for value, letter in _ROMAN:
        letters += letter * (count // value)
        count %= value
    return letters
