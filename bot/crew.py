"""Worker processes, each at the other end of a pipe, with a thread that waits for its answers."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Protocol, TypeVar

from bot.job_loop import be_modest, die_with, hear_signals_alone, serve

T = TypeVar("T")

if sys.platform == "linux":
    _PROCESSES = get_context("fork")
else:
    _PROCESSES = get_context("spawn")
_STARTING = threading.Lock()  # a process started meanwhile would hold this one's pipe open


class WorkerDiedError(Exception):
    """The process that ran the job is gone: killed, or out of memory."""


class JobTooLongError(Exception):
    """The job ran past its time limit and was stopped."""


class Child(Protocol):
    """A process that was forked for a worker."""

    def is_alive(self) -> bool:
        """Whether it may still do a job, as far as is known."""

    def kill(self) -> None:
        """End it, whatever it does."""

    def join(self) -> None:
        """Wait until it has ended."""


Fork = Callable[[Connection], Child]


class Crew:
    """Workers who share the jobs."""

    def __init__(self, workers: int, fork: Fork | None = None) -> None:
        """Take how many, and what forks; they start with their first jobs, or when told to.

        Without `fork` they are forked from this process.
        """
        self._workers = [Worker(fork or fork_here) for _ in range(workers)]
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="pool")

    def start(self) -> None:
        """Start the processes."""
        for worker in self._workers:
            worker.start()

    def submit(self, work: Callable[[Worker], T]) -> Future[T]:
        """Let the next free worker do it."""
        return self._threads.submit(self._lend, work)

    def stop(self) -> None:
        """Stop the processes, finished or not."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown()
        for worker in self._workers:
            worker.end()

    def _lend(self, work: Callable[[Worker], T]) -> T:
        worker = self._free.get()
        try:
            return work(worker)
        finally:
            self._free.put(worker)


class Worker:
    """A process that does one job after another, and the pipe to it; a dead one is replaced."""

    def __init__(self, fork: Fork) -> None:
        """Start nothing yet."""
        self._fork = fork
        self._process: Child | None = None
        self._pipe: Connection | None = None
        self._is_stopped = False

    def start(self) -> Connection:
        """Start the process; the pipe to it."""
        with _STARTING:
            ours, theirs = _PROCESSES.Pipe()
            process = self._fork(theirs)
            theirs.close()  # the process alone holds it, so its end is seen here
        self._process, self._pipe = process, ours
        return ours

    def do(self, function: Callable[..., T], arguments: Sequence[object], limit: float | None) -> T:
        """What the function answers, within `limit` seconds.

        Raises what the function raises, WorkerDiedError or JobTooLongError.
        """
        job = pickle.dumps((function, arguments))
        pipe = self._living() or self.start()
        if self._is_stopped:
            raise WorkerDiedError
        try:
            pipe.send_bytes(job)
            if not pipe.poll(limit):
                self.end()
                raise JobTooLongError
            is_raised, answer = pipe.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise WorkerDiedError from error
        if is_raised:
            raise answer
        done: T = answer
        return done

    def _living(self) -> Connection | None:
        """The pipe to a process that has not died while it rested: that costs no job its try.

        A process that rests says nothing, so what can be read then is the end.
        """
        if self._process and self._pipe and (not self._process.is_alive() or self._pipe.poll()):
            self.end()
        return self._pipe

    def stop(self) -> None:
        """Whatever it does, even in a library that hears no signal; it does nothing after that."""
        self._is_stopped = True
        if process := self._process:
            process.kill()

    def end(self) -> None:
        """Let the process go, and nothing of it stay."""
        if self._process and self._pipe:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None


def fork_here(pipe: Connection) -> BaseProcess:
    """A worker at this end of a pipe, forked from this process: it holds a copy of its memory."""
    process = _PROCESSES.Process(target=_serve, args=(pipe, os.getpid()), daemon=True)
    process.start()
    return process


def _serve(pipe: Connection, parent: int) -> None:
    die_with(parent)
    be_modest()
    hear_signals_alone()
    serve(pipe)
