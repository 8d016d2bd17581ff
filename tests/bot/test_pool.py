"""Jobs in worker processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.pool import JobTooLongError, WorkerDiedError, map_ordered

# the runner has threads of its own; the children use none of them
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


class MoodyError(Exception):
    """It does not survive pickling: its constructor wants more than it keeps."""

    def __init__(self, one: str, *, two: str) -> None:
        super().__init__(one + two)


def work(job: str) -> str:
    match job.split():
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["raise"]:
            raise ValueError(job)
        case ["moody"]:
            raise MoodyError("a", two="b")
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["who"]:
            return str(os.getpid())
    return job.upper()


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
    assert not any(_is_running(int(pid)) for pid in pids)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_workers_die_with_their_parent(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            from tests.bot.test_pool import work
            from bot.pool import map_ordered
            for answer in map_ordered(work, ["who", "who", "sleep 60", "sleep 60"], workers=2):
                print(answer, flush=True)
            """
        )
    )
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=_here()
    )
    with parent:
        assert parent.stdout
        pids = {int(parent.stdout.readline()), int(parent.stdout.readline())}
        parent.kill()
    end = time.monotonic() + 5
    while any(_is_running(pid) for pid in pids) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(_is_running(pid) for pid in pids)


def _here() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def _is_running(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
