"""Tell and draw how much there is and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from bot.channel import File, Reply, Request, said
from bot.render.files.statistics import Statistics, draw_statistics
from bot.render.shaping import day
from bot.texts import statistics as words
from handlers.chats import seen_chats
from handlers.services import Services
from handlers.windows import Window, kept_within, read_window
from storage.entries import Due, Wanted
from storage.model import Kept

_DAYS = 30
_LONGEST = 366  # days that are shown though nothing came
_DOCUMENTS = 8
_SECONDS = 60.0


async def show_statistics(request: Request, services: Services) -> Sequence[Reply]:
    """The figures in words, and a picture of them."""
    today = services.today()
    window = _window(request.argument, today, services)
    if window is None:
        return (said(words.HOW),)
    title = words.TITLE.format(span=window.span)
    kept = await kept_within(window, request, services)
    if not kept:
        return (said(words.NOTHING.format(title=title)),)
    told = Statistics(
        title,
        days=_days(kept, window, services),
        documents=_documents(kept),
        due=await _due(request, today, services),
    )
    content = await services.pool.run(draw_statistics, told, limit=_SECONDS)
    picture = File(words.FILE.format(day=today.isoformat()), "image/png", content)
    return (replace(said(title, *_told(told)), file=picture),)


def _window(typed: str, today: date, services: Services) -> Window | None:
    if typed.strip():
        return read_window(typed, services)
    first = today - timedelta(days=_DAYS - 1)
    window = read_window(f"{day(first)} {day(today)}", services)
    span = words.LAST_DAYS.format(first=day(first), last=day(today))
    return replace(window, span=span) if window else None


def _days(kept: Sequence[Kept], window: Window, services: Services) -> tuple[tuple[date, int], ...]:
    """Every day of the window with its articles; of a long one, from the first of these on."""
    counts = Counter(each.made.astimezone(services.zone).date() for each in kept)
    first, last = window.start.astimezone(services.zone).date(), window.last_day(services)
    if (last - first).days > _LONGEST:  # anybody may type «1/1/1000 31/12/9998»
        first, last = max(first, min(counts)), min(last, max(counts))
    return tuple(
        (each, counts[each])
        for number in range((last - first).days + 1)
        for each in [first + timedelta(days=number)]
    )


def _documents(kept: Sequence[Kept]) -> tuple[tuple[str, int], ...]:
    """The documents that most articles name, by type and number."""
    counts: Counter[str] = Counter()
    for each in kept:
        counts.update({document.key for document in each.digest.documents})
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_DOCUMENTS])


async def _due(request: Request, today: date, services: Services) -> tuple[int, int, int, int]:
    """How many directives that are not done are overdue, due in a week, later, without a day."""
    chats = await seen_chats(request, services)

    async def count(due: Due) -> int:
        page = await services.store.register.get_directives(
            Wanted(due=due), chats=chats, today=today, limit=1
        )
        return page.count

    over, week, none, known = [await count(due) for due in ("over", "week", "none", "any")]
    return over, week, max(0, known - over - week), none


def _told(statistics: Statistics) -> list[str]:
    busiest, most = max(statistics.days, key=lambda each: each[1])
    total = sum(count for _, count in statistics.days)
    lines = [words.ARTICLES.format(count=total, most=most, day=day(busiest))]
    if statistics.documents:
        most_named = statistics.documents[:5]
        named = (words.DOCUMENT.format(name=name, count=count) for name, count in most_named)
        lines.append(words.DOCUMENTS.format(documents="; ".join(named)))
    over, week, later, none = statistics.due
    return [*lines, words.DUE.format(over=over, week=week, later=later, none=none)]
