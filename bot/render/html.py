"""Lines as messages of Telegram's HTML, each within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from msgspec.structs import replace

from bot.render.lines import Line, Piece, Style, printable
from bot.render.parting import BULLET, bare, part_lines

LONGEST = 4096  # UTF-16 units after the tags are read: safe for each way of counting
MOST_MARKS = 90  # Telegram forgets those after the hundredth; it finds some itself (addresses)
_FOLD_FROM = 8  # a section of more lines is shown shut
_BOLD, _ITALIC = ("<b>", "</b>"), ("<i>", "</i>")
_TAGS: dict[Style, tuple[str, str]] = {
    "title": _BOLD,
    "section": _BOLD,
    "name": _BOLD,
    "deadline": _BOLD,
    "label": _ITALIC,
    "faint": _ITALIC,
    "link": ("", ""),
    "plain": ("", ""),
}
_FOLD = ("<blockquote expandable>", "</blockquote>")
_LONGEST_ADDRESS = 2048


def to_html(lines: tuple[Line, ...], *, longest: int = LONGEST) -> tuple[str, ...]:
    """The lines as messages of at most `longest` UTF-16 units and `MOST_MARKS` marks each.

    Messages part at line ends, not under a heading; a line longer than a message parts
    at a blank; a long section is an expandable quotation.
    """
    most = (longest, _FOLD_FROM * MOST_MARKS + _FOLD_FROM - 1)
    messages = part_lines(lines, longest=longest, size=units, weigh=_weigh, most=most)
    return tuple(map(_message, messages))


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _weigh(line: Line) -> tuple[int, int]:
    """Its length, and its marks in eighths: eight lines of a section may be one quotation."""
    marks = _FOLD_FROM * _row(line).count("</") + (line.indent > 0)
    return units(bare(line)) + 1, marks


def _message(lines: list[Line]) -> str:
    blocks = []
    for is_body, group in groupby(_sectioned(lines), key=lambda each: each[0]):
        rows = [_row(line) for _, line in group]
        ending = [rows.pop() for _ in range(len(rows)) if is_body and not rows[-1]]
        if is_body and len(rows) > _FOLD_FROM:
            blocks.append(_FOLD[0] + "\n".join(rows) + _FOLD[1])
        else:
            blocks.append("\n".join(rows))
        blocks += ending
    return "\n".join(blocks).strip("\n")


def _sectioned(lines: list[Line]) -> Iterator[tuple[bool, Line]]:
    """Each line, and whether it is in the body of a section: a blank between two such is."""
    is_body = False
    for line in lines:
        is_body = line.indent > 0 or (is_body and not line.pieces and not line.label.text)
        yield is_body, line


def _row(line: Line) -> str:
    words = " ".join(_paint(piece) for piece in line.pieces)
    label = line.label
    match label.style:
        case _ if not label.text:
            return words
        case "label":
            return f"{_paint(replace(label, text=label.text + ':'))} {words}".rstrip()
        case "deadline":
            return f"{BULLET.text} {_paint(replace(label, text=label.text + ':'))} {words}"
        case _:
            return f"{_paint(label)} {words}".rstrip()


def _paint(piece: Piece) -> str:
    if not piece.text:
        return ""
    words = escape(printable(piece.text))
    if piece.style == "link":
        return _anchor(piece.text) or words
    opens, closes = _TAGS[piece.style]
    return f"{opens}{words}{closes}"


def _anchor(address: str) -> str | None:
    """The name of a site that opens the page; None where the address is no page's."""
    if len(address) > _LONGEST_ADDRESS or printable(address) != address:
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:  # «http://[…»
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    return f'<a href="{escape(address)}">{escape(host)}</a>'
