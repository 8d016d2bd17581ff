"""What a worker process does: one job after another, in bounds, until its parent goes."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")

_PR_SET_PDEATHSIG = 1
_MEMORY = 2 << 30  # bytes of address space: an article of 1.5 MB takes 0.2 GB
_NICE = 10  # the parent waits for nobody: it answers all chats


def serve(pipe: Connection) -> None:
    """Do one job after another until the other end of the pipe is closed."""
    while True:
        try:
            function, arguments = pipe.recv()
        except EOFError:
            return
        except Exception as error:  # a job that cannot be taken out of its envelope
            pipe.send((True, sendable(error)))
            continue
        outcome = _outcome(function, arguments)
        try:
            pipe.send(outcome)
        except OSError:  # nobody waits for it any more
            return
        except Exception as error:  # an answer that cannot be put into an envelope
            pipe.send((True, sendable(error)))


def die_with(parent: int) -> None:
    """Let this process end as soon as its parent does, whatever ends that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)


def be_modest() -> None:
    """Take bounded memory, and the processor after those who answer chats."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold the article
    os.nice(_NICE)


def hear_signals_alone() -> None:
    """Leave Ctrl-C to the parent, and share no handler of signals with it."""
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


def _outcome(function: Callable[..., Any], arguments: Sequence[Any]) -> tuple[bool, Any]:
    """Whether the function raises, and what it raises or answers."""
    try:
        return False, function(*arguments)
    except Exception as error:  # the outermost loop of a worker
        return True, sendable(error)
