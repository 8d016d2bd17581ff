"""What somebody at the command line keeps, and finds again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.channel import said
from bot.render.lines import Line
from bot.texts import search as words
from handlers.search import find_page, lay_out
from storage.model import Kept
from storage.query import read_query
from storage.store import Store
from summarizer.model import Digest

CHANNEL, CHAT = "desk", "desk"


async def keep(path: Path, digests: Sequence[Digest]) -> int:
    """Keep digests in the database at `path`; how many of them are new there."""
    async with await Store.open(path) as store:
        chat = await store.get_chat(CHANNEL, CHAT)
        kept = [
            await store.save_digest(digest, chat=chat, now=datetime.now(UTC)) for digest in digests
        ]
    return sum(each.is_new for each in kept)


async def get_corrected(path: Path) -> tuple[Kept, ...]:
    """The digests kept at `path` that readers have corrected, in whatever chat."""
    async with await Store.open(path) as store:
        return await store.upkeep.get_corrected()


async def find(path: Path, typed: str) -> tuple[Line, ...]:
    """The digests kept at `path` that hold what was typed, best first."""
    async with await Store.open(path) as store:
        chat = await store.get_chat(CHANNEL, CHAT)
        today = datetime.now().astimezone().date()
        query = read_query(typed, today=today)
        if query.is_empty:
            return said(words.HOW).lines
        return lay_out(await find_page(store, query, typed, chat=chat, today=today))
