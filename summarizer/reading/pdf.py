"""Read the paragraphs of a PDF."""

from __future__ import annotations

from summarizer.reading.errors import UnknownFormatError
from summarizer.reading.paragraphs import Paragraph


def read_pdf(data: bytes) -> list[Paragraph]:
    """The paragraphs of all pages, in reading order."""
    raise UnknownFormatError
