"""Read the documents named by a congress or plenum: «Nghị quyết Đại hội XIII của Đảng»."""

from __future__ import annotations

import re

from summarizer.language import Doc
from summarizer.model import Quote, Span

_NAME = re.compile(
    r"""
    \s (?: của \s )?
    (?P<name>
        đại\shội (?: \s (?: đảng | đảng\sbộ | đại\sbiểu | toàn\squốc | lần\sthứ | khóa | của
            | bộ
            | (?: tỉnh | thành\sphố | tp | huyện | quận | xã | phường )
              (?: (?: [\s.]\w+ ){1,5} (?=\s(?:lần\sthứ|khóa|nhiệm)) )?  # tỉnh Lạng Sơn lần thứ
            | [ivx]+ | \d{1,2} ) (?!\w) ){1,12}
        (?: \s nhiệm\skỳ\s\d{4}\s?-\s?\d{4} )?
      | hội\snghị \s lần\sthứ \s \S{1,6} (?: \s hai )? ,? \s (?: của \s )?
        ban\schấp\shành\strung\sương (?: \s đảng )? (?: ,?\s?\(?khóa\s(?:[ivx]+|\d+)\)? )?
      | (?: hội\snghị \s )? (?: ban\schấp\shành \s )?
        (?: trung\sương | tw ) \s? (?: lần\sthứ \s (?: tư | năm | sáu | bảy | tám | chín | mười )
            | (?: lần\sthứ \s )? (?: \d{1,2} | [ivx]+ ) ) (?!\w)
        (?: ,?\s?\(?khóa\s(?:[ivx]+|\d+)\)? )?
    )
    """,
    re.VERBOSE,
)
_GENERIC = re.compile(r"(?:đại\shội(?:\s(?:đảng|đại\sbiểu|của))*)$")
_MORE_GENERIC = re.compile(r"\s(?:các|cổ\sđông)")


def read_congress(doc: Doc, start: int) -> Quote | None:
    """The congress or plenum that names the document whose type word ends at `start`."""
    match = _NAME.match(doc.folded, start)
    if match is None or _MORE_GENERIC.match(doc.folded, match.end()):
        return None
    if _GENERIC.match(match["name"]):  # «Nghị quyết Đại hội Đảng các cấp»
        return None
    span = Span(*match.span("name"))
    return Quote(doc.text[span.start : span.end], span)
