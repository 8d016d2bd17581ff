"""Read an article from plain text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from summarizer.model import Article, Block, BlockKind, Quote, Span

_CAPTION = re.compile(
    r"(?:Ảnh|Nguồn ảnh|Đồ họa)\s*:|^(?:Quang cảnh|Toàn cảnh|Các đại biểu|Từ trái qua)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:Tin|Bài|Tin, ảnh|Bài, ảnh|Theo)\b[^.]{0,60}$|^[\w\s.,&()-]{3,40}$")
_FURNITURE = re.compile(
    r"^(?:Tin liên quan|Tin cùng chuyên mục|Các tin khác|Xem thêm|Đọc thêm|#\w+)", re.IGNORECASE
)
_END = re.compile(r"[.!?…:;”\"]\)?$")


def read_text(
    text: str,
    *,
    published: date | None = None,
    received: date | None = None,
    url: str | None = None,
) -> Article:
    """Read pasted text: first line the headline, then one block a line."""
    text = unicodedata.normalize("NFC", text)
    lines = _lines(text)
    blocks = tuple(Block(kind, span) for kind, span in _kinds(text, lines))
    title = next((block.span for block in blocks if block.kind == "title"), None)
    author = next((block.span for block in reversed(blocks) if block.kind == "byline"), None)
    return Article(
        text=text,
        blocks=blocks,
        title=Quote(text[title.start : title.end], title) if title else None,
        author=Quote(text[author.start : author.end], author) if author else None,
        published=published,
        received=received,
        url=url,
    )


def _lines(text: str) -> list[Span]:
    spans = []
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        left = len(line) - len(line.lstrip())
        right = len(line.rstrip())
        if right > left:
            spans.append(Span(match.start() + left, match.start() + right))
    return spans


def _kinds(text: str, lines: list[Span]) -> list[tuple[BlockKind, Span]]:
    kinds: list[tuple[BlockKind, Span]] = []
    tail = False
    bodies = 0
    for number, span in enumerate(lines):
        line = text[span.start : span.end]
        kind: BlockKind
        tail = tail or bool(_FURNITURE.match(line))
        if number == 0:
            kind = "title"
        elif tail:
            kind = "furniture"
        elif line.isdigit() and len(line) <= 3:
            kind = "stray"
        elif _CAPTION.search(line) and not line.endswith((".", ";")):
            kind = "caption"
        elif not _END.search(line) and len(line) < 200:
            rest = sum(b.end - b.start > 120 for b in lines[number + 1 :])
            kind = "heading" if rest else ("byline" if _BYLINE.match(line) else "caption")
        else:
            bodies += 1
            kind = "lead" if bodies == 1 else "body"
        kinds.append((kind, span))
    return kinds
