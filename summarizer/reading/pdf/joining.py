"""Join the lines of a PDF into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from msgspec import Struct

from summarizer.reading.pdf.pages import Piece

_SPACED = 1.3  # times the usual pitch: a blank line stands between
_INDENT = 0.6  # of a line's height
_HANGING = 4.0  # no first line is indented so many heights
_FLUSH = 0.1  # of a line's height: set to the edge, which a last line is not
_ALIKE = 12.0  # points between the left edges of columns that are the same
_BIG = 1.12  # times the usual height: a headline, whose lines end where the sense does
_STOP = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_ITEM = re.compile(r"(?:[-–—•*+●▪■]|\(?(?:\d{1,2}|[a-zđ])[.)])\s")


class Column(Struct, frozen=True):
    """The edges that the lines of a column share."""

    left: float
    right: float


class Stretch(Struct, frozen=True):
    """The lines of one paragraph, or a headline's, and the column that they open in."""

    lines: tuple[Piece, ...]
    column: Column

    @property
    def text(self) -> str:
        """The words in one line."""
        text = ""
        for line in self.lines:
            text = _glue(text, line.text)
        return text

    @property
    def size(self) -> float:
        """The height of its letters."""
        return median(line.size for line in self.lines)


class _Measure(Struct, frozen=True):
    """What is usual in the text: height of a line, distance from line to line."""

    size: float
    pitch: float


def join_lines(lines: list[Piece]) -> list[Stretch]:
    """The paragraphs of `lines`, which are in reading order."""
    if not lines:
        return []
    measure = _Measure(usual_size(lines), _usual_pitch(lines))
    columns = _columns(lines, measure)
    starts = [
        number
        for number, line in enumerate(lines)
        if not number
        or not _goes_on(lines[number - 1], line, columns[number - 1 : number + 1], measure)
    ]
    return [
        Stretch(tuple(lines[start:end]), columns[start])
        for start, end in pairwise([*starts, len(lines)])
    ]


def usual_size(lines: list[Piece]) -> float:
    """The height that most letters have."""
    letters: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        letters[size] = letters.get(size, 0) + len(line.text)
    return max(letters, key=lambda size: letters[size])


def _usual_pitch(lines: list[Piece]) -> float:
    steps = [step for step in _steps(lines) if step > 0]
    return median(steps) if steps else 0.0


def _steps(lines: list[Piece]) -> Iterator[float]:
    for upper, lower in pairwise(lines):
        if _is_below(upper, lower):
            yield upper.middle - lower.middle


def _is_below(upper: Piece, lower: Piece) -> bool:
    """Whether a line follows in the same column of the same page."""
    return upper.page == lower.page and lower.middle < upper.middle


def _columns(lines: list[Piece], measure: _Measure) -> list[Column]:
    """The edges of the column that each line stands in: those of its usual letters."""
    columns: list[Column] = []
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not _is_below(lines[number - 1], lines[number]):
            stretch = lines[start:number]
            usual = [line for line in stretch if abs(line.size - measure.size) < 1] or stretch
            lefts = sorted(line.box.left for line in usual)
            rights = sorted(line.box.right for line in usual)
            edges = Column(lefts[len(lefts) // 4], rights[-1 - len(rights) // 10])
            columns += [edges] * (number - start)
            start = number
    # a short column is as wide as its like elsewhere
    widest: dict[int, float] = {}
    for column in columns:
        place = round(column.left / _ALIKE)
        widest[place] = max(widest.get(place, 0.0), column.right)
    return [Column(column.left, widest[round(column.left / _ALIKE)]) for column in columns]


def _goes_on(upper: Piece, lower: Piece, columns: list[Column], measure: _Measure) -> bool:
    """Whether a line goes on with the paragraph; `columns` are theirs."""
    if abs(upper.size - lower.size) > 0.1 * max(upper.size, lower.size):
        return False
    is_below = _is_below(upper, lower)
    if upper.size > _BIG * measure.size:
        return is_below and upper.middle - lower.middle < 2 * upper.size
    if _is_cut(upper.text):
        return True
    is_stopped = _STOP.search(upper.text) is not None
    is_amid = not is_stopped and lower.text[0].islower()  # «Phó Bí thư Đảng / ủy»
    is_item = is_stopped and _ITEM.match(lower.text) is not None
    if is_item or not (is_amid or _is_full(upper, lower, columns[0])):
        return False
    is_indented = lower.box.left - columns[1].left > _INDENT * lower.size
    if not is_below:  # over to the next column or page
        is_flush = columns[0].right - upper.box.right < _FLUSH * upper.size
        return is_amid or (not is_indented and (is_flush or not is_stopped))
    is_centred = _is_centred(upper, columns[0]) and _is_centred(lower, columns[1])
    opens = is_indented and lower.box.left - upper.box.left > _INDENT * lower.size
    is_close = upper.middle - lower.middle < _SPACED * max(measure.pitch, 1.0)
    return is_close and (is_amid or is_centred or not opens)


def _is_full(upper: Piece, lower: Piece, column: Column) -> bool:
    """Whether the next line's first word had no room any more."""
    before, after = upper.box.left - column.left, column.right - upper.box.right
    if before > _HANGING * upper.size and lower.box.left < upper.box.left - _HANGING * upper.size:
        return False  # set at the right, such as a byline
    room = before + after if _is_centred(upper, column) else after
    return room < lower.first + 0.4 * lower.size


def _is_centred(line: Piece, column: Column) -> bool:
    before, after = line.box.left - column.left, column.right - line.box.right
    return before > _INDENT * line.size and abs(before - after) < line.size


def _glue(text: str, line: str) -> str:
    """«QĐ-» and «TTg» belong together; other lines are parted by a blank."""
    if not text:
        return line
    return f"{text}{line}" if _is_cut(text) else f"{text} {line}"


def _is_cut(text: str) -> bool:
    """Whether a line ends amid a word: «15/QĐ-», «01-KL/»."""
    return len(text) > 1 and text[-1] in "-/" and text[-2].isalnum()
