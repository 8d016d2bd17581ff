"""Split an article into sentences and words, and tell where each stands."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.model import Article, Block, BlockKind, Span
from summarizer.words import Words, words_of

PROSE: frozenset[BlockKind] = frozenset({"title", "lead", "heading", "body", "caption"})

# a stop, the marks that close with it, and what must follow: a blank and an opening,
# or the end of the block
_STOP = re.compile(
    r"""
    (?P<mark> [.!?…]+ )          # «…được.», «sao?», «…»
    (?P<close> ["”’»)\]]* )      # «….”»
    (?: \s+ (?= ["“‘«(\[]* \w | [-–+•*] ) | \s* \Z )
    """,
    re.VERBOSE,
)
_BEFORE_STOP = re.compile(r"[\w.&/]+$")


class Sentence(Struct, frozen=True):
    """A sentence of the article; `kind` and `block` tell the block that holds it."""

    span: Span
    index: int
    block: int
    kind: BlockKind


class Doc(Struct, frozen=True):
    """An article cut up for reading: the folded copy has the same offsets as the text."""

    article: Article
    folded: str
    words: Words
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text


def parse(article: Article) -> Doc:
    """Cut an article into sentences and words."""
    folded = fold(article.text)
    return Doc(
        article=article,
        folded=folded,
        words=words_of(folded),
        sentences=split_sentences(article),
    )


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every block that tells something, in order."""
    sentences: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind not in PROSE:
            continue
        for span in _split_block(article.text, block):
            sentences.append(Sentence(span, len(sentences), number, block.kind))
    return tuple(sentences)


def _split_block(text: str, block: Block) -> list[Span]:
    words = text[block.span.start : block.span.end]
    cuts = [match.end("close") for match in _STOP.finditer(words) if _ends_sentence(words, match)]
    spans: list[Span] = []
    start = 0
    for cut in [*cuts, len(words)]:
        part = words[start:cut]
        left = len(part) - len(part.lstrip())
        right = len(part.rstrip())
        if right > left:
            spans.append(Span(block.span.start + start + left, block.span.start + start + right))
        start = cut
    return spans


def _ends_sentence(words: str, match: re.Match[str]) -> bool:
    if match.end() == len(words):
        return True
    following = words[match.end()]
    if match["mark"] in {"…", "..", "..."} and following.islower():
        return False  # «của tỉnh… và»: a list goes on
    if match["mark"] != ".":
        return not following.islower()
    before = _BEFORE_STOP.search(words, max(0, match.start() - 12), match.start())
    token = before[0] if before else ""
    if token + "." in _abbreviations() or (len(token) == 1 and token.isupper()):
        return False  # «TP. Huế», «Lê A. Dũng»
    if token.isdigit() and match.start() - len(token) == 0:
        return False  # «1. Về …» opens the block
    return not following.islower()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(
        row["abbreviation"]
        for row in lexicon.rows("abbreviations_sentence")
        if row["abbreviation"].endswith(".")
        and "counter-example" not in row.get("note", "")
        and "ends" not in row.get("note", "")
        and row["abbreviation"][:1].isalpha()
    )
