"""Lay out the words behind each line of a digest."""

from __future__ import annotations

from bot.render.lines import Line, Piece
from storage.model import Correction
from summarizer.model import Digest


def lay_out_evidence(digest: Digest, corrections: tuple[Correction, ...] = ()) -> tuple[Line, ...]:
    """Each fact with its words."""
    return tuple(Line((Piece(digest.article.quote(span)),), 2) for span in digest.summary)
