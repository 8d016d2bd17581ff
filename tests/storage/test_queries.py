"""Queries find what they must and nothing that they must not: figures by `python -m`."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from storage.query import read_query
from storage.store import Store
from tests.storage.queries import QUERIES, Typed
from tests.summarizer.events_pairs import EVENTS, by_the_province, digest_of

TODAY = date(2026, 1, 31)


def searched() -> dict[str, list[str]]:
    """What each query finds, by the keys of the digests, best first."""

    async def go() -> dict[str, list[str]]:
        async with await Store.open(":memory:") as store:
            chat = await store.get_chat("desk", "desk")
            keys = {}
            for number, event in enumerate(EVENTS):
                day = datetime.strptime(event.day, "%d/%m/%Y").astimezone()
                digest = digest_of(by_the_province(event))
                published = replace(digest.article, published=day.date())
                kept = await store.save_digest(
                    replace(digest, article=published), chat=chat, now=day + timedelta(hours=9)
                )
                keys[kept.id] = f"e{number}"
            found = {}
            for typed in QUERIES:
                query = read_query(typed.query, today=TODAY)
                results = await store.searches.find(query, chats=(chat,), limit=20, today=TODAY)
                found[typed.query] = [keys[hit.id] for hit in results.hits]
            return found

    return asyncio.run(go())


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    return searched()


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 60


@pytest.mark.parametrize("typed", QUERIES, ids=[each.query for each in QUERIES])
def test_a_query_finds_what_it_must(typed: Typed, found: dict[str, list[str]]) -> None:
    hits = found[typed.query]
    assert (hits[0] if hits else "") == typed.first
    assert set(typed.also) <= set(hits[:5])
    assert not set(typed.never) & set(hits)


if __name__ == "__main__":
    result = searched()
    wrong = [
        (each.query, result[each.query][:5])
        for each in QUERIES
        if (result[each.query][:1] or [""])[0] != each.first
        or not set(each.also) <= set(result[each.query][:5])
        or set(each.never) & set(result[each.query])
    ]
    print(f"{len(QUERIES)} queries, {len(QUERIES) - len(wrong)} as wanted")
    for query, hits in wrong:
        print(f"  {query}: {hits}")
