"""The bot with a probe of its event loop: `python -m tests.load.probed [empty]`.

With «empty» its gesture is empty: all the rest is the same inbox, placeholder, edit. When
it is stopped it writes how late the loop was, in milliseconds, into LAGS, a number a line.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.channel import Reply, Request, said
from bot.gate import Gate
from bot.run import run
from bot.settings import Settings
from bot.telegram.calls import Patience
from bot.telegram.channel import Telegram
from bot.worker import Gestures, Worker
from handlers.bot import serve
from storage.model import Event
from storage.store import Store

_STEP = 0.005  # seconds
_ANSWER = said(
    "Bài số 1", *(f"Dòng thứ {number} của một bản tóm lược trống." for number in range(20))
)


async def watch(lags: list[float]) -> None:
    """Note how late each wake-up comes."""
    loop = asyncio.get_running_loop()
    while True:
        before = loop.time()
        await asyncio.sleep(_STEP)
        lags.append(1000 * (loop.time() - before - _STEP))


async def serve_empty(settings: Settings) -> None:
    """Answer everything with the same words."""

    async def answer(_: Request) -> Sequence[Reply]:
        return (_ANSWER,)

    async def apologise(event: Event, failure: str) -> Sequence[Reply]:
        return (said(failure),)

    assert settings.telegram is not None
    telegram = Telegram(settings.telegram, admins=settings.admins, patience=Patience())
    async with await Store.open(settings.database) as store, telegram:
        gate = Gate(store, admins=settings.admins, allowed=settings.allowed)
        worker = Worker(store, {"telegram": telegram}, Gestures(answer, apologise))
        await run(store, [telegram], gate, worker)


async def main() -> None:
    settings = Settings.from_env(os.environ)
    lags: list[float] = []
    probe = asyncio.create_task(watch(lags))
    try:
        if sys.argv[1:] == ["empty"]:
            await serve_empty(settings)
        else:
            await serve(settings, lambda words: None)
    finally:
        probe.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await probe
        Path(os.environ["LAGS"]).write_text("\n".join(f"{lag:.3f}" for lag in lags))


if __name__ == "__main__":
    asyncio.run(main())
