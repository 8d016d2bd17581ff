"""Answer what comes in: each chat in its order, the chats side by side, nothing twice."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from bot.bursts import next_burst, request_of
from bot.channel import (
    MOST_TRIES,
    BlockedError,
    Channel,
    MovedChatError,
    Reply,
    Request,
)
from bot.delivery import Delivery, bodies_of
from bot.failures import where_raised
from bot.meter import Meter
from storage.model import Body, Event, Part
from storage.store import Store

log = logging.getLogger(__name__)


class Gestures(Struct, frozen=True):
    """What answers a request, and what is said of an event that could not be answered.

    `apologise` takes the event and the name of the failure.
    """

    answer: Callable[[Request], Awaitable[Sequence[Reply]]]
    apologise: Callable[[Event, str], Awaitable[Sequence[Reply]]]


class Worker:
    """Takes events from the inbox through the gestures into the chats."""

    def __init__(  # noqa: PLR0913 (burst and pause are for tests)
        self,
        store: Store,
        channels: Mapping[str, Channel],
        gestures: Gestures,
        *,
        burst: float = 2.0,
        pause: float = 1.0,
        meter: Meter | None = None,
    ) -> None:
        """Take the store, the channels by name and the gestures; `burst` and `pause` in seconds.

        `burst` is how long the rest of a cut text is waited for, `pause` the rest before
        a second try. `meter` takes the figures.
        """
        self._store = store
        self._delivery = Delivery(store)
        self._channels = channels
        self._gestures = gestures
        self._burst = burst
        self._pause = pause
        self._meter = meter or Meter()
        self._lanes: dict[tuple[str, str], asyncio.Queue[Event]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._taken: dict[int, tuple[str, str]] = {}  # events that are in a lane, by id
        self._left: set[int] = set()  # those that have left one since `take_up` looked
        self._is_stopping = False

    async def resume(self) -> None:
        """Take up what was not finished when the program stopped.

        A button pressed before then means nothing any more, unless its answer is written
        down already.
        """
        events = await self._store.get_open_events()
        stale = [
            event.id
            for event in events
            if event.is_fleeting and not await self._store.get_parts(event.id)
        ]
        await self._store.finish_events(stale, now=datetime.now(UTC), failure="stale")
        self.feed([event for event in events if event.id not in stale])

    async def take_up(self) -> None:
        """Take what waits in the inbox and is in no lane: a failure has left it there."""
        self._left.clear()
        events = await self._store.get_open_events()
        self.feed([event for event in events if event.id not in self._left])

    def feed(self, events: Sequence[Event]) -> None:
        """Take events that are written down, each once; each chat's lane works by itself."""
        for event in events:
            key = (event.channel, event.chat)
            if event.channel not in self._channels or event.id in self._taken:
                continue  # a channel that is switched off: its events wait for it
            self._taken[event.id] = key
            if key not in self._lanes:
                self._lanes[key] = asyncio.Queue()
                task = asyncio.create_task(self._run_lane(key))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            self._lanes[key].put_nowait(event)

    async def stop(self, *, patience: float = 5.0) -> None:
        """Give what is in work some time, then leave it to the inbox.

        What still waits for the rest of a cut text is left at once: the rest comes later.
        """
        self._is_stopping = True
        for lane in self._lanes.values():
            while not lane.empty():
                lane.get_nowait()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run_lane(self, key: tuple[str, str]) -> None:
        lane, channel = self._lanes[key], self._channels[key[0]]
        try:
            while not lane.empty():
                events = await next_burst(lane, channel, patience=self._burst)
                if self._is_stopping:
                    return
                await self._handle(channel, events)
                self._leave({event.id for event in events})
        except Exception as error:  # the store itself fails: the inbox keeps the rest
            log.error("a lane stopped: %s", where_raised(error))
            self._leave({number for number, place in self._taken.items() if place == key})
        finally:
            del self._lanes[key]

    def _leave(self, numbers: set[int]) -> None:
        self._left |= numbers
        for number in numbers:
            del self._taken[number]

    async def _handle(self, channel: Channel, events: list[Event]) -> None:
        first, numbers = events[0], [event.id for event in events]
        if first.verdict == "unreadable":
            await self._pass_over(channel, first)
            return
        tries, parts = await self._store.begin_event(first.id)
        failure: str | None = None
        while True:
            try:
                await self._deliver(channel, events, tries, parts)
                break
            except BlockedError:
                failure = "blocked"
                break
            except Exception as error:  # the lane lives on; the row says what happened
                log.error("event %d failed, try %d: %s", first.id, tries, where_raised(error))
                if tries >= MOST_TRIES:
                    failure = type(error).__name__
                    await self._give_up(channel, events[0], failure)
                    break
                if isinstance(error, MovedChatError):
                    await self._store.move_chat(channel.name, error.old, error.new)
                    events = [_moved(event, error) for event in events]
                await asyncio.sleep(self._pause * tries)
                tries, parts = await self._store.begin_event(first.id)
        await self._store.finish_events(numbers, now=datetime.now(UTC), failure=failure)
        if any(event.verdict == "secret rest" for event in events):
            await self._store.upkeep.tidy()  # the beginning was written down

    async def _pass_over(self, channel: Channel, event: Event) -> None:
        """Strike off what cannot be read, and say so where it is known who wrote it."""
        log.error("event %d cannot be read", event.id)
        if event.chat:
            await self._give_up(channel, event, event.verdict)
        now = datetime.now(UTC)
        await self._store.finish_events([event.id], now=now, failure=event.verdict)

    async def _deliver(
        self, channel: Channel, events: list[Event], tries: int, parts: Sequence[Part]
    ) -> None:
        """Make the answer unless it is written down, then see it into the chat."""
        first = events[0]
        if not any(part.body is not None for part in parts):
            request = request_of(channel, events)
            if request is None:
                return
            if first.is_fleeting and first.raw and not await channel.acknowledge(first.raw):
                log.info("event %d came too late", first.id)
                return
            if channel.abilities.has_edits and not parts and request.is_waiting:
                await self._delivery.place(channel, Part(first.id, 0, first.chat), first.message)
            asked = replace(request, tries=tries)
            bodies = await self._make(channel, first.id, asked)
            parts = await self._store.put_bodies(first.id, bodies)
        with self._meter.stage("deliver"):
            await self._delivery.send_all(channel, parts, first)

    async def _make(self, channel: Channel, event: int, request: Request) -> list[Body]:
        """The bodies of the answer to a request."""
        started = time.monotonic()
        bodies: list[Body] = []
        for reply in await self._gestures.answer(request):
            stands = request.is_press and reply.in_place and channel.abilities.has_edits
            first, *rest = bodies_of(reply, reply.chat or request.chat, channel)
            bodies += [replace(first, handle=request.message if stands else None), *rest]
        spent = 1000 * (time.monotonic() - started)
        log.info("event %d answered in %d ms, %d messages", event, spent, len(bodies))
        return bodies

    async def _give_up(self, channel: Channel, event: Event, failure: str) -> None:
        """Tell the chat and the admins, where they can still be told, that no answer comes.

        Whatever goes wrong with that, the event is struck off: else it would be told again
        and again.
        """
        try:
            parts = await self._store.get_parts(event.id)
            handles = {
                part.chat: part.handle
                for part in reversed(parts)
                if not part.is_sent and part.handle != event.message  # what a button stood under
            }
            own = [part.is_sent for part in parts if part.chat == event.chat]
            is_answered = bool(own) and all(own)  # what failed is a copy for somebody else
            replies = await self._gestures.apologise(event, failure)
        except Exception as error:
            log.error("event %d: a failure was told nobody: %s", event.id, where_raised(error))
            return
        for reply in replies:
            chat = reply.chat or event.chat
            if is_answered and chat == event.chat:
                continue
            try:
                for content in channel.divide(reply):
                    body = Body(chat, content, handles.pop(chat, None))
                    await self._delivery.tell(channel, body)
            except Exception as error:  # the others hear of it
                log.error("event %d: a failure was not told: %s", event.id, where_raised(error))


def _moved(event: Event, error: MovedChatError) -> Event:
    """The event in its chat's new place, unless it was another chat that has moved."""
    return replace(event, chat=error.new) if event.chat == error.old else event
