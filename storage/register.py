"""The register of documents and directives: the verbs that the rest may use."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, tzinfo

from storage.entries import (
    DirectiveEntry,
    DirectivePage,
    DocumentEntry,
    DocumentFile,
    DocumentPage,
    Dues,
    Named,
    Order,
    Organ,
    Party,
    Reminded,
    ReminderHour,
    Said,
    Wanted,
)
from storage.model import Event
from storage.sqlite import directive_list, document_list, reminders, tasks
from storage.sqlite.ids import split_id
from storage.sqlite.threads import Threads
from summarizer.model import Span


class Register:
    """What the digests of chats say of documents and directives; `store.register`."""

    def __init__(self, threads: Threads) -> None:
        """Take the threads of the store."""
        self._threads = threads

    async def get_documents(
        self, chats: Sequence[int], *, order: Order = "often", first: int = 0, limit: int
    ) -> DocumentPage:
        """The documents that digests of these chats name, most often or latest first."""
        return await self._threads.read(
            lambda db: document_list.list_documents(
                db, chats, order=order, first=first, limit=limit
            )
        )

    async def count_documents(
        self, start: datetime, end: datetime, *, chats: Sequence[int], limit: int
    ) -> tuple[DocumentEntry, ...]:
        """The documents that most digests from `start` to before `end` name, `seen` by so many."""
        return await self._threads.read(
            lambda db: document_list.count_documents(db, chats, start, end, limit=limit)
        )

    async def find_documents(
        self, chats: Sequence[int], typed: str, *, today: date, first: int = 0, limit: int
    ) -> DocumentPage:
        """The documents that are called so, by number or by words."""
        return await self._threads.read(
            lambda db: document_list.find_documents(
                db, chats, typed, today=today, page=(first, limit)
            )
        )

    async def get_document(
        self, form: int, *, chat: int, chats: Sequence[int], page: tuple[int, int]
    ) -> DocumentFile | None:
        """The document with this number in a chat, or None.

        `page` is the first of the digests that name it, and how many of them are given.
        """
        return await self._threads.read(
            lambda db: document_list.get_document(db, form, chat=chat, chats=chats, page=page)
        )

    async def get_directives(
        self, wanted: Wanted, *, chats: Sequence[int], today: date, first: int = 0, limit: int
    ) -> DirectivePage:
        """The directives that are wanted."""
        return await self._threads.read(
            lambda db: directive_list.list_directives(
                db, wanted, chats=chats, today=today, page=(first, limit)
            )
        )

    async def count_dues(self, chats: Sequence[int], *, today: date) -> Dues:
        """How many directives that are not done there are, by when they are due."""
        return await self._threads.read(
            lambda db: directive_list.count_dues(db, chats, today=today)
        )

    async def get_directive(
        self, number: int, span: Span, *, chats: Sequence[int]
    ) -> DirectiveEntry | None:
        """The directive that stands there in the digest with this id, or None."""
        return await self._threads.read(
            lambda db: directive_list.get_directive(db, number, span, chats=chats)
        )

    async def get_parties(
        self, party: Party, *, chats: Sequence[int], limit: int
    ) -> tuple[Named, ...]:
        """Who gives, or gets, most of the newest directives."""
        return await self._threads.read(
            lambda db: directive_list.list_parties(db, party, chats=chats, limit=limit)
        )

    async def say(self, entry: DirectiveEntry, said: Said, *, sender: str, now: datetime) -> None:
        """Keep what somebody says of a directive, or take it back."""
        task = (split_id(entry.source.id)[0], entry.clause)
        await self._threads.write(lambda db: tasks.say(db, task, said, sender=sender, now=now))

    async def get_organs(self, chats: Sequence[int]) -> tuple[Organ, ...]:
        """The organs that these chats call their own."""
        return await self._threads.read(lambda db: tasks.get_organs(db, chats))

    async def add_organ(self, chat: int, name: str, *, now: datetime) -> bool:
        """Call an organ the chat's own; False where it is already."""
        return await self._threads.write(lambda db: tasks.add_organ(db, chat, name, now=now))

    async def remove_organ(self, chats: Sequence[int], name: str) -> bool:
        """Call an organ the chat's own no longer; False where it was not."""
        return await self._threads.write(lambda db: tasks.remove_organ(db, chats, name))

    async def get_hour(self, chat: int) -> ReminderHour:
        """When a chat is reminded of deadlines."""
        return await self._threads.read(lambda db: reminders.get_hour(db, chat))

    async def put_hour(self, chat: int, at: time | None) -> None:
        """Let a chat be reminded at an hour of the day, or never."""
        await self._threads.write(lambda db: reminders.put_hour(db, chat, at))

    async def drop_hour(self, chat: int) -> None:
        """Let a chat be reminded when all others are."""
        await self._threads.write(lambda db: reminders.drop_hour(db, chat))

    async def write_reminders(
        self, channels: Collection[str], command: str, *, now: datetime, zone: tzinfo
    ) -> list[Event]:
        """Write down the reminders that are due now; the events that are to be answered."""
        clock = reminders.Clock(now, zone)
        chats = await self._threads.read(lambda db: reminders.find_due(db, clock, tuple(channels)))
        events = [await self._write_reminder(chat, clock, command) for chat in chats]
        return [event for event in events if event]

    async def get_reminded(
        self, chat: int, day: date, *, chats: Sequence[int]
    ) -> tuple[Reminded, ...]:
        """What the reminder of a day tells."""
        return await self._threads.read(
            lambda db: reminders.get_reminded(db, chat, day, chats=chats)
        )

    async def _write_reminder(
        self, chat: int, clock: reminders.Clock, command: str
    ) -> Event | None:
        return await self._threads.write(
            lambda db: reminders.write_reminder(db, chat, clock, command)
        )
