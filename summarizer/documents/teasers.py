"""Give a title in headline or lead the number that the body has for the document."""

from __future__ import annotations

import re
from collections import defaultdict

from msgspec.structs import replace

from summarizer.documents.mention import Mention
from summarizer.documents.titles import are_close, title_words
from summarizer.documents.vocabulary import LAWS
from summarizer.language import Doc

_DRAFT = re.compile(r"\b(?:dự thảo|dự án|xây dựng|soạn thảo|sửa|sửa đổi|góp ý)\s$")


def number_teasers(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """`mentions` with numbers for what headline and lead name by a title of their own.

    A title that only the headline has is dropped where it may mean several documents.
    """
    headline = doc.article.title.span.end if doc.article.title else 0
    leads = (block.span.end for block in doc.article.blocks if block.kind == "lead")
    lead = max(headline, next(leads, 0))
    titled = {mention.type for mention in mentions if _is_titled(mention, lead)}
    numbered: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in mentions:
        if mention.number and mention.type not in titled:
            numbered[mention.type][mention.number.serial] = mention
    kept: list[Mention] = []
    for mention in mentions:
        start = mention.span.start
        meant = numbered[mention.type]
        if start >= lead or mention.number or not meant or _is_draft(doc, start):
            kept.append(mention)
            continue
        only = next(iter(meant.values())) if len(meant) == 1 else None
        if only and (start < headline or _may_be(mention, only)):
            kept.append(replace(mention, number=only.number))
        elif start >= headline:
            kept.append(mention)
    return kept


def _is_titled(mention: Mention, lead: int) -> bool:
    """A law, or what the body names by title alone."""
    return mention.type in LAWS or (mention.span.start >= lead and mention.number is None)


def _is_draft(doc: Doc, start: int) -> bool:
    return _DRAFT.search(doc.folded, max(0, start - 12), start) is not None


def _may_be(teaser: Mention, numbered: Mention) -> bool:
    """Whether the titles, where both are told, do not speak of two documents."""
    one, other = teaser.details.subject, numbered.details.subject
    return not one or not other or are_close(title_words(one.text), title_words(other.text))
