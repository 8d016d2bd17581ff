"""Write the figures of /thongke as a page: tables whose rows are bars, without a script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from bot.render.shaping import day
from bot.render.statistics import PAGE, Bar, Statistics, page_of
from bot.texts import statistics as words

_HEAD = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} – giaoban</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/statistics.css">
</head>
<body class="statistics">
"""
_WIDTH = 100  # of the longest bar, in units of its own


def write_statistics(statistics: Statistics | None, *, member: str | None) -> str:
    """The page, as HTML; that no days are meant where there are none.

    `member` is whose figures they are, where anybody is logged in.
    """
    title = statistics.title if statistics else words.UNREAD_DAYS
    whose = words.WHOSE.format(member=member) if member else ""
    return "".join([
        _HEAD.format(title=escape(title)),
        "<header>\n",
        f'<p class="ways"><a href="/">{escape(words.BACK)}</a></p>\n',
        f"<h1>{escape(title)}</h1>\n",
        _paragraph(whose),
        _choices(),
        "</header>\n<main>\n",
        *(_sections(statistics) if statistics else [_paragraph(words.HOW)]),
        "</main>\n</body>\n</html>\n",
    ])  # fmt: skip


def _choices() -> str:
    links = (
        f'<a href="{escape(page_of(typed) if typed else PAGE)}">{escape(name)}</a>'
        for typed, name in words.CHOICES.items()
    )
    return f'<nav aria-label="{escape(words.OTHER_DAYS)}">{" ".join(links)}</nav>\n'


def _sections(statistics: Statistics) -> Iterable[str]:
    unit, count = words.UNITS[statistics.unit], statistics.count
    yield _section(
        "articles",
        words.COUNTED[statistics.unit],
        _paragraph(statistics.summary if count else words.NO_ARTICLES),
        _table((unit, words.COUNT), statistics.articles) if count else "",
    )
    yield _section(
        "documents",
        words.MOST_MENTIONED,
        _table((words.DOCUMENT_NAME, words.COUNT), statistics.documents)
        if statistics.documents
        else _paragraph(words.NO_DOCUMENTS),
    )
    yield _section(
        "directives",
        words.ORDERS,
        _paragraph(words.OF_ALL_DAYS.format(day=day(statistics.today))),
        _table((words.DEADLINE, words.TASKS), statistics.directives),
    )
    if any(bar.command for bar in (*statistics.documents, *statistics.directives)):
        yield _paragraph(words.HOW_TO_OPEN, "note")


def _section(name: str, heading: str, *body: str) -> str:
    opening = f'<section class="{name}" aria-labelledby="{name}">'
    return f'{opening}\n<h2 id="{name}">{escape(heading)}</h2>\n{"".join(body)}</section>\n'


def _paragraph(text: str, kind: str = "") -> str:
    opening = f'<p class="{kind}">' if kind else "<p>"
    return f"{opening}{escape(text)}</p>\n" if text else ""


def _table(heads: tuple[str, str], bars: Sequence[Bar]) -> str:
    """A row for each: its name, its bar, its number. The bar tells nothing that is not told."""
    name, count = map(escape, heads)
    most = max(bar.count for bar in bars) or 1
    head = f'<tr><th scope="col">{name}</th><td></td><th scope="col">{count}</th></tr>'
    rows = "".join(_row(bar, most) for bar in bars)
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(bar: Bar, most: int) -> str:
    name = escape(bar.name)
    if bar.command:
        address = f"/#words={quote(bar.command, safe='')}"
        name = f'<a href="{escape(address)}">{name}</a>'
    width = f"{_WIDTH * bar.count / most:.4g}"
    drawn = (
        f'<svg viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{width}" height="10"/></svg>'
    )
    kind = "" if bar.count else ' class="none"'
    return f'<tr{kind}><th scope="row">{name}</th><td>{drawn}</td><td>{bar.count}</td></tr>\n'
