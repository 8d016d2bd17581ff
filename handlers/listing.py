"""List digests by their headlines, each with a way to open it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot import texts
from bot.channel import Button
from bot.render.lines import Line, Piece
from bot.render.shaping import day

_MOST = 40  # buttons
_A_ROW = 8


def headline(name: str, title: str | None, published: date | None) -> Line:
    """«3. Hội nghị … (19/5/2022)»."""
    told = (Piece(f"{name}.", "faint"), Piece(title or texts.NO_TITLE, "title"))
    return Line((*told, Piece(f"({day(published)})", "faint")) if published else told)


def open_buttons(names: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    """A button to open each, in rows; of a long list those that come first."""
    buttons = [Button(name, f"/xem {name}") for name in names[:_MOST]]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
