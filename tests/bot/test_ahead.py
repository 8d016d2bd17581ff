"""Try that work begun ahead is handed out in order, and never too much of it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from functools import partial

import pytest

from bot.ahead import in_order


class Bench:
    """Work that takes as many hundredths as it says, and tells what runs."""

    def __init__(self) -> None:
        self.running: set[int] = set()
        self.most = 0
        self.done: list[int] = []

    async def work(self, number: int, pause: float, *, fails: bool = False) -> int:
        self.running.add(number)
        self.most = max(self.most, len(self.running))
        try:
            await asyncio.sleep(pause / 100)
            if fails:
                raise LookupError(number)
        finally:
            self.running.discard(number)
        self.done.append(number)
        return number


def test_results_come_in_order_however_long_each_takes() -> None:
    async def go() -> tuple[list[int], Bench]:
        bench = Bench()
        work = [partial(bench.work, number, 5 - number % 5) for number in range(12)]
        async with aclosing(in_order(work, at_once=3)) as results:
            return [number async for number in results], bench

    results, bench = asyncio.run(go())
    assert results == list(range(12))
    assert bench.done != results  # later ones were done earlier
    assert bench.most == 3


def test_nothing_more_is_begun_than_may_be_held() -> None:
    async def go() -> list[int]:
        bench = Bench()
        work = [partial(bench.work, number, 0) for number in range(12)]
        async with aclosing(in_order(work, at_once=3)) as results:
            await anext(results)
            await asyncio.sleep(0.05)  # whoever wants them takes time
            return sorted(bench.done)

    assert asyncio.run(go()) == [0, 1, 2]


@pytest.mark.parametrize("fails_at", [0, 2])
def test_what_fails_is_raised_and_the_rest_is_given_up(fails_at: int) -> None:
    async def go() -> Bench:
        bench = Bench()
        work = [
            partial(bench.work, n, 1 if n <= fails_at else 500, fails=n == fails_at)
            for n in range(9)
        ]
        async with aclosing(in_order(work, at_once=3)) as results:
            with pytest.raises(LookupError):
                [_ async for _ in results]
        return bench

    bench = asyncio.run(go())
    assert bench.done == list(range(fails_at))
    assert not bench.running


def test_of_nothing_comes_nothing() -> None:
    async def go() -> list[int]:
        return [number async for number in in_order([], at_once=3)]

    assert asyncio.run(go()) == []
