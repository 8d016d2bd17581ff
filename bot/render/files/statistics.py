"""What a picture of statistics tells, and the way to it that loads nothing before it is drawn."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Statistics(Struct, frozen=True):
    """What is drawn: articles of each day, documents with their counts, directives by deadline.

    `due` are overdue, within a week, later, without a deadline.
    """

    title: str
    days: tuple[tuple[date, int], ...]
    documents: tuple[tuple[str, int], ...]
    due: tuple[int, int, int, int]


def draw_statistics(statistics: Statistics) -> bytes:
    """The bytes of a PNG; for a worker process, which alone loads what draws."""
    from bot.render.files.chart import draw

    return draw(statistics)
