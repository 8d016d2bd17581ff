"""Take turns at a site: few downloads at once, a pause between two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Who reads which host just now. It holds for one process: the bot runs as one.

    A host is forgotten when nobody waits for it and its pause is over.
    """

    def __init__(self, *, same_host: int, at_once: int) -> None:
        """Let `same_host` downloads run at one host and `at_once` in all."""
        self._same_host = same_host
        self._all = asyncio.Semaphore(at_once)
        self._hosts: dict[str, _Host] = {}

    def __len__(self) -> int:
        """How many hosts are remembered."""
        return len(self._hosts)

    @asynccontextmanager
    async def at(self, host: str, *, gap: float) -> AsyncIterator[None]:
        """One's turn at a host, at the earliest `gap` seconds after the one before."""
        known = self._hosts.setdefault(host, _Host(self._same_host))
        known.users += 1
        try:
            async with known.free:
                await known.pause(gap)
                async with self._all:  # taken last: who waits for a host holds up no other
                    yield
        finally:
            known.users -= 1
            left = known.next_start - asyncio.get_running_loop().time()
            if not known.users:
                asyncio.get_running_loop().call_later(max(left, 0), self._forget, host)

    def _forget(self, host: str) -> None:
        known = self._hosts.get(host)
        if known and not known.users and known.next_start <= asyncio.get_running_loop().time():
            del self._hosts[host]


class _Host:
    """One site: how many may read it, how many want to, when the next may start."""

    def __init__(self, same_host: int) -> None:
        self.free = asyncio.Semaphore(same_host)
        self.users = 0
        self.next_start = 0.0

    async def pause(self, gap: float) -> None:
        now = asyncio.get_running_loop().time()
        start = max(now, self.next_start)
        self.next_start = start + gap
        if start > now:
            await asyncio.sleep(start - now)
