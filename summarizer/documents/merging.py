"""Make one entry of all mentions of a document."""

from __future__ import annotations

from summarizer.documents.mention import Mention, Number
from summarizer.folding import fold
from summarizer.model import DocumentRef


def merge(mentions: list[Mention]) -> tuple[DocumentRef, ...]:
    """One entry a document, in order of first mention; the fullest mention names it."""
    groups: list[list[Mention]] = []
    by_name: dict[tuple[str, str], list[list[Mention]]] = {}
    for mention in mentions:
        known = by_name.setdefault(_name(mention), [])
        for group in known:
            if all(_agree(mention, other) for other in group):
                group.append(mention)
                break
        else:
            group = [mention]
            groups.append(group)
            known.append(group)
    return tuple(_entry(group) for group in groups)


def _name(mention: Mention) -> tuple[str, str]:
    if mention.number:
        return mention.type, mention.number.serial
    return mention.type, fold(mention.details.subject.text) if mention.details.subject else ""


def _agree(one: Mention, other: Mention) -> bool:
    if one.number and other.number:
        return _same_number(one.number, other.number)
    years = {mention.details.signed.date[:4] for mention in (one, other) if mention.details.signed}
    return len(years) < 2


def _same_number(one: Number, other: Number) -> bool:
    return (not one.codes or not other.codes or one.codes == other.codes) and (
        not one.year or not other.year or one.year == other.year
    )


def _entry(group: list[Mention]) -> DocumentRef:
    numbers = [mention.number.text for mention in group if mention.number]
    dates = [mention.details.signed for mention in group if mention.details.signed]
    signed = max(dates, key=lambda date: len(date.date)) if dates else None
    issuers = [mention.details.issuer for mention in group if mention.details.issuer]
    subjects = [mention.details.subject for mention in group if mention.details.subject]
    return DocumentRef(
        type=group[0].type,
        number=max(numbers, key=len) if numbers else None,
        date=signed.date if signed else None,
        date_span=signed.span if signed else None,
        issuer=max(issuers, key=lambda quote: len(quote.text)) if issuers else None,
        subject=subjects[0] if subjects else None,
        mentions=tuple(sorted(mention.span for mention in group)),
    )
