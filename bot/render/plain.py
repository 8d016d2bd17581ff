"""Write a digest as plain text."""

from __future__ import annotations

from bot.render.lines import Line, Style, write_lines
from bot.render.page import lay_out
from summarizer.model import Digest


def to_plain(digest: Digest, *, width: int = 80) -> str:
    """The digest for a reader, without colour."""
    return write_plain(lay_out(digest), width=width)


def write_plain(lines: tuple[Line, ...], *, width: int = 80) -> str:
    """Any lines, without colour."""
    return write_lines(lines, width=width, paint=_bare)


def _bare(words: str, _: Style) -> str:
    return words
