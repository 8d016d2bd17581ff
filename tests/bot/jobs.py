"""Jobs for worker processes; they load little, since workers load this file."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path


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
        case ["die", "once", marker] if not Path(marker).exists():
            Path(marker).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case ["wait", "once", marker] if not Path(marker).exists():
            Path(marker).touch()
            time.sleep(60)
        case ["rest", _]:
            time.sleep(0.3)  # so that the others take the other jobs
            return str(os.getpid())
        case ["who"]:
            return str(os.getpid())
    return job.upper()


def fill(size: int) -> int:
    return len(bytearray(size))


def keep_to_itself() -> Callable[[], None]:
    """An answer that does not survive pickling."""
    return lambda: None


def here() -> dict[str, str]:
    """An environment in which a script finds the program."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def is_running(pid: int) -> bool:
    """Whether the process does anything; one that only waits to be reaped does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
