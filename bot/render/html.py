"""Lines as messages of Telegram's HTML, each within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from msgspec.structs import replace

from bot.render.lines import Line, Piece, Style, printable

LONGEST = 4096  # UTF-16 units after the tags are read: safe for each way of counting
_FOLD_FROM = 8  # a section of more lines is shown shut
_TAGS: dict[Style, tuple[str, str]] = {
    "title": ("<b>", "</b>"),
    "section": ("<b>", "</b>"),
    "name": ("<b>", "</b>"),
    "deadline": ("<u>", "</u>"),
    "label": ("<i>", "</i>"),
    "faint": ("<i>", "</i>"),
    "plain": ("", ""),
}
_FOLD = ("<blockquote expandable>", "</blockquote>")


def to_html(lines: tuple[Line, ...], *, longest: int = LONGEST) -> tuple[str, ...]:
    """The lines as one message or more of at most `longest` UTF-16 units each.

    Messages part at line ends, a line longer than a message at a blank; a long section
    is an expandable quotation.
    """
    messages: list[list[Line]] = [[]]
    room = longest
    for line in _short_lines(lines, longest):
        need = units(_bare(line)) + 1
        if need > room and messages[-1]:
            messages.append([])
            room = longest
        messages[-1].append(line)
        room -= need
    return tuple(_message(message) for message in messages if not _is_blank(message))


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_blank(lines: list[Line]) -> bool:
    """Nothing that Telegram would show; it refuses such a message."""
    return not any(printable(_bare(line)).strip() for line in lines)


def _message(lines: list[Line]) -> str:
    blocks = []
    for is_body, group in groupby(lines, key=lambda line: line.indent > 0):
        rows = [_row(line) for line in group]
        if is_body and len(rows) > _FOLD_FROM:
            blocks.append(_FOLD[0] + "\n".join(rows) + _FOLD[1])
        else:
            blocks.append("\n".join(rows))
    return "\n".join(blocks).strip("\n")


def _row(line: Line) -> str:
    words = " ".join(_paint(piece) for piece in line.pieces)
    return f"{_paint(line.label)} {words}" if line.label.text else words


def _paint(piece: Piece) -> str:
    opens, closes = _TAGS[piece.style]
    return f"{opens}{escape(printable(piece.text))}{closes}" if piece.text else ""


def _bare(line: Line) -> str:
    return " ".join((line.label.text, *(piece.text for piece in line.pieces)))


def _short_lines(lines: tuple[Line, ...], longest: int) -> Iterator[Line]:
    for line in lines:
        if units(_bare(line)) < longest:
            yield line
            continue
        for piece in (line.label, *line.pieces):
            for text in _cut(piece.text, longest - 1):
                yield replace(line, pieces=(replace(piece, text=text),), label=Piece(""))


def _cut(text: str, longest: int) -> Iterator[str]:
    """`text` in pieces of at most `longest` units, cut at blanks where there are any."""
    while units(text) > longest:
        end = longest // 2  # letters: each takes at most two units
        blank = text.rfind(" ", end // 2, end)
        cut = blank if blank > 0 else end
        yield text[:cut]
        text = text[cut:].lstrip(" ")
    if text:
        yield text
