"""Lines of styled words, wrapped to a width."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from storage.model import Fact

Style = Literal["title", "section", "label", "name", "deadline", "faint", "link", "plain"]
Paint = Callable[[str, Style], str]


class Piece(Struct, frozen=True):
    """Words in one style."""

    text: str
    style: Style = "plain"


class Line(Struct, frozen=True):
    """A paragraph: a label in a column of its own, then words that wrap beside it.

    `fact` is what it tells of a digest, and where that stands in the article.
    """

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    label: Piece = Piece("")
    column: int = 0
    fact: Fact | None = None


def write_lines(lines: tuple[Line, ...], *, width: int, paint: Paint) -> str:
    """The lines as text; `paint` puts the style around words that are already in place."""
    return "".join(row.rstrip() + "\n" for line in lines for row in _rows(line, width, paint))


def printable(text: str) -> str:
    """The text without what a terminal would obey: control marks, direction marks."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " for letter in text)


def width_of(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if _is_wide(letter) else 1 for letter in text
    )


def _rows(line: Line, width: int, paint: Paint) -> list[str]:
    room = max(20, width - line.indent - line.column)
    label = printable(line.label.text)
    gap = " " * max(0, line.column - width_of(label))
    heads = [" " * line.indent + (paint(label, line.label.style) if label else "") + gap]
    rows = _wrap(line.pieces, room)
    heads += [" " * (line.indent + line.column)] * (len(rows) - 1)
    return [
        head + " ".join(paint(piece.text, piece.style) for piece in row)
        for head, row in zip(heads, rows, strict=True)
    ]


def _wrap(pieces: tuple[Piece, ...], room: int) -> list[list[Piece]]:
    """Rows of runs: neighbours of one style are one run."""
    rows: list[list[Piece]] = [[]]
    used = 0
    for piece in pieces:
        for word in printable(piece.text).split():
            size = width_of(word)
            if rows[-1] and used + 1 + size > room:
                rows.append([])
                used = 0
            row = rows[-1]
            used += size + bool(row)
            if row and row[-1].style == piece.style:
                row[-1] = Piece(f"{row[-1].text} {word}", piece.style)
            else:
                row.append(Piece(word, piece.style))
    return rows


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
