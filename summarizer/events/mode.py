"""Tell whether the event is held online."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.model import Mode, Span

_BOTH = re.compile(
    r"""trực\stiếp\s(?:kết\shợp(?:\svới)?|và|lẫn)\s(?:hình\sthức\s)?trực\stuyến
    | trực\stuyến\s(?:kết\shợp(?:\svới)?|và)\s(?:hình\sthức\s)?trực\stiếp
    | vừa\strực\stiếp,?\svừa\strực\stuyến | kết\shợp\s(?:giữa\s)?trực\stiếp""",
    re.VERBOSE,
)
_ONLINE = re.compile(
    r"""(?<!\w)(?: (?:hội\snghị|họp|phiên\shọp|giao\sban|hội\sthảo|tọa\sđàm|hình\sthức
    |truyền\shình|nối|tuyến|làm\sviệc
    | đại\shội|lễ|tiếp\sxúc\scử\stri|đối\sthoại) (?:\s\w+){0,2} \s trực\stuyến | cầu\struyền\shình
    | trực\stuyến\s(?:toàn\squốc|với|đến|tới|từ) | điện\sđàm
    | (?:kết\s)?nối\s(?:trực\stuyến\s)?(?:đến|tới|với)\s[^.;]{0,60}điểm\scầu ) (?!\w)""",
    re.VERBOSE,
)
_IN_PERSON = re.compile(r"(?:bằng|theo|với) hình thức trực tiếp(?!\w)")


def find_mode(folded: str, spans: Iterable[Span]) -> Mode | None:
    """The mode that the sentences at `spans`, which speak of the event, name."""
    found: Mode | None = None
    for span in spans:
        if _BOTH.search(folded, span.start, span.end):
            return "trực tiếp kết hợp trực tuyến"
        if not found and _ONLINE.search(folded, span.start, span.end):
            found = "trực tuyến"
        elif not found and _IN_PERSON.search(folded, span.start, span.end):
            found = "trực tiếp"
    return found
