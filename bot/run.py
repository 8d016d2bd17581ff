"""Run the bot: read the channels, write down, answer."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.channel import Channel
from bot.worker import Answer, Worker
from storage.store import Store

_SIGNS = (signal.SIGTERM, signal.SIGINT)


async def run(store: Store, channels: Sequence[Channel], answer: Answer, *, pause: float) -> None:
    """Serve the channels until SIGTERM or SIGINT; what is not finished waits in the inbox.

    Raises what a channel raises that can no longer be read.
    """
    worker = Worker(store, {channel.name: channel for channel in channels}, answer, pause=pause)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in _SIGNS:
        loop.add_signal_handler(sign, stopping.set)
    await worker.resume()
    tasks = [asyncio.create_task(_read(channel, store, worker)) for channel in channels]
    tasks.append(asyncio.create_task(_wait(stopping)))
    try:
        ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await worker.stop()
        for sign in _SIGNS:
            loop.remove_signal_handler(sign)
    for task in ended:
        task.result()


async def _wait(stopping: asyncio.Event) -> None:
    await stopping.wait()


async def _read(channel: Channel, store: Store, worker: Worker) -> None:
    """Write down what comes in; only then may the channel acknowledge it."""
    cursor = await store.get_cursor(channel.name)
    async for events, read_to in channel.events(cursor):
        new = await store.put_events(channel.name, events, cursor=read_to, now=datetime.now(UTC))
        worker.feed(new)
