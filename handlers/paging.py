"""Turn the pages of a list by commands that anybody may type."""

from __future__ import annotations

from bot.channel import Button
from bot.texts import search as words

IN_A_ROW = 5


def numbers_row(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    """Buttons with numbers, a few in a row."""
    return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))


def turning(command: str, page: int, *, size: int, count: int) -> tuple[Button, ...]:
    """To the page before and the page after, where there are such."""
    before = (Button(words.BEFORE, f"{command} trang {page - 1}"),) if page > 1 else ()
    after = (Button(words.AFTER, f"{command} trang {page + 1}"),) if page * size < count else ()
    return (*before, *after)
