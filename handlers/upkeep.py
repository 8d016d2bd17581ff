"""What an operator does with the database: copy it, export it, put a copy in place, forget."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.render.shaping import day
from bot.texts import upkeep as words
from handlers.chats import named_chat
from handlers.export_all import export_kept
from storage.backup import back_up, restore
from storage.errors import DatabaseError
from storage.store import Store


def copy(options: Namespace, database: Path) -> Iterator[str]:
    """Copy the database to a file while the bot runs."""
    target = Path(options.file)
    made = back_up(database, target, now=datetime.now(UTC))
    yield words.BACKED_UP.format(digests=made.digests, path=target, size=_size(made.size))


def put_back(options: Namespace, database: Path) -> Iterator[str]:
    """Put a copy in the place of the database."""
    made, kept = restore(Path(options.file), database, now=datetime.now().astimezone())
    yield words.RESTORED.format(digests=made.digests, path=database)
    if kept:
        yield words.PUT_ASIDE.format(path=kept)


def forget(options: Namespace, database: Path) -> Iterator[str]:
    """Remove old digests, or all of a chat, after asking."""
    if not database.exists():
        raise DatabaseError(str(database))
    yield asyncio.run(_forget(options, database))


COMMANDS: dict[str, Callable[[Namespace, Path], Iterator[str]]] = {
    "backup": copy,
    "export": export_kept,
    "restore": put_back,
    "forget": forget,
}


async def _forget(options: Namespace, database: Path) -> str:
    before = None
    if options.older_than is not None:
        before = datetime.now(UTC) - timedelta(days=options.older_than)
    async with await Store.open(database) as store:
        chat = await named_chat(options.chat, store) if options.chat else None
        if not (options.yes or _is_sure(options.chat, before)):
            return words.NOT_FORGOTTEN
        return words.FORGOTTEN.format(count=await store.upkeep.forget(before=before, chat=chat))


def _is_sure(chat: str | None, before: datetime | None) -> bool:
    form = words.ALL_OF if before is None else words.OLD_OF if chat else words.OLD
    until = day(before.astimezone().date()) if before else ""
    sys.stderr.write(words.FORGET_SURE.format(what=form.format(chat=chat, day=until)))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in words.YES


def _size(size: int) -> str:
    return f"{size / 2**20:.1f} MB".replace(".", ",")
