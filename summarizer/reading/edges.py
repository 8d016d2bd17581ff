"""Settle what stands at the edges of an article: byline, captions, the end of the page."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.reading.bylines import read_byline
from summarizer.reading.draft import Draft
from summarizer.reading.lines import has_blank_line
from summarizer.reading.shapes import count_inner_stops, furniture_kind, is_item, is_stopped
from summarizer.reading.unglue import cut_byline

_GOES_ON = re.compile(
    r"(?:phát biểu )?kết luận|phát biểu|kết thúc|đồng thời|trước đó|theo đó|ngoài ra|bên cạnh đó"
    r"|(?:cũng )?tại (?:hội nghị|buổi|cuộc|phiên|kỳ họp|đại hội|lễ)|(?:nhân )?dịp này|tuy nhiên"
)
_SIGN = re.compile(r"\(?([A-ZĐ][A-ZĐa-z.]{1,15})\)?\s[-–]\s(?=[^\W\d_])")  # «TTO - Sáng nay …»
_SHORT = 300  # a caption is no longer
_LONG = 200  # what is longer tells something
_MOST_CAPTIONS = 40  # so many lines may stand below the byline


def settle_tail(draft: Draft) -> None:
    """Related news, comments, licence: all below the news is furniture."""
    lengths = [
        len(line) if kind is None else 0
        for line, kind in zip(draft.folded, draft.kinds, strict=True)
    ]
    total = sum(lengths)
    last_long = max((n for n, length in enumerate(lengths) if length > _LONG), default=0)
    before = 0
    for number, line in enumerate(draft.folded):
        kind = furniture_kind(line) if draft.kinds[number] in {None, "furniture"} else None
        late = before * 2 > total or 0 < last_long < number
        if kind in {"tail", "foot"} and before and late:
            draft.kinds[number:] = ["furniture"] * (len(draft.kinds) - number)
            return
        before += lengths[number]
        if kind in {"tail", "foot"} and len(line) < _SHORT:
            draft.kinds[number] = "furniture"
            if number + 1 < len(lengths):
                _settle_links(draft, number + 1)


def _settle_links(draft: Draft, number: int) -> None:
    """Headlines in a box amid the text: short lines without a stop."""
    for line in range(number, min(number + 6, len(draft.kinds))):
        if draft.kinds[line] or len(draft.folded[line]) > _LONG or is_stopped(draft.folded[line]):
            return
        draft.kinds[line] = "furniture"


def settle_teasers(draft: Draft) -> None:
    """A headline with its first sentence, signed «TTO - » as the lead is: other news."""
    lines = draft.open_lines()
    signs = [_SIGN.match(draft.text, draft.spans[line].start) for line in lines]
    lead = next((number for number, sign in enumerate(signs[:2]) if sign), len(lines))
    for number in range(lead + 2, len(lines)):
        sign, own, above = signs[number], signs[lead], lines[number - 1]
        if not (sign and own and sign[1] == own[1]) or lines[number] != above + 1:
            continue
        if len(draft.folded[above]) <= _LONG and not is_stopped(draft.folded[above]):
            draft.kinds[above] = draft.kinds[above + 1] = "furniture"


def settle_repeats(draft: Draft) -> None:
    """A line that stands twice is the caption of a picture, and the words of its alt text."""
    keys = [line.rstrip(" .") if len(line) <= 450 else "" for line in draft.folded]
    counts = Counter(keys)
    lines = draft.open_lines()
    if len(lines) > 1 and lines[1] == lines[0] + 1 and keys[lines[0]] == keys[lines[1]] != "":
        draft.kinds[lines[1]] = "furniture"  # the lead, given once more
        lines = lines[2:]
    for number in lines:
        line = draft.folded[number]
        twice = counts[keys[number]] > 1 and keys[number]
        if twice and not line.endswith(("!", "?", ":")) and len(line.split()) > 2:
            draft.kinds[number] = "caption"


def settle_byline(draft: Draft) -> None:
    """Who wrote it, at the end or under the headline; what follows at the end are captions."""
    if "byline" in draft.kinds:
        return
    number = _find_last_byline(draft)
    if number is not None:
        draft.kinds[number] = "byline"
        for line in range(number + 1, len(draft.kinds)):
            draft.kinds[line] = draft.kinds[line] or "caption"
        return
    title = draft.kinds.index("title") if "title" in draft.kinds else -1
    for line in draft.open_lines()[:2]:
        if title < line < title + 4 and read_byline(draft.text, draft.spans[line]):
            draft.kinds[line] = "byline"
            return


def _find_last_byline(draft: Draft) -> int | None:
    """The last line that is a byline, when only captions can stand below it."""
    lines = draft.open_lines()
    for number in reversed(lines[-_MOST_CAPTIONS:]):
        told = any(len(draft.folded[line]) > 60 for line in lines if line < number)
        if not told:
            return None
        if read_byline(draft.text, draft.spans[number]):
            return number
        halves = cut_byline(draft.text, draft.spans[number])
        if halves:
            draft.cut(number, halves)
            return number + 1
        if not _can_be_caption(draft.folded[number]):
            return None
    return None


def _can_be_caption(line: str) -> bool:
    if len(line) > _SHORT or count_inner_stops(line) > 1 or line.endswith((":", ";")):
        return False
    return not (is_item(line) or _GOES_ON.match(line))


def settle_last_group(draft: Draft) -> None:
    """A last group of short lines, set off by a blank line as no line above is: captions."""
    spans = draft.spans
    gaps = [
        number
        for number in range(1, len(spans))
        if has_blank_line(draft.text, spans[number - 1], spans[number])
    ]
    if len(gaps) < 2 or gaps[-1] - gaps[-2] < 2 or gaps[-2] != len(gaps) - 1:
        return  # above it one group of paragraphs, and before that single lines
    group = range(gaps[-1], len(spans))
    if all(draft.kinds[n] or _can_be_caption(draft.folded[n]) for n in group):
        for number in group:
            draft.kinds[number] = draft.kinds[number] or "caption"
