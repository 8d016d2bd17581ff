"""Choose the sentence of an article that shows why it was found, and mark its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from storage.letters import bare_bytes
from storage.model import Passage
from storage.needles import Needles, bare_needles, padded, share
from storage.query import Query
from storage.terms import read_blocks
from summarizer.language import split_sentences
from summarizer.model import Article, Block, Span

_LONGEST = 240  # letters
_BEFORE = 60  # letters before the first marked word of a sentence that is cut
_WORD = re.compile(rb"[a-z0-9]+")
# what tells of the event shows more than what stands under a picture
_WORTH = {"body": 0.02, "lead": 0.02, "heading": 0.01}


def needles_of(query: Query) -> Needles:
    """What is looked for in an article that answers the query."""
    runs = (*query.people, *query.organs, *query.numbers, *query.runs)
    return bare_needles(runs, is_prefix=query.is_prefix)


def find_passage(text: str, blocks: Sequence[Block], needles: Needles) -> Passage:
    """The sentence with most of what is looked for; the first one where none has any."""
    bare = bare_bytes(text)
    block = max(
        (block for block in read_blocks(blocks) if block.kind != "title"),
        key=lambda each: _hits(bare, each.span, needles) + _WORTH.get(each.kind, 0),
        default=Block("body", Span(0, len(text))),
    )
    words = text[block.span.start : block.span.end]
    bare = bare[block.span.start : block.span.end]
    whole = Span(0, len(words))
    sentences = split_sentences(Article(words, (Block("body", whole),)))
    best = max(
        (sentence.span for sentence in sentences),
        key=lambda span: _hits(bare, span, needles),
        default=whole,
    )
    marks = _marks(bare[best.start : best.end], needles)
    return _cut(Passage(words[best.start : best.end], marks))


def _hits(bare: bytes, span: Span, needles: Needles) -> float:
    field = padded(bare[span.start : span.end])
    return share(needles.words, field) + 2 * share(needles.neighbours, field)


def _marks(bare: bytes, needles: Needles) -> tuple[Span, ...]:
    """Where the words stand: side by side where they do so anywhere, else each by itself."""
    found = [(match[0], match.span()) for match in _WORD.finditer(bare)]
    for wanted in (needles.neighbours, needles.words):
        spellings = tuple(spelling for needle in wanted for spelling in needle)
        marked: set[tuple[int, int]] = set()
        for (word, span), (following, after) in pairwise([*found, (b"", (0, 0))]):
            here = b" " + word + b" " + following + b" "
            if not here.startswith(spellings):
                continue
            marked.add(span)
            if any(b" " in each.strip() for each in spellings if here.startswith(each)):
                marked.add(after)
        if marked:
            return tuple(Span(*span) for span in sorted(marked))
    return ()


def _cut(passage: Passage) -> Passage:
    """A long sentence is cut to the stretch from the first marked word on."""
    if len(passage.text) <= _LONGEST:
        return passage
    first = passage.words[0].start if passage.words else 0
    start = passage.text.rfind(" ", 0, max(0, first - _BEFORE)) + 1 if first > _BEFORE else 0
    end = passage.text.rfind(" ", start, start + _LONGEST)
    if end <= first or start + _LONGEST >= len(passage.text):
        end = min(len(passage.text), start + _LONGEST)
    opens = "… " if start else ""
    closes = " …" if end < len(passage.text) else ""
    shift = len(opens) - start
    marks = (
        Span(word.start + shift, word.end + shift)
        for word in passage.words
        if start <= word.start and word.end <= end
    )
    return Passage(opens + passage.text[start:end].rstrip() + closes, tuple(marks))
