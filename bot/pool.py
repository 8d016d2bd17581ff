"""Run work in processes that never outlive their parent, each job within its time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import islice
from operator import length_hint
from types import TracebackType
from typing import Any, Self, TypeVar

from bot.crew import Crew, Fork, JobTooLongError, Worker, WorkerDiedError
from bot.job_loop import sendable

J = TypeVar("J")
T = TypeVar("T")

_BATCH = 8  # at most so many jobs go together, so that the way to a worker counts little
_AHEAD = 4  # batches at hand for each worker
_MANY = 10_000  # jobs that cannot be counted are many


class Pool:
    """Worker processes behind the event loop."""

    def __init__(self, workers: int, fork: Fork | None = None) -> None:
        """Take how many processes are to work at the same time, and what forks them."""
        self._crew = Crew(workers, fork)

    async def run(self, function: Callable[..., T], *arguments: object, limit: float) -> T:
        """What `function` answers, in a process of its own, within `limit` seconds.

        A job whose process dies is tried once more: it may not have been to blame. Raises
        what the function raises, WorkerDiedError or JobTooLongError.
        """
        try:
            return await self._try(function, arguments, limit)
        except WorkerDiedError:
            return await self._try(function, arguments, limit)

    async def _try(
        self, function: Callable[..., T], arguments: tuple[object, ...], limit: float
    ) -> T:
        def work(worker: Worker) -> T:
            return worker.do(function, arguments, limit)

        return await asyncio.wrap_future(self._crew.submit(work))

    async def __aenter__(self) -> Self:
        """Start the processes; best before there are threads, sockets or handlers of signals."""
        self._crew.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the processes, finished or not."""
        await asyncio.to_thread(self._crew.stop)


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
    size = max(1, min(_BATCH, length_hint(jobs, _MANY) // (workers * _AHEAD)))
    waiting = iter(jobs)
    crew = Crew(workers)
    running: deque[Future[list[T | Exception]]] = deque()
    try:
        crew.start()
        while True:
            while len(running) < workers * _AHEAD and (batch := list(islice(waiting, size))):
                running.append(crew.submit(_on(function, batch, limit)))
            if not running:
                break
            yield from running.popleft().result()
    finally:
        crew.stop()


def _on(
    function: Callable[[J], T], batch: Sequence[J], limit: float | None
) -> Callable[[Worker], list[T | Exception]]:
    """The answers of a worker to a batch; where it dies, each job is tried by itself."""

    def work(worker: Worker) -> list[T | Exception]:
        try:
            patience = limit * len(batch) if limit else None
            return worker.do(_answer_all, (function, batch), patience)
        except (WorkerDiedError, JobTooLongError) as error:
            if len(batch) == 1:
                return [error]
            return [answer for job in batch for answer in _on(function, [job], limit)(worker)]

    return work


def _answer_all(function: Callable[[Any], T], batch: Sequence[Any]) -> list[T | Exception]:
    return [sendable(_answer(function, job)) for job in batch]


def _answer(function: Callable[[J], T], job: J) -> T | Exception:
    try:
        return function(job)
    except Exception as error:  # the outermost loop of a worker
        return error
