"""Write kept digests into a file from the command line."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from msgspec import Struct

from bot.render.contract import to_json
from bot.render.files.collection import Collection
from bot.render.files.formats import Format, form_of, write_file
from bot.render.shaping import day
from bot.texts import briefing
from bot.texts import export as words
from handlers.chats import named_chat
from handlers.desk import CHANNEL, CHAT
from storage.errors import DatabaseError, NotWrittenError
from storage.model import Kept
from storage.query import read_query
from storage.store import Store

_AT_ONCE = 50
_MOST_FOUND = 500


class Choice(Struct, frozen=True):
    """Which digests: of a chat («telegram:42»; None for those of `keep`), from when to when."""

    chat: str | None = None
    since: date | None = None
    until: date | None = None
    search: str | None = None


def export_kept(options: Namespace, database: Path) -> Iterator[str]:
    """Write what is chosen into a file, or all of it as JSON; raises NotWrittenError."""
    if options.file is None:
        count = asyncio.run(export_json(database, sys.stdout))
    else:
        count = _export(options, database, Path(options.file))
    yield words.WRITTEN.format(count=count, path=options.file or "-")


def _export(options: Namespace, database: Path, path: Path) -> int:
    try:
        _try(path)
        if options.json:
            with path.open("w", encoding="utf-8") as out:
                return asyncio.run(export_json(database, out))
        choice = Choice(options.chat, options.since, options.until, options.search)
        return asyncio.run(export_file(database, path, form_of(path, options.format), choice))
    except OSError as error:
        raise NotWrittenError(str(path)) from error


def _try(path: Path) -> None:
    """Raise OSError where the file cannot be written; nothing is left of the try."""
    is_there = path.exists()
    path.open("ab").close()
    if not is_there:
        path.unlink()


async def export_file(database: Path, path: Path, form: Format, choice: Choice) -> int:
    """Write the digests that are chosen into a file; how many there are."""
    async with await _open(database) as store:
        kept = [each async for each in _chosen(store, choice)]
    title = _title(choice)
    made = datetime.now().astimezone()
    path.write_bytes(write_file(Collection(title, made, tuple(kept)), form))
    return len(kept)


async def export_json(database: Path, out: TextIO) -> int:
    """Write every digest of every chat as a JSON array, one at a time; how many there are."""
    count = 0
    async with await _open(database) as store:
        chats = {
            number: (channel, key) for number, channel, key in await store.upkeep.number_chats()
        }
        async for kept in _all(store):
            out.write("[\n" if count == 0 else ",\n")
            json.dump(_plain(kept, chats[kept.chat]), out, ensure_ascii=False)
            count += 1
    out.write("\n]\n" if count else "[]\n")
    return count


def _plain(kept: Kept, chat: tuple[str, str]) -> dict[str, Any]:
    return {
        "chat": ":".join(chat),
        "number": kept.number,
        "made": kept.made.isoformat(),
        "corrections": [
            {
                "kind": each.kind,
                "fact": each.fact.kind,
                "span": [each.fact.span.start, each.fact.span.end],
                "value": each.value,
                "made": each.made.isoformat(),
            }
            for each in kept.corrections
        ],
        "digest": to_json(kept.digest, with_text=True),
    }


async def _open(database: Path) -> Store:
    if not database.exists():
        raise DatabaseError(str(database))
    return await Store.open(database)


async def _all(store: Store) -> AsyncIterator[Kept]:
    last = 0
    while some := await store.upkeep.get_after(last, limit=_AT_ONCE):
        for kept in some:
            yield kept
        last = some[-1].id


async def _chosen(store: Store, choice: Choice) -> AsyncIterator[Kept]:
    chat = await _chat(store, choice.chat)
    if choice.search is not None:
        today = datetime.now().astimezone().date()
        query = read_query(choice.search, today=today)
        found = await store.searches.find(query, chats=(chat,), limit=_MOST_FOUND, today=today)
        for hit in found.hits:
            if (kept := await store.get_by_id(hit.id)) and _is_within(kept, choice):
                yield kept
        return
    start = _midnight(choice.since or date(1970, 1, 2))
    end = _midnight((choice.until or date(9998, 1, 1)) + timedelta(days=1))
    for number in await store.upkeep.get_ids_between(start, end, chat=chat):
        if kept := await store.get_by_id(number):
            yield kept


def _is_within(kept: Kept, choice: Choice) -> bool:
    made = kept.made.astimezone().date()
    return (choice.since or made) <= made <= (choice.until or made)


def _midnight(day_: date) -> datetime:
    return datetime.combine(day_, datetime.min.time()).astimezone().astimezone(UTC)


async def _chat(store: Store, name: str | None) -> int:
    if name:
        return await named_chat(name, store)
    return await store.upkeep.find_chat(CHANNEL, CHAT) or 0


def _title(choice: Choice) -> str:
    if choice.search:
        return words.SEARCH.format(query=choice.search)
    if choice.since and choice.until:
        span = briefing.SPAN_DAYS.format(first=day(choice.since), last=day(choice.until))
        return f"{words.TITLE} {span}"
    return words.TITLE
