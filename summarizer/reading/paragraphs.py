"""Make an article of paragraphs whose kinds a file's own layout may tell."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from summarizer.model import BlockKind, Span
from summarizer.reading.encodings import mend
from summarizer.reading.lines import find_paragraphs

_GAP = "\n\n"


class Paragraph(Struct, frozen=True):
    """A paragraph of a file; `kind` is None where the layout does not tell it."""

    text: str
    kind: BlockKind | None = None


class Layout(Struct, frozen=True):
    """The text of a file and the kinds of paragraphs that its layout tells."""

    text: str
    known: dict[Span, BlockKind]


def lay_out(paragraphs: Sequence[Paragraph]) -> Layout:
    """One text of all paragraphs, its letters mended, a blank line between them."""
    filled = [_flat(paragraph) for paragraph in paragraphs if paragraph.text.strip()]
    text = mend(_GAP.join(paragraph.text for paragraph in filled))
    lines = text.split(_GAP)
    known: dict[Span, BlockKind] = {}
    if len(lines) != len(filled):
        return Layout(text, known)
    kinds: dict[int, BlockKind] = {}
    start = 0
    for line, paragraph in zip(lines, filled, strict=True):
        if paragraph.kind:
            kinds[start] = paragraph.kind
        start += len(line) + len(_GAP)
    titled = False
    for span in find_paragraphs(text):
        kind = kinds.get(span.start)
        if kind and not (kind == "title" and titled):
            known[span] = kind
            titled = titled or kind == "title"
    return Layout(text, known)


def _flat(paragraph: Paragraph) -> Paragraph:
    """Without blank lines inside, and in one line where it is one thing."""
    lines = [line.strip() for line in paragraph.text.split("\n") if line.strip()]
    return Paragraph((" " if paragraph.kind else "\n").join(lines), paragraph.kind)
