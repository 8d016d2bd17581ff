"""The peer that summaries are timed against: sumy's LexRank on Vietnamese text."""

from __future__ import annotations

import re

from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"\w+")


class _Syllables(Tokenizer):
    """Split by rule: sumy's own tokenizers know no Vietnamese."""

    def __init__(self) -> None:
        """Take no language."""

    @property
    def language(self) -> str:
        return "vietnamese"

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(sentence.strip() for sentence in _SENTENCE.findall(paragraph))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(sentence.lower()))


def lexrank(text: str) -> list[str]:
    """The three sentences that LexRank chooses."""
    parser = PlaintextParser.from_string(text, _Syllables())
    return [str(sentence) for sentence in LexRankSummarizer()(parser.document, 3)]
