"""Whole trips through a real store: keep, get, find again."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import DatabaseError
from storage.model import Origin, Results
from storage.query import read_query
from storage.store import Store
from summarizer.digest import make_digest
from summarizer.model import Digest
from summarizer.reading.text import read_text

Result = TypeVar("Result")
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
TODAY = NOW.date()
OFFICE = 7
ROAD = """Khởi công tuyến đường ven biển Hải Thịnh
Sáng 5/6/2024, UBND tỉnh tổ chức lễ khởi công tuyến đường ven biển theo Quyết định số 12/QĐ-UBND.
Ông Đinh Văn Đường, Chủ tịch UBND tỉnh yêu cầu nhà thầu hoàn thành trước ngày 30/6/2025.
"""
STUDY = """Hội nghị quán triệt Kết luận 01-KL/TW
Ngày 6/6/2024, Đảng ủy phường An Hòa tổ chức hội nghị quán triệt Kết luận số 01-KL/TW.
Bí thư Đảng ủy phường đề nghị các chi bộ đưa vào sinh hoạt thường kỳ.
"""


# syllables that begin with «ngha»: more than are tried at first
ENDINGS = [f"ngha{last}" for last in "bcdghklmnprstvx"]


def trip(path: Path | str, go: Callable[[Store], Awaitable[Result]]) -> Result:
    async def run() -> Result:
        async with await Store.open(path) as store:
            return await go(store)

    return asyncio.run(run())


def digest_of(text: str) -> Digest:
    return make_digest(read_text(text))


async def keep_both(store: Store) -> None:
    for text in (ROAD, STUDY):
        await store.save_digest(digest_of(text), chat=OFFICE, now=NOW)


async def look(store: Store, typed: str, *, chat: int = OFFICE) -> Results:
    query = read_query(typed, today=TODAY)
    return await store.searches.find(query, chats=(chat,), limit=10, today=TODAY)


def find(typed: str, *, chat: int = OFFICE) -> list[str]:
    async def go(store: Store) -> list[str]:
        await keep_both(store)
        found = await look(store, typed, chat=chat)
        return [hit.title for hit in found.hits if hit.title]

    return trip(":memory:", go)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("đường ven biển", "Khởi công tuyến đường ven biển Hải Thịnh"),
        ("duong ven bien", "Khởi công tuyến đường ven biển Hải Thịnh"),
        ("DINH VAN DUONG", "Khởi công tuyến đường ven biển Hải Thịnh"),
        ('"lễ khởi công"', "Khởi công tuyến đường ven biển Hải Thịnh"),
        ("12/QĐ-UBND", "Khởi công tuyến đường ven biển Hải Thịnh"),
        ("ket luan 01", "Hội nghị quán triệt Kết luận 01-KL/TW"),
        ("01 kl tw", "Hội nghị quán triệt Kết luận 01-KL/TW"),
        ("01–KL/TW", "Hội nghị quán triệt Kết luận 01-KL/TW"),
        ("an hoà", "Hội nghị quán triệt Kết luận 01-KL/TW"),
    ],
)
def test_a_digest_is_found_again_however_it_is_typed(typed: str, title: str) -> None:
    assert find(typed) == [title]


@pytest.mark.parametrize("typed", ["", '"', "đường sắt", '"biển ven"', "AND", "NEAR("])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert find(typed) == []


def test_another_chat_sees_nothing() -> None:
    assert find("đường ven biển", chat=OFFICE + 1) == []


def test_a_beginning_finds_the_rarest_word_that_begins_so() -> None:
    async def go(store: Store) -> list[str | None]:
        for many in range(2):
            title = " ".join([f"Họp lần {many}", *ENDINGS])
            await store.save_digest(digest_of(f"{title}\n{ROAD}"), chat=OFFICE, now=NOW)
        rare = digest_of(f"Họp bàn nghaq\n{STUDY}")
        await store.save_digest(rare, chat=OFFICE + 1, now=NOW)
        found = await look(store, "ngha*", chat=OFFICE + 1)
        return [hit.title for hit in found.hits]

    assert trip(":memory:", go) == ["Họp bàn nghaq"]


def test_a_beginning_is_a_word_itself_however_many_others_begin_so() -> None:
    async def go(store: Store) -> bool:
        for many in range(50):
            title = " ".join([f"Họp lần {many}", *ENDINGS])
            await store.save_digest(digest_of(f"{title}\n{ROAD}"), chat=OFFICE, now=NOW)
        await store.save_digest(digest_of(f"Họp bàn ngha\n{STUDY}"), chat=OFFICE, now=NOW)
        found = await look(store, "ngha*")
        assert (found.count, found.is_all) == (50, False)
        assert (await look(store, "quan triet")).is_all
        return "Họp bàn ngha" in [hit.title for hit in found.hits]

    assert trip(":memory:", go)


def test_the_headline_weighs_more_than_the_body() -> None:
    async def go(store: Store) -> str | None:
        texts = (
            "Bàn về phòng cháy\nPhường tổ chức hội nghị phòng cháy chữa cháy.",
            "Họp thường kỳ\nĐại biểu nhắc tới việc phòng cháy ở chợ.",
        )
        for text in texts:
            await store.save_digest(digest_of(text), chat=OFFICE, now=NOW)
        found = await look(store, "phong chay")
        return found.hits[0].title

    assert trip(":memory:", go) == "Bàn về phòng cháy"


def test_the_passage_shows_the_words_that_were_found() -> None:
    async def go(store: Store) -> list[str]:
        await keep_both(store)
        (hit,) = (await look(store, "nha thau")).hits
        words = [hit.passage.text[span.start : span.end] for span in hit.passage.words]
        return [hit.passage.text, *words]

    passage, *words = trip(":memory:", go)
    assert passage.startswith("Ông Đinh Văn Đường")
    assert words == ["nhà", "thầu"]


def test_the_same_article_is_kept_once_a_chat() -> None:
    async def go(store: Store) -> list[tuple[int, bool]]:
        kept = [
            await store.save_digest(digest_of(text), chat=chat, now=NOW)
            for text, chat in ((ROAD, 1), (ROAD + "\n", 1), (ROAD, 2), (STUDY, 1))
        ]
        return [(each.id, each.is_new) for each in kept]

    first, again, other_chat, other_text = trip(":memory:", go)
    assert first[1]
    assert again == (first[0], False)
    assert other_chat[1]
    assert other_text[1]
    assert len({first[0], other_chat[0], other_text[0]}) == 3


def test_a_digest_that_was_not_answered_yet_is_new_to_its_own_message() -> None:
    async def go(store: Store) -> list[bool]:
        kept = [
            await store.save_digest(digest_of(ROAD), chat=1, now=NOW, origin=Origin(message))
            for message in ("77", "77", "78", None)
        ]
        return [each.is_new for each in kept]

    assert trip(":memory:", go) == [True, True, False, False]


def test_a_digest_comes_back_as_it_was_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "giaoban.db"
    digest = digest_of(ROAD)
    kept = trip(path, lambda store: store.save_digest(digest, chat=OFFICE, now=NOW))
    assert trip(path, lambda store: store.get_by_id(kept.id)).digest == digest
    newest = trip(path, lambda store: store.get_latest(chat=OFFICE, limit=5))
    assert [each.digest for each in newest] == [digest]


def test_a_digest_that_is_not_there_is_none() -> None:
    assert trip(":memory:", lambda store: store.get_by_id(123)) is None


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "thu.db"
    path.write_text("xin chào " * 200, encoding="utf-8")
    with pytest.raises(DatabaseError):
        trip(path, lambda store: store.get_latest(chat=1, limit=1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=20, max_size=20))
def test_whatever_is_typed_is_a_query(typed: list[str]) -> None:
    async def go(store: Store) -> int:
        await keep_both(store)
        return max([(await look(store, each)).count for each in typed])

    assert trip(":memory:", go) <= 2


def test_of_many_in_a_stretch_of_time_the_newest_come(tmp_path: Path) -> None:
    async def go(store: Store) -> tuple[list[int], list[int]]:
        texts = [f"Tin số {at}\n\nUBND xã thứ {at} họp bàn về lúa vụ {at}." for at in range(5)]
        for at, text in enumerate(texts):
            moment = NOW + timedelta(hours=at)
            await store.save_digest(digest_of(text), chat=OFFICE, now=moment)
        end = NOW + timedelta(hours=4)  # before the last
        some = await store.get_between(NOW, end, chat=OFFICE, limit=2)
        all_ids = await store.upkeep.get_ids_between(NOW, end, chat=OFFICE)
        return [kept.number for kept in some], [number & 0xFFFFFFFF for number in all_ids]

    assert trip(tmp_path / "a.db", go) == ([3, 4], [1, 2, 3, 4])


def test_tidying_leaves_few_segments_and_finds_the_same(tmp_path: Path) -> None:
    def segments() -> int:
        with closing(sqlite3.connect(tmp_path / "a.db")) as reader:
            return int(
                reader.execute("select count(distinct segid) from digest_term_idx").fetchone()[0]
            )

    async def go(store: Store) -> tuple[int, int, int, int]:
        for at in range(23):
            text = (
                f"Tin số {at}\n\nUBND xã thứ {at} họp bàn về lúa vụ {at}, giao thôn {at} làm ngay."
            )
            await store.save_digest(digest_of(text), chat=OFFICE, now=NOW)
        before, found = segments(), (await look(store, "lua vu")).count
        await store.upkeep.tidy()
        return before, segments(), found, (await look(store, "lua vu")).count

    before, after, found, again = trip(tmp_path / "a.db", go)
    assert after < before
    assert after <= 3
    assert found == again == 23
