"""Tell whether the event is held online."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.model import Mode, Span

_HINT = re.compile(r"trực\st|cầu|điện\sđàm")  # a word of each pattern below
_BOTH = re.compile(
    r"""trực\stiếp\s(?:kết\shợp(?:\svới)?|và|lẫn)\s(?:hình\sthức\s)?trực\stuyến
    | trực\stuyến\s(?:kết\shợp(?:\svới)?|và)\s(?:hình\sthức\s)?trực\stiếp
    | vừa\strực\stiếp,?\svừa\strực\stuyến | kết\shợp\s(?:giữa\s)?trực\stiếp""",
    re.VERBOSE,
)
_ONLINE = re.compile(
    r"""(?<!\w)(?: (?: hội\s(?:nghị|thảo) | họp | giao\sban | tọa\sđàm | hình\sthức | làm\sviệc
    | đại\shội | lễ | tiếp\sxúc\scử\stri | đối\sthoại ) (?: \s(?!được|truyền|kết|nối)\w+ ){0,2}?
    \s trực\stuyến | cầu\struyền\shình | điện\sđàm ) (?!\w)""",
    re.VERBOSE,
)
# a meeting in a hall that others follow on screen
_LINKED = re.compile(
    r"""(?<!\w)(?: kết\snối | truyền | nối ) \s (?:trực\stuyến\s)? (?:đến|tới|với) \s
    (?: [^.;] | \.\d ){0,60}? điểm\scầu (?!\w)""",
    re.VERBOSE,
)
_IN_PERSON = re.compile(r"(?:bằng|theo|với)\shình\sthức\strực\stiếp(?!\w)")


def find_mode(folded: str, spans: Iterable[Span]) -> Mode | None:
    """The mode that the sentences at `spans`, which speak of the event, name."""
    modes: set[Mode] = set()
    for span in spans:
        if not _HINT.search(folded, span.start, span.end):
            continue
        if _BOTH.search(folded, span.start, span.end):
            return "trực tiếp kết hợp trực tuyến"
        modes |= {mode for pattern, mode in _MODES if pattern.search(folded, span.start, span.end)}
    return next((mode for _, mode in _MODES if mode in modes), None)


_MODES: tuple[tuple[re.Pattern[str], Mode], ...] = (
    (_ONLINE, "trực tuyến"),
    (_LINKED, "trực tiếp kết hợp trực tuyến"),
    (_IN_PERSON, "trực tiếp"),
)
