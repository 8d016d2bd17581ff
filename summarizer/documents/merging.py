"""Make one entry of all mentions of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from summarizer import lexicon
from summarizer.documents.mention import Mention, Number
from summarizer.documents.titles import Title, are_close, are_one_title, is_start, title_words
from summarizer.documents.vocabulary import LAWS
from summarizer.model import DocumentRef, Quote, Span

_ANY = "Văn bản"  # «công văn số 5/UBND-KT» may be called «văn bản số 5/UBND-KT»
_TRIED = 20  # the latest documents that a mention is compared with
_KEYED = 12  # the words of a title that it is looked up by


@dataclass(eq=False)
class _Group:
    """The mentions that name one document."""

    type: str
    mentions: list[Mention] = field(default_factory=list)
    serial: str = ""
    codes: frozenset[str] = frozenset()
    year: str = ""
    title: Title = ()
    plenum: str = ""

    def add(self, mention: Mention, title: Title) -> None:
        self.mentions.append(mention)
        self.type = mention.type if self.type == _ANY else self.type
        self.title = max(self.title, title, key=len)
        self.year = self.year or _year(mention)
        self.plenum = self.plenum or _plenum(mention, title)
        if mention.number:
            self.serial = mention.number.serial
            self.codes = self.codes or mention.number.codes

    def is_named_by(self, mention: Mention, title: Title) -> bool:
        number = mention.number
        if number and self.serial:
            of_one_type = mention.type == self.type or _ANY in {mention.type, self.type}
            return (
                of_one_type
                and self.serial == number.serial
                and (_agree(self.codes, number.codes) and _agree(self.year, _year(mention)))
            )
        if self.plenum and self.plenum == _plenum(mention, title):
            return True
        if mention.type in LAWS:
            return _is_one_law(self.title, title) and _agree(self.year, _year(mention))
        if number or self.serial:
            return len(title) > 2 and is_start(self.title, title)
        return are_one_title(self.title, title)


def merge(mentions: list[Mention], headline: Span) -> tuple[DocumentRef, ...]:
    """One entry a document, in order of first mention; the fullest mention names it.

    A headline shortens titles freely: there a few common words are enough.
    """
    groups: list[_Group] = []
    by_key: defaultdict[tuple[str, ...], list[_Group]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.span.start < headline.end):
        subject = mention.details.subject
        title = title_words(subject.text) if subject else ()
        keys = dict.fromkeys(_keys(mention, title))  # the number before the title
        tried = dict.fromkeys(group for key in keys for group in by_key[key][-_TRIED:])
        group = next((group for group in tried if group.is_named_by(mention, title)), None)
        if group is None and not mention.number and mention.span.start < headline.end:
            group = _sole(groups, mention.type, title)
        if group is None:
            groups.append(group := _Group(mention.type))
        group.add(mention, title)
        for key in keys:
            if not by_key[key] or by_key[key][-1] is not group:
                by_key[key].append(group)
    entries = (_entry(group, headline) for group in groups)
    return tuple(sorted(entries, key=lambda entry: entry.mentions))


def _sole(groups: list[_Group], kind: str, title: Title) -> _Group | None:
    """The only document of its type without a number, where its title is close to `title`."""
    same = [group for group in groups if group.type == kind and not group.serial]
    return same[0] if len(same) == 1 and are_close(same[0].title, title) else None


def _keys(mention: Mention, title: Title) -> Iterator[tuple[str, ...]]:
    """What a mention is looked up by: serial number, name of the law, pairs of title words."""
    if mention.number:
        yield mention.type, mention.number.serial
        if mention.number.codes or mention.type in {_ANY, "Công văn"}:
            yield _ANY, mention.number.serial
    elif plenum := _plenum(mention, title):
        yield mention.type, plenum
    if mention.type in LAWS:
        yield mention.type, _initials(title)
    else:
        for pair in pairwise(title[:_KEYED]):
            yield mention.type, *pair


def _is_one_law(one: Title, other: Title) -> bool:
    """«Luật Phòng, chống tham nhũng» and «Luật PCTN»."""
    return one == other or (min(len(one), len(other)) == 1 and _initials(one) == _initials(other))


def _initials(title: Title) -> str:
    """«pctn» for «phòng chống tham nhũng» as for «pctn»."""
    return title[0] if len(title) == 1 else "".join(word[0] for word in title)


def _plenum(mention: Mention, title: Title) -> str:
    """The serial number of «Nghị quyết Trung ương 4 (khóa XII)», by name or by number."""
    if mention.number:
        return mention.number.serial if mention.number.codes == {"nq", "tw"} else ""
    return _plenums().get(title, "")


@cache
def _plenums() -> dict[Title, str]:
    return {title_words(row["name"]): row["serial"] for row in lexicon.rows("resolution_names")}


def _agree(one: object, other: object) -> bool:
    return not one or not other or one == other


def _year(mention: Mention) -> str:
    """The year that belongs to the document's name."""
    if mention.number:
        return mention.number.year
    signed = mention.details.signed
    return signed.date[:4] if signed and mention.type in LAWS else ""


def _entry(group: _Group, headline: Span) -> DocumentRef:
    details = [mention.details for mention in group.mentions]
    dates = [detail.signed for detail in details if detail.signed]
    signed = max(dates, key=lambda signed: len(signed.date), default=None)
    subjects = [detail.subject for detail in details if detail.subject]
    told = [subject for subject in subjects if subject.span.start >= headline.end] or subjects
    numbers = [mention.number for mention in group.mentions if mention.number]
    number = max(numbers, key=_fullness, default=None)
    return DocumentRef(
        type=group.type,
        number=number.text if number else None,
        date=signed.date if signed else None,
        date_span=signed.span if signed else None,
        issuer=_longest([detail.issuer for detail in details if detail.issuer]),
        subject=told[0] if number and told else _longest(told),
        mentions=tuple(sorted(mention.span for mention in group.mentions)),
    )


def _fullness(number: Number) -> tuple[int, bool]:
    return len(number.codes), bool(number.year)


def _longest(quotes: list[Quote]) -> Quote | None:
    return max(quotes, key=lambda quote: len(quote.text), default=None)
