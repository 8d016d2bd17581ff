"""Whatever is asked for and however long it takes: no window holds more than it may."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.pacer import Pacer
from bot.telegram.pacing import UNPACED, Limits, Pace, Turn, Window
from tests.patience import PATIENCE

LAN, GROUP = "42", "-100"


class Ask(NamedTuple):
    """A call: when it is asked for, of whom, how long it takes, whether it is told to rest."""

    at: float
    chat: str | None
    takes: float = 0.1
    is_fresh: bool = False
    rest: float = 0.0


class Went(NamedTuple):
    """A call that went: its number among the asks, from when to when."""

    number: int
    ask: Ask
    start: float
    end: float


def went(asks: list[Ask], limits: Limits | None = None) -> list[Went]:
    """How a pace lets calls go, by a clock of its own."""
    pace, numbers = Pace(limits or Limits()), count()
    events: list[tuple[float, int, int, Turn | None]] = []  # when, order, which ask, None: asks
    for number, ask in enumerate(asks):
        heappush(events, (ask.at, next(numbers), number, None))
    numbers_of: dict[Turn, int] = {}
    gone: list[Went] = []
    now, wait = 0.0, None
    while events or wait is not None:
        moment = events[0][0] if events else float("inf")
        if wait is not None and now + wait < moment:
            now += wait
        else:
            now, _, number, turn = heappop(events)
            if turn is None:
                turn = pace.ask(asks[number].chat, is_fresh=asks[number].is_fresh)
                numbers_of[turn] = number
            else:
                if asks[number].rest:
                    pace.rest(turn.key, asks[number].rest, now)
                pace.leave(turn, now)
        while turn := pace.grant(now):
            number = numbers_of[turn]
            gone.append(Went(number, asks[number], now, now + asks[number].takes))
            heappush(events, (gone[-1].end, next(numbers), number, turn))
        wait = pace.wait(now)
    return gone


def most_at_a_time(calls: list[Went], *, seconds: float = 0.0) -> int:
    """The most calls that one window can have seen, whenever they arrived on their way."""
    moments = sorted(
        [(call.start, 1) for call in calls] + [(call.end + seconds, -1) for call in calls],
        key=lambda moment: (moment[0], moment[1]),
    )
    most = now = 0
    for _, step in moments:
        now += step
        most = max(most, now)
    return most


CHATS = st.sampled_from([None, LAN, "43", "44", "45", GROUP, "-200"])
ASKS = st.lists(
    st.builds(
        Ask,
        at=st.floats(0, 5).map(lambda at: round(at, 2)),
        chat=CHATS,
        takes=st.sampled_from([0.0, 0.05, 0.3, 2.0, 15.0]),
        is_fresh=st.booleans(),
        rest=st.sampled_from([0.0, 0.0, 0.0, 0.0, 1.0, 7.0]),
    ),
    max_size=80,
).map(lambda asks: sorted(asks, key=lambda ask: ask.at))


@given(ASKS)
def test_every_call_goes_once(asks: list[Ask]) -> None:
    assert sorted(call.number for call in went(asks)) == list(range(len(asks)))


@given(ASKS)
def test_no_window_of_all_calls_holds_more_than_it_may(asks: list[Ask]) -> None:
    calls = went(asks)
    assert most_at_a_time(calls, seconds=0.999) <= 28
    assert most_at_a_time([call for call in calls if call.ask.takes]) <= 16


@given(ASKS)
def test_no_window_of_a_chat_holds_more_than_it_may(asks: list[Ask]) -> None:
    by_chat = defaultdict(list)
    for call in went(asks):
        if call.ask.chat:
            by_chat[call.ask.chat].append(call)
    for chat, calls in by_chat.items():
        assert most_at_a_time(calls, seconds=2.999) <= 3
        assert not chat.startswith("-") or most_at_a_time(calls, seconds=59.999) <= 20


@given(ASKS)
def test_the_calls_of_a_chat_keep_their_order_and_do_not_overlap(asks: list[Ask]) -> None:
    by_chat = defaultdict(list)
    for call in went(asks):
        if call.ask.chat:
            by_chat[call.ask.chat].append(call)
    for calls in by_chat.values():
        assert all(one.number < other.number for one, other in pairwise(calls))
        assert all(one.end <= other.start for one, other in pairwise(calls))


@given(ASKS)
def test_one_fresh_message_at_most_is_on_its_way(asks: list[Ask]) -> None:
    fresh = [call for call in went(asks) if call.ask.is_fresh]
    assert all(one.end <= other.start for one, other in pairwise(fresh))


@given(ASKS)
def test_a_chat_rests_as_long_as_it_is_told_to(asks: list[Ask]) -> None:
    calls = went(asks)
    for told in calls:
        others = [
            call
            for call in calls
            if call.ask.chat == told.ask.chat and told.ask.chat and call.number > told.number
        ]
        assert all(call.start >= told.end + told.ask.rest for call in others)


def test_a_flooded_chat_delays_no_other() -> None:
    asks = [Ask(0, LAN) for _ in range(100)] + [Ask(2.0, "43"), Ask(2.0, "44")]
    others = [call for call in went(asks) if call.ask.chat != LAN]
    assert [call.start for call in others] == [2.0, 2.0]


def test_a_chat_that_must_rest_delays_no_other() -> None:
    asks = [Ask(0, LAN, rest=60, is_fresh=True), Ask(1, LAN), Ask(1, "43", is_fresh=True)]
    starts = {call.number: call.start for call in went(asks)}
    assert starts[2] == 1
    assert starts[1] == pytest.approx(60.1)


def test_a_call_of_no_chat_that_is_refused_lets_all_rest() -> None:
    asks = [Ask(0, None, rest=5), Ask(1, LAN)]
    assert went(asks)[1].start == pytest.approx(5.1)


def test_chats_that_are_told_to_rest_together_let_all_rest() -> None:
    asks = [*(Ask(0, str(chat), rest=5) for chat in range(3)), Ask(1, LAN)]
    assert went(asks)[3].start == pytest.approx(5.1)


def test_a_burst_goes_at_once_and_the_rest_at_one_a_second() -> None:
    calls = went([Ask(0, LAN, takes=0) for _ in range(12)])
    assert [call.start for call in calls] == [0] * 3 + [3] * 3 + [6] * 3 + [9] * 3


def test_many_chats_get_their_turns_in_the_order_of_their_asking() -> None:
    asks = [Ask(0, str(chat), takes=0.1) for chat in range(100)]
    calls = went(asks)
    assert [call.number for call in calls] == list(range(100))
    assert calls[-1].start < 100 / 28 * 1.2


def test_without_a_pace_only_the_order_and_the_rest_are_kept() -> None:
    asks = [Ask(0, LAN, takes=0.1) for _ in range(50)]
    assert went(asks, UNPACED)[-1].end == pytest.approx(5.0)


def test_chats_at_rest_are_forgotten() -> None:
    pace = Pace(Limits(chat=(Window(1, 3.0),), overall=None))
    most = 0
    for chat in range(5000):
        pace.ask(str(chat))
        turn = pace.grant(chat)
        assert turn is not None
        pace.leave(turn, chat)
        most = max(most, len(pace))
    assert most <= 65


def test_who_no_longer_waits_holds_up_nobody() -> None:
    async def go() -> list[str]:
        pacer, said = Pacer(Limits(at_once=1)), []

        async def call(chat: str, *, is_fresh: bool = False) -> None:
            async with pacer.turn(chat, is_fresh=is_fresh):
                await asyncio.sleep(0)
                said.append(chat)

        async with pacer.turn(LAN, is_fresh=True):
            calls = [asyncio.create_task(call(chat, is_fresh=True)) for chat in (LAN, "43", "44")]
            await asyncio.sleep(0)
            calls[0].cancel()
            calls[1].cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await call("45")
        return said

    assert asyncio.run(go()) == ["44", "45"]


def test_a_turn_that_ends_with_an_error_is_given_back() -> None:
    async def go() -> str:
        pacer = Pacer(Limits(at_once=1))
        with pytest.raises(ConnectionError):
            async with pacer.turn(LAN):
                raise ConnectionError
        async with pacer.turn(LAN) as turn:
            return turn.key

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == LAN
