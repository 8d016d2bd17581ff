"""What is counted of a time agrees with the lists of the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from storage.entries import Due, Dues, State, Wanted
from storage.store import Store
from tests.storage.articles import BARE, FULL, SHORT, article
from tests.storage.test_register import ARTICLES, CHAT, FINANCE, NOW, OTHER, TODAY, in_store, keep

LATER = NOW + timedelta(days=10)
ALWAYS = (NOW - timedelta(days=1), NOW + timedelta(days=99))


async def named(store: Store, time: Sequence[Any], *chats: int, limit: int = 9) -> dict[str, int]:
    start, end = time
    found = await store.register.count_documents(start, end, chats=chats, limit=limit)
    return {entry.name: entry.seen for entry in found}


def test_documents_are_counted_in_the_time_that_is_meant() -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES[:3])
        late = article("Hội nghị muộn", documents=(FULL, "Luật Đất đai năm 2013"))
        await store.save_digest(late, chat=CHAT, now=LATER)
        times = (ALWAYS, (NOW, LATER), (LATER, LATER + timedelta(seconds=1)))
        return [await named(store, time, CHAT) for time in times]

    always, before, late = in_store(go)
    assert always == {"Kết luận 01-KL/TW": 3, "Luật Đất đai": 2, "Kết luận 01": 1}
    assert before == {"Kết luận 01-KL/TW": 2, "Luật Đất đai": 1, "Kết luận 01": 1}
    assert late == {"Kết luận 01-KL/TW": 1, "Luật Đất đai": 1}
    assert list(always) == ["Kết luận 01-KL/TW", "Luật Đất đai", "Kết luận 01"]


def test_chats_that_share_count_together_and_no_others() -> None:
    async def go(store: Store) -> Any:
        await keep(store, ARTICLES[0])
        await keep(store, ARTICLES[1], article("Hội nghị khác", documents=(BARE,)), chat=OTHER)
        return [await named(store, ALWAYS, *chats, limit=1) for chats in ((7,), (8,), (7, 8), (9,))]

    assert in_store(go) == [
        {"Kết luận 01-KL/TW": 1}, {"Kết luận 01": 1}, {"Kết luận 01-KL/TW": 2}, {},
    ]  # fmt: skip


@pytest.mark.parametrize("today", [
    TODAY, date(2022, 5, 26), date(2022, 6, 1), date(2022, 6, 27), date(2022, 7, 1),
])  # fmt: skip
def test_directives_are_counted_as_they_are_listed(today: date) -> None:
    async def listed(store: Store, due: Due | None, state: State | None = None) -> int:
        page = await store.register.get_directives(
            Wanted(due=due, state=state), chats=(CHAT, OTHER), today=today, limit=1
        )
        return page.count

    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES)
        await keep(store, article("Nơi khác", documents=(SHORT,), orders=(FINANCE,)), chat=OTHER)
        page = await store.register.get_directives(
            Wanted(due="none"), chats=(CHAT,), today=today, limit=1
        )
        before = await store.register.count_dues((CHAT, OTHER), today=today)
        await store.register.say(page.entries[0], "done", sender="42", now=NOW)
        dues = await store.register.count_dues((CHAT, OTHER), today=today)
        over, week, none, known = [
            await listed(store, due) for due in ("over", "week", "none", "any")
        ]
        return before, dues, Dues(over, week, known - over - week, none)

    before, dues, expected = in_store(go)
    assert dues == expected
    assert before.none == dues.none + 1
    assert dues.over + dues.week + dues.later == 2


def test_more_than_a_list_counts_to_is_counted() -> None:
    async def go(store: Store) -> Any:
        for at in range(26):
            orders = tuple(f"xã số {100 * at + each} báo cáo" for each in range(20))
            digest = article(f"Hội nghị {at}", orders=orders)
            await store.save_digest(digest, chat=CHAT, now=NOW + timedelta(hours=at))
        moments = await store.get_moments(NOW, NOW + timedelta(hours=25), chat=CHAT)
        dues = await store.register.count_dues((CHAT,), today=TODAY)
        page = await store.register.get_directives(Wanted(), chats=(CHAT,), today=TODAY, limit=1)
        return moments, dues, (page.count, page.is_all)

    moments, dues, listed = in_store(go)
    assert listed == (500, False)
    assert moments == tuple(NOW + timedelta(hours=at) for at in range(25))
    assert dues == Dues(0, 0, 0, 520)
