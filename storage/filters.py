"""Read the filters of a search: «từ:1/5/2022 đến:31/5/2022 số:01-KL/TW người:"Nguyễn Văn A"».

A filter becomes groups of index terms: a digest must have one term of each group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal

from msgspec import Struct

from storage.spans import DaySpan, read_days
from storage.terms import (
    DAY,
    DEADLINE,
    NO_DEADLINE,
    NUMBER,
    ORGAN,
    PERSON,
    SOURCE,
    bare_syllables,
    host_key,
    number_keys,
    phrase_terms,
    span_terms,
)
from summarizer.folding import fold, strip_marks
from summarizer.lexicon import alternatives, rows

FilterKind = Literal["since", "until", "number", "person", "organ", "source", "due", "page"]
Group = tuple[str, ...]

# with diacritics and without, with blanks and without: «cơ quan:», «coquan:»
KEY = re.compile(
    r"(?<!\w)(?:(?P<since>tu(?: ?ngay)?)|(?P<until>den(?: ?ngay)?)|(?P<number>so)|(?P<person>nguoi)"
    r"|(?P<organ>co ?quan)|(?P<source>nguon)|(?P<due>han)|(?P<page>trang)) ?: ?"
)
_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_WORD = re.compile(r'[^\s"]+')
# «hôm nay», «tuần này», «quá hạn», «1/5/2022»
_DAYS = re.compile(
    r"hom (?:nay|qua)|ngay mai|(?:tuan|thang|nam)(?: (?:nay|truoc|sau|toi|qua))?|qua han"
    r'|khong(?: han)?|[^\s"]+'
)
_NAMED = {"person", "organ", "number"}  # stand in the article as they are asked for
_OVERDUE = {"qua", "qua han"}
_WITHOUT = {"khong", "khong han"}


class Filter(Struct, frozen=True):
    """A filter as it was read: where it ends, and what of it the search needs.

    `groups` is None where the value says nothing, `typed` then tells what was; `name` are
    the bare syllables of a name or number that stand side by side, `days` those since or
    until which digests are asked for.
    """

    kind: FilterKind
    typed: str
    end: int
    groups: tuple[Group, ...] | None
    name: tuple[str, ...] = ()
    page: int = 1
    days: DaySpan | None = None


def read_filter(kind: FilterKind, text: str, key: tuple[int, int], *, today: date) -> Filter:
    """The filter of this kind whose name stands at `key` of a query (NFC)."""
    opens, start = key
    quoted = _QUOTED.match(text, start)
    end = quoted.end() if quoted else _END[kind](text, start)
    value = text[start:end].strip('" ')
    groups = _GROUPS[kind](value, today) if value else None
    name = tuple(bare_syllables(value)) if kind in _NAMED else ()
    page = int(value) if kind == "page" and groups is not None else 1
    days = read_days(_bare(value), today=today) if kind in {"since", "until"} else None
    return Filter(kind, text[opens:end], end, groups, name, page, days)


def day_groups(filters: Iterable[Filter]) -> tuple[Group, ...]:
    """What «từ:» and «đến:» ask for together."""
    firsts = [each.days.first for each in filters if each.kind == "since" and each.days]
    lasts = [each.days.last for each in filters if each.kind == "until" and each.days]
    if not firsts and not lasts:
        return ()
    return (tuple(span_terms(max(firsts, default=None), min(lasts, default=None), prefix=DAY)),)


def _word_end(text: str, start: int) -> int:
    match = _WORD.match(text, start)
    return match.end() if match else start


def _name_end(text: str, start: int) -> int:
    """The end of a word and of the words after it that open in a capital."""
    end = _word_end(text, start)
    if not text[start : start + 1].isupper():
        return end
    while text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        after = _word_end(text, end + 1)
        if ":" in text[end:after]:  # the next filter
            break
        end = after
    return end


def _number_end(text: str, start: int) -> int:
    """The end of a number and of the letters after it: «01 KL TW», «30/2020 nđ cp»."""
    end = _word_end(text, start)
    while text[end : end + 1] == " ":
        after = _word_end(text, end + 1)
        if _bare(text[end + 1 : after]) not in _number_letters():
            break
        end = after
    return end


def _days_end(text: str, start: int) -> int:
    match = _DAYS.match(_bare(text), start)
    return match.end() if match else start


def _day(value: str, today: date) -> tuple[Group, ...] | None:
    return () if read_days(_bare(value), today=today) else None


def _due(value: str, today: date) -> tuple[Group, ...] | None:
    words = " ".join(_bare(value).split())
    if words in _WITHOUT:
        return ((NO_DEADLINE,),)
    if words in _OVERDUE:
        return (tuple(span_terms(None, today - timedelta(days=1), prefix=DEADLINE)),)
    days = read_days(words, today=today)
    return (tuple(span_terms(days.first, days.last, prefix=DEADLINE)),) if days else None


def _number(value: str, _: date) -> tuple[Group, ...] | None:
    keys = number_keys(value)
    return ((NUMBER + keys[0],),) if keys else None


def _person(value: str, _: date) -> tuple[Group, ...] | None:
    return _named(value, PERSON)


def _organ(value: str, _: date) -> tuple[Group, ...] | None:
    return _named(value, ORGAN)


def _source(value: str, _: date) -> tuple[Group, ...] | None:
    host = _bare(value).removeprefix("https://").removeprefix("http://").split("/")[0]
    if "." in host:
        return ((SOURCE + host_key(host),),)
    return _named(value, SOURCE)


def _named(value: str, prefix: str) -> tuple[Group, ...] | None:
    terms = phrase_terms(bare_syllables(value), prefix=prefix)
    return tuple((term,) for term in terms) or None


def _page(value: str, _: date) -> tuple[Group, ...] | None:
    is_number = value.isascii() and value.isdigit() and int(value[:4]) > 0 and len(value) <= 4
    return () if is_number else None


def _bare(text: str) -> str:
    return strip_marks(fold(text))


@cache
def _number_letters() -> frozenset[str]:
    """The letters that document numbers are made of: «kl», «tw», «nđ» without marks."""
    types = (name for row in rows("document_types") for name in alternatives(row["abbreviation"]))
    ends = (row["suffix"] for row in rows("number_suffixes"))
    return frozenset(_bare(name) for name in (*types, *ends))


_END: dict[FilterKind, Callable[[str, int], int]] = {
    "since": _days_end,
    "until": _days_end,
    "due": _days_end,
    "number": _number_end,
    "person": _name_end,
    "organ": _name_end,
    "source": _name_end,
    "page": _word_end,
}
_GROUPS: dict[FilterKind, Callable[[str, date], tuple[Group, ...] | None]] = {
    "since": _day,
    "until": _day,
    "due": _due,
    "number": _number,
    "person": _person,
    "organ": _organ,
    "source": _source,
    "page": _page,
}
