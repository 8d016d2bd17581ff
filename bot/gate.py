"""Judge who may come in, before a word of theirs is written down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from bot.channel import Channel
from storage.model import NewEvent
from storage.store import Store
from summarizer.secrecy import is_marked_secret


class Gate:
    """The door of the bot: members come in, of strangers and secrets only ids are kept."""

    def __init__(self, store: Store, *, admins: Collection[str], allowed: Collection[str]) -> None:
        """Take the admins' ids, and those who are members from the start."""
        self._store = store
        self._admins = frozenset(admins)
        self._always = self._admins | frozenset(allowed)

    async def judge(self, channel: Channel, events: Sequence[NewEvent]) -> list[NewEvent]:
        """The events with their verdicts; what must not be kept is no longer in them.

        A group comes in as a group: whoever writes there, and an admin anywhere.
        """
        for event in events:
            if event.moved_to:
                await self._follow(channel, event.chat, event.moved_to)
        events = [event for event in events if not event.moved_to]
        members = {member.key for member in await self._store.get_members(channel.name)}
        members |= self._always
        return [self._judged(event, channel, members) for event in events]

    async def _follow(self, channel: Channel, old: str, new: str) -> None:
        """A group that has got another id keeps its digests, and stays a member."""
        await self._store.move_chat(channel.name, old, new)
        if old in self._always:
            now = datetime.now(UTC)
            await self._store.add_member(channel.name, new, by=old, now=now)

    def _judged(self, event: NewEvent, channel: Channel, members: set[str]) -> NewEvent:
        if event.verdict == "unreadable" and not event.chat:
            return event  # nobody is there to be judged
        who = event.chat if event.is_group else event.sender
        if not channel.is_open and who not in members and event.sender not in self._admins:
            return replace(event, verdict="stranger", raw=None, words="")
        if is_marked_secret(event.words):
            return replace(event, verdict="secret", raw=None, words="")
        return event
