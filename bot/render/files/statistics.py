"""The way to the picture of statistics that loads nothing before it is drawn."""

from __future__ import annotations

from bot.render.statistics import Statistics


def draw_statistics(statistics: Statistics) -> bytes:
    """The bytes of a PNG; for a worker process, which alone loads what draws."""
    from bot.render.files.chart import draw

    return draw(statistics)
