"""Tell headline, captions and byline of a PDF by how they are set."""

from __future__ import annotations

from summarizer.model import BlockKind
from summarizer.reading.paragraphs import Paragraph
from summarizer.reading.pdf.joining import Stretch, usual_size
from summarizer.reading.pdf.pages import Box

_BIG = 1.15  # times the usual height
_SMALL = 0.95
_NEAR = 4.0  # heights of a line below a picture
_AWAY = 4.0  # heights of a line from the left edge
_LINE = 300  # letters: no caption or headline is longer
_BYLINE = 80


def tell_kinds(stretches: list[Stretch], images: list[list[Box]]) -> list[Paragraph]:
    """The paragraphs with their kinds; `images` are those of each page."""
    if not stretches:
        return []
    usual = usual_size([line for stretch in stretches for line in stretch.lines])
    title = _find_title(stretches, usual)
    paragraphs = []
    for number, stretch in enumerate(stretches):
        kind: BlockKind | None = None
        text = stretch.text
        if number == title:
            kind = "title"
        elif number < title and stretch.size < _SMALL * usual:
            kind = "furniture"  # a running head that has but one page to run on
        elif len(text) < _LINE and stretch.size < _SMALL * usual and _is_under(stretch, images):
            kind = "caption"
        elif number > title >= 0 and len(text) < _LINE and stretch.size > _BIG * usual:
            kind = "heading"
        elif number and len(text) < _BYLINE and _stands_right(stretch):
            kind = "byline"
        paragraphs.append(Paragraph(text, kind))
    return paragraphs


def _find_title(stretches: list[Stretch], usual: float) -> int:
    """The largest letters of the first page, -1 where all are alike."""
    first = [
        number
        for number, stretch in enumerate(stretches)
        if stretch.lines[0].page == stretches[0].lines[0].page and len(stretch.text) < _LINE
    ]
    if not first:
        return -1
    largest = max(first, key=lambda number: (round(stretches[number].size), -number))
    return largest if stretches[largest].size > _BIG * usual else -1


def _is_under(stretch: Stretch, images: list[list[Box]]) -> bool:
    line = stretch.lines[0]
    return any(
        -line.size < image.bottom - line.box.top < _NEAR * line.size
        and image.left < line.box.right
        and line.box.left < image.right
        for image in images[line.page]
    )


def _stands_right(stretch: Stretch) -> bool:
    """Whether its one line ends at the column's right edge and opens far from its left."""
    box, column, size = stretch.lines[0].box, stretch.column, stretch.size
    is_set_right = column.right - box.right < size and box.left - column.left > _AWAY * size
    return len(stretch.lines) == 1 and is_set_right
