"""Tell a digest's headline and facts, each in one short line."""

from __future__ import annotations

from msgspec.structs import replace

from bot import texts
from bot.render.lines import Line, Piece
from bot.render.page import lay_out
from bot.render.shaping import on_one_line, shortened
from storage.corrected import Corrections
from summarizer.model import Digest

_LONGEST = 110  # letters: two rows of a phone
_FIRST_WORDS = 80  # letters


def fact_lines(digest: Digest, corrections: Corrections = ()) -> tuple[Line, ...]:
    """The lines of a digest that tell a fact, in order, each with the label it stands under."""
    lines: list[Line] = []
    label = Piece("")
    for line in lay_out(digest, corrections):
        if line.label.text or not line.column:
            label = line.label
        if line.fact:
            lines.append(replace(line, label=label))
    return tuple(lines)


def title_of(digest: Digest) -> str:
    """The headline, or the first words."""
    article = digest.article
    words = article.title.text if article.title else article.text[:_FIRST_WORDS]
    return on_one_line(words) or texts.NO_TITLE


def brief(line: Line, *, longest: int = _LONGEST) -> str:
    """«Chủ trì: Lương Đình Thuận, Thủ tướng Chính phủ», cut at a blank."""
    words = " ".join(piece.text for piece in line.pieces)
    label = line.label.text
    said = on_one_line(f"{label}: {words}" if label not in {"", "•"} else words)
    return shortened(said, longest)
