"""Deadlines are told once each, whatever happens to the program and its clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from storage.corrected import directive_fact
from storage.entries import DirectiveEntry, Wanted
from storage.model import Correction
from storage.store import Store
from tests.storage.articles import PLAN, article
from tests.storage.test_store import trip

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FINANCE = article("Hội nghị về ngân sách", orders=(f"Sở Tài chính {PLAN}",))  # due 30/6/2022
DAMS = article(
    "Hội nghị về hồ chứa", orders=("Sở Xây dựng kiểm tra các hồ chứa trước ngày 30/6/2022",)
)
START = datetime(2022, 6, 1, 8, 0, tzinfo=HANOI)
END = datetime(2022, 7, 20, 8, 0, tzinfo=HANOI)
LOOKS = [time(0, 0), time(6, 0), time(7, 29), time(7, 30), time(8, 0), time(16, 0)]
EVERY = ["23/6 7", "27/6 3", "29/6 1", "30/6 0", "1/7 -1"]


class Office:
    """A chat whose store is opened anew at every look, as if the program was killed each time."""

    def __init__(self, path: Path) -> None:
        self.path = path / "a.db"
        self.told: list[str] = []
        self.hours: set[str] = set()
        self.chat = self.do(lambda store: store.get_chat("tg", "42"))

    def do(self, go: Callable[[Store], Awaitable[Any]]) -> Any:
        return trip(self.path, go)

    def keep(self, digest: Any = FINANCE, *, at: datetime = START, follows: bool = True) -> int:
        async def go(store: Store) -> int:
            kept = await store.save_digest(digest, chat=self.chat, now=at)
            if follows:
                span = digest.directives[0].span
                entry = await store.register.get_directive(kept.id, span, chats=(self.chat,))
                assert entry
                await store.register.say(entry, "followed", sender="42", now=at)
            return kept.id

        return int(self.do(go))

    def look(self, moments: Iterable[datetime], *, channels: tuple[str, ...] = ("tg",)) -> None:
        """Look at these moments whether something is due, and note the day and the milestones."""

        async def go(store: Store) -> None:
            for now in moments:
                events = await store.register.write_reminders(
                    channels, "/nhac", now=now.astimezone(UTC), zone=HANOI
                )
                for event in events:
                    assert event.raw
                    day = date.fromisoformat(event.raw.decode().removeprefix("/nhac "))
                    told = await store.register.get_reminded(self.chat, day, chats=(self.chat,))
                    marks = ",".join(str(each.milestone) for each in told)
                    self.told.append(f"{day.day}/{day.month} {marks}".rstrip())
                    self.hours.add(f"{now:%H:%M}")
                    await store.finish_events([event.id], now=now)

        self.do(go)

    def entry(self) -> DirectiveEntry:
        async def go(store: Store) -> DirectiveEntry:
            page = await store.register.get_directives(
                Wanted(), chats=(self.chat,), today=START.date(), limit=1
            )
            return page.entries[0]

        found: DirectiveEntry = self.do(go)
        return found


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def hours(start: datetime, end: datetime) -> list[datetime]:
    """A few moments of every day from `start` to before `end`."""
    days = (start.date() + timedelta(days=step) for step in range((end - start).days + 2))
    moments = [datetime.combine(day, at, tzinfo=HANOI) for day in days for at in LOOKS]
    return [start, *(moment for moment in moments if start < moment < end)]


def test_each_milestone_is_told_once_at_half_past_seven(office: Office) -> None:
    office.keep()
    office.look(hours(START, END))
    assert office.told == EVERY
    assert office.hours == {"07:30"}


def test_a_restart_before_every_look_changes_nothing(office: Office) -> None:
    office.keep()
    for now in hours(START + timedelta(days=20), START + timedelta(days=32)):
        office.look([now])
    assert office.told == EVERY


@pytest.mark.parametrize(
    ("gone", "back", "told"),
    [
        ("2022-06-26T09:00", "2022-06-28T15:00", ["23/6 7", "28/6 3", "29/6 1", "30/6 0", "1/7 -1"]),
        ("2022-06-20T09:00", "2022-06-30T06:00", ["30/6 0", "1/7 -1"]),
        ("2022-06-20T09:00", "2022-06-30T15:00", ["30/6 0", "1/7 -1"]),
        ("2022-06-20T09:00", "2022-07-12T15:00", ["12/7 -1"]),
        ("2022-06-28T09:00", "2022-06-29T15:00", ["23/6 7", "27/6 3", "29/6 1", "30/6 0", "1/7 -1"]),
    ],
)  # fmt: skip
def test_after_an_outage_what_passed_last_is_told_once(
    office: Office, gone: str, back: str, told: list[str]
) -> None:
    office.keep()
    office.look(hours(START, datetime.fromisoformat(gone).replace(tzinfo=HANOI)))
    office.look(hours(datetime.fromisoformat(back).replace(tzinfo=HANOI), END))
    assert office.told == told
    assert office.hours <= {"07:30", f"{datetime.fromisoformat(back):%H:%M}"} - {"06:00"}


def test_a_clock_that_is_set_back_repeats_nothing(office: Office) -> None:
    office.keep()
    office.look(hours(START, datetime(2022, 6, 30, 12, 0, tzinfo=HANOI)))
    office.look(hours(datetime(2022, 6, 21, 8, 0, tzinfo=HANOI), END))
    assert office.told == EVERY


@pytest.mark.parametrize("act", ["done", "not followed", "drop", "delete", "late"])
def test_what_is_settled_is_told_no_more(office: Office, act: str) -> None:
    number = office.keep()
    office.look(hours(START, datetime(2022, 6, 25, 8, 0, tzinfo=HANOI)))
    entry, fact = office.entry(), directive_fact(FINANCE.directives[0])

    async def go(store: Store) -> None:
        match act:
            case "done" | "not followed":
                await store.register.say(entry, act, sender="42", now=START)
            case "drop":
                await store.add_correction(number, Correction(fact, "drop", None, "42", START))
            case "delete":
                await store.delete_digest(number)
            case _:
                day = Correction(fact, "deadline", None, "42", START)
                await store.add_correction(number, day)

    office.do(go)
    office.look(hours(datetime(2022, 6, 25, 8, 0, tzinfo=HANOI), END))
    assert office.told == ["23/6 7"]


def test_what_is_settled_after_it_was_written_down_is_not_told(office: Office) -> None:
    office.keep()
    entry = office.entry()

    async def go(store: Store) -> Any:
        now = datetime(2022, 6, 27, 7, 30, tzinfo=HANOI)
        assert await store.register.write_reminders(("tg",), "/nhac", now=now, zone=HANOI)
        await store.register.say(entry, "done", sender="42", now=now)
        return await store.register.get_reminded(office.chat, now.date(), chats=(office.chat,))

    assert office.do(go) == ()


def test_a_corrected_deadline_is_told_anew(office: Office) -> None:
    number = office.keep()
    office.look(hours(START, datetime(2022, 6, 29, 12, 0, tzinfo=HANOI)))
    fact = directive_fact(FINANCE.directives[0])
    later = Correction(fact, "deadline", "2022-07-10", "42", START)
    office.do(lambda store: store.add_correction(number, later))
    office.look(hours(datetime(2022, 6, 29, 12, 0, tzinfo=HANOI), END))
    assert office.told == [*EVERY[:3], "3/7 7", "7/7 3", "9/7 1", "10/7 0", "11/7 -1"]


def test_several_deadlines_of_a_day_are_one_message(office: Office) -> None:
    office.keep()
    office.keep(DAMS)
    office.look(hours(START, END))
    assert office.told == ["23/6 7,7", "27/6 3,3", "29/6 1,1", "30/6 0,0", "1/7 -1,-1"]


def test_only_what_is_for_own_organs_is_told_where_nothing_is_followed(office: Office) -> None:
    office.keep(follows=False)
    office.keep(DAMS, follows=False)
    office.look(hours(START, datetime(2022, 6, 25, 8, 0, tzinfo=HANOI)))
    assert office.told == []
    now = datetime(2022, 6, 25, 8, 0, tzinfo=HANOI)
    office.do(lambda store: store.register.add_organ(office.chat, "sở Tài Chính", now=now))
    office.look(hours(now, END))
    assert office.told == EVERY[1:]


def test_what_was_overdue_when_it_came_or_was_followed_is_not_told(office: Office) -> None:
    late = datetime(2022, 7, 5, 8, 0, tzinfo=HANOI)
    office.do(lambda store: store.register.add_organ(office.chat, "Sở Xây dựng", now=START))
    office.keep(DAMS, at=late, follows=False)
    office.keep(at=late)
    office.look(hours(late, END))
    assert office.told == []


def test_following_after_the_hour_tells_no_milestone_of_that_day(office: Office) -> None:
    after = datetime(2022, 6, 27, 9, 0, tzinfo=HANOI)
    office.keep(at=after)
    office.look(hours(after, END))
    assert office.told == EVERY[2:]


def test_a_chat_is_told_at_its_own_hour_or_never(office: Office) -> None:
    office.keep()
    office.do(lambda store: store.register.put_hour(office.chat, time(16, 0)))
    office.look(hours(START, datetime(2022, 6, 28, 8, 0, tzinfo=HANOI)))
    assert (office.told, office.hours) == (EVERY[:2], {"16:00"})
    office.do(lambda store: store.register.put_hour(office.chat, None))
    office.look(hours(datetime(2022, 6, 28, 8, 0, tzinfo=HANOI), END))
    assert office.told == EVERY[:2]


def test_a_channel_that_is_closed_is_told_when_it_opens(office: Office) -> None:
    office.keep()
    office.look(hours(START, datetime(2022, 6, 29, 8, 0, tzinfo=HANOI)), channels=("local",))
    assert office.told == []
    office.look(hours(datetime(2022, 6, 29, 8, 0, tzinfo=HANOI), END))
    assert office.told == EVERY[2:]
