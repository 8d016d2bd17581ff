"""Lines as messages of Telegram's HTML, each within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise
from urllib.parse import urlsplit

from msgspec.structs import replace

from bot.render.lines import Line, Piece, Style, printable

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
_BULLET = Piece("•")


def to_html(lines: tuple[Line, ...], *, longest: int = LONGEST) -> tuple[str, ...]:
    """The lines as messages of at most `longest` UTF-16 units and `MOST_MARKS` marks each.

    Messages part at line ends, not under a heading; a line longer than a message parts
    at a blank; a long section is an expandable quotation.
    """
    messages: list[list[Line]] = [[]]
    for line in _short_lines(_listed(lines), longest):
        if messages[-1] and not _fits([*messages[-1], line], longest):
            messages.append(_take_headings(messages[-1], line))
            if not _fits([*messages[-1], line], longest):  # the headings alone are a message
                messages.append([])
        messages[-1].append(line)
    return tuple(_message(message) for message in messages if not _is_blank(message))


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fits(lines: list[Line], longest: int) -> bool:
    need = sum(units(_bare(line)) + 1 for line in lines)
    marks = sum(_row(line).count("</") for line in lines)
    quotations = sum(line.indent > 0 for line in lines) // _FOLD_FROM
    return need <= longest and marks + quotations <= MOST_MARKS


def _take_headings(message: list[Line], line: Line) -> list[Line]:
    """The headings at the end of a message under which `line` stands, taken out of it."""
    taken: list[Line] = []
    below = line
    while len(message) > 1 and (not message[-1].pieces or message[-1].indent < below.indent):
        below = message.pop()
        taken.insert(0, below)
    return taken


def _listed(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Lines for a place without columns: several under one label are a list under it."""
    is_list = False
    for line, following in pairwise((*lines, Line())):
        is_more = bool(line.column) and not line.label.text
        goes_on = bool(following.column) and not following.label.text
        if not is_more:
            is_list = False
            if goes_on and line.label.style == "label" and line.column:
                yield replace(line, pieces=(), fact=None, column=0)
                is_list = True
        if line.label.text == _BULLET.text or (is_list and line.column):
            yield replace(line, label=_BULLET)
        else:
            yield line


def _is_blank(lines: list[Line]) -> bool:
    """Nothing that Telegram would show; it refuses such a message."""
    return not any(printable(_bare(line)).strip() for line in lines)


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
            return f"{_BULLET.text} {_paint(replace(label, text=label.text + ':'))} {words}"
        case _:
            return f"{_paint(label)} {words}"


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


def _bare(line: Line) -> str:
    """All that may be shown of the line, and the marks that `_row` adds."""
    added = {"label": ":", "deadline": "• :"}.get(line.label.style, "") if line.label.text else ""
    return " ".join((line.label.text + added, *(piece.text for piece in line.pieces)))


def _short_lines(lines: Iterator[Line], longest: int) -> Iterator[Line]:
    for line in lines:
        if units(_bare(line)) < longest:
            yield line
            continue
        for piece in (line.label, *line.pieces):
            style = (
                "plain" if piece.style == "link" else piece.style
            )  # half an address opens nothing
            for text in _cut(piece.text, longest - 1):
                yield replace(line, pieces=(Piece(text, style),), label=Piece(""))


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
