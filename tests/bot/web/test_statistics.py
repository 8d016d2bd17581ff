"""The figures of /thongke as a page of their own, over real HTTP."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from aiohttp import ClientResponse

from bot.reading import digest_named
from bot.render.statistics import Bar, Statistics
from bot.render.statistics_page import write_statistics
from bot.settings import TlsSettings
from bot.texts import statistics as words
from bot.web.channel import CHAT
from storage.accounts import CHANNEL
from tests.bot.web.offices import Office, Visitor, at_the_office, words_of
from tests.bot.web.test_server import Door, at_the_door
from tests.storage.articles import FULL, article

DIGEST = digest_named("docs/sample.txt")


class Reader(HTMLParser):
    """A page as somebody reads it who sees no pictures: rows of words, links, headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self.widths: list[float] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= given.keys()
        self._open.append(tag)
        self.links += [given[name] for name in ("href", "src", "action") if name in given]
        if tag == "rect":
            self.widths.append(float(given["width"]))
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.rows[-1].append("")
        if tag in {"h1", "h2"}:
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if {"th", "td"} & {*self._open}:
            self.rows[-1][-1] += data
        if {"h1", "h2"} & {*self._open}:
            self.headings[-1] += data

    def counts(self) -> dict[str, int]:
        """The number behind each name."""
        return {row[0]: int(row[2]) for row in self.rows if row[2].strip().isdigit()}


def figures(**more: Any) -> Statistics:
    known = {
        "title": "Thống kê từ 1/5/2022 đến 2/5/2022",
        "typed": "1/5/2022 2/5/2022",
        "unit": "day",
        "articles": (Bar("1/5/2022", 4), Bar("2/5/2022", 1)),
        "documents": (Bar("Kết luận 01-KL/TW", 3, "/vanban #1"),),
        "directives": tuple(Bar(name, number) for number, name in enumerate(words.BARS)),
        "today": date(2022, 5, 3),
    }
    return Statistics(**{**known, **more})


async def page_of(visitor: Visitor, path: str = "/thongke") -> Reader:
    response = await visitor.ask("GET", path, headers={"Origin": None})
    assert (response.status, response.content_type) == (200, "text/html")
    return Reader(await response.text())


async def keep(office: Office, name: str, *, days_ago: int = 0) -> None:
    chat = await office.store.get_chat(CHANNEL, name)
    now = office.clock.read() - timedelta(days=days_ago)
    await office.store.save_digest(DIGEST, chat=chat, now=now)


def test_the_answer_leads_to_the_figures_that_it_tells(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        await keep(office, "lan.nguyen", days_ago=3)
        said = await lan.says("/thongke")
        message = next(each for each in lan.messages.values() if each.get("page"))
        assert said == words_of(message)
        page = await page_of(lan, message["page"])
        assert page.headings[0] == "Thống kê từ 31/10/2026 đến 29/11/2026"
        counts = page.counts()
        assert (counts["26/11/2026"], counts["25/11/2026"]) == (1, 0)
        assert "1 bài, nhiều nhất 1 bài trong ngày 26/11/2026" in said
        assert counts["Nghị quyết 57-NQ/TW"] == 1
        assert "Nghị quyết 57-NQ/TW (1 bài)" in said
        assert (counts["Quá hạn"], counts["Không nêu hạn"]) == (2, 3)
        assert "2 quá hạn, 0 đến hạn trong tuần này, 0 hạn xa hơn, 3 không nêu hạn" in said

    at_the_office(tls, go, seconds=60)  # what draws is loaded first


def test_a_link_leads_to_what_lists_it(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        await keep(office, "lan.nguyen")
        page = await page_of(lan)
        brought = [link for link in page.links if link.startswith("/#words=")]
        assert "/#words=%2Fchidao%20qua%20han" in brought
        assert "/#words=%2Fvanban%20%231" in brought
        assert "Nghị quyết 57-NQ/TW" in await lan.says("/vanban #1")

    at_the_office(tls, go)


def test_a_member_sees_the_figures_of_the_own_office_alone(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan, an = await office.member("lan.nguyen"), await office.member("an.tran")
        admin = await office.member("bo.le", is_admin=True)
        await keep(office, "lan.nguyen")
        assert (await page_of(lan)).counts()["29/11/2026"] == 1
        assert "29/11/2026" not in (await page_of(an)).counts()
        assert (await page_of(an)).counts()["Quá hạn"] == 0
        assert "Đã gộp" in await admin.says("/gopnhom lan.nguyen an.tran")
        joined = await page_of(an)
        assert (joined.counts()["29/11/2026"], joined.counts()["Quá hạn"]) == (1, 2)
        assert any(re.fullmatch(r"/#words=%2Fvanban%20%23\d+\.1", link) for link in joined.links)
        assert "29/11/2026" not in (await page_of(admin)).counts()

    at_the_office(tls, go)


def test_whoever_is_not_logged_in_is_led_to_the_log_in(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        await keep(office, "lan.nguyen")
        assert await office.store.remove_member(CHANNEL, "lan.nguyen")
        for visitor in (office.visit(), lan, office.visit("a" * 43)):
            answer = await visitor.ask("GET", "/thongke?days=hôm nay")
            assert (answer.status, answer.headers["Location"]) == (303, "/login")
            assert "Nghị quyết" not in await answer.text()
            assert (await visitor.ask("POST", "/thongke")).status == 401

    at_the_office(tls, go)


@pytest.mark.parametrize("headers", [
    {"Origin": "https://tin-tuc.vn"},
    {"Origin": "null"},
    {"Host": "tin-tuc.vn"},
    {"Origin": None, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    {"Origin": None, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
])  # fmt: skip
def test_nothing_is_shown_to_another_site(headers: dict[str, str | None]) -> None:
    async def go(door: Door) -> int:
        return (await door.ask("GET", "/thongke", headers=headers)).status

    assert at_the_door(go) == 403


def test_the_page_of_this_machine_shows_its_own_chat() -> None:
    async def go(door: Door) -> tuple[ClientResponse, str]:
        for key, digest in ((CHAT, DIGEST), ("nobody", article("Hội nghị", documents=(FULL,)))):
            chat = await door.store.get_chat(door.local.name, key)
            await door.store.save_digest(digest, chat=chat, now=datetime.now(UTC))
        answer = await door.ask("GET", "/thongke", headers={"Origin": None})
        return answer, await answer.text()

    answer, text = at_the_door(go)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    page = Reader(text)
    assert page.counts()["Nghị quyết 57-NQ/TW"] == 1
    assert "Kết luận" not in text
    assert "lan.nguyen" not in text


@pytest.mark.parametrize(("typed", "status"), [
    ("", 200),
    ("hôm nay", 200),
    ("tháng trước", 200),
    ("1/1/1 31/12/9999", 400),
    ("31/12/9999", 400),
    ("2/1/0001 30/12/9999", 200),
    ("lung tung", 400),
    ("<script>alert(1)</script>", 400),
    ("1/5/2022 " * 500, 400),
])  # fmt: skip
def test_any_days_at_all_are_answered(typed: str, status: int) -> None:
    async def go(door: Door) -> tuple[int, str]:
        chat = await door.store.get_chat(door.local.name, CHAT)
        await door.store.save_digest(DIGEST, chat=chat, now=datetime.now(UTC))
        answer = await door.ask("GET", "/thongke", params={"days": typed})
        return answer.status, await answer.text()

    found, text = at_the_door(go)
    assert found == status
    assert len(text) < 40_000
    assert "script" not in text
    assert (words.HOW in text) == (status == 400)


def test_the_page_holds_no_script_no_style_and_nothing_from_outside() -> None:
    page = Reader(write_statistics(figures(), member="lan.nguyen"))
    assert not {"script", "style", "img", "iframe", "form", "object"} & page.tags
    assert not {name for name in page.attributes if name == "style" or name.startswith("on")}
    assert [link for link in page.links if not link.startswith("/") and link != "data:,"] == []


def test_what_articles_say_is_no_part_of_the_page() -> None:
    evil = "<img src=x onerror=alert(1)> & \"quoted\" 'too'"
    told = figures(title=evil, documents=(Bar(evil, 2, f"/vanban {evil}"),))
    written = write_statistics(told, member=evil)
    page = Reader(written)
    assert "<img" not in written
    assert "onerror" not in page.attributes
    assert page.headings[0] == evil
    assert page.counts()[evil] == 2


def test_each_bar_has_its_number_and_is_as_long_as_it_tells() -> None:
    page = Reader(write_statistics(figures(), member=None))
    assert page.widths == [100, 25, 100, 0, 33.33, 66.67, 100]
    assert [row[2] for row in page.rows] == [
        *(words.COUNT, "4", "1"),
        *(words.COUNT, "3"),
        *(words.TASKS, "0", "1", "2", "3"),
    ]
    assert page.headings == [
        figures().title, words.COUNTED["day"], words.MOST_MENTIONED, words.ORDERS,
    ]  # fmt: skip


def test_where_nothing_is_kept_the_page_says_so() -> None:
    empty = figures(
        articles=(Bar("1/5/2022", 0),),
        documents=(),
        directives=tuple(Bar(name, 0) for name in words.BARS),
    )
    written = write_statistics(empty, member=None)
    assert words.NO_ARTICLES in written
    assert words.NO_DOCUMENTS in written
    assert Reader(written).counts() == dict.fromkeys(words.BARS, 0)
