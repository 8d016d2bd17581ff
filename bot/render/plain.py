"""Write a digest as plain text."""

from __future__ import annotations

from bot.render.lines import Style, write_lines
from bot.render.page import lay_out
from summarizer.model import Digest


def to_plain(digest: Digest, *, width: int = 80) -> str:
    """The digest for a reader, without colour."""
    return write_lines(lay_out(digest), width=width, paint=_bare)


def _bare(words: str, _: Style) -> str:
    return words
