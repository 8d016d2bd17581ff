"""Tell the blocks of an article apart: title, lead, body, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.model import Block, BlockKind, Span
from summarizer.reading.bylines import has_label, read_byline
from summarizer.reading.draft import Draft
from summarizer.reading.edges import (
    settle_byline,
    settle_last_group,
    settle_repeats,
    settle_tail,
    settle_teasers,
)
from summarizer.reading.lines import find_paragraphs
from summarizer.reading.published import rest_of_date_line
from summarizer.reading.shapes import (
    LINK,
    count_inner_stops,
    furniture_kind,
    has_picture_mark,
    is_doubled,
    is_item,
    is_stopped,
    is_stray,
    sounds_like_caption,
    tells_news,
    tells_places,
)
from summarizer.reading.unglue import cut_title

_CLOCK = re.compile(r"\d[:h]\d\d")
_SHORT = 300  # a caption, a heading or a byline is no longer
_HEADING = 150
_LEAD = 700
_SHORTEST_LEAD = 70  # a shorter line without a stop is a heading
_TOP = 10  # so many lines may stand above a headline


def find_blocks(text: str, known: Mapping[Span, BlockKind] | None = None) -> tuple[Block, ...]:
    """The blocks of `text` (NFC): in order, disjoint, every word in one of them.

    `known` tells the paragraphs (as `find_paragraphs` gives them) that a page's own
    markup has settled.
    """
    draft = Draft(text, find_paragraphs(text), known or {})
    _settle_title(draft)
    _settle_lines(draft)
    settle_tail(draft)
    settle_teasers(draft)
    settle_repeats(draft)
    settle_byline(draft)
    settle_last_group(draft)
    _settle_short_lines(draft)
    _settle_lead(draft)
    return tuple(
        Block(kind or "body", span) for kind, span in zip(draft.kinds, draft.spans, strict=True)
    )


def _settle_title(draft: Draft) -> None:
    """The headline is the first line that is no chat frame, column, link or date."""
    if "title" in draft.kinds:
        return
    for number in draft.open_lines()[:_TOP]:
        line, span = draft.folded[number], draft.spans[number]
        above = _above_title(line, span, draft.text)
        if above is None:
            halves = cut_title(draft.text, span)
            if halves:
                draft.cut(number, halves)
            draft.kinds[number] = "title"
            return
        draft.kinds[number] = above
    remaining = draft.open_lines()
    if remaining:
        draft.kinds[remaining[0]] = "title"


def _above_title(line: str, span: Span, text: str) -> BlockKind | None:
    """The kind of a line that cannot be a headline."""
    bare = _bare_kind(line) or ("furniture" if furniture_kind(line) else None)
    if bare:
        return bare
    rest = rest_of_date_line(line, Span(0, len(line)))
    if rest is None:
        return None
    if rest.start == rest.end:
        return "meta"
    sender = Span(span.start + rest.start, span.start + rest.end)
    # «Nguyễn Văn A, [19/05/2022 14:05]»: who sent it
    return "furniture" if _CLOCK.search(line) and read_byline(text, sender) else None


def _settle_lines(draft: Draft) -> None:
    """What a line is by its own words."""
    for number in draft.open_lines():
        line, span = draft.folded[number], draft.spans[number]
        if len(line) > 600:
            continue
        draft.kinds[number] = _own_kind(line, span, draft.text)


def _own_kind(line: str, span: Span, text: str) -> BlockKind | None:
    kind = furniture_kind(line)
    if kind in {"line", "whole", "section"} and len(line) < _SHORT:
        return "furniture"
    if has_label(line) and read_byline(text, span):
        return "byline"
    if kind is None and (
        has_picture_mark(line) or is_doubled(line) or (tells_places(line) and not is_stopped(line))
    ):
        return "caption"
    return _bare_kind(line) or _dated_kind(line, span, text)


def _bare_kind(line: str) -> BlockKind | None:
    if is_stray(line):
        return "stray"
    return "meta" if LINK.fullmatch(line) else None


def _dated_kind(line: str, span: Span, text: str) -> BlockKind | None:
    if rest := rest_of_date_line(line, Span(0, len(line))):
        if rest.start == rest.end:
            return "meta"
        writer = Span(span.start + rest.start, span.start + rest.end)
        if _CLOCK.search(line) and read_byline(text, writer):
            return "byline"  # «ĐÔ LƯƠNG - 18/03/2022 16:42»
    return None


def _settle_short_lines(draft: Draft) -> None:
    """Headings and unmarked captions among the paragraphs."""
    bare: set[int] = set()
    first = next(iter(draft.open_lines()), None)
    for number in draft.open_lines():
        line = draft.folded[number]
        if len(line) > _SHORT or line.endswith(":"):
            continue
        if sounds_like_caption(line, stopped=is_stopped(line)):
            draft.kinds[number] = "caption"
        elif _is_bare(line) and not (number == first and len(line) > _SHORTEST_LEAD):
            bare.add(number)
    for number in sorted(bare):
        if _stands_in_list(number, bare):
            continue
        if _leads_on(draft, number):
            draft.kinds[number] = "heading"
        elif not tells_news(draft.folded[number]):
            draft.kinds[number] = "caption"


def _is_bare(line: str) -> bool:
    """A short line that ends in no stop and opens no list item."""
    return len(line) <= _HEADING and " " in line and not is_stopped(line) and not is_item(line)


def _stands_in_list(number: int, bare: set[int]) -> bool:
    """Three bare lines in a row are neither headings nor captions."""
    near = [line for line in range(number - 2, number + 3) if line in bare]
    return any(near[i + 2] - near[i] == 2 for i in range(len(near) - 2))


def _leads_on(draft: Draft, number: int) -> bool:
    """Whether a paragraph of the news follows, captions and counters aside."""
    below = (draft.kinds[line] for line in range(number + 1, len(draft.kinds)))
    following = next((kind for kind in below if kind not in {"caption", "stray"}), "furniture")
    return following in {None, "heading", "body"}


def _settle_lead(draft: Draft) -> None:
    """The first paragraph, short and with more news below it, is the lead."""
    if "lead" in draft.kinds:
        return
    news = [n for n, kind in enumerate(draft.kinds) if kind in {None, "body", "heading"}]
    if len(news) < 2 or draft.kinds[news[0]] == "heading":
        return
    line = draft.folded[news[0]]
    if len(line) > _LEAD or line.endswith(":") or is_item(line):
        return
    if count_inner_stops(line) < 3:
        draft.kinds[news[0]] = "lead"
