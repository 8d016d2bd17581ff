"""The people of an article and the places that speak of them."""

from __future__ import annotations

from msgspec import Struct

from summarizer.model import Quote, Span


class Member(Struct, frozen=True):
    """Somebody named in the article; `mentions` are the full names."""

    name: str
    roles: tuple[Quote, ...]
    mentions: tuple[Span, ...]


class Mention(Struct, frozen=True, gc=False):
    """A place that speaks of somebody: full name, «ông Nghĩa», «Đồng chí», «Thủ tướng».

    `member` is an index into `Cast.members`, None where the article names nobody who
    fits («Thủ tướng yêu cầu» in a notice). `span` holds honorific, offices and name;
    `core` only the words that stand for the person.
    """

    member: int | None
    span: Span
    core: Span


class Cast(Struct, frozen=True):
    """Who appears in the article: the members and every mention in order of the text."""

    members: tuple[Member, ...]
    mentions: tuple[Mention, ...]
