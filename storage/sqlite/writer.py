"""Write in one thread; what waits at the same time is committed together."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

from sqlite_utils import Database

Result = TypeVar("Result")
Work = Callable[[Database], Any]

_AT_ONCE = 64  # pieces of work that share a commit
_SLOW_AT_ONCE = 4  # of those that are not urgent: an urgent one waits for no more than these


class _Job:
    """Work, and what it gives; `is_alone` where it cannot be part of a transaction."""

    def __init__(self, work: Work, *, is_alone: bool, is_urgent: bool) -> None:
        self.work, self.is_alone, self.is_urgent = work, is_alone, is_urgent
        self.future: Future[Any] = Future()


class Writer:
    """The one connection that writes.

    Each piece of work is done whole or not at all, and is told to be done when it is on
    the disk. A commit waits for the disk: where many chats write at the same time, they
    wait for it together instead of one after another. What is urgent (all chats wait for
    it) goes before what is not.
    """

    def __init__(self, database: Database) -> None:
        """Take an open database; the writer closes it."""
        self._database = database
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(
        self,
        work: Callable[[Database], Result],
        *,
        is_alone: bool = False,
        is_urgent: bool = False,
    ) -> Future[Result]:
        """What the work gives, once it is on the disk; `is_alone` outside of transactions."""
        job = _Job(work, is_alone=is_alone, is_urgent=is_urgent)
        self._jobs.put(job)
        return job.future

    def close(self) -> None:
        """Finish what waits and close."""
        self._jobs.put(None)
        self._thread.join()
        self._database.close()

    def _run(self) -> None:
        urgent: deque[_Job] = deque()
        waiting: deque[_Job] = deque()
        is_closing = False
        while not is_closing or urgent or waiting:
            while not self._jobs.empty() or not (urgent or waiting or is_closing):
                job = self._jobs.get()
                if job is None:
                    is_closing = True
                else:
                    (urgent if job.is_urgent else waiting).append(job)
            if waiting and waiting[0].is_alone and not urgent:
                _settle(waiting.popleft(), self._database)
            elif urgent or waiting:
                _commit(_batch(urgent, waiting), self._database)


def _batch(urgent: deque[_Job], waiting: deque[_Job]) -> list[_Job]:
    """What is committed together: all that is urgent, else a few of the others."""
    if urgent:
        return [urgent.popleft() for _ in range(min(_AT_ONCE, len(urgent)))]
    batch = [waiting.popleft()]
    while waiting and not waiting[0].is_alone and len(batch) < _SLOW_AT_ONCE:
        batch.append(waiting.popleft())
    return batch


def _settle(job: _Job, database: Database) -> None:
    """Do a job by itself."""
    if not job.future.set_running_or_notify_cancel():
        return
    try:
        result = job.work(database)
    except Exception as error:
        job.future.set_exception(error)
    else:
        job.future.set_result(result)


def _commit(batch: Sequence[_Job], database: Database) -> None:
    """Do jobs in one transaction; one that fails leaves no trace and the others go on."""
    begun = [job for job in batch if job.future.set_running_or_notify_cancel()]
    done: list[tuple[_Job, Any]] = []
    try:
        database.conn.execute("begin immediate")  # others may write: do not read first
        for job in begun:
            database.conn.execute("savepoint job")
            try:
                result = job.work(database)
            except Exception as error:
                if not database.conn.in_transaction:  # a full disk undoes the whole
                    raise
                database.conn.execute("rollback to job")
                job.future.set_exception(error)
            else:
                done.append((job, result))
            database.conn.execute("release job")
        database.conn.execute("commit")
    except Exception as error:
        database.rollback()
        for job in begun:
            if not job.future.done():
                job.future.set_exception(error)
    else:
        for job, result in done:
            job.future.set_result(result)
