"""Find the phrases of a word list in a text, longest first, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from summarizer.folding import fold
from summarizer.words import Words, words_of

Value = TypeVar("Value")
_END = ""  # no token is empty


class Phrases(Generic[Value]):
    """A trie over folded syllables: phrase → value."""

    def __init__(self, values: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        """Take phrases as printed; they are folded here. The first of two twins stays."""
        self._root: dict[str, Any] = {}
        pairs = values.items() if isinstance(values, Mapping) else values
        for phrase, value in pairs:
            node = self._root
            for word in words_of(fold(phrase)).texts:
                node = node.setdefault(word, {})
            node.setdefault(_END, value)

    def at(self, words: Words, index: int) -> tuple[int, Value] | None:
        """The longest phrase that starts at word `index`: (index past its end, value)."""
        texts = words.texts
        size = len(texts)
        node = self._root.get(texts[index]) if index < size else None
        found: tuple[int, Value] | None = None
        while node is not None:
            index += 1
            if _END in node:
                found = (index, node[_END])
            node = node.get(texts[index]) if index < size else None
        return found

    def find(
        self, words: Words, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int, Value]]:
        """Every phrase among words `start` … `end`: (first word, past last word, value)."""
        index = start
        texts, root = words.texts, self._root
        stop = len(texts) if end is None else end
        while index < stop:
            if texts[index] not in root:
                index += 1
                continue
            found = self.at(words, index)
            if found and found[0] <= stop:
                yield index, found[0], found[1]
                index = found[0]
            else:
                index += 1
