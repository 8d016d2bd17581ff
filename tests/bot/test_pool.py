"""Jobs in worker processes."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from bot.crew import Fork, JobTooLongError, WorkerDiedError
from bot.nursery import Nursery
from bot.pool import Pool, map_ordered
from tests.bot.jobs import fill, here, is_running, keep_to_itself, work
from tests.patience import PATIENCE

# the runner has threads of its own; the children use none of them
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


T = TypeVar("T")


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_the_order_of_the_jobs(workers: int):
    jobs = ["sleep 0.05", *(f"job{number}" for number in range(200))]
    assert list(map_ordered(work, jobs, workers=workers)) == [job.upper() for job in jobs]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_that_raises_is_answered_by_its_exception(workers: int):
    before, raised, after = map_ordered(work, ["a", "raise", "b"], workers=workers)
    assert (before, after) == ("A", "B")
    assert isinstance(raised, ValueError)


def test_an_exception_that_cannot_travel_goes_by_its_name():
    (moody,) = map_ordered(work, ["moody"], workers=2)
    assert isinstance(moody, RuntimeError)
    assert str(moody) == "MoodyError"


def test_a_job_that_kills_its_worker_fails_alone():
    jobs = [f"job{number}" for number in range(20)]
    jobs[7] = jobs[8] = "die"
    answers = list(map_ordered(work, jobs, workers=2))
    assert [place for place, answer in enumerate(answers) if isinstance(answer, Exception)] == [
        7,
        8,
    ]
    assert isinstance(answers[7], WorkerDiedError)
    assert answers[9:] == [job.upper() for job in jobs[9:]]


def test_a_late_job_is_stopped_and_the_others_go_on():
    jobs = ["a", "sleep 60", "b", "c", "d"]
    answers = list(map_ordered(work, jobs, workers=2, limit=0.3))
    assert isinstance(answers[1], JobTooLongError)
    assert [answers[0], *answers[2:]] == ["A", "B", "C", "D"]


def test_a_job_cannot_take_all_memory():
    answers = list(map_ordered(fill, [3 << 30, 1 << 20], workers=2))
    assert isinstance(answers[0], MemoryError)
    assert answers[1] == 1 << 20


def test_one_worker_is_this_process():
    assert list(map_ordered(work, ["who"], workers=1)) == [str(os.getpid())]


def test_jobs_are_taken_only_a_little_ahead():
    taken = []

    def jobs() -> Iterator[str]:
        for number in range(10_000):
            taken.append(number)
            yield f"job{number}"

    answers = map_ordered(work, jobs(), workers=2)
    for _ in range(10):
        next(answers)
    answers.close()
    assert len(taken) < 200


def test_leaving_early_ends_the_workers():
    answers = map_ordered(work, ["who"] * 10, workers=2)
    pids = {next(answers) for _ in range(10)}
    answers.close()
    assert not any(is_running(int(pid)) for pid in pids)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_workers_die_with_their_parent(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            from tests.bot.jobs import work
            from bot.pool import map_ordered
            for answer in map_ordered(work, ["who", "who", "sleep 60", "sleep 60"], workers=2):
                print(answer, flush=True)
            """
        )
    )
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=here()
    )
    with parent:
        assert parent.stdout
        pids = {int(parent.stdout.readline()), int(parent.stdout.readline())}
        parent.kill()
    end = time.monotonic() + 5
    while any(is_running(pid) for pid in pids) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(is_running(pid) for pid in pids)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    async def load(started: Nursery) -> None:
        async with Pool(1, started.fork) as pool:
            await pool.run(work, "who", limit=PATIENCE)

    with Nursery() as started:
        asyncio.run(load(started))  # no job has to wait for it
        yield started


@pytest.fixture(params=["forked here", "forked in a nursery"])
def fork(request: pytest.FixtureRequest, nursery: Nursery) -> Fork | None:
    """How the worker processes come into being."""
    return nursery.fork if request.param == "forked in a nursery" else None


def pooled(fork: Fork | None, go: Callable[[Pool], Awaitable[T]]) -> T:
    async def run() -> T:
        async with Pool(1, fork) as pool:
            return await asyncio.wait_for(go(pool), PATIENCE)

    return asyncio.run(run())


def test_a_worker_that_is_killed_while_it_rests_is_replaced(fork: Fork | None):
    async def go(pool: Pool) -> tuple[str, str]:
        first = await pool.run(work, "who", limit=PATIENCE)
        os.kill(int(first), signal.SIGKILL)
        while is_running(int(first)):
            await asyncio.sleep(0.005)
        return first, await pool.run(work, "who", limit=PATIENCE)

    first, second = pooled(fork, go)
    assert first != second


def test_workers_that_were_killed_while_they_rested_cost_no_job_its_try(
    fork: Fork | None, tmp_path: Path
) -> None:
    job = f"die once {tmp_path / 'marker'}"

    async def go() -> str:
        async with Pool(2, fork) as pool:
            jobs = [pool.run(work, f"rest {number}", limit=PATIENCE) for number in range(2)]
            pids = [int(pid) for pid in await asyncio.gather(*jobs)]
            assert len({*pids}) == 2
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
            while any(map(is_running, pids)):
                await asyncio.sleep(0.005)
            return await pool.run(work, job, limit=PATIENCE)

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == job.upper()


def test_a_job_whose_worker_was_killed_is_tried_once_more(fork: Fork | None, tmp_path: Path):
    job = f"die once {tmp_path / 'marker'}"
    assert pooled(fork, lambda pool: pool.run(work, job, limit=PATIENCE)) == job.upper()


def test_a_job_that_kills_every_worker_fails_alone(fork: Fork | None):
    async def go(pool: Pool) -> list[str | BaseException]:
        jobs = [pool.run(work, job, limit=PATIENCE) for job in ("a", "die", "b", "die", "c")]
        return await asyncio.gather(*jobs, return_exceptions=True)

    answers = pooled(fork, go)
    assert [answers[place] for place in (0, 2, 4)] == ["A", "B", "C"]
    assert all(isinstance(answers[place], WorkerDiedError) for place in (1, 3))


def test_a_job_that_hangs_is_stopped_and_no_signal_reaches_us(fork: Fork | None):
    async def go(pool: Pool) -> tuple[list[int], str]:
        heard: list[int] = []
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, heard.append, signal.SIGTERM)
        with pytest.raises(JobTooLongError):
            await pool.run(work, "sleep 60", limit=0.2)
        pid = await pool.run(work, "who", limit=PATIENCE)
        os.kill(int(pid), signal.SIGTERM)  # made while our loop listens for it
        while is_running(int(pid)):
            await asyncio.sleep(0.005)
        loop.remove_signal_handler(signal.SIGTERM)
        return heard, await pool.run(work, "a", limit=PATIENCE)

    assert pooled(fork, go) == ([], "A")


def test_stopping_does_not_wait_for_what_is_in_work(fork: Fork | None):
    async def run() -> str:
        async with Pool(1, fork) as pool:
            pid = await pool.run(work, "who", limit=PATIENCE)
            waiting = [asyncio.ensure_future(pool.run(work, "sleep 60", limit=90)) for _ in "ab"]
            await asyncio.sleep(0.05)
            for each in waiting:
                each.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        return pid

    assert not is_running(int(asyncio.run(asyncio.wait_for(run(), PATIENCE))))


def test_an_answer_that_cannot_travel_is_told_as_such(fork: Fork | None) -> None:
    async def go(pool: Pool) -> tuple[str, str]:
        first = await pool.run(work, "who", limit=PATIENCE)
        with pytest.raises((pickle.PicklingError, AttributeError, RuntimeError)):
            await pool.run(keep_to_itself, limit=PATIENCE)
        return first, await pool.run(work, "who", limit=PATIENCE)

    first, second = pooled(fork, go)
    assert first == second  # the process has done nothing wrong
