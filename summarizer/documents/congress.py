"""Read the documents named by a congress or plenum: «Nghị quyết Đại hội XIII của Đảng»."""

from __future__ import annotations

import re

from summarizer.language import Doc
from summarizer.model import Quote, Span

_TERM = r"(?: ,?\s?\(?khóa\s(?:[ivx]+|\d+)\)? )?"
_NAME = re.compile(
    rf"""
    \s (?: của \s )?
    (?P<name>
        đại\shội (?: \s[\w.]+ ){{0,10}}? \s lần\sthứ \s (?: [ivx]+ | \d{{1,2}} | nhất ) (?!\w)
            (?: \scủa\sđảng )?                                      # … tỉnh Lạng Sơn lần thứ XVII
      | đại\shội \s (?: [ivx]+ | \d{{1,2}} ) (?!\w) (?: \s (?:của\s)? đảng (?: \sbộ \s \w+ )? )?
      | đại\shội \s (?:đại\sbiểu\s)? đảng\sbộ \s
            (?: tỉnh | thành\sphố | tp | huyện | quận | xã | phường | thị\sxã ) (?!\w)
      | hội\snghị \s lần\sthứ \s \w{{1,6}} (?: \s hai )? ,? \s (?: của \s )?
            ban\schấp\shành\strung\sương (?: \s đảng )? {_TERM}
      | (?: hội\snghị \s )? (?: ban\schấp\shành \s )? (?: trung\sương | tw ) \s?
            (?: lần\sthứ\s(?: tư | năm | sáu | bảy | tám | chín | mười )
              | (?: lần\sthứ\s )? (?: \d{{1,2}} | [ivx]+ ) ) (?!\w) {_TERM}
    )
    """,
    re.VERBOSE,
)
_GENERIC = re.compile(r"\b(?:các cấp|cổ đông|các)\b")


def read_congress(doc: Doc, start: int, limit: int) -> Quote | None:
    """The congress or plenum that names the document whose type word ends at `start`."""
    match = _NAME.match(doc.folded, start, limit)
    if match is None or _GENERIC.search(match["name"]):
        return None
    span = Span(*match.span("name"))
    return Quote(doc.text[span.start : span.end], span)
