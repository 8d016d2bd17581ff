"""What comes by itself: which gestures ask for it, and which answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from functools import partial

from bot.ticker import WriteDue
from handlers import briefing, health, reminders
from handlers.services import Services
from storage.model import Event

# each writes down what is due by the clock of the services, on the channels that are open:
# an event of the verdict «due» whose `raw` is a command of DUE_COMMANDS (handlers/routes.py),
# in one transaction with what says that it was made
WRITERS: tuple[Callable[[Services, Collection[str]], Awaitable[Sequence[Event]]], ...] = (
    briefing.write_briefings,
    health.write_warnings,
    reminders.write_reminders,
)


def writers_of(services: Services, channels: Collection[str]) -> list[WriteDue]:
    """What writes down each kind; it answers with the events that are to be answered now."""
    return [partial(write, services, channels) for write in WRITERS]
