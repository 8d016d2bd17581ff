"""Draw how much there is and what is due, as one picture for a phone."""

from __future__ import annotations

import io

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.render.files.statistics import Statistics
from bot.texts import statistics as words

_SIZE, _DOTS = (6.0, 9.0), 150  # inches, dots an inch: 900 × 1350
_RED, _DARK, _PALE = "#9c1f1f", "#3a3a3a", "#c9b8a8"
_COLOURS = ("#9c1f1f", "#d98c1f", "#5b7f5b", "#c9b8a8")
_TICKS = 7
_LONGEST = 30  # letters of a document's name


def draw(statistics: Statistics) -> bytes:
    """The bytes of a PNG."""
    figure = Figure(figsize=_SIZE, dpi=_DOTS, layout="constrained")
    figure.suptitle(statistics.title, fontsize=14, fontweight="bold", color=_RED)
    grid = figure.add_gridspec(3, 1, height_ratios=(1.0, 1.3, 0.9))
    parts = (figure.add_subfigure(grid[row]) for row in range(3))  # each as wide as it may be
    above, middle, below = (part.subplots() for part in parts)
    _draw_days(above, statistics)
    _draw_documents(middle, statistics)
    _draw_due(below, statistics)
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _draw_days(axes: Axes, statistics: Statistics) -> None:
    days = [day for day, _ in statistics.days]
    places = range(len(days))
    axes.bar(places, [count for _, count in statistics.days], color=_RED, width=0.8)
    step = max(1, -(-len(days) // _TICKS))
    axes.set_xticks(places[::step], [f"{day:%d/%m}" for day in days[::step]])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    _tidy(axes, words.A_DAY)


def _draw_documents(axes: Axes, statistics: Statistics) -> None:
    if not statistics.documents:
        axes.text(0.5, 0.5, words.NO_DOCUMENTS, ha="center", va="center", color=_DARK)
        axes.set_axis_off()
        axes.set_title(words.MOST_MENTIONED, fontsize=12, loc="left", color=_DARK)
        return
    shown = statistics.documents[::-1]
    names = [name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…" for name, _ in shown]
    bars = axes.barh(range(len(shown)), [count for _, count in shown], color=_PALE)
    axes.bar_label(bars, padding=3, fontsize=10)
    axes.set_yticks(range(len(shown)), names, fontsize=10)
    axes.xaxis.set_visible(False)
    _tidy(axes, words.MOST_MENTIONED)


def _draw_due(axes: Axes, statistics: Statistics) -> None:
    bars = axes.bar(range(4), statistics.due, color=_COLOURS, width=0.65)
    axes.bar_label(bars, padding=2, fontsize=10)
    axes.set_xticks(range(4), words.BARS, fontsize=10)
    axes.yaxis.set_visible(False)
    axes.margins(y=0.2)
    _tidy(axes, words.ORDERS)


def _tidy(axes: Axes, title: str) -> None:
    axes.set_title(title, fontsize=12, loc="left", color=_DARK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
