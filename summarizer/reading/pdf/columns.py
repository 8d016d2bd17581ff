"""Bring the lines of a page into the order in which they are read."""

from __future__ import annotations

from collections import Counter
from statistics import median

from msgspec.structs import replace

from summarizer.reading.pdf.pages import Box, Piece
from summarizer.reading.pdf.running import rows_of

_LINES = 4  # a column has at least so many
_CROSSING = 0.35  # of all pieces at most cross the blank between columns: headline, pictures' words
_INSIDE = 0.15  # of the width: no column is narrower
_CANDIDATES = 50
_PIECES = 4_000  # a page with more is no page of an article
_DEPTH = 3
_SLACK = 2.0  # points


def in_reading_order(pieces: list[Piece], depth: int = _DEPTH) -> list[Piece]:
    """Whole lines, column after column where there are columns."""
    gutter = _find_gutter(pieces) if depth else None
    if gutter is None:
        return [_join(row) for row in rows_of(pieces)]
    ordered: list[Piece] = []
    band: list[Piece] = []
    for row in rows_of(pieces):
        if any(_crosses(piece, gutter) for piece in row):
            ordered += _column_by_column(band, gutter, depth)
            ordered.append(_join(row))
            band = []
        else:
            band += row
    return ordered + _column_by_column(band, gutter, depth)


def _column_by_column(band: list[Piece], gutter: float, depth: int) -> list[Piece]:
    left = [piece for piece in band if piece.box.right <= gutter + _SLACK]
    right = [piece for piece in band if piece.box.right > gutter + _SLACK]
    return in_reading_order(left, depth - 1) + in_reading_order(right, depth - 1)


def _find_gutter(pieces: list[Piece]) -> float | None:
    """Where most lines of a column begin that the fewest lines cross."""
    if not 2 * _LINES <= len(pieces) <= _PIECES:
        return None
    left = min(piece.box.left for piece in pieces)
    whole = max(piece.box.right for piece in pieces) - left
    usual = median(piece.size for piece in pieces)
    body = [piece for piece in pieces if abs(piece.size - usual) < usual / 10]
    starts = Counter(round(piece.box.left / _SLACK) for piece in body)
    best: tuple[int, int, float] | None = None
    for start, times in starts.most_common(_CANDIDATES):
        gutter = (start - 1) * _SLACK
        if not left + whole * _INSIDE < gutter < left + whole * (1 - _INSIDE):
            continue
        crossing = sum(_crosses(piece, gutter) for piece in body)
        if crossing <= len(body) * _CROSSING and _stand_side_by_side(body, gutter):
            best = min(best or (crossing, -times, gutter), (crossing, -times, gutter))
    return best[2] if best else None


def _crosses(piece: Piece, gutter: float) -> bool:
    return piece.box.left < gutter - _SLACK and piece.box.right > gutter + _SLACK


def _stand_side_by_side(pieces: list[Piece], gutter: float) -> bool:
    left = [piece for piece in pieces if piece.box.right <= gutter + _SLACK]
    right = [piece for piece in pieces if piece.box.left >= gutter - _SLACK]
    if not left or not right:
        return False
    low = max(min(piece.middle for piece in side) for side in (left, right))
    high = min(max(piece.middle for piece in side) for side in (left, right))
    heights = [max(p.middle for p in side) - min(p.middle for p in side) for side in (left, right)]
    if high - low < min(heights) / 2:
        return False
    # a column that holds the text's last lines may be short, but it was written last
    is_written_so = max(piece.order for piece in left) < min(piece.order for piece in right)
    return is_written_so or min(_starts(left), _starts(right)) >= _LINES


def _starts(side: list[Piece]) -> int:
    """How many lines of a column begin at one edge."""
    return max(Counter(round(piece.box.left / _SLACK / 2) for piece in side).values())


def _join(row: list[Piece]) -> Piece:
    """One line of what stands side by side."""
    if len(row) == 1:
        return row[0]
    box = Box(
        min(piece.box.left for piece in row),
        min(piece.box.bottom for piece in row),
        max(piece.box.right for piece in row),
        max(piece.box.top for piece in row),
    )
    return replace(row[0], text=" ".join(piece.text for piece in row), box=box)
