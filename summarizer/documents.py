"""Find the official documents that an article names."""

from __future__ import annotations

from summarizer.language import Doc
from summarizer.model import DocumentRef, Time


def find_documents(doc: Doc, times: tuple[Time, ...]) -> tuple[DocumentRef, ...]:
    """One entry a document, in order of first mention."""
    return ()
