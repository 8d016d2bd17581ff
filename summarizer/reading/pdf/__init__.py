"""Read the paragraphs of a PDF."""

from __future__ import annotations

from summarizer.reading.errors import EmptyTextError, ScannedPdfError
from summarizer.reading.paragraphs import Paragraph
from summarizer.reading.pdf.columns import in_reading_order
from summarizer.reading.pdf.joining import join_lines
from summarizer.reading.pdf.kinds import tell_kinds
from summarizer.reading.pdf.pages import Page, read_pages
from summarizer.reading.pdf.running import without_running_lines

_LETTERS = 50  # a page with fewer is a picture of one


def read_pdf(data: bytes) -> list[Paragraph]:
    """The paragraphs of all pages in reading order, without running heads and page numbers."""
    pages = read_pages(data)
    _require_letters(pages)
    lines = [
        line for page in without_running_lines(pages) for line in in_reading_order(page.pieces)
    ]
    images = [page.images for page in pages]
    return tell_kinds(join_lines(lines), images)


def _require_letters(pages: list[Page]) -> None:
    letters = sum(len(piece.text) for page in pages for piece in page.pieces)
    if letters >= _LETTERS * len(pages):
        return
    if any(page.images for page in pages):
        raise ScannedPdfError
    if not letters:
        raise EmptyTextError
