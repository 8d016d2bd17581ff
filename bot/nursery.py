"""A process without secrets, from which worker processes are forked for as long as the bot runs."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal, Self

from msgspec import Struct

_ROOT = Path(__file__).parent.parent
_PROGRAM = "from bot.nursery_loop import main; main()"
# what a worker may need of the environment: the settings, with the token, are not among it
_NAMES = {"HOME", "LANG", "LANGUAGE", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "TZ"}
_BEGINNINGS = ("LC_", "MPL", "PYTHON")

Order = Literal["f", "k", "r"]  # fork a child, kill it, reap it
ORDER = struct.Struct("=cQ")  # and which
DONE = b"."


class Child(Struct, frozen=True):
    """A worker process, by its number in the nursery, and the process that forked it."""

    nursery: Nursery
    parent: subprocess.Popen[bytes]
    number: int

    def is_alive(self) -> bool:
        """Whether its parent lives: it dies with that."""
        return self.parent.poll() is None

    def kill(self) -> None:
        """End it, whatever it does."""
        self.nursery.tell("k", self.number)

    def join(self) -> None:
        """Wait until it has ended."""
        self.nursery.tell("r", self.number)


class Nursery:
    """The process, started when it is entered; one that was killed is replaced.

    It is a program of its own, so it holds nothing of the bot's memory, sockets and files.
    It loads what jobs need while the bot opens its doors, and its children share that with it.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._talking = threading.Lock()
        self._process: subprocess.Popen[bytes]
        self._orders: socket.socket
        self._children = 0

    def __enter__(self) -> Self:
        """Start it; best from the thread that lives longest, for it dies with that."""
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it, and the children that are left."""
        with self._talking:
            self._end()

    def fork(self, pipe: Connection) -> Child:
        """A new worker at this end of a pipe; it is there when the nursery has loaded all."""
        with self._talking:
            self._children += 1
            try:
                self._order("f", self._children, pipe.fileno())
            except OSError:  # killed: its children have died with it
                self._end()
                self._start()
                self._order("f", self._children, pipe.fileno())
            return Child(self, self._process, self._children)

    def tell(self, order: Order, number: int) -> None:
        """Kill or reap a child; one of a nursery that was killed is gone already."""
        with self._talking, suppress(OSError):
            self._order(order, number)
            if order == "r":
                self._orders.recv(len(DONE))

    def _order(self, order: Order, number: int, *files: int) -> None:
        socket.send_fds(self._orders, [ORDER.pack(order.encode(), number)], list(files))

    def _start(self) -> None:
        self._orders, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (our own program)
                [sys.executable, "-P", "-c", _PROGRAM, str(theirs.fileno()), str(os.getpid())],
                env=_environment(),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )

    def _end(self) -> None:
        self._orders.close()
        self._process.kill()
        self._process.wait()


def _environment() -> dict[str, str]:
    """What of the environment is no secret; one thread, for what has several is not to fork."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _NAMES or name.startswith(_BEGINNINGS)
    }
    paths = [str(_ROOT), *filter(None, [kept.get("PYTHONPATH")])]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1"}
