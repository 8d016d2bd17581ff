"""The worker process that tests share: to fork one for each of them takes longer than they do."""

from __future__ import annotations

from functools import cache

from bot.pool import Pool


@cache
def shared_pool() -> Pool:
    """A pool of one; `tests/conftest.py` starts it before any socket is open, and stops it."""
    return Pool(1)
