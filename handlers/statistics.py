"""Count, tell and draw how much there is and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from bot.channel import LONGEST_COMMAND, File, Reply, Request, said
from bot.render.files.statistics import draw_statistics
from bot.render.shaping import day
from bot.render.statistics import Bar, Statistics, Unit, page_of
from bot.texts import statistics as words
from handlers.documents import open_document
from handlers.services import Services
from handlers.windows import Window, read_window
from storage.entries import Due, Wanted
from storage.wanted import write_wanted

_DAYS = 30
_DOCUMENTS = 8
_SECONDS = 60.0
_MOST_DAYS, _MOST_MONTHS = 62, 62  # bars; then they are of months, of years
_DUES: tuple[Due | None, ...] = ("over", "week", None, "none")


async def show_statistics(request: Request, services: Services) -> Sequence[Reply]:
    """The figures in words, a picture of them, and where they are a page of their own."""
    statistics = await count(request.channel, request.chat, request.argument, services)
    if statistics is None:
        return (said(words.HOW),)
    if not statistics.count:
        return (said(words.NOTHING.format(title=statistics.title)),)
    content = await services.pool.run(draw_statistics, statistics, limit=_SECONDS)
    name = words.FILE.format(day=statistics.today.isoformat())
    told = said(statistics.title, *_told(statistics))
    file = File(name, "image/png", content)
    return (replace(told, file=file, page=page_of(statistics.typed)),)


async def count(channel: str, key: str, typed: str, services: Services) -> Statistics | None:
    """The figures of a chat, and those it shares articles with; None where no days are meant."""
    today = services.today()
    window = _window(typed, today, services)
    if window is None:
        return None
    store = services.store
    chat = await store.get_chat(channel, key)
    chats = await store.offices.chats_of(chat)
    moments = [
        moment
        for each in chats
        for moment in await store.get_moments(window.start, window.end, chat=each)
    ]
    unit, articles = _articles(moments, window, services)
    documents = await store.register.count_documents(
        window.start, window.end, chats=chats, limit=_DOCUMENTS
    )
    dues = await store.register.count_dues(chats, today=today)
    counts = (dues.over, dues.week, dues.later, dues.none)
    return Statistics(
        title=words.TITLE.format(span=window.span),
        typed=f"{day(_first_day(window, services))} {day(window.last_day(services))}",
        unit=unit,
        articles=articles,
        documents=tuple(
            Bar(entry.name, entry.seen, open_document(entry, chat)) for entry in documents
        ),
        directives=tuple(
            Bar(name, number, _list(due) if number else None)
            for name, number, due in zip(words.BARS, counts, _DUES, strict=True)
        ),
        today=today,
    )


def _window(typed: str, today: date, services: Services) -> Window | None:
    if typed.strip():
        return read_window(typed, services)
    first = today - timedelta(days=_DAYS - 1)
    window = read_window(f"{day(first)} {day(today)}", services)
    span = words.LAST_DAYS.format(first=day(first), last=day(today))
    return replace(window, span=span) if window else None


def _first_day(window: Window, services: Services) -> date:
    return window.start.astimezone(services.zone).date()


def _articles(
    moments: Sequence[datetime], window: Window, services: Services
) -> tuple[Unit, tuple[Bar, ...]]:
    """Every day of the window with its articles; of a long one every month, or year."""
    days = Counter(moment.astimezone(services.zone).date() for moment in moments)
    first, last = _first_day(window, services), window.last_day(services)
    if (last - first).days < _MOST_DAYS:
        every = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return "day", tuple(Bar(day(each), days[each]) for each in every)
    if _month(last) - _month(first) < _MOST_MONTHS:
        months = Counter[int]()
        for each, number in days.items():
            months[_month(each)] += number
        return "month", tuple(
            Bar(f"{at % 12 + 1}/{at // 12}", months[at])
            for at in range(_month(first), _month(last) + 1)
        )
    return "year", tuple(_years(days))


def _month(of: date) -> int:
    """Months since the year 0."""
    return 12 * of.year + of.month - 1


def _years(days: Counter[date]) -> Iterator[Bar]:
    """From the first year with articles to the last."""
    years = Counter[int]()
    for each, number in days.items():
        years[each.year] += number
    for year in range(min(years, default=0), max(years, default=-1) + 1):
        yield Bar(str(year), years[year])


def _list(due: Due | None) -> str | None:
    """What lists the directives with such a deadline."""
    return f"/chidao {write_wanted(Wanted(due=due), longest=LONGEST_COMMAND)}" if due else None


def _told(statistics: Statistics) -> list[str]:
    lines = [statistics.summary]
    if statistics.documents:
        named = (
            words.DOCUMENT.format(name=bar.name, count=bar.count)
            for bar in statistics.documents[:5]
        )
        lines.append(words.DOCUMENTS.format(documents="; ".join(named)))
    over, week, later, none = (bar.count for bar in statistics.directives)
    return [*lines, words.DUE.format(over=over, week=week, later=later, none=none)]
