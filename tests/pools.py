"""The worker process that tests share: to fork one for each of them takes longer than they do."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from bot.pool import Pool
from tests.patience import PATIENCE


@cache
def shared_pool() -> Pool:
    """A pool of one; the fixture `pool` starts and stops it."""
    return Pool(1)


@contextmanager
def started(pool: Pool) -> Iterator[Pool]:
    """A pool whose processes are there, best before any socket is open; they end with the block."""
    asyncio.run(pool.run(os.getpid, limit=PATIENCE))
    try:
        yield pool
    finally:
        asyncio.run(pool.__aexit__(None, None, None))
