"""Invent digests by the hundred thousand: articles that were read once, with other words in them.

A few thousand articles of `tests/load/articles.py` are digested; each further digest is one
of them with every eighth word that tells no fact, every figure of its headline, and half of
the document numbers replaced by others of the same length, so that all offsets stay. Words are drawn as they are in a
language: a few very often, most seldom.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bot.reading import digest_to_keep
from bot.sources import Source
from storage.prepared import Prepared, prepare
from storage.sqlite.near import KEPT
from summarizer.model import Article, Digest, Quote, Span
from tests.load.articles import invent

_BASES = 600
_SHARE = 8  # one in so many words is another one
_WORD = re.compile(r"(?<!\w)[^\W\d_A-ZĐ]{2,7}(?!\w)")
_FIGURE = re.compile(r"\d+")
_INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x".split()
_RIMES = (
    "a à á ả ã ạ ăm ắc âm ấn an án ang áo ay e é em ên ết i ía iên iếu im ính o ó oa oán oi ôi ốc ông"
    " ơ ờ ơi u ú uân uôn uy ư ứ ưa ươi ương"
).split()
_FIRST = datetime(2021, 1, 4, 1, 0, tzinfo=UTC)


class Made(Struct, frozen=True):
    """A digest ready to be kept, the chat that got it, and when."""

    prepared: Prepared
    chat: int
    made: datetime


def bases(*, seed: int = 1) -> list[Digest]:
    """The articles that the others are made of."""
    return [
        digest_to_keep(Source(each.text.encode(), "pasted.txt"), received=date(2021, 1, 4))
        for each in invent(_BASES, seed=seed)
    ]


def make(count: int, number: int) -> Made:
    """The digest of this number, of a database of so many."""
    return maker(count).make(number)


@cache
def maker(count: int) -> Maker:
    """What makes the digests of a database; a forked process has it from its parent."""
    return Maker(count)


class Maker:
    """Makes the digests of a database, each by its number alone: in any process, in any order."""

    def __init__(self, count: int, *, chats: int = 200, seed: int = 1) -> None:
        """Take how many digests there are, over five years and chats of every size."""
        self._seed, self._count = seed, count
        self._known = bases(seed=seed)
        self._places = [_free(digest) for digest in self._known]
        self._words = _vocabulary(random.Random(seed))  # noqa: S311 (no secret)
        self._chats = range(1, chats + 1)
        self._sizes = [1 / chat for chat in self._chats]
        self._step = timedelta(days=5 * 365) / count

    def make(self, number: int) -> Made:
        """The digest of this number."""
        chance = random.Random(f"{self._seed} {number}")  # noqa: S311 (no secret)
        base = number % len(self._known)
        made = _FIRST + number * self._step
        digest = _varied(self._known[base], self._places[base], self._words, chance, made.date())
        (chat,) = chance.choices(self._chats, self._sizes)
        prepared = prepare(digest)
        if (self._count - number) * self._step >= KEPT:  # the bot has forgotten its signature
            prepared = replace(prepared, signature=None)
        return Made(prepared, chat, made)


def _varied(
    digest: Digest,
    places: Sequence[Span],
    words: dict[int, tuple[list[str], list[float]]],
    chance: random.Random,
    day: date,
) -> Digest:
    text = digest.article.text
    changes: list[tuple[int, int, str]] = []
    for span in chance.sample(places, len(places) // _SHARE):
        size = span.end - span.start
        if size in words:
            (other,) = chance.choices(words[size][0], cum_weights=words[size][1])
            changes.append((span.start, span.end, other))
    title = digest.article.title
    if title:
        for match in _FIGURE.finditer(title.text):
            start = title.span.start + match.start()
            size = len(match[0])
            figure = str(chance.randint(10 ** (size - 1), 10**size - 1))
            changes.append((start, start + size, figure))
    numbers = _numbers(digest, chance)
    for old, new in numbers.items():
        changes += [
            (match.start(), match.end(), new)
            for match in re.finditer(rf"(?<!\d){re.escape(old)}(?!\w)", text)
        ]
    for start, end, other in changes:
        text = text[:start] + other + text[end:]
    article = replace(digest.article, text=text, published=day, received=day)
    if title:
        article = replace(article, title=Quote(text[title.span.start : title.span.end], title.span))
    documents = tuple(
        replace(each, number=numbers.get(each.number or "", each.number))
        for each in digest.documents
    )
    return replace(digest, article=article, documents=documents)


def _numbers(digest: Digest, chance: random.Random) -> dict[str, str]:
    """Half of the document numbers with other figures: some are told of often, most once."""
    found = {}
    for document in digest.documents:
        if document.number and (head := _FIGURE.match(document.number)) and chance.random() < 0.5:
            figure = str(chance.randint(10 ** (len(head[0]) - 1), 10 ** len(head[0]) - 1))
            found[document.number] = figure + document.number[head.end() :]
    return found


def _free(digest: Digest) -> list[Span]:
    """The words that tell no fact of the digest."""
    taken = bytearray(len(digest.article.text))
    for span in _spans(digest):
        taken[span.start : span.end] = b"1" * (span.end - span.start)
    return [
        Span(*match.span())
        for match in _WORD.finditer(digest.article.text)
        if not any(taken[match.start() : match.end()])
    ]


def _spans(digest: Digest) -> Iterator[Span]:
    """Every place that the digest points to."""
    pending: list[object] = [msgspec.structs.replace(digest, article=Article("", ()))]
    while pending:
        value = pending.pop()
        if isinstance(value, Span):
            yield value
        elif isinstance(value, Struct):
            pending += [getattr(value, name) for name in value.__struct_fields__]
        elif isinstance(value, tuple):
            pending += value


def _vocabulary(chance: random.Random) -> dict[int, tuple[list[str], list[float]]]:
    """Syllables by their length, with weights that fall as in a language (Zipf)."""
    syllables = [initial + rime for initial, rime in product(_INITIALS, _RIMES)]
    chance.shuffle(syllables)
    by_size: dict[int, list[str]] = defaultdict(list)
    for syllable in syllables:
        by_size[len(syllable)].append(syllable)
    found = {}
    for size, each in by_size.items():
        total, weights = 0.0, []
        for rank in range(len(each)):
            total += 1 / (rank + 3)
            weights.append(total)
        found[size] = (each, weights)
    return found
