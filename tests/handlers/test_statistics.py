"""How much there is and what is due is told in words and drawn."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.channel import Reply
from bot.render.statistics import Statistics
from handlers.statistics import count
from tests.handlers.chat import LAN, Chat, talk
from tests.summarizer.events_pairs import EVENTS, by_the_province, digest_of

TODAY = datetime(2025, 10, 20, 3, 0, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    now = TODAY

    def __call__(self) -> datetime:
        return self.now


def told(typed: str = "", *, days: tuple[int, ...] = (0, 1, 1, 40)) -> tuple[Reply, str]:
    """What is answered where articles came so many days ago."""
    clock = Clock()

    async def go(chat: Chat) -> tuple[Reply, str]:
        for number, (ago, event) in enumerate(zip(days, EVENTS, strict=False)):
            clock.now = TODAY - timedelta(days=ago)
            await chat.replies(by_the_province(event), message=str(number))
        clock.now = TODAY
        (reply,) = await chat.replies(f"/thongke {typed}")
        return reply, " ".join((await chat.say(f"/thongke {typed}")).split())

    return talk(go, now=clock)


def test_the_words_say_what_the_picture_shows() -> None:
    reply, said = told()
    assert "3 bài, nhiều nhất 2 bài trong ngày 19/10/2025" in said
    assert "Nghị quyết 57-NQ/TW" in said
    assert "2 quá hạn" in said  # 30/9 and 15/10
    assert "2 hạn xa hơn" in said
    assert reply.file is not None
    assert reply.file.is_picture
    assert reply.file.name == "thong-ke-2025-10-20.png"
    picture = Image.open(io.BytesIO(reply.file.content))
    assert picture.size == (900, 1350)
    assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 20  # something is drawn


def test_a_thousand_years_hold_up_nobody() -> None:
    reply, said = told("1/1/1000 31/12/9998")
    assert "4 bài, nhiều nhất 4 bài trong năm 2025" in said
    assert reply.file is not None


def test_days_are_chosen() -> None:
    clock = Clock()

    async def go(chat: Chat) -> list[str]:
        for number, (ago, event) in enumerate(zip((0, 1, 1, 40), EVENTS, strict=False)):
            clock.now = TODAY - timedelta(days=ago)
            await chat.replies(by_the_province(event), message=str(number))
        clock.now = TODAY
        asked = ("tuần này", "1/9/2025 30/9/2025", "1/1/2001", "lung tung")
        return [" ".join((await chat.say(f"/thongke {typed}")).split()) for typed in asked]

    week, month, nothing, unread = talk(go, now=clock)
    assert "1 bài, nhiều nhất 1 bài trong ngày 20/10/2025" in week
    assert "1 bài, nhiều nhất 1 bài trong ngày 10/9/2025" in month
    assert "chưa có bài nào" in nothing
    assert "Hãy gõ: /thongke" in unread


def test_nothing_kept_is_one_line() -> None:
    reply, said = told(days=())
    assert reply.file is None
    assert said.endswith("chưa có bài nào.")


def counted(typed: str, *, days: tuple[int, ...], **settings: Any) -> Statistics | None:
    """The figures of these days where articles came so many days ago."""

    async def go(chat: Chat) -> Statistics | None:
        store = chat.services.store
        number = await store.get_chat("test", LAN)
        for ago, event in zip(days, EVENTS, strict=False):
            digest = digest_of(by_the_province(event))
            await store.save_digest(digest, chat=number, now=TODAY - timedelta(days=ago))
        return await count("test", LAN, typed, chat.services)

    return talk(go, now=lambda: TODAY, **settings)


def test_a_long_time_is_counted_by_months_a_longer_one_by_years() -> None:
    months = counted("1/9/2025 30/11/2025", days=(0, 1, 40))
    assert months
    assert [(bar.name, bar.count) for bar in months.articles] == [
        ("9/2025", 1), ("10/2025", 2), ("11/2025", 0),
    ]  # fmt: skip
    assert months.summary == "3 bài, nhiều nhất 2 bài trong tháng 10/2025"
    years = counted("1/1/1990 31/12/2029", days=(0, 1, 700))
    assert years
    assert [(bar.name, bar.count) for bar in years.articles] == [
        ("2023", 1), ("2024", 0), ("2025", 2),
    ]  # fmt: skip
    assert counted("1/1/1990 31/12/2029", days=()) is not None


def test_every_day_of_two_months_has_its_bar() -> None:
    days = counted("1/9/2025 31/10/2025", days=(0, 1, 40))
    assert days
    assert (days.unit, len(days.articles), days.count) == ("day", 61, 3)


@pytest.mark.parametrize("typed", ["1/1/0001", "31/12/9999", "1/1/0001 31/12/9999"])
def test_days_that_no_calendar_holds_are_not_understood(typed: str) -> None:
    assert counted(typed, days=(0,), zone=ZoneInfo("Asia/Ho_Chi_Minh")) is None
