"""Keep articles that are nearly the same, through a real store."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from storage.model import Kept, Origin
from storage.store import Store
from summarizer.digest import make_digest
from summarizer.model import Digest
from summarizer.reading.text import read_text
from tests.summarizer.near import edits
from tests.summarizer.near.forms import FORMS, fill

Result = TypeVar("Result")
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
OFFICE, OTHER = 7, 8
ARTICLE = Path("tests/gold/dev-08.txt").read_text(encoding="utf-8")
COPY = edits.retitled(ARTICLE)


def trip(go: Callable[[Store], Awaitable[Result]]) -> Result:
    async def run() -> Result:
        async with await Store.open(":memory:") as store:
            return await go(store)

    return asyncio.run(run())


def digest_of(text: str) -> Digest:
    return make_digest(read_text(text))


def keep(*texts: str, days: int = 0, chats: tuple[int, ...] = (OFFICE, OFFICE)) -> list[Kept]:
    """Keep the texts one after the other, the last so many days later."""

    async def go(store: Store) -> list[Kept]:
        moments = [*[NOW] * (len(texts) - 1), NOW + timedelta(days=days)]
        return [
            await store.save_digest(digest_of(text), chat=chat, now=moment)
            for text, chat, moment in zip(texts, chats, moments, strict=True)
        ]

    return trip(go)


def test_a_copy_answers_with_the_digest_that_is_there():
    first, second = keep(ARTICLE, COPY)
    assert first.is_new
    assert (second.id, second.is_new, second.is_same_text) == (first.id, False, False)
    assert second.digest == first.digest


def test_the_same_words_are_the_same_text():
    first, second = keep(ARTICLE, ARTICLE)
    assert (second.id, second.is_new, second.is_same_text) == (first.id, False, True)


def test_another_chat_has_its_own_digests():
    first, second = keep(ARTICLE, COPY, chats=(OFFICE, OTHER))
    assert second.is_new
    assert second.id != first.id


def test_a_copy_after_a_month_is_new():
    assert not keep(ARTICLE, COPY, days=29)[1].is_new
    assert keep(ARTICLE, COPY, days=31)[1].is_new


def test_what_finds_a_copy_is_forgotten_after_a_month():
    async def go(store: Store) -> list[bool]:
        found = []
        for days in (0, 29, 31):
            await store.upkeep.forget_signatures(now=NOW + timedelta(days=days))
            kept = await store.save_digest(digest_of(COPY), chat=OFFICE, now=NOW)
            found.append(kept.is_new)
        return found

    async def first(store: Store) -> list[bool]:
        await store.save_digest(digest_of(ARTICLE), chat=OFFICE, now=NOW)
        return await go(store)

    assert trip(first) == [False, False, True]


def test_forms_filled_in_anew_are_kept_each():
    for form in FORMS:
        first, second = keep(fill(form, 0), fill(form, 1))
        assert first.is_new
        assert second.is_new


def test_a_copy_that_is_itself_looked_for_among_many():
    texts = [fill(form, 0) for form in FORMS]
    kept = keep(*texts, ARTICLE, COPY, chats=(OFFICE,) * (len(texts) + 2))
    assert [one.is_new for one in kept] == [*[True] * (len(texts) + 1), False]


def test_a_deleted_article_is_new_again():
    async def go(store: Store) -> Kept:
        first = await store.save_digest(digest_of(ARTICLE), chat=OFFICE, now=NOW)
        await store.delete_digest(first.id)
        return await store.save_digest(digest_of(COPY), chat=OFFICE, now=NOW)

    assert trip(go).is_new


def test_the_link_of_a_copy_leads_to_the_digest_that_is_there():
    async def go(store: Store) -> tuple[Kept, Kept | None]:
        first = await store.save_digest(
            digest_of(ARTICLE), chat=OFFICE, now=NOW, origin=Origin(None, "a.vn/1")
        )
        await store.save_digest(
            digest_of(COPY), chat=OFFICE, now=NOW, origin=Origin(None, "b.vn/2")
        )
        return first, await store.find_link(Origin(link="b.vn/2"), chat=OFFICE)

    first, found = trip(go)
    assert found
    assert found.id == first.id


def test_a_digest_made_anew_is_known_by_its_new_words():
    async def go(store: Store) -> tuple[Kept, Kept]:
        first = await store.save_digest(digest_of(fill(FORMS[0], 0)), chat=OFFICE, now=NOW)
        await store.redo_digest(first.id, digest_of(ARTICLE))
        return first, await store.save_digest(digest_of(COPY), chat=OFFICE, now=NOW)

    first, again = trip(go)
    assert (again.id, again.is_new) == (first.id, False)


def test_a_chat_that_moves_takes_its_articles_along():
    async def go(store: Store) -> Kept:
        group = await store.get_chat("telegram", "-1")
        await store.save_digest(digest_of(ARTICLE), chat=group, now=NOW)
        await store.move_chat("telegram", "-1", "-1001")
        moved = await store.get_chat("telegram", "-1001")
        return await store.save_digest(digest_of(COPY), chat=moved, now=NOW)

    assert not trip(go).is_new
