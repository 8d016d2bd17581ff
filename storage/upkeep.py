"""Look after what is kept: forget what is old, leave no erased word behind."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection
from datetime import datetime
from functools import partial

from storage.model import Kept, MomentKind, State
from storage.sqlite import chats, corrections, digests, forgetting, index, lists, near, state
from storage.sqlite.threads import Threads

log = logging.getLogger(__name__)


class Upkeep:
    """The verbs of whoever looks after the database; `store.upkeep`."""

    def __init__(self, threads: Threads) -> None:
        """Take the threads of the store."""
        self._threads = threads
        self._tidying: asyncio.Task[None] | None = None

    async def get_chats(self) -> tuple[tuple[str, str], ...]:
        """The channel and the key there of every chat."""
        return await self._threads.read(chats.get_chats)

    async def number_chats(self) -> tuple[tuple[int, str, str], ...]:
        """Number, channel and key there of every chat."""
        return await self._threads.read(chats.number_chats)

    async def get_after(self, last: int, *, limit: int) -> tuple[Kept, ...]:
        """The next digests of all chats, in the order of their ids, behind that one."""
        return await self._threads.read(lambda db: lists.get_after(db, last, limit=limit))

    async def get_ids_between(
        self, start: datetime, end: datetime, *, chat: int
    ) -> tuple[int, ...]:
        """The ids of all digests that a chat got from `start` to before `end`, oldest first."""
        return await self._threads.read(lambda db: lists.ids_between(db, start, end, chat=chat))

    async def get_corrected(self) -> tuple[Kept, ...]:
        """The digests of all chats that readers have corrected."""
        numbers = await self._threads.read(corrections.corrected_ids)
        looks = (partial(digests.get_kept, number=number) for number in numbers)
        found = [await self._threads.read(look) for look in looks]
        return tuple(kept for kept in found if kept)

    async def find_chat(self, channel: str, key: str) -> int | None:
        """The number of a chat; None where it has had nothing kept."""
        return await self._threads.read(lambda db: chats.find_chat(db, channel, key))

    async def forget(self, *, before: datetime | None = None, chat: int | None = None) -> int:
        """Remove the digests kept before then, of one chat or of all; how many there were.

        Without a day all of the chat goes, its mail and settings too.
        """
        gone = 0
        while some := await self._threads.write(
            lambda db: forgetting.forget_some(db, before=before, chat=chat)
        ):
            gone += some
        if before is None and chat is not None:
            await self._threads.write(lambda db: forgetting.forget_chat(db, chat))
        await self.tidy()
        return gone

    async def forget_mail(self, *, before: datetime) -> None:
        """Forget which messages were answered before then."""
        await self._threads.write(lambda db: forgetting.forget_mail(db, before=before))

    async def forget_signatures(self, *, now: datetime) -> None:
        """Forget what finds near-duplicates, where it is too old to be asked."""
        while await self._threads.write(lambda db: near.forget_signatures(db, now=now)):
            pass

    async def get_state(self, *, channels: Collection[str]) -> State:
        """How much is kept, and what of these channels waits."""
        return await self._threads.read(lambda db: state.get_state(db, channels=channels))

    async def beat(self, *, now: datetime) -> None:
        """Write something down: raises where nothing can be written."""
        await self._threads.write(lambda db: state.put_moment(db, "beat", now))

    async def get_moment(self, kind: MomentKind) -> datetime | None:
        """When something of this kind happened last."""
        return await self._threads.read(lambda db: state.get_moment(db, kind))

    async def put_moment(self, kind: MomentKind, *, now: datetime) -> None:
        """Note that something of this kind has happened."""
        await self._threads.write(lambda db: state.put_moment(db, kind, now))

    def tidy_soon(self) -> None:
        """Begin to tidy, and let nobody wait for it: of a large index it takes minutes."""
        if self._tidying is None or self._tidying.done():
            self._tidying = asyncio.create_task(self._tidy_beside())

    async def stop(self) -> None:
        """Leave what is not tidied for the next time."""
        if self._tidying:
            self._tidying.cancel()
            await asyncio.gather(self._tidying, return_exceptions=True)

    async def _tidy_beside(self) -> None:
        try:
            await self.tidy()
        except Exception as error:  # it is done every hour anyhow
            log.error("not tidied: %s", error)

    async def tidy(self) -> None:
        """Take erased words out of the index and the write-ahead log, where they would stay."""
        is_done = False
        while not is_done:
            crossed_out = await self._threads.read(index.count_crossed_out)
            begin = partial(index.begin_tidying, is_whole=crossed_out > 0)
            is_more = await self._threads.write(begin)
            while is_more:  # in small steps: others wait for the writer meanwhile
                is_more = await self._threads.write(index.go_on_tidying)
            await self._threads.write(partial(index.end_tidying, crossed_out=crossed_out))
            is_done = not await self._threads.read(index.count_crossed_out)
        checkpoint = "pragma wal_checkpoint(truncate)"
        await self._threads.write_alone(lambda db: db.execute(checkpoint).fetchall())

    async def is_sound(self) -> bool:
        """Whether the database file is whole."""
        rows = await self._threads.read(lambda db: db.execute("pragma quick_check(1)").fetchall())
        return [tuple(row) for row in rows] == [("ok",)]
