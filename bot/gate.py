"""Judge who may come in, before a word of theirs is written down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from msgspec import Struct, field
from msgspec.structs import replace

from bot.channel import Channel
from storage.model import NewEvent, Verdict
from storage.store import Store
from summarizer.secrecy import is_marked_secret


class _Burst(Struct):
    """Events that belong together so far: a long text that was cut, an album."""

    last: NewEvent
    keys: list[str] = field(default_factory=list)
    message: str | None = None  # of the first
    is_secret: bool = False


class Gate:
    """The door of the bot: members come in, of strangers and secrets only ids are kept."""

    def __init__(self, store: Store, *, admins: Collection[str], allowed: Collection[str]) -> None:
        """Take the admins' ids, and those who are members from the start."""
        self._store = store
        self._admins = frozenset(admins)
        self._always = self._admins | frozenset(allowed)
        self._bursts: dict[tuple[str, str], _Burst] = {}  # those that may go on, by chat

    async def judge(self, channel: Channel, events: Sequence[NewEvent]) -> list[NewEvent]:
        """The events with their verdicts; what must not be kept is no longer in them.

        A group comes in as a group: whoever writes there, and an admin anywhere. One
        marked part makes the whole secret: its other parts are left out, so that it is
        answered once; where some were written down before, the last is «secret rest».
        """
        for event in events:
            if event.moved_to:
                await self._follow(channel, event.chat, event.moved_to)
        members = {member.key for member in await self._store.get_members(channel.name)}
        members |= self._always
        judged: dict[str, NewEvent] = {}
        for event in events:
            if event.moved_to:
                continue
            if event.verdict == "unreadable" and not event.chat:
                judged[event.key] = event  # nobody is there to be judged
            elif self._is_stranger(event, channel, members):
                judged[event.key] = _bare(event, "stranger")
            else:
                self._judge_burst(event, self._burst(event, channel), judged)
        return list(judged.values())

    async def _follow(self, channel: Channel, old: str, new: str) -> None:
        """A group that has got another id keeps its digests, and stays a member."""
        await self._store.move_chat(channel.name, old, new)
        if old in self._always:
            now = datetime.now(UTC)
            await self._store.add_member(channel.name, new, by=old, now=now)

    def _is_stranger(self, event: NewEvent, channel: Channel, members: set[str]) -> bool:
        who = event.chat if event.is_group else event.sender
        return not channel.is_open and who not in members and event.sender not in self._admins

    def _burst(self, event: NewEvent, channel: Channel) -> _Burst:
        """The burst that the event goes on with, or a new one; it is remembered while it may."""
        place = (channel.name, event.chat)
        burst = self._bursts.pop(place, None)
        if burst is None or not _goes_on(channel, burst.last, event):
            burst = _Burst(event, message=event.message)
        burst.last = event
        if event.raw is not None and channel.may_go_on(event.raw):
            self._bursts[place] = burst
        return burst

    def _judge_burst(self, event: NewEvent, burst: _Burst, judged: dict[str, NewEvent]) -> None:
        """Put the event among the judged, unless what it goes on with is refused."""
        earlier = tuple(burst.keys)
        burst.keys.append(event.key)
        if burst.is_secret:
            return
        burst.is_secret = is_marked_secret(event.words)
        if not burst.is_secret:
            judged[event.key] = event
            return
        came_before = [judged.pop(key, None) for key in earlier]
        first = next(iter(came_before), event)
        if first is None:  # it is written down already
            judged[event.key] = replace(_bare(event, "secret rest"), message=burst.message)
        else:
            judged[first.key] = _bare(first, "secret")


def _goes_on(channel: Channel, before: NewEvent, after: NewEvent) -> bool:
    if before.raw is None or after.raw is None or before.sender != after.sender:
        return False
    return not after.is_fleeting and channel.goes_on(before.raw, after.raw)


def _bare(event: NewEvent, verdict: Verdict) -> NewEvent:
    """The event without its words."""
    return replace(event, verdict=verdict, raw=None, words="")
