"""Run a function over many jobs in worker processes that never outlive their parent."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import connection, get_context
from typing import Any, Generic, TypeVar

J = TypeVar("J")
T = TypeVar("T")

_QUEUED = 4  # jobs at hand of a worker, so that it never waits while the parent prints
_AHEAD = 64  # answers kept at most while an earlier one is missing
_PR_SET_PDEATHSIG = 1


class WorkerDiedError(Exception):
    """The process that ran the job is gone: killed, or out of memory."""


class JobTooLongError(Exception):
    """The job ran past its time limit and was stopped."""


def map_ordered(
    function: Callable[[J], T], jobs: Iterable[J], *, workers: int, limit: float | None = None
) -> Iterator[T | Exception]:
    """What `function` answers to each job, in the order of the jobs.

    A job that raises, kills its worker or runs past `limit` seconds is answered by the
    exception; the others go on. With one worker everything runs in this process.
    """
    if workers == 1:
        yield from (_answer(function, job) for job in jobs)
        return
    waiting = enumerate(jobs)
    answers: dict[int, T | Exception] = {}
    wanted = 0
    crew = _Crew(function, workers, limit)
    try:
        while crew.feed(waiting, below=wanted + _AHEAD):
            answers.update(crew.gather())
            while wanted in answers:
                yield answers.pop(wanted)
                wanted += 1
    finally:
        crew.close()


class _Worker(Generic[J]):
    """A process, the pipe to it and the jobs it has been handed, the running one first."""

    def __init__(self, function: Callable[[J], Any], others: list[connection.Connection]) -> None:
        self.pipe, inner = get_context("fork").Pipe()
        self.jobs: deque[tuple[int, J]] = deque()
        self.since = time.monotonic()
        self.process = get_context("fork").Process(
            target=_work, args=(function, inner, [self.pipe, *others], os.getpid()), daemon=True
        )
        self.process.start()
        inner.close()  # else the pipe would not end when the worker dies

    def hand(self, number: int, job: J) -> None:
        if not self.jobs:
            self.since = time.monotonic()
        self.jobs.append((number, job))
        with suppress(BrokenPipeError):  # it died: `gather` finds its pipe at the end
            self.pipe.send(job)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Crew(Generic[J, T]):
    """The workers of one run."""

    def __init__(self, function: Callable[[J], T], workers: int, limit: float | None) -> None:
        self.function = function
        self.limit = limit
        self.again: deque[tuple[int, J]] = deque()
        self.workers: list[_Worker[J]] = []
        for _ in range(workers):
            self.workers.append(self._hire())

    def feed(self, waiting: Iterator[tuple[int, J]], *, below: int) -> bool:
        """Hand out jobs with a number `below`, evenly; False when nobody has any left."""
        for depth in range(_QUEUED):
            for worker in self.workers:
                if len(worker.jobs) > depth:
                    continue
                item = self.again.popleft() if self.again else next(waiting, None)
                if item is None:
                    break
                if item[0] >= below:
                    self.again.append(item)
                    break
                worker.hand(*item)
        return any(worker.jobs for worker in self.workers)

    def gather(self) -> Iterator[tuple[int, T | Exception]]:
        """Wait until somebody answers, dies or is late; what came, by number."""
        pipes = {worker.pipe: worker for worker in self.workers if worker.jobs}
        for pipe in connection.wait(list(pipes), self._patience()):
            worker = pipes[pipe]  # type: ignore[index]  # only pipes were waited for
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                yield self._replace(worker, WorkerDiedError())
            else:
                number, _ = worker.jobs.popleft()
                worker.since = time.monotonic()
                yield number, answer
        for worker in list(self.workers):
            if self.limit and worker.jobs and time.monotonic() - worker.since > self.limit:
                yield self._replace(worker, JobTooLongError())

    def close(self) -> None:
        """Stop all workers."""
        for worker in self.workers:
            worker.stop()

    def _hire(self) -> _Worker[J]:
        return _Worker(self.function, [worker.pipe for worker in self.workers])

    def _patience(self) -> float | None:
        if not self.limit:
            return None
        first = min(worker.since for worker in self.workers if worker.jobs)
        return max(0.0, first + self.limit - time.monotonic()) + 0.01

    def _replace(self, worker: _Worker[J], error: Exception) -> tuple[int, Exception]:
        """The running job is to blame; those behind it go to somebody else."""
        worker.stop()
        number, _ = worker.jobs.popleft()
        self.again.extend(worker.jobs)
        self.workers.remove(worker)
        self.workers.append(self._hire())
        return number, error


def _work(
    function: Callable[[Any], Any],
    pipe: connection.Connection,
    others: list[connection.Connection],
    parent: int,
) -> None:
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to handle
    for other in others:
        other.close()
    with suppress(EOFError, BrokenPipeError):
        while True:
            pipe.send(_sendable(_answer(function, pipe.recv())))


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the line above
        os._exit(1)


def _answer(function: Callable[[J], T], job: J) -> T | Exception:
    try:
        return function(job)
    except Exception as error:  # the outermost loop of a worker
        return error


def _sendable(answer: object) -> object:
    """An exception that does not survive the way through the pipe goes as its name."""
    if isinstance(answer, Exception):
        try:
            pickle.loads(pickle.dumps(answer))  # noqa: S301 (our own, made just now)
        except Exception:  # whatever its constructor wants
            return RuntimeError(type(answer).__name__)
    return answer
