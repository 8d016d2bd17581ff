"""An article laid out for the search of people: words, their marks, the blocks' bounds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from summarizer.language import PROSE, Doc
from summarizer.model import Span
from summarizer.people.marks import Mark, Marks, find_marks

Settle = Callable[[str], tuple[Span, ...]]  # the words of a sentence, such as `segment`


class Scene(NamedTuple):
    """What every stage of the search looks at; `settle` is asked where rules leave it open."""

    doc: Doc
    marks: Marks
    block_starts: list[int]
    block_ends: list[int]
    settle: Settle | None = None

    def at(self, index: int) -> Mark | None:
        """The mark that starts at word `index`."""
        return self.marks.starting.get(index)

    def before(self, index: int) -> Mark | None:
        """The mark that ends right before word `index`."""
        return self.marks.ending.get(index)

    def is_capital(self, index: int) -> bool:
        """Whether word `index` is printed with a capital."""
        return self.doc.is_capital(index)

    def word(self, index: int) -> str:
        """Word `index`, folded; empty outside the text."""
        texts = self.doc.words.texts
        return texts[index] if 0 <= index < len(texts) else ""

    def block_end(self, index: int) -> int:
        """The word after the last one of the block of prose that holds word `index`."""
        number = bisect_right(self.block_starts, index) - 1
        return self.block_ends[number] if number >= 0 else 0

    def block_start(self, index: int) -> int:
        """The first word of the block of prose that holds word `index`."""
        number = bisect_right(self.block_starts, index) - 1
        return self.block_starts[number] if number >= 0 else 0


def set_scene(doc: Doc, settle: Settle | None = None) -> Scene:
    """Mark the words of `doc` once for all stages."""
    starts: list[int] = []
    ends: list[int] = []
    for block in doc.article.blocks:
        if block.kind in PROSE:
            starts.append(doc.words.index_at(block.span.start))
            ends.append(doc.words.index_at(block.span.end))
    return Scene(doc, find_marks(doc.words), starts, ends, settle)
