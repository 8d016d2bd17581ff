"""Hold the paragraphs of a text while their kinds are being settled."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.folding import fold
from summarizer.model import BlockKind, Span


class Draft:
    """The paragraphs of a text and the kinds settled so far."""

    def __init__(self, text: str, spans: list[Span], known: Mapping[Span, BlockKind]) -> None:
        """Start with the kinds that are known, and None for the others."""
        self.text = text
        self.spans = spans
        folded = fold(text)
        self.folded = [folded[span.start : span.end] for span in spans]
        self.kinds: list[BlockKind | None] = [known.get(span) for span in spans]

    def open_lines(self) -> list[int]:
        """The paragraphs that no rule has settled."""
        return [number for number, kind in enumerate(self.kinds) if kind is None]

    def cut(self, number: int, halves: tuple[Span, Span]) -> None:
        """Put two paragraphs in the place of one."""
        first, second = halves
        line, start = self.folded[number], self.spans[number].start
        self.spans[number : number + 1] = halves
        self.folded[number : number + 1] = [line[: first.end - start], line[second.start - start :]]
        self.kinds[number : number + 1] = [None, None]
