"""Look again and again whether something is due."""

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


async def tick(write_due: WriteDue, worker: Worker, *, seconds: float = _SECONDS) -> None:
    """Have written down what is due, and answered, for ever.

    Nothing is kept here: what a restart or a failure leaves out is due at the next look.
    """
    while True:
        try:
            due = await write_due()
        except Exception as error:  # the next look may find the cause gone
            log.error("a look at what is due failed: %s", where_raised(error))
        else:
            if due:
                log.info("%d due", len(due))
                worker.feed(due)
        await asyncio.sleep(seconds)
