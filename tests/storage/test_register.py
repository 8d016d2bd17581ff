"""The register knows the documents and directives of all digests, and no others."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.corrected import directive_fact, document_fact
from storage.entries import DirectivePage, DocumentPage, Order, Wanted
from storage.model import Correction
from storage.store import Store
from summarizer.model import Digest
from tests.storage.articles import BARE, FULL, PLAN, SHORT, article
from tests.storage.test_store import trip

NOW = datetime(2022, 5, 20, 7, 0, tzinfo=UTC)
TODAY = NOW.date()
CHAT, OTHER = 7, 8
OPEN = Wanted()
FINANCE = f"Sở Tài chính {PLAN}"
WATER = "Sở Nông nghiệp và Môi trường kiểm tra các hồ chứa trước ngày 1/6/2022"
STUDY = "các chi bộ tổ chức học tập nghiêm túc"
ARTICLES = (
    article("Hội nghị thứ nhất", documents=(FULL,), orders=(FINANCE, STUDY)),
    article("Hội nghị thứ hai", documents=(SHORT,), orders=(FINANCE,)),
    article("Hội nghị thứ ba", documents=(BARE, "Luật Đất đai năm 2013"), orders=(WATER,)),
    article("Hội nghị thứ tư", documents=("Luật Đất đai", "Chỉ thị số 05/CT-TTg"), orders=(STUDY,)),
    article("Hội nghị thứ năm", documents=("Luật Đất đai năm 2024",), published="2024-06-01"),
)


async def keep(store: Store, *digests: Digest, chat: int = CHAT) -> list[int]:
    kept = [
        await store.save_digest(digest, chat=chat, now=NOW + timedelta(minutes=at))
        for at, digest in enumerate(digests)
    ]
    return [each.id for each in kept]


async def documents(store: Store, *chats: int) -> DocumentPage:
    return await store.register.get_documents(chats or (CHAT,), limit=20)


async def directives(
    store: Store, wanted: Wanted = OPEN, *chats: int, today: date = TODAY
) -> DirectivePage:
    return await store.register.get_directives(
        wanted, chats=chats or (CHAT,), today=today, limit=20
    )


def in_store(go: Callable[[Store], Awaitable[Any]]) -> Any:
    return trip(":memory:", go)


def test_ways_to_cite_one_document_are_counted_together() -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES[:3], article("Hội nghị khác", documents=(BARE,)))
        page = await documents(store)
        return [(each.name, each.seen, each.is_sure) for each in page.entries]

    assert in_store(go) == [
        ("Kết luận 01", 2, False),
        ("Kết luận 01-KL/TW", 2, True),
        ("Luật Đất đai", 1, True),
    ]


def test_one_document_is_told_of_in_full_with_its_digests_and_what_it_may_be() -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES[:3])
        page = await store.register.find_documents((CHAT,), "01-kl/tw", today=TODAY, limit=5)
        return await store.register.get_document(
            page.entries[0].form, chat=CHAT, chats=(CHAT,), page=(0, 9)
        )

    file = in_store(go)
    assert file.entry.number == "01-KL/TW"
    assert (file.entry.date, file.entry.issuer) == ("2021-05-18", "Bộ Chính trị")
    assert file.entry.subject == "học tập và làm theo Bác"
    assert [source.title for source in file.sources] == ["Hội nghị thứ hai", "Hội nghị thứ nhất"]
    assert [each.name for each in file.possible] == ["Kết luận 01"]


def test_what_fits_two_documents_belongs_to_neither_until_one_is_gone() -> None:
    land, staff, bare = (
        article(f"Hội nghị về {about}", documents=(document,), published="2024-05-20")
        for about, document in (
            ("đất đai", "Nghị quyết số 18-NQ/TW ngày 16/6/2022 về quản lý và sử dụng đất"),
            ("bộ máy", "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về sắp xếp tổ chức bộ máy"),
            ("sơ kết", "Nghị quyết số 18-NQ/TW"),
        )
    )

    async def look(store: Store) -> Any:
        page = await store.register.find_documents((CHAT,), "18-nq/tw", today=TODAY, limit=5)
        return sorted((str(each.date), each.seen) for each in page.entries)

    async def go(store: Store) -> Any:
        ids = await keep(store, land, staff, bare)
        apart = await look(store)
        await store.delete_digest(ids[1])
        return apart, await look(store)

    apart, joined = in_store(go)
    assert apart == [("2017-10-25", 1), ("2022-06-16", 1), ("None", 1)]
    assert joined == [("2022-06-16", 2)]


@pytest.mark.parametrize(
    "typed",
    ["01-KL/TW", "01 kl tw", "1–kl/tw", "ket luan 01-KL/TW", "học tập bác", "hoc tap bo chinh tri"],
)
def test_a_document_is_found_however_it_is_typed(typed: str) -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES[:3])
        return (
            (await store.register.find_documents((CHAT,), typed, today=TODAY, limit=5))
            .entries[0]
            .name
        )

    assert in_store(go) == "Kết luận 01-KL/TW"


def test_chats_of_one_office_share_what_they_count_and_no_others() -> None:
    async def go(store: Store) -> Any:
        await keep(store, ARTICLES[0])
        await keep(store, ARTICLES[1], chat=OTHER)
        return [
            [(each.name, each.seen) for each in (await documents(store, *chats)).entries]
            for chats in ((CHAT,), (OTHER,), (CHAT, OTHER))
        ]

    own, other, both = in_store(go)
    assert own == [("Kết luận 01-KL/TW", 1)]
    assert other == [("Kết luận 01", 1)]
    assert both == [("Kết luận 01-KL/TW", 2)]


def test_a_document_of_a_stranger_chat_is_not_shown() -> None:
    async def go(store: Store) -> Any:
        await keep(store, ARTICLES[0], chat=OTHER)
        form = (await documents(store, OTHER)).entries[0].form
        number = (await directives(store, Wanted(), OTHER)).entries[0]
        return (
            await store.register.get_document(form, chat=OTHER, chats=(CHAT,), page=(0, 5)),
            await store.register.get_directive(number.source.id, number.span, chats=(CHAT,)),
        )

    assert in_store(go) == (None, None)


def test_a_directive_that_two_articles_tell_is_there_once() -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES[:2])
        page = await directives(store)
        return page.count, [
            (each.words.split(",")[0], each.source.number, [other.number for other in each.others])
            for each in page.entries
        ]

    count, told = in_store(go)
    assert count == 2
    assert told == [
        ("Sở Tài chính khẩn trương rà soát", 2, [1]),
        ("các chi bộ tổ chức học tập nghiêm túc", 1, []),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["Sở Nông", "Sở Tài ", "các chi"]),
        (Wanted(due="none"), ["các chi"]),
        (Wanted(due="any"), ["Sở Nông", "Sở Tài "]),
        (Wanted(due="over"), ["Sở Nông"]),
        (Wanted(due="week"), ["Sở Tài "]),
        (Wanted(issuer="do quang vinh"), ["Sở Nông", "Sở Tài ", "các chi"]),
        (Wanted(issuer="quang"), ["Sở Nông", "Sở Tài ", "các chi"]),
        (Wanted(issuer="vin"), []),
        (Wanted(addressee="so tai chinh"), ["Sở Tài "]),
        (Wanted(addressee="so nong nghiep moi truong"), ["Sở Nông"]),
        (Wanted(addressee="chi bo", due="none"), ["các chi"]),
        (Wanted(party="so tai chinh"), ["Sở Tài "]),
        (Wanted(party="do quang vinh"), ["Sở Nông", "Sở Tài ", "các chi"]),
        (Wanted(state="done"), []),
        (Wanted(is_own=True), []),
    ],
)
def test_directives_are_filtered(wanted: Wanted, found: list[str]) -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES[:3])
        page = await directives(store, wanted, today=date(2022, 6, 28))
        return [each.words[:7] for each in page.entries]

    assert in_store(go) == found


@pytest.mark.parametrize("today", range(20, 28))
def test_this_week_ends_on_sunday(today: int) -> None:
    due = 27  # a Monday

    async def go(store: Store) -> int:
        order = f"Sở Tài chính báo cáo kết quả rà soát trước ngày {due}/6/2022"
        await keep(store, article("Hội nghị", orders=(order,)))
        return (await directives(store, Wanted(due="week"), today=date(2022, 6, today))).count

    assert in_store(go) == (today == due)


def test_a_demand_in_nearly_the_same_words_is_one() -> None:
    other = FINANCE.replace("khẩn trương rà soát", "khẩn trương, rà soát kỹ")

    async def go(store: Store) -> Any:
        await keep(store, ARTICLES[1], article("Hội nghị khác", orders=(other,)))
        return [len(each.others) for each in (await directives(store)).entries]

    assert in_store(go) == [1]


@pytest.mark.parametrize("size", [2, 3, 4])
@pytest.mark.parametrize("order", get_args(Order))
def test_pages_of_documents_go_on_without_a_gap(order: Order, size: int) -> None:
    async def go(store: Store) -> Any:
        await keep(store, *ARTICLES)
        get = partial(store.register.get_documents, (CHAT,), order=order)
        whole = (await get(limit=20)).entries
        firsts = range(0, len(whole), size)
        pages = [(await get(first=first, limit=size)).entries for first in firsts]
        return [each.name for each in whole], [[each.name for each in page] for page in pages]

    whole, pages = in_store(go)
    assert len(whole) >= 5
    assert [name for page in pages for name in page] == whole
    assert all(len(page) == size for page in pages[:-1])


def test_what_is_said_of_a_directive_holds_for_every_article_that_tells_it() -> None:
    async def go(store: Store) -> Any:
        ids = await keep(store, *ARTICLES[:2])
        first = (await directives(store)).entries[0]
        states = []
        for said in ("followed", "done", "done", "not done", "not followed"):
            await store.register.say(first, said, sender="42", now=NOW)
            page = await directives(store, Wanted(state="done" if said == "done" else None))
            states.append(next(e.state for e in page.entries if e.clause == first.clause))
        await store.register.say(first, "done", sender="42", now=NOW)
        await store.delete_digest(ids[1])  # the other article still tells it
        (done,) = (await directives(store, Wanted(state="done"))).entries
        return states, done.source.number, done.by

    assert in_store(go) == (["followed", "done", "done", "followed", "open"], 1, "42")


def test_a_corrected_deadline_holds_for_every_article_and_can_be_taken_back() -> None:
    async def go(store: Store) -> Any:
        ids = await keep(store, *ARTICLES[:2])
        fact = directive_fact(ARTICLES[1].directives[0])
        days = []

        async def look() -> None:
            page = await directives(store, Wanted(due="any"))
            days.append([(each.due, each.is_edited) for each in page.entries])

        await look()
        await store.add_correction(ids[1], Correction(fact, "deadline", "2022-07-15", "42", NOW))
        await look()
        await store.drop_corrections(ids[1], fact)
        await look()
        await store.add_correction(ids[1], Correction(fact, "deadline", "2022-07-15", "42", NOW))
        await store.delete_digest(ids[1])
        await look()
        return days

    read, other = (date(2022, 6, 30), False), (date(2022, 7, 15), True)
    assert in_store(go) == [[read], [other], [read], [read]]


def test_dropped_lines_are_not_in_the_register() -> None:
    async def go(store: Store) -> Any:
        (number,) = await keep(store, ARTICLES[0])
        digest = ARTICLES[0]
        for fact in (directive_fact(digest.directives[0]), document_fact(digest.documents[0])):
            await store.add_correction(number, Correction(fact, "drop", None, "42", NOW))
        gone = (await directives(store)).count, (await documents(store)).count
        await store.drop_corrections(number)
        return gone, (await directives(store)).count, (await documents(store)).count

    assert in_store(go) == ((1, 0), 2, 1)


def test_a_digest_made_anew_keeps_what_was_said_of_its_directives() -> None:
    async def go(store: Store) -> Any:
        (number,) = await keep(store, ARTICLES[0])
        entry = next(each for each in (await directives(store)).entries if each.due)
        await store.register.say(entry, "followed", sender="42", now=NOW)
        await store.redo_digest(number, ARTICLES[0])
        return [
            each.words[:12] for each in (await directives(store, Wanted(state="followed"))).entries
        ]

    assert in_store(go) == ["Sở Tài chính"]


def test_a_chat_that_moves_takes_its_register_along() -> None:
    async def go(store: Store) -> Any:
        old, new = await store.get_chat("tg", "-1"), await store.get_chat("tg", "-100")
        await keep(store, ARTICLES[0], chat=old)
        await keep(store, ARTICLES[2], chat=new)
        entry = (await directives(store, Wanted(due="any"), new)).entries[0]
        await store.register.say(entry, "done", sender="42", now=NOW)
        await store.register.add_organ(new, "Sở Tài chính", now=NOW)
        await store.move_chat("tg", "-1", "-100")
        (done,) = (await directives(store, Wanted(state="done"), old)).entries
        organs = await store.register.get_organs((old,))
        return done.words[:7], (await documents(store, old)).count, [o.name for o in organs]

    assert in_store(go) == ("Sở Nông", 3, ["Sở Tài chính"])


REGISTER = (
    "form",
    "mention",
    "document",
    "directive",
    "party",
    "task",
    "reminded",
    "organ",
    "reminder",
)


def rows(path: Path, *tables: str) -> dict[str, list[Any]]:
    connection = sqlite3.connect(path)
    found = {table: sorted(connection.execute(f"select * from {table}")) for table in tables}  # noqa: S608 (our names)
    connection.close()
    return found


def test_deleting_and_forgetting_leave_no_row(tmp_path: Path) -> None:
    async def go(store: Store) -> None:
        chat = await store.get_chat("tg", "1")
        ids = await keep(store, *ARTICLES, chat=chat)
        entry = (await directives(store, Wanted(), chat)).entries[0]
        await store.register.say(entry, "followed", sender="42", now=NOW)
        await store.register.add_organ(chat, "Sở Tài chính", now=NOW)
        await store.register.put_hour(chat, None)
        for number in ids[:3]:
            await store.delete_digest(number)
        await store.upkeep.forget(chat=chat)

    trip(tmp_path / "a.db", go)
    assert rows(tmp_path / "a.db", *REGISTER) == {table: [] for table in REGISTER}


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("keep", "keep", "delete", "redo", "drop", "date")),
        st.integers(0, len(ARTICLES) - 1),
    ),
    max_size=12,
)


@given(ACTS)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_register_kept_in_step_is_that_made_anew(
    tmp_path: Path, acts: list[tuple[str, int]]
) -> None:
    path = tmp_path / "a.db"
    path.unlink(missing_ok=True)

    async def go(store: Store) -> None:
        ids: dict[int, int] = {}
        for act, at in acts:
            digest = ARTICLES[at]
            if act == "keep":
                (ids[at],) = await keep(store, digest)
            elif at not in ids:
                continue
            elif act == "delete":
                await store.delete_digest(ids.pop(at))
            elif act == "redo":
                await store.redo_digest(ids[at], digest)
            elif act == "drop":
                fact = document_fact(digest.documents[0])
                await store.add_correction(ids[at], Correction(fact, "drop", None, "1", NOW))
            elif digest.directives:
                fact = directive_fact(digest.directives[0])
                day = Correction(fact, "deadline", "2022-08-01", "1", NOW)
                await store.add_correction(ids[at], day)

    trip(path, go)
    kept = told(path)
    connection = sqlite3.connect(path)
    connection.execute("update meta set value = 0 where key = 'register'")
    connection.commit()
    connection.close()
    trip(path, lambda store: store.get_latest(chat=1, limit=1))
    assert told(path) == kept


def told(path: Path) -> Any:
    """What the register says, without the numbers that it gives."""
    connection = sqlite3.connect(path)
    parts: dict[int, list[Any]] = {}
    for document, cited, number in connection.execute(
        "select document, cited, mention.id from form join mention on mention.form = form.id"
    ):
        parts.setdefault(document, []).append((cited, number))
    counts = connection.execute("select seen, last, id from document").fetchall()
    orders = connection.execute(
        "select d.id, first, last, i.norm is null, i.norm, a.norm is null, a.norm, due, is_dropped"
        " from directive d left join party i on i.id = issuer left join party a on a.id = addressee"
    )
    parties = connection.execute("select norm, seen from party")
    found = (
        sorted(sorted(part) for part in parts.values()),
        sorted((seen, last, sorted(parts[number])) for seen, last, number in counts),
        sorted(orders, key=str),
        sorted(parties),
    )
    connection.close()
    return found
