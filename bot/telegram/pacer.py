"""Let the calls of the Bot API go by their pace and the clock of the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.telegram.pacing import Limits, Pace, Turn


class Pacer:
    """Where calls wait for their turns."""

    def __init__(self, limits: Limits) -> None:
        """Take the limits."""
        self._pace = Pace(limits)
        self._waiting: dict[Turn, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def turn(self, chat: str | None, *, is_fresh: bool = False) -> AsyncIterator[Turn]:
        """The turn of one call; the call is made inside the block."""
        turn = self._pace.ask(chat, is_fresh=is_fresh)
        may_go = asyncio.get_running_loop().create_future()
        self._waiting[turn] = may_go
        try:
            self._let_go()
            await may_go
            yield turn
        finally:
            self._waiting.pop(turn, None)
            self._pace.leave(turn, self._now())
            self._let_go()

    def rest(self, key: str, seconds: float) -> None:
        """Let the chat of the call that is out rest, as Telegram asks in its answer."""
        self._pace.rest(key, seconds, self._now())

    def _let_go(self) -> None:
        while turn := self._pace.grant(self._now()):
            may_go = self._waiting.pop(turn)
            if not may_go.done():  # cancelled in this very moment: it leaves by itself
                may_go.set_result(None)
        if self._timer:
            self._timer.cancel()
        wait = self._pace.wait(self._now())
        loop = asyncio.get_running_loop()
        self._timer = None if wait is None else loop.call_later(wait, self._let_go)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
