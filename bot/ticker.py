"""Look again and again whether something is due, or was left behind."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.failures import where_raised
from bot.worker import Worker
from storage.model import Event

log = logging.getLogger(__name__)

_SECONDS = 30.0

WriteDue = Callable[[], Awaitable[Sequence[Event]]]


async def tick(writers: Sequence[WriteDue], worker: Worker, *, seconds: float = _SECONDS) -> None:
    """Have written down what is due, and answered, for ever.

    Nothing is kept here: what a restart or a failure leaves out is due at the next look, and
    what was written down and not handed on is taken up then.
    """
    while True:
        for write in writers:
            await _look(write, worker)
        try:
            await worker.take_up()
        except Exception as error:  # the next look may find the cause gone
            log.error("a look into the inbox failed: %s", where_raised(error))
        await asyncio.sleep(seconds)


async def _look(write: WriteDue, worker: Worker) -> None:
    """Have one kind written down and answered; where that fails, the other kinds go on."""
    try:
        due = await write()
    except Exception as error:  # the next look may find the cause gone
        log.error("a look at what is due failed: %s", where_raised(error))
        return
    if due:
        log.info("%d due", len(due))
        worker.feed(due)
