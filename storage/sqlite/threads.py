"""Run work on the database in threads: one that writes, a few that only read."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from storage.sqlite.database import open_database, open_reader
from storage.sqlite.writer import Writer

Result = TypeVar("Result")
Work = Callable[[Database], Result]

_READERS = 3


class Threads:
    """The connections to one database, each used by one thread alone.

    What was written before is seen by whoever reads afterwards. A database in memory has
    one connection, which then reads too.
    """

    def __init__(self, path: Path | str) -> None:
        """Open or make the database at `path`; raises DatabaseError."""
        self._writer = Writer(open_database(path))
        self._opened: list[Database] = []
        self._own = threading.local()
        self._readers: ThreadPoolExecutor | None = None
        if isinstance(path, Path):
            self._readers = ThreadPoolExecutor(
                _READERS,
                thread_name_prefix="reader",
                initializer=self._open_reader,
                initargs=(path,),
            )

    async def write(self, work: Work[Result], *, is_urgent: bool = False) -> Result:
        """What `work` gives, once it is on the disk; before what is not urgent, where it is.

        It is a transaction of its own: whole, or not at all where it raises.
        """
        return await asyncio.wrap_future(self._writer.submit(work, is_urgent=is_urgent))

    async def write_alone(self, work: Work[Result]) -> Result:
        """The same for what cannot be part of a transaction, or should be several."""
        return await asyncio.wrap_future(self._writer.submit(work, is_alone=True))

    async def read(self, work: Work[Result]) -> Result:
        """What `work` gives, which changes nothing, beside whatever else is going on.

        All of it sees the database as it was at one moment.
        """
        if self._readers is None:
            return await self.write(work)
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._look, work)

    async def close(self) -> None:
        """Finish what is in work and close."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        if self._readers:
            self._readers.shutdown()
        for database in self._opened:
            database.close()
        self._writer.close()

    def _look(self, work: Work[Result]) -> Result:
        database: Database = self._own.database
        with database.atomic():
            return work(database)

    def _open_reader(self, path: Path) -> None:
        self._own.database = open_reader(path)
        self._opened.append(self._own.database)
