"""Read an article from plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date

from summarizer.folding import fold
from summarizer.model import NEWS, Article, Block, BlockKind, Quote, Span
from summarizer.reading.blocks import find_blocks
from summarizer.reading.bylines import read_byline
from summarizer.reading.published import read_day, rest_of_date_line
from summarizer.reading.shapes import LINK

_MARKS = " \t\u00a0\ufeff\u200b*_#|•·▪●■◆►➢➤-–—"  # «🔴 Hội nghị», «## Hội nghị»


def read_text(
    text: str,
    *,
    published: date | None = None,
    received: date | None = None,
    url: str | None = None,
    known: Mapping[Span, BlockKind] | None = None,
) -> Article:
    """Read pasted text: headline, lead, paragraphs, and what stands around them.

    `known` tells the kinds of paragraphs that a page's markup has settled; its spans
    count over `text`, which must be NFC then.
    """
    text = unicodedata.normalize("NFC", text)
    blocks = find_blocks(text, known)
    return Article(
        text=text,
        blocks=blocks,
        title=_find_title(text, blocks),
        author=_find_author(text, blocks),
        published=published or _find_published(text, blocks, received),
        received=received,
        url=url or _find_url(text, blocks),
    )


def _find_title(text: str, blocks: tuple[Block, ...]) -> Quote | None:
    block = next((block for block in blocks if block.kind == "title"), None)
    if not block:
        return None
    start, end = block.span.start, block.span.end
    while start < end and (text[start] in _MARKS or ord(text[start]) > 0x2190):
        start += 1
    span = Span(start, end) if start < end else block.span
    return Quote(text[span.start : span.end], span)


def _find_author(text: str, blocks: tuple[Block, ...]) -> Quote | None:
    for block in blocks:
        if block.kind != "byline":
            continue
        byline = read_byline(text, _without_date(text, block.span))
        if byline and byline.author:
            return Quote(text[byline.author.start : byline.author.end], byline.author)
    return None


def _without_date(text: str, line: Span) -> Span:
    """«ĐÔ LƯƠNG - 18/03/2022 16:42»: the part that is no date."""
    words = fold(text[line.start : line.end])
    rest = rest_of_date_line(words, Span(0, len(words)))
    if not rest or rest.start == rest.end:
        return line
    return Span(line.start + rest.start, line.start + rest.end)


def _find_published(text: str, blocks: tuple[Block, ...], received: date | None) -> date | None:
    """The day of the date line above the news; None where lines disagree with `received`."""
    for block in blocks:
        if block.kind in NEWS:
            return None
        if block.kind in {"meta", "byline"}:
            day = read_day(fold(text[block.span.start : block.span.end]))
            if day and not (received and day > received):
                return day
    return None


def _find_url(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.kind == "meta":
            match = LINK.fullmatch(text, block.span.start, block.span.end)
            if match:
                return match["url"]
    return None
