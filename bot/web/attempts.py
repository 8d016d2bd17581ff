"""Count attempts that failed, so that nobody guesses for long."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable

_MOST_KEYS = 10_000  # remembered; the one that failed least lately is forgotten


class Attempts:
    """So many failures in so many seconds, by whatever key; then it has to be waited."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float]) -> None:
        """Take how many may fail in how long, and the clock."""
        self._most, self._seconds, self._clock = most, seconds, clock
        self._failed: dict[Hashable, deque[float]] = {}

    def wait(self, key: Hashable) -> float:
        """How many seconds until the next attempt; 0 where one may be made now."""
        failed = self._failed.get(key)
        if failed is None or len(failed) < self._most:
            return 0.0
        return max(failed[0] + self._seconds - self._clock(), 0.0)

    def fail(self, key: Hashable) -> None:
        """Count one, before it is known how it ends: others may come at the same moment."""
        failed = self._failed.pop(key, None) or deque(maxlen=self._most)
        failed.append(self._clock())
        self._failed[key] = failed
        while len(self._failed) > _MOST_KEYS:
            del self._failed[next(iter(self._failed))]

    def forgive(self, key: Hashable) -> None:
        """Take the last one back: it did not fail."""
        failed = self._failed.get(key)
        if failed:
            failed.pop()
