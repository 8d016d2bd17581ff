"""Worker processes, each at the other end of a pipe, with a thread that waits for its answers."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")

_PR_SET_PDEATHSIG = 1
if sys.platform == "linux":
    _PROCESSES = get_context("fork")
else:
    _PROCESSES = get_context("spawn")
_MEMORY = 2 << 30  # bytes of address space: an article of 1.5 MB takes 0.2 GB
_NICE = 10  # the parent waits for nobody: it answers all chats
_STARTING = threading.Lock()  # a process started meanwhile would hold this one's pipe open


class WorkerDiedError(Exception):
    """The process that ran the job is gone: killed, or out of memory."""


class JobTooLongError(Exception):
    """The job ran past its time limit and was stopped."""


class Crew:
    """Workers who share the jobs."""

    def __init__(self, workers: int) -> None:
        """Take how many; they start with their first jobs, or when told to."""
        self._workers = [Worker() for _ in range(workers)]
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

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._is_stopped = False

    def start(self) -> Connection:
        """Start the process; the pipe to it."""
        with _STARTING:
            ours, theirs = _PROCESSES.Pipe()
            process = _PROCESSES.Process(target=_serve, args=(theirs, os.getpid()), daemon=True)
            process.start()
            theirs.close()  # the process alone holds it, so its end is seen here
        self._process, self._pipe = process, ours
        return ours

    def do(self, function: Callable[..., T], arguments: Sequence[object], limit: float | None) -> T:
        """What the function answers, within `limit` seconds.

        Raises what the function raises, WorkerDiedError or JobTooLongError.
        """
        job = pickle.dumps((function, arguments))
        pipe = self._pipe or self.start()
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


def _serve(pipe: Connection, parent: int) -> None:
    """Do one job after another until the parent goes."""
    _settle_in(parent)
    while True:
        try:
            function, arguments = pipe.recv()
        except EOFError:
            return
        except Exception as error:  # a job that cannot be taken out of its envelope
            pipe.send((True, sendable(error)))
            continue
        pipe.send(_outcome(function, arguments))


def _outcome(function: Callable[..., Any], arguments: Sequence[Any]) -> tuple[bool, Any]:
    """Whether the function raises, and what it raises or answers."""
    try:
        return False, function(*arguments)
    except Exception as error:  # the outermost loop of a worker
        return True, sendable(error)


def _settle_in(parent: int) -> None:
    """Die with the parent, leave Ctrl-C to it, share no handler of signals, take bounded memory."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold the article
    os.nice(_NICE)
    signal.set_wakeup_fd(-1)  # a signal to this process would be told to the parent's event loop
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def sendable(answer: T | Exception) -> T | Exception:
    """An exception that does not survive the way through the pipe goes as its name."""
    if isinstance(answer, Exception):
        try:
            pickle.loads(pickle.dumps(answer))  # noqa: S301 (our own, made just now)
        except Exception:  # whatever its constructor wants
            return RuntimeError(type(answer).__name__)
    return answer
