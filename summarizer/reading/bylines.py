"""Tell a byline, and the author in it."""

from __future__ import annotations

import re

from msgspec import Struct

from summarizer.model import Span

_LONGEST = 90

_WORK = r"(?:tin|bài(?:\s+viết)?|ảnh|hình|clip|video|đồ\s+h[oọ]ạ?|trình\s+bày)"
_LABEL = re.compile(
    rf"""
    [(\s]* (?:
        {_WORK} (?: (?:\s*[,&+/–-]\s*|\s+và\s+|\s+) {_WORK} ){{0,3}}   # «Tin, ảnh», «Bài và ảnh»
      | (?:nhóm\s+)?tác\s+giả | thực\s+hiện | người\s+viết | biên\s+soạn
      | người\s+đăng | đăng\s+bởi | ctv | phóng\s+viên
    ) \s* :\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PICTURES = re.compile(r"[(\s]*(?:ảnh|hình|clip|video|đồ\s+h[oọ]ạ?)\s*:", re.IGNORECASE)
_SECOND_LABEL = re.compile(rf"\s*(?:[-–;,.|/]\s*)?(?:[(]\s*)?{_WORK}\s*:", re.IGNORECASE)
# «Theo Chinhphu.vn», «Nguồn: TTXVN»: where the text was taken from, no author
_SOURCE = re.compile(
    r"[(\s]*(?:theo|nguồn(?:\s+tin)?)\s*:?\s+\S[^!?…;:]{0,50}(?<![.])", re.IGNORECASE
)
_SOURCE_SITE = re.compile(
    r"[(\s]*(?:theo|nguồn)\s*:?\s+(?:\S+\s+){0,4}\S+\.(?:vn|com|net|org)\W*$", re.IGNORECASE
)
_REPORTED = re.compile(
    r"theo\s+(?:đó|báo\s+cáo|quy|kế\s+hoạch|thống|ông|bà|đồng\s+chí)\b", re.IGNORECASE
)
_DESK = re.compile(r"(?:nhóm\s+)?(?:pv|p\.v|phóng viên|ctv|bbt|ban biên tập)\b", re.IGNORECASE)
# «(Tổng hợp)», «(TTXVN)», «/VOV.VN», «- Văn phòng Tỉnh ủy»: not the author's name
_REST = re.compile(
    r"\s*(?:\(.*|/\s*[A-Z][\w.+-]+\W*|[-–,]\s+(?:Văn phòng|Sở|Ban|Phòng|Báo|Cổng)\b.*)$"
)
_NAME = re.compile(r"[^\W\d_](?:[\w'’.]*[\w.])?(?:-[^\W\d_][\w'’.]*)?")
_INITIALS = re.compile(r"[^\W\d_a-z]{1,2}(?:\.\s?[^\W\d_a-z]{1,3}){1,3}\.?")  # «T.H», «Đ.K.»
_GAP = re.compile(r"\s+(?:và|&)\s+|\s*[-–,&;+]\s*|\s+")
# how a line of the news may open, and no signature does
_NO_NAME = re.compile(
    r"(?:Ông|Bà|Ảnh|Tin|Bài|Hội|Thông|Kế|Điều|Chương|Phần|Mục|Phụ|Việt|Bộ|Sở|Ban|Tỉnh)\b"
)


class Byline(Struct, frozen=True):
    """A byline; `author` is None where it names a source only."""

    author: Span | None


def read_byline(text: str, line: Span) -> Byline | None:
    """The byline that `line` is, or None where it is none. Offsets count over `text`."""
    if line.end - line.start > _LONGEST:
        return None
    words = text[line.start : line.end]
    label = _LABEL.match(words)
    if label:
        if _PICTURES.match(words):
            return None  # «Ảnh: TTXVN» stands under a picture
        return Byline(_name_span(words, label.end(), line.start, shaped=False))
    if _is_source(words):
        return Byline(None)
    author = _name_span(words, 0, line.start, shaped=True)
    return Byline(author) if author else None


def has_label(folded: str) -> bool:
    """Whether a line says that it tells who wrote it: «Tin, ảnh: …»."""
    return bool(_LABEL.match(folded)) and not _PICTURES.match(folded)


def _is_source(words: str) -> bool:
    if words[:1] not in "Tt(Nn" or _REPORTED.match(words):
        return False
    return bool(_SOURCE_SITE.match(words) or _SOURCE.fullmatch(words))


def _name_span(words: str, start: int, offset: int, *, shaped: bool) -> Span | None:
    """The names in `words` from `start` on; `shaped`: nothing but names may stand there."""
    second = _SECOND_LABEL.search(words, start)
    end = second.start() if second else len(words)
    rest = _REST.search(words, start, end)
    if rest and rest.start() > start:
        end = rest.start()
    name = words[start:end].strip(" \t\u00a0()[]*_-–|;,:")
    if not name or (shaped and not is_name(name)):
        return None
    first = words.index(name, start)
    return Span(offset + first, offset + first + len(name))


def is_name(name: str) -> bool:
    """Whether `name` has the shape of one to three signatures: «Nam Giang - Sỹ Thông»."""
    if _DESK.fullmatch(name):
        return True
    if len(name) > 60 or (name.endswith(".") and not _is_initials(name)):
        return False
    tokens = _GAP.split(name)
    if any(token.isupper() and len(token) > 2 for token in tokens) and not name.isupper():
        return False  # «Trường THCS Long Bình Tân»
    if len(tokens) > 12 or not all(_NAME.fullmatch(token) for token in tokens):
        return False
    if len(tokens) == 1 and not (_is_initials(name) or name.istitle()):
        return False
    return all(token[0].isupper() for token in tokens) and not _NO_NAME.match(name)


def _is_initials(name: str) -> bool:
    return bool(_INITIALS.fullmatch(name))
