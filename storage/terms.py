"""What the index holds of a digest: every term it may be found by.

A term is a syllable without diacritics («nghi») or two neighbours («nghi_quyet»): a
phrase is the pairs it is made of, so no places need to be kept. Terms of a part of the
digest carry its letter: «t:» headline, «n:» a person's name, «o:» an office or organ,
«s:» the source, «k:» a document number, «d:» the day, «e:» a deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from summarizer.folding import fold, strip_marks
from summarizer.model import Article, Block, Digest

# What is indexed changes with this file and with `summarizer/folding.py`: whoever changes
# what terms come of a digest gives this a higher number, and every database is indexed anew.
VERSION = 1

TITLE, PERSON, ORGAN, SOURCE, NUMBER, DAY, DEADLINE = "t:", "n:", "o:", "s:", "k:", "d:", "e:"
NO_DEADLINE = DEADLINE + "none"

_UNREAD = {"furniture", "meta", "stray"}  # menus, counters: nobody looks for them
_LONGEST = 40  # letters of a term: what is longer is no word
_SYLLABLE = re.compile(r"[^\W_]+")
_NUMBER_PART = re.compile(r"\d+|[a-z&]+")
_DAY = timedelta(days=1)
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)  # others are not found by their day


def terms_of(digest: Digest) -> frozenset[str]:
    """The terms of all that a digest tells; the day that it is found by has `day_terms`."""
    article = digest.article
    found: set[str] = set()
    for block in read_blocks(article.blocks):
        found.update(phrases(bare_syllables(article.quote(block.span))))
    for prefix, words in _parts(digest):
        found.update(phrases(bare_syllables(words), prefix=prefix))
    for host in _hosts(article):
        found.add(SOURCE + host)
    for document in digest.documents:
        found.update(NUMBER + key for key in number_keys(document.number or ""))
    for directive in digest.directives:
        deadline = directive.deadline
        found.update(day_terms(deadline, prefix=DEADLINE) if deadline else [NO_DEADLINE])
    return frozenset(found)


def is_word(term: str) -> bool:
    """Whether a term is a single word of the text."""
    return ":" not in term and "_" not in term


def read_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that are searched: no menus, counters, related news."""
    return tuple(block for block in blocks if block.kind not in _UNREAD)


def syllables(folded: str) -> list[str]:
    """The syllables and numbers of a folded text, as index, query and ranking cut it."""
    return [syllable[:_LONGEST] for syllable in _SYLLABLE.findall(folded)]


def bare_syllables(text: str) -> list[str]:
    """The syllables of any text, without diacritics."""
    return syllables(strip_marks(fold(text)))


def phrases(words: Sequence[str], *, prefix: str = "") -> Iterator[str]:
    """The terms of words that stand side by side: each, and each with its neighbour."""
    for word in words:
        yield prefix + word
    yield from pairs(words, prefix=prefix)


def pairs(words: Sequence[str], *, prefix: str = "") -> Iterator[str]:
    """The terms of neighbours; none for a single word."""
    for first, second in pairwise(words):
        yield f"{prefix}{first}_{second}"


def phrase_terms(words: Sequence[str], *, prefix: str = "") -> list[str]:
    """The terms that a text with this phrase must have: its pairs, or its one word."""
    return list(pairs(words, prefix=prefix)) or [prefix + word for word in words]


def number_keys(number: str) -> list[str]:
    """The ways a document number is asked for, shorter ones too; zeros and marks left out.

    «05/2020/NĐ-CP»: 5_2020_ndcp, 5_2020_nd, 5_2020, 5_ndcp, 5_nd, 5.
    """
    parts = _NUMBER_PART.findall(strip_marks(fold(number)))
    figures = [part.lstrip("0") or "0" for part in parts if part.isdigit()]
    letters = [part for part in parts if not part.isdigit()]
    if not figures or not number.strip()[:1].isdigit():
        return ["_".join(parts)] if parts else []
    heads = ["_".join(figures), figures[0]]
    tails = ["".join(letters), letters[0]] if letters else []
    keys = [f"{head}_{tail}" for head in heads for tail in tails] + heads
    return list(dict.fromkeys(keys))


def day_terms(day: date, *, prefix: str) -> list[str]:
    """The terms of a day: its decade, its year, its month, itself."""
    written = f"{day.year:04}{day:%m%d}"
    return [prefix + written[:size] for size in (3, 4, 6, 8)]


def span_terms(first: date | None, last: date | None, *, prefix: str) -> list[str]:
    """Terms of which every day from `first` to `last` has exactly one, as few as can be.

    None is an open end. A stretch without days has no terms.
    """
    start, end = max(first or _FIRST, _FIRST), min(last or _LAST, _LAST)
    terms = []
    while start <= end:
        size, after = next(step for step in _steps(start) if step[1] - _DAY <= end)
        terms.append(day_terms(start, prefix=prefix)[size])
        start = after
    return terms


def host_key(host: str) -> str:
    """«www.baochinhphu.vn» as one term: «baochinhphu_vn»."""
    return host.removeprefix("www.").replace(".", "_").replace("-", "_")


def _steps(day: date) -> Iterator[tuple[int, date]]:
    """The decade, year, month that open on this day, the day: which term, the day after."""
    if (day.month, day.day) == (1, 1):
        if day.year % 10 == 0:
            yield 0, date(day.year + 10, 1, 1)
        yield 1, date(day.year + 1, 1, 1)
    if day.day == 1:
        yield 2, (day + 31 * _DAY).replace(day=1)
    yield 3, day + _DAY


def _parts(digest: Digest) -> Iterator[tuple[str, str]]:
    """The parts that can be asked for by themselves, each with its prefix."""
    article = digest.article
    if article.title:
        yield TITLE, article.title.text
    if article.site:
        yield SOURCE, article.site
    for person in digest.people:
        yield PERSON, person.name
        for role in person.roles:
            yield ORGAN, role.text
    organs = [digest.event and digest.event.host, *digest.groups]
    organs += [document.issuer for document in digest.documents]
    organs += [
        party
        for directive in digest.directives
        for party in (directive.issuer, directive.addressee)
    ]
    for organ in organs:
        if organ:
            yield ORGAN, organ.text


def _hosts(article: Article) -> Iterator[str]:
    """The host of the article's address, and the domains it belongs to: «nghean.gov.vn»."""
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:  # «http://[…»
        return
    labels = host.removeprefix("www.").split(".")
    for start in range(len(labels) - 1):
        yield host_key(".".join(labels[start:]))
