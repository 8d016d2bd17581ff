"""Write a digest in the colours of a terminal."""

from __future__ import annotations

from bot.render.lines import Line, Style, write_lines
from bot.render.page import lay_out
from summarizer.model import Digest

_CODES: dict[Style, str] = {
    "title": "1;36",
    "section": "1;33",
    "label": "36",
    "name": "1",
    "deadline": "1;31",
    "faint": "2",
}


def to_terminal(digest: Digest, *, width: int = 80) -> str:
    """The digest for a reader, in colour."""
    return write_terminal(lay_out(digest), width=width)


def write_terminal(lines: tuple[Line, ...], *, width: int = 80) -> str:
    """Any lines, in colour."""
    return write_lines(lines, width=width, paint=paint)


def paint(words: str, style: Style) -> str:
    """The words between the codes that switch the style on and off."""
    code = _CODES.get(style)
    return f"\033[{code}m{words}\033[0m" if code else words
