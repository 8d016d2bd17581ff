"""Join the events that are one request: a long text that was cut, an album."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.channel import Channel, Request, read_command
from storage.model import Event


async def next_burst(
    lane: asyncio.Queue[Event], channel: Channel, *, patience: float
) -> list[Event]:
    """The next event and those that go on with it, each waited for `patience` seconds."""
    events = [await lane.get()]
    while _may_go_on(channel, events[-1]):
        try:
            following = await asyncio.wait_for(lane.get(), patience)
        except TimeoutError:
            break
        if not _goes_on(channel, events[-1], following):
            _put_back(lane, following)
            break
        events.append(following)
    return events


def request_of(channel: Channel, events: Sequence[Event]) -> Request | None:
    """What the events ask, None where nothing; of strangers and secrets only the ids are known.

    A part that is secret makes the whole so.
    """
    first = events[0]
    if first.verdict == "due":
        return _due(first)
    if all(event.raw is not None for event in events):
        return channel.read([event.raw for event in events if event.raw is not None])
    return Request(
        channel=first.channel,
        chat=first.chat,
        sender=first.sender,
        message=first.message or "",
        received=datetime.now(UTC),
        is_group=first.is_group,
        verdict="secret" if len(events) > 1 else first.verdict,
    )


def _due(event: Event) -> Request:
    """The command that the hour gives: it was written down as somebody would type it."""
    command, argument = read_command((event.raw or b"").decode())
    return Request(
        channel=event.channel,
        chat=event.chat,
        sender=event.sender,
        message="",
        received=datetime.now(UTC),
        command=command,
        argument=argument,
        is_group=event.is_group,
        verdict="due",
    )


def _goes_on(channel: Channel, before: Event, after: Event) -> bool:
    """Whether two events are one request; the marked end of a text belongs to what came before."""
    if before.sender != after.sender or after.is_fleeting or after.verdict == "due":
        return False
    if before.raw is None or after.raw is None:
        return after.verdict == "secret rest"
    return channel.goes_on(before.raw, after.raw)


def _may_go_on(channel: Channel, event: Event) -> bool:
    is_said = event.raw is not None and event.verdict != "due"
    return is_said and channel.may_go_on(event.raw or b"")


def _put_back(lane: asyncio.Queue[Event], event: Event) -> None:
    """Let an event be the next again."""
    rest = [event]
    while not lane.empty():
        rest.append(lane.get_nowait())
    for each in rest:
        lane.put_nowait(each)
