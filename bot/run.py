"""Run the bot: read the channels, write down, answer."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.channel import Channel
from bot.worker import Answer, Worker
from storage.store import Store


async def run(store: Store, channels: Sequence[Channel], answer: Answer, *, pause: float) -> None:
    """Serve the channels until SIGTERM or SIGINT; what is not finished waits in the inbox."""
    worker = Worker(store, {channel.name: channel for channel in channels}, answer, pause=pause)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stopping.set)
    await worker.resume()
    readers = [asyncio.create_task(_read(channel, store, worker)) for channel in channels]
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait([waiting, *readers], return_when=asyncio.FIRST_COMPLETED)
    for task in (waiting, *readers):
        task.cancel()
    for reader in readers:
        with contextlib.suppress(asyncio.CancelledError):
            await reader
    await worker.stop()


async def _read(channel: Channel, store: Store, worker: Worker) -> None:
    """Write down what comes in; only then may the channel acknowledge it."""
    cursor = await store.get_cursor(channel.name)
    async for events, read_to in channel.events(cursor):
        new = await store.put_events(channel.name, events, cursor=read_to, now=datetime.now(UTC))
        worker.feed(new)
