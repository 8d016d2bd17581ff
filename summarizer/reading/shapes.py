"""Tell what a line is by its own words: a caption, a button, a counter."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from summarizer import lexicon
from summarizer.folding import fold

FurnitureKind = Literal["tail", "foot", "line", "whole", "section", "wrapper"]

LINK = re.compile(r"\W*(?P<url>(?:https?://|www\.)\S{3,2000})\s*", re.IGNORECASE)
_STRAY = re.compile(r"(?:\d{1,3}|\d{1,2}\s?/\s?\d{1,2}|[^\w]{1,80}|icon)", re.IGNORECASE)
_FILE = re.compile(
    r"!\[.{0,300}\]\(.{0,500}\)|[\w-]{1,100}\.(?:jpe?g|png|gif|webp|mp[34])", re.IGNORECASE
)
_COUNT = re.compile(r"\s*\(\d{1,5}\)$")  # «Bình luận (3)»
_FURNITURE = 600  # no line around an article is longer
_SHORTEST_DOUBLE, _LONGEST_DOUBLE = 40, 900
_TAIL_MARKS = " :.…>»|"
_HASHTAGS = re.compile(r"(?:#[\w]{1,60}[\s,;]*){1,40}")
_PICTURE = re.compile(
    r"""
    ^ \W* (?:nguồn\ )? (?:ảnh|clip|video|đồ\ họa|infographic) \s? (?:\d{1,2}|\ minh\ họa)? \s? [:.]
  | ^ \W* ảnh (?:\ minh\ họa|\ tư\ liệu|\ chụp)
  | (?<!tin)(?<!tin,)(?<!bài)(?<!bài,)(?<!\ và) [(.\s-]                # « - Ảnh: VGP»
    (?:nguồn\ )? (?:ảnh|clip|video|đồ\ họa) \s? : [^:]{0,60} $
  | [(] (?:nguồn\ )? (?:ảnh|clip|video)\b [^()]{0,60} [)] \W? $                     # «(Ảnh K.N)»
  | \ -\ (?:ảnh|đồ\ họa) \ -? [^,;:]{2,40} $                                      # « - Ảnh V.DŨNG»
  | \b (?:ảnh\ minh\ họa|ảnh\ tư\ liệu) \W{0,3} $
    """,
    re.VERBOSE,
)
_ITEM = re.compile(
    r"""
    [^\w\s"'“‘«(\[]                                  # «- …», «✅ …»
  | \(? (?: \d{1,3} | [a-zđ] ) [.)/] (?! \d )       # «1. …», «a) …»
  | (?: một | hai | ba | bốn | năm | sáu | bảy | tám )\ là\b
  | thứ\ \w+,
  | (?: kính\  )? thưa\b
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+[\"“‘«(\[]*[^\W\d_]")
_STOPS = (".", ";", ":", ",", "…")
_CLOSING = '"”’»)] '
_NEWS = re.compile(
    r"\b(?:đã|sẽ|vừa|yêu cầu|đề nghị|cho biết|nhấn mạnh|khẳng định|cho rằng|nêu rõ|giao|cần|phải)\b"
)


def is_stray(line: str) -> bool:
    """A bare counter, a rule or a file name where a picture stood."""
    return bool(_STRAY.fullmatch(line) or _FILE.fullmatch(line))


def is_stopped(line: str) -> bool:
    """Whether a line ends as a sentence or a list item does; headings may ask or call."""
    return line.rstrip(_CLOSING).endswith(_STOPS)


def count_inner_stops(line: str) -> int:
    """How many sentences end within a line, before another one."""
    return len(_SENTENCE_END.findall(line))


def is_item(folded: str) -> bool:
    """Whether a folded line opens as an item of a list does: «a) …», «Một là, …»."""
    return bool(_ITEM.match(folded))


def is_doubled(line: str) -> bool:
    """Whether a line holds the same words twice: a picture's alt text and its caption."""
    length = len(line)
    if not _SHORTEST_DOUBLE <= length <= _LONGEST_DOUBLE:
        return False
    return line[: length // 2].strip(" .-") == line[(length + 1) // 2 :].strip(" .-")


def furniture_kind(folded: str) -> FurnitureKind | None:
    """What kind of furniture a folded line is, if any."""
    if len(folded) > _FURNITURE:
        return None
    if folded[:1] == "#" and _HASHTAGS.fullmatch(folded):
        return "line"
    line = folded.strip("[]|•·–-= \t")
    if line.endswith(")"):
        line = _COUNT.sub("", line)
    if not line:
        return None
    whole = _lines().get(line.rstrip(_TAIL_MARKS))
    if whole:
        return whole
    for kind, openings in _openings():
        if line.startswith(openings):
            return kind
    return None


def has_picture_mark(folded: str) -> bool:
    """Whether a folded line says that it stands under a picture: «… - Ảnh: VGP»."""
    if len(folded) > 600 or not (
        "ảnh" in folded
        or "clip" in folded
        or "đồ họa" in folded
        or "video" in folded
        or "infographic" in folded
    ):
        return False
    return bool(_PICTURE.search(folded))


def tells_places(folded: str) -> bool:
    """Whether a line tells who stands where in a picture: «(trái)», «(thứ hai từ phải)»."""
    return len(folded) <= 300 and "(" in folded and any(p in folded for p in _captions()["place"])


def sounds_like_caption(folded: str, *, stopped: bool) -> bool:
    """Whether a folded line tells what a picture shows; `stopped`: it ends in a full stop."""
    if len(folded) > (160 if stopped else 300):
        return False
    words = _captions()
    if folded.startswith(words["scene"]):
        return not tells_news(folded)
    if tells_places(folded):
        return not stopped
    if not folded.startswith(words["who"]) or (tells_news(folded) and stopped):
        return False
    if any(speech in folded for speech in words["speech"]):
        return True
    return not stopped and not tells_news(folded) and any(a in folded for a in words["act"])


def tells_news(folded: str) -> bool:
    """Whether a folded line says what was done or must be done, as captions seldom do."""
    return bool(_NEWS.search(folded))


@cache
def _lines() -> dict[str, FurnitureKind]:
    """Lines that are nothing but a phrase of the list."""
    rows = lexicon.rows("furniture")
    return {fold(row["phrase"]).rstrip(_TAIL_MARKS): row["kind"] for row in rows}  # type: ignore[misc]


@cache
def _openings() -> tuple[tuple[FurnitureKind, tuple[str, ...]], ...]:
    kinds: tuple[FurnitureKind, ...] = ("tail", "foot", "line", "wrapper")
    return tuple((kind, _phrases("furniture", kind, mark=kind == "tail")) for kind in kinds)


@cache
def _captions() -> dict[str, tuple[str, ...]]:
    return {kind: _phrases("captions", kind) for kind in ("scene", "who", "speech", "act", "place")}


def _phrases(name: str, kind: str, *, mark: bool = False) -> tuple[str, ...]:
    """The folded phrases of one kind; with `mark`, a colon must follow."""
    tail = ":" if mark else ""
    return tuple(
        fold(row["phrase"]).rstrip(":" if mark else "") + tail
        for row in lexicon.rows(name)
        if row["kind"] == kind
    )
