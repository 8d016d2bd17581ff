"""Run work in processes that never outlive their parent, each job within its time."""

from __future__ import annotations

import asyncio
import ctypes
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import islice
from multiprocessing import get_context
from operator import length_hint
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

J = TypeVar("J")
T = TypeVar("T")

_BATCH = 8  # at most so many jobs go together, so that the way to a worker counts little
_AHEAD = 4  # batches at hand for each worker
_MANY = 10_000  # jobs that cannot be counted are many
_PR_SET_PDEATHSIG = 1


class WorkerDiedError(Exception):
    """The process that ran the job is gone: killed, or out of memory."""


class JobTooLongError(Exception):
    """The job ran past its time limit and was stopped."""


class Pool:
    """Worker processes behind the event loop."""

    def __init__(self, workers: int) -> None:
        """Start `workers` processes with the first job."""
        self._pool = _open_pool(workers)

    async def run(self, function: Callable[..., T], *arguments: object, limit: float) -> T:
        """What `function` answers, in a process of its own, within `limit` seconds.

        Raises what the function raises, WorkerDiedError or JobTooLongError.
        """
        future = self._pool.schedule(function, args=arguments, timeout=limit)
        try:
            result: T = await asyncio.wrap_future(future)
        except ProcessExpired as error:
            raise WorkerDiedError from error
        except TimeoutError as error:
            raise JobTooLongError from error
        return result

    async def __aenter__(self) -> Self:
        """Enter; the processes start with the first job."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the processes, finished or not."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)


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
    with _open_pool(workers) as pool:
        running: deque[tuple[list[J], Future[list[T | Exception]]]] = deque()
        try:
            while True:
                while len(running) < workers * _AHEAD and (batch := list(islice(waiting, size))):
                    running.append((batch, _schedule(pool, function, batch, limit)))
                if not running:
                    break
                batch, future = running.popleft()
                yield from _answers(pool, function, batch, future, limit)
        except GeneratorExit:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _schedule(
    pool: ProcessPool, function: Callable[[J], T], batch: Sequence[J], limit: float | None
) -> Future[list[T | Exception]]:
    patience = limit * len(batch) if limit else None
    future: Future[list[T | Exception]] = pool.schedule(
        _answer_all, args=(function, batch), timeout=patience
    )
    return future


def _answers(
    pool: ProcessPool,
    function: Callable[[J], T],
    batch: Sequence[J],
    future: Future[list[T | Exception]],
    limit: float | None,
) -> list[T | Exception]:
    """The answers to a batch; where its worker died, each job is tried by itself."""
    try:
        return future.result()
    except ProcessExpired as error:
        died: Exception = WorkerDiedError()
        died.__cause__ = error
    except TimeoutError as error:
        died = JobTooLongError()
        died.__cause__ = error
    if len(batch) == 1:
        return [died]
    return [
        answer
        for job in batch
        for answer in _answers(
            pool, function, [job], _schedule(pool, function, [job], limit), limit
        )
    ]


def _open_pool(workers: int) -> ProcessPool:
    return ProcessPool(
        max_workers=workers,
        context=get_context("fork" if sys.platform == "linux" else "spawn"),
        initializer=_settle_in,
        initargs=(os.getpid(),),
    )


def _settle_in(parent: int) -> None:
    """Die with the parent, and leave Ctrl-C to it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer_all(function: Callable[[Any], T], batch: Sequence[Any]) -> list[T | Exception]:
    return [_sendable(_answer(function, job)) for job in batch]


def _answer(function: Callable[[J], T], job: J) -> T | Exception:
    try:
        return function(job)
    except Exception as error:  # the outermost loop of a worker
        return error


def _sendable(answer: T | Exception) -> T | Exception:
    """An exception that does not survive the way through the pipe goes as its name."""
    if isinstance(answer, Exception):
        try:
            pickle.loads(pickle.dumps(answer))  # noqa: S301 (our own, made just now)
        except Exception:  # whatever its constructor wants
            return RuntimeError(type(answer).__name__)
    return answer
