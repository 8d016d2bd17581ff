"""What is counted: the figures that the picture and the page of /thongke show."""

from __future__ import annotations

from datetime import date
from typing import Literal
from urllib.parse import urlencode

from msgspec import Struct

from bot.texts import statistics as words

PAGE = "/thongke"  # where a chat page shows it
Unit = Literal["day", "month", "year"]


class Bar(Struct, frozen=True):
    """A count with its name; `command` shows in the chat what was counted, where one does."""

    name: str
    count: int
    command: str | None = None


class Statistics(Struct, frozen=True):
    """Articles of each day, month or year, documents by articles, directives by deadline.

    `typed` asks for the same days again. `directives` are those of all days that are not done
    on `today`.
    """

    title: str
    typed: str
    unit: Unit
    articles: tuple[Bar, ...]
    documents: tuple[Bar, ...]
    directives: tuple[Bar, ...]
    today: date

    @property
    def count(self) -> int:
        """How many articles there are."""
        return sum(bar.count for bar in self.articles)

    @property
    def summary(self) -> str:
        """How many articles there are, and when there were most; for a time that has any."""
        most = max(self.articles, key=lambda bar: bar.count)
        form = words.ARTICLES[self.unit]
        return form.format(count=self.count, most=most.count, name=most.name)


def page_of(typed: str) -> str:
    """Where a chat page shows the figures of the days that are typed so."""
    return f"{PAGE}?{urlencode({'days': typed})}"
