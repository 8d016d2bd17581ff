"""Answer what comes in: each chat in its order, the chats side by side, nothing twice."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime

from bot import texts
from bot.channel import BlockedError, Channel, ChannelError, Reply, Request
from bot.failures import where_raised
from bot.render.lines import Line, Piece
from storage.model import Event, Part
from storage.store import Store

log = logging.getLogger(__name__)

Answer = Callable[[Request], Awaitable[Sequence[Reply]]]
_MOST_TRIES = 3


class Worker:
    """Takes events from the inbox through the gestures into the chats."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        answer: Answer,
        *,
        burst: float = 2.0,
        pause: float = 1.0,
    ) -> None:
        """Take the store, the channels by name and the gestures; `burst` and `pause` in seconds.

        `burst` is how long the rest of a cut text is waited for, `pause` the rest between
        two messages to a chat.
        """
        self._store = store
        self._channels = channels
        self._answer = answer
        self._burst = burst
        self._pause = pause
        self._lanes: dict[tuple[str, str], asyncio.Queue[Event]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._placing = asyncio.Lock()  # at most one placeholder is ever in doubt

    async def resume(self) -> None:
        """Take up what was not finished when the program stopped."""
        self.feed(await self._store.get_open_events())

    def feed(self, events: Sequence[Event]) -> None:
        """Take events that are written down; each chat's lane works by itself."""
        for event in events:
            key = (event.channel, event.chat)
            if key not in self._lanes:
                self._lanes[key] = asyncio.Queue()
                task = asyncio.create_task(self._run_lane(key))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            self._lanes[key].put_nowait(event)

    async def stop(self, *, patience: float = 5.0) -> None:
        """Give what is in work some time, then leave it to the inbox."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run_lane(self, key: tuple[str, str]) -> None:
        lane, channel = self._lanes[key], self._channels[key[0]]
        try:
            while not lane.empty():
                events = await self._burst_of(lane, channel)
                await self._handle(channel, events)
        except Exception as error:  # the store itself fails: the inbox keeps the rest
            log.error("a lane stopped: %s", where_raised(error))
        finally:
            del self._lanes[key]

    async def _burst_of(self, lane: asyncio.Queue[Event], channel: Channel) -> list[Event]:
        """The next event and those that go on with it."""
        events = [await lane.get()]
        while (raw := events[-1].raw) is not None and channel.may_go_on(raw):
            try:
                following = await asyncio.wait_for(lane.get(), self._burst)
            except TimeoutError:
                break
            if following.raw is None or not channel.goes_on(raw, following.raw):
                _put_back(lane, following)
                break
            events.append(following)
        return events

    async def _handle(self, channel: Channel, events: list[Event]) -> None:
        first, numbers = events[0], [event.id for event in events]
        tries = await self._store.try_event(first.id)
        failure: str | None = None
        while True:
            try:
                await self._deliver(channel, events)
                break
            except BlockedError:
                failure = "blocked"
                break
            except Exception as error:  # the lane lives on; the row says what happened
                log.error("event %d failed, try %d: %s", first.id, tries, where_raised(error))
                if tries >= _MOST_TRIES:
                    failure = type(error).__name__
                    await self._give_up(channel, first)
                    break
                await asyncio.sleep(self._pause * tries)
                tries = await self._store.try_event(first.id)
        await self._store.finish_events(numbers, now=datetime.now(UTC), failure=failure)

    async def _deliver(self, channel: Channel, events: list[Event]) -> None:
        """Make the answer unless it is written down, then see it into the chat."""
        first = events[0]
        parts = await self._store.get_parts(first.id)
        if not any(part.body is not None for part in parts):
            request = channel.read([event.raw for event in events if event.raw is not None])
            if request is None:
                return
            if not parts:
                await self._place(channel, first, 0, request.message)
            replies = await self._answer(request)
            bodies = [body for reply in replies for body in channel.divide(reply)]
            await self._store.put_bodies(first.id, bodies)
            parts = await self._store.get_parts(first.id)
        for part in parts:
            if not part.is_sent:
                await self._send(channel, first, part)

    async def _give_up(self, channel: Channel, event: Event) -> None:
        """Tell the chat, where it can still be told, that no answer comes."""
        bodies = channel.divide(Reply((Line((Piece(texts.NO_ANSWER),)),)))
        await self._store.put_bodies(event.id, bodies)
        with contextlib.suppress(ChannelError):
            for part in await self._store.get_parts(event.id):
                if not part.is_sent:
                    await self._send(channel, event, part)

    async def _send(self, channel: Channel, event: Event, part: Part) -> None:
        handle = part.handle or await self._place(channel, event, part.part, None)
        if part.body is not None:
            await channel.fill(event.chat, handle, part.body)
        await self._store.put_sent(event.id, part.part, now=datetime.now(UTC))

    async def _place(self, channel: Channel, event: Event, part: int, reply_to: str | None) -> str:
        async with self._placing:
            handle = await channel.place(event.chat, reply_to)
            await self._store.put_handle(event.id, part, handle)
        return handle


def _put_back(lane: asyncio.Queue[Event], event: Event) -> None:
    """Let an event be the next again."""
    rest = [event]
    while not lane.empty():
        rest.append(lane.get_nowait())
    for each in rest:
        lane.put_nowait(each)
