"""Run the bot: read the channels, write down, answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.channel import Channel
from bot.failures import where_raised
from bot.gate import Gate
from bot.stopping import stop_signs
from bot.ticker import WriteDue, tick
from bot.worker import Worker
from storage.store import Store

log = logging.getLogger(__name__)

_TIDY_SECONDS = 3600
_MAIL_KEPT = timedelta(days=7)  # Telegram offers a message again for a day


async def run(
    store: Store,
    channels: Sequence[Channel],
    gate: Gate,
    worker: Worker,
    writers: Sequence[WriteDue] = (),
) -> None:
    """Serve the channels until SIGTERM or SIGINT; what is not finished waits in the inbox.

    `writers` are asked again and again to write down what is due. Raises what a channel
    raises that can no longer be read.
    """
    with stop_signs() as stopping:
        await worker.resume()
        tasks = [asyncio.create_task(_read(channel, store, gate, worker)) for channel in channels]
        tasks += [
            asyncio.create_task(tick(writers, worker)),
            asyncio.create_task(_wait(stopping)),
            asyncio.create_task(_tidy(store)),
        ]
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            log.info("stopping")
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await worker.stop()
    for task in ended:
        task.result()


async def _wait(stopping: asyncio.Event) -> None:
    await stopping.wait()


async def _read(channel: Channel, store: Store, gate: Gate, worker: Worker) -> None:
    """Write down what comes in; only then may the channel acknowledge it."""
    cursor = await store.get_cursor(channel.name)
    async for events, read_to in channel.events(cursor):
        judged = await gate.judge(channel, events)
        new = await store.put_events(channel.name, judged, cursor=read_to, now=datetime.now(UTC))
        log.info("%d events from %s", len(new), channel.name)
        worker.feed(new)


async def _tidy(store: Store) -> None:
    """Let no erased word stay in the database's files for long, nor ids that nobody needs."""
    while True:
        now = datetime.now(UTC)
        try:
            await store.upkeep.forget_mail(before=now - _MAIL_KEPT)
            await store.upkeep.forget_signatures(now=now)
            await store.upkeep.tidy()
        except Exception as error:  # chats are answered without it
            log.error("tidying failed: %s", where_raised(error))
        await asyncio.sleep(_TIDY_SECONDS)
