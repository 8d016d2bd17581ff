"""Drop what stands at the head or foot of every page: the paper's name, page numbers."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.reading.pdf.pages import Page, Piece

_EDGE = 2  # so many rows at the head and at the foot of a page may be running lines
_NUMBER_LENGTH = 20
_DIGITS = re.compile(r"\d+")
# «3», «- 3 -», «Trang 3/5»
_NUMBER = re.compile(
    r"[-–—|\s]*(?:trang|page)?[:\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)


def without_running_lines(pages: list[Page]) -> list[Page]:
    """The pages without lines that recur, numbers aside, at the edge of every other page."""
    edges = [_edge_rows(page.pieces) for page in pages]
    seen = Counter(words for rows in edges for words in {_alike(row) for row in rows})
    recurring = {words for words, times in seen.items() if times > 1 and times * 2 >= len(pages)}
    kept = []
    for page, rows in zip(pages, edges, strict=True):
        dropped = {
            id(piece)
            for row in rows
            if _alike(row) in recurring or _is_number(row)
            for piece in row
        }
        pieces = [piece for piece in page.pieces if id(piece) not in dropped]
        kept.append(Page(pieces, page.images))
    return kept


def _edge_rows(pieces: list[Piece]) -> list[list[Piece]]:
    """The first and the last rows of a page."""
    rows = rows_of(pieces)
    return rows if len(rows) <= 2 * _EDGE else rows[:_EDGE] + rows[-_EDGE:]


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces side by side, from the top of the page down, each row from the left."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if rows and rows[-1][0].middle - piece.middle < min(piece.size, rows[-1][0].size) / 2:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.box.left) for row in rows]


def _alike(row: list[Piece]) -> str:
    return _DIGITS.sub("0", " ".join(piece.text for piece in row)).casefold()


def _is_number(row: list[Piece]) -> bool:
    words = " ".join(piece.text for piece in row)
    return len(words) < _NUMBER_LENGTH and _NUMBER.fullmatch(words) is not None
