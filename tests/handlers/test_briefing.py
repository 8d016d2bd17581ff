"""The day's digest: what it tells, and that each is sent once, whatever happens to the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bot import texts
from bot.channel import Request
from bot.fetch import Fetcher
from bot.pool import Pool
from bot.telegram.channel import Telegram
from bot.texts import briefing as words
from bot.worker import Gestures, Worker
from handlers.briefing import write_briefings
from handlers.hour import set_hour
from handlers.routes import answer, apologise
from handlers.services import Services
from storage.model import Event, NewEvent
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, fake_telegram
from tests.handlers.chat import LAN, Chat, pressed, talk
from tests.pools import shared_pool
from tests.summarizer.events_pairs import EVENTS, NEWSROOMS, by_the_agency, digest_of

T = TypeVar("T")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
CHAT = "42"
MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=HANOI)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)

    def set(self, words: str) -> None:
        self.now = datetime.fromisoformat(words).replace(tzinfo=HANOI)


def served(folder: Path, clock: Clock, go: Callable[[Services], Awaitable[T]]) -> T:
    """One run of the program, up to a restart."""

    async def load(*_: object) -> bytes:
        raise AssertionError

    async def run() -> T:
        async with await Store.open(folder / "a.db") as store:
            services = Services(store, Fetcher(), shared_pool(), load, clock, ("1",), zone=HANOI)
            return await go(services)

    return asyncio.run(run())


async def ask(services: Services, typed: str) -> None:
    request = Request("telegram", CHAT, CHAT, "1", services.now(), argument=typed)
    await set_hour(request, services)


def windows(events: Sequence[Event]) -> list[tuple[str, str]]:
    """From when to when the digests that are due reach, by the office's clock."""
    found = []
    for event in events:
        _, start, end = (event.raw or b"").decode().split()
        here = [datetime.fromisoformat(each).astimezone(HANOI) for each in (start, end)]
        found.append((f"{here[0]:%d %H:%M}", f"{here[1]:%d %H:%M}"))
    return found


async def due(services: Services) -> list[tuple[str, str]]:
    return windows(await write_briefings(services, {"telegram"}))


def test_each_slot_is_due_once_and_goes_on_where_the_last_ended(tmp_path: Path) -> None:
    clock = Clock()

    async def first(services: Services) -> list[list[tuple[str, str]]]:
        await ask(services, "07:00")
        found = [await due(services)]
        for moment in ("2026-11-23 06:59:59", "2026-11-23 07:00", "2026-11-23 07:00:30"):
            clock.set(moment)
            found.append(await due(services))
        return found

    async def after_a_restart(services: Services) -> list[list[tuple[str, str]]]:
        found = [await due(services)]
        clock.set("2026-11-24 07:00:10")
        return [*found, await due(services)]

    assert served(tmp_path, clock, first) == [[], [], [("22 07:00", "23 07:00")], []]
    assert served(tmp_path, clock, after_a_restart) == [[], [("23 07:00", "24 07:00")]]


def test_after_an_outage_of_two_days_one_digest_tells_of_all(tmp_path: Path) -> None:
    clock = Clock()
    served(tmp_path, clock, lambda services: ask(services, "07:00"))
    clock.set("2026-11-25 09:30")
    assert served(tmp_path, clock, due) == [("22 07:00", "25 07:00")]
    assert served(tmp_path, clock, due) == []


def test_a_clock_that_is_set_back_repeats_nothing(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> list[list[tuple[str, str]]]:
        await ask(services, "07:00")
        found = []
        for moment in ("23 07:05", "22 07:05", "23 07:04", "23 06:00", "23 07:01", "24 07:00"):
            clock.set(f"2026-11-{moment}")
            found.append(await due(services))
        return found

    one, *between, last = served(tmp_path, clock, go)
    assert one == [("22 07:00", "23 07:00")]
    assert between == [[], [], [], []]
    assert last == [("23 07:00", "24 07:00")]


def test_a_clock_that_was_years_ahead_silences_nobody(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> list[list[tuple[str, str]]]:
        await ask(services, "07:00")
        found = []
        for moment in ("2031-01-01 07:00", "2026-11-23 08:00", "2026-11-24 07:00"):
            clock.set(moment)
            found.append(await due(services))
        return found

    ahead, back, following = served(tmp_path, clock, go)
    assert len(ahead) == 1
    assert back == []
    assert following == [("23 08:00", "24 07:00")]


def test_days_of_rest_are_told_of_on_the_next_working_day(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> list[tuple[str, str]]:
        clock.set("2026-11-27 07:00")  # a Friday
        await ask(services, "7h lam viec")
        found = []
        for moment in ("28 07:00", "29 12:00", "30 07:00"):
            clock.set(f"2026-11-{moment}")
            found += await due(services)
        return found

    assert served(tmp_path, clock, go) == [("27 07:00", "30 07:00")]


def test_a_chat_that_blocked_the_bot_rests_until_somebody_speaks_there(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> list[list[tuple[str, str]]]:
        await ask(services, "07:00")
        clock.set("2026-11-23 07:00")
        events = await write_briefings(services, {"telegram"})
        now = services.now()
        await services.store.finish_events([events[0].id], now=now, failure="blocked")
        found = []
        for moment in ("24 07:00", "25 07:00"):
            clock.set(f"2026-11-{moment}")
            found.append(await due(services))
        clock.set("2026-11-25 08:00")
        spoken = NewEvent("77", CHAT, b"{}", sender=CHAT, message="77")
        await services.store.put_events("telegram", [spoken], cursor=None, now=services.now())
        return [*found, await due(services)]

    rest, still, again = served(tmp_path, clock, go)
    assert (rest, still) == ([], [])
    assert again == [("23 07:00", "25 07:00")]


def test_another_channel_that_is_switched_off_waits(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> list[Event]:
        await ask(services, "07:00")
        clock.set("2026-11-23 07:00")
        return list(await write_briefings(services, {"local"}))

    assert served(tmp_path, clock, go) == []


async def delivered(services: Services) -> FakeTelegram:
    """The fake after the digests that are due have been seen to."""
    async with fake_telegram() as fake, Telegram(fake.settings()) as telegram:
        gestures = Gestures(
            partial(answer, services=services), partial(apologise, services=services)
        )
        worker = Worker(services.store, {"telegram": telegram}, gestures, pause=0.01)
        worker.feed(await write_briefings(services, {"telegram"}))
        while await services.store.get_open_events():
            await asyncio.sleep(0.01)
        await worker.stop()
    return fake


def test_the_digest_comes_by_itself_with_a_heading_that_is_noticed(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> tuple[list[str], list[dict[str, str]]]:
        chat = await services.store.get_chat("telegram", CHAT)
        await ask(services, "07:00")
        for tell in NEWSROOMS:
            digest = digest_of(tell(EVENTS[1]))
            await services.store.save_digest(digest, chat=chat, now=services.now())
        clock.set("2026-11-23 07:00")
        fake = await delivered(services)
        headings = [said for method, said in fake.calls if method == "sendMessage"]
        return fake.said_in(int(CHAT)), headings

    said, headings = served(tmp_path, clock, go)
    assert headings[0]["text"].startswith(
        "Bản tin từ 7:00 ngày 22/11/2026 đến 7:00 ngày 23/11/2026"
    )
    assert str(headings[0].get("disable_notification", "false")).lower() == "false"
    assert "1 tin, 3 bài" in said[0]
    assert "Bài 1, 3, 2" in said[0]
    assert len(said) == 2  # the digest and its file


def test_a_digest_that_cannot_be_made_is_told_to_the_chat_and_the_admins(tmp_path: Path) -> None:
    clock = Clock()

    async def go(services: Services) -> tuple[list[str], list[str]]:
        chat = await services.store.get_chat("telegram", CHAT)
        await ask(services, "07:00")
        digest = digest_of(NEWSROOMS[0](EVENTS[1]))
        await services.store.save_digest(digest, chat=chat, now=services.now())
        clock.set("2026-11-23 07:00")
        async with Pool(1) as stopped:
            pass
        services = replace(services, pool=stopped, admins=("1",))
        fake = await delivered(services)
        return fake.said_in(int(CHAT)), fake.said_in(1)

    told, admin = served(tmp_path, clock, go)
    assert told == [texts.NOTHING_SENT]
    assert admin == [texts.NOT_SENT.format(number=1, chat=CHAT, failure="RuntimeError")]


def test_sources_that_disagree_are_told_beside_each_other() -> None:
    told = replace(
        EVENTS[3], task="các xã rà soát 42 cánh rừng giống, báo cáo trước ngày 30/9/2025"
    )
    other = replace(told, task=told.task.replace("42", "24"))

    async def go(chat: Chat) -> str:
        await chat.replies(NEWSROOMS[0](told), message="1")
        await chat.replies(NEWSROOMS[2](other), message="2")
        return await chat.say("/bantin")

    said = " ".join(talk(go).split())
    assert "1 tin, 2 bài" in said
    assert "Các bài nói khác nhau: bài 1 «42 cánh rừng giống»; bài 2 «24 cánh rừng giống»" in said


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("", "Bản tin ngày 23/11/2026"),
        ("hôm nay", "Bản tin ngày 23/11/2026"),
        ("hom qua", "Bản tin ngày 22/11/2026"),
        ("tuần này", "Bản tin từ 23/11/2026 đến 29/11/2026"),
        ("19/5/2022", "Bản tin ngày 19/5/2022"),
        ("1/5/2022 31/5/2022", "Bản tin từ 1/5/2022 đến 31/5/2022"),
        ("1/5/2022 đến 31/5/2022", "Bản tin từ 1/5/2022 đến 31/5/2022"),
        ("31/5/2022 1/5/2022", "Hãy gõ"),
        ("31/2/2022", "Hãy gõ"),
        ("31/12/9999", "Hãy gõ"),
        ("lung tung", "Hãy gõ"),
    ],
)
def test_days_are_asked_for_in_many_ways(typed: str, title: str) -> None:
    async def go(chat: Chat) -> str:
        return await chat.say(f"/bantin {typed}")

    answer_ = talk(go, now=lambda: MONDAY, zone=HANOI)
    assert answer_.startswith(title)
    assert title == "Hãy gõ" or answer_.strip().endswith("không có bài nào được gửi.")


def test_the_digest_opens_its_articles_and_brings_a_word_file() -> None:
    async def go(chat: Chat) -> tuple[list[str], str, str]:
        for number, event in enumerate(EVENTS[:4]):
            await chat.replies(by_the_agency(event), message=str(number))
        (reply,) = await chat.replies("/bantin")
        return pressed([reply]), reply.file.name, await chat.say("/bantin")  # type: ignore[union-attr]

    buttons, name, said = talk(go, now=lambda: MONDAY, zone=HANOI)
    assert buttons == ["/xem 1", "/xem 2", "/xem 3", "/xem 4"]
    assert name == "ban-tin-2026-11-23.docx"
    assert said.index("TỈNH, THÀNH PHỐ") < said.index("VĂN BẢN") < said.index("CHỈ ĐẠO MỚI")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("07:00", "07:00 hằng ngày"),
        ("7h", "07:00 hằng ngày"),
        ("7h30 làm việc", "07:30 các ngày làm việc"),
        ("17.15 hằng ngày", "17:15 hằng ngày"),
        ("25:00", "Hẹn giờ:"),
        ("sáng", "Hẹn giờ:"),
        ("tắt", words.HOUR_NONE),
    ],
)
def test_hours_are_typed_in_many_ways(typed: str, told: str) -> None:
    async def go(chat: Chat) -> tuple[str, str]:
        return await chat.say(f"/hengio {typed}"), await chat.say("/hengio")

    answer_, state = talk(go, now=lambda: MONDAY, zone=HANOI)
    assert told in answer_
    assert ("lần tới:" in state) == ("Bản tin sẽ" in answer_)


def test_nobody_asks_for_what_comes_by_itself() -> None:
    async def go(chat: Chat) -> str:
        start, end = (MONDAY - timedelta(days=1)).isoformat(), MONDAY.isoformat()
        return await chat.say(f"/bantin {start} {end}", sender=LAN)

    assert "Hãy gõ" in talk(go, now=lambda: MONDAY, zone=HANOI)
