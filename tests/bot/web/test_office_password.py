"""A member of the office's page changes the own password, and what others try at that."""

from __future__ import annotations

import asyncio
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse

from bot.settings import TlsSettings
from bot.texts import accounts as words
from bot.web.tokens import hash_token
from storage.accounts import CHANNEL
from tests.bot.web.offices import PASSWORD, Office, Visitor, at_the_office
from tests.bot.web.test_office_attacks import ELSEWHERE, JSON
from tests.patience import PATIENCE

NEW = "một mật khẩu khác hẳn"
WRONG = "không phải mật khẩu"
WEAK = (422, words.WEAK_PASSWORD.format(least=10, most=200))


async def change(visitor: Visitor, old: str = PASSWORD, new: str = NEW, **more: Any) -> Any:
    """The status, and the reason where there is one."""
    said = {"old": old, "password": new}
    answer: ClientResponse = await visitor.ask("POST", "/password", json=said, **more)
    if answer.content_type != "application/json":
        return answer.status
    return answer.status, (await answer.json())["reason"]


async def can_enter(office: Office, password: str) -> bool:
    return (await office.visit().enter("lan.nguyen", password)).status == 204


async def is_in(visitor: Visitor) -> bool:
    return (await visitor.ask("GET", "/about")).status == 200


def test_the_new_password_is_good_from_now_on_and_the_old_one_is_not(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan, an = await office.member("lan.nguyen"), await office.member("an.tran")
        page = await lan.ask("GET", "/password", headers={"Origin": None})
        assert (page.status, page.content_type) == (200, "text/html")
        assert await change(lan) == 204
        assert await can_enter(office, NEW)
        assert await can_enter(office, unicodedata.normalize("NFD", NEW))
        assert not await can_enter(office, PASSWORD)
        assert (await an.enter("an.tran")).status == 204  # another one's is as it was

    at_the_office(tls, go)


def test_other_sessions_end_and_this_one_stays(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        here, an = await office.member("lan.nguyen"), await office.member("an.tran")
        elsewhere = office.visit()
        await elsewhere.enter("lan.nguyen")
        await here.listen()
        stream = await elsewhere.stream()
        cookie = here.cookie
        assert await change(here) == 204
        await asyncio.wait_for(stream.read(), PATIENCE)
        assert not await is_in(elsewhere)
        assert await is_in(here)
        assert here.cookie == cookie
        assert "Chưa có bài nào" in await here.says("/moi")  # its stream goes on, too
        assert await is_in(an)

    at_the_office(tls, go)


def test_a_link_that_was_not_used_ends_with_the_old_password(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        lan = await office.member("lan.nguyen")
        links = [await office.invite(name) for name in ("lan.nguyen", "an.tran")]
        assert await change(lan) == 204
        return [(await office.visit().join(link)).status for link in links]

    assert at_the_office(tls, go) == [410, 204]


@pytest.mark.parametrize(("new", "answer"), [
    ("", WEAK),
    ("ngắn quá", WEAK),
    ("a" * 9, WEAK),
    (unicodedata.normalize("NFD", "ắắắắắ"), WEAK),  # five letters, however many marks
    ("a" * 10, 204),
    ("a" * 200, 204),
    ("a" * 201, WEAK),
])  # fmt: skip
def test_too_short_and_too_long_are_refused_without_counting(
    tls: TlsSettings, new: str, answer: Any
) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        for _ in range(1 if answer == 204 else 12):
            assert await change(lan, new=new) == answer
        assert await can_enter(office, new if answer == 204 else PASSWORD)

    at_the_office(tls, go)


def test_a_wrong_old_password_counts_like_one_at_the_log_in(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        assert await change(lan, old="") == (403, words.WRONG_OLD_PASSWORD)
        for _ in range(8):
            assert await change(lan, old=WRONG) == (403, words.WRONG_OLD_PASSWORD)
        assert (await lan.enter("lan.nguyen", WRONG)).status == 401  # the tenth
        assert await change(lan) == (429, words.WAIT.format(wait="15 phút"))  # the right one
        assert (await lan.enter("lan.nguyen")).status == 429
        assert await is_in(lan)
        office.clock.pass_(minutes=15)
        assert await change(lan) == 204

    at_the_office(tls, go)


def test_guesses_at_the_same_moment_and_from_many_machines_count_too(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[list[int], list[int]]:
        lan = office.visit(is_plain=True)
        cookie = {"Cookie": f"__Host-giaoban={await session_of(office)}"}

        async def guess(address: str) -> int:
            headers = {**cookie, "X-Forwarded-For": address}
            answer: int = (await change(lan, old=WRONG, headers=headers))[0]
            return answer

        at_once = await asyncio.gather(*(guess("10.0.0.1") for _ in range(20)))
        apart = [await guess(f"10.0.1.{at}") for at in range(21)]
        return sorted(at_once), apart

    at_once, apart = at_the_office(tls, go, is_proxied=True)
    assert at_once == [403] * 10 + [429] * 10
    assert apart == [403] * 20 + [429]  # thirty of one name


async def session_of(office: Office) -> str:
    visitor = office.visit(is_plain=True)
    joined = await visitor.join(await office.invite("lan.nguyen"))
    return joined.cookies["__Host-giaoban"].value


def test_a_change_that_succeeds_is_not_counted(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        lan = await office.member("lan.nguyen")
        pairs = [(PASSWORD, NEW), (NEW, PASSWORD)] * 6
        return [await change(lan, old=old, new=new) for old, new in pairs]

    assert at_the_office(tls, go) == [204] * 12


def test_nothing_is_changed_from_elsewhere(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        for headers in ELSEWHERE:
            assert await change(lan, headers=headers) == 403, headers
        asked = await lan.ask("GET", "/password", params={"old": PASSWORD, "password": NEW})
        assert asked.status == 200  # shows the form and does nothing
        site = {"Origin": None, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        assert (await lan.ask("GET", "/password", headers=site)).status == 403
        assert await can_enter(office, PASSWORD)

    at_the_office(tls, go)


def test_whoever_is_not_logged_in_changes_nothing(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        logged_out = office.visit(lan.cookie)
        for visitor in (office.visit(), office.visit("x" * 43)):
            assert await change(visitor) == 401
            led = await visitor.ask("GET", "/password")
            assert (led.status, led.headers["Location"]) == (303, "/login")
        assert (await lan.ask("POST", "/logout")).status == 204
        assert await change(logged_out) == 401
        assert await can_enter(office, PASSWORD)

    at_the_office(tls, go)


def test_a_member_who_is_removed_changes_nothing(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        assert await office.store.remove_member(CHANNEL, "lan.nguyen")
        assert await change(lan) == 401
        later = await office.member("lan.nguyen")  # another one of the same name
        assert await change(lan) == 401
        assert await is_in(later)
        assert await can_enter(office, PASSWORD)

    at_the_office(tls, go)


def test_who_is_removed_while_asking_has_changed_nothing(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        account = await office.store.accounts.get("lan.nguyen")
        assert account
        session = hash_token(lan.cookie or "")
        await office.store.accounts.drop_session(session)
        assert not await office.store.accounts.change_password(account, "x", session=session)
        assert await can_enter(office, PASSWORD)
        asked = office.visit()
        await asked.enter("lan.nguyen")

        async def slowly() -> Any:
            yield f'{{"old": "{PASSWORD}",'.encode()
            await office.store.remove_member(CHANNEL, "lan.nguyen")
            yield f'"password": "{NEW}"}}'.encode()

        answer = await asked.ask("POST", "/password", data=slowly(), headers=JSON)
        assert answer.status == 401

    at_the_office(tls, go)


def test_of_two_changes_at_once_one_is_made(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        first, second = await office.member("lan.nguyen"), office.visit()
        await second.enter("lan.nguyen")
        both = await asyncio.gather(change(first), change(second, new=NEW + " nữa"))
        assert sorted(both, key=str) == [(401, words.SESSION_ENDED), 204]
        assert [await is_in(first), await is_in(second)] == [each == 204 for each in both]
        made = [await can_enter(office, NEW), await can_enter(office, NEW + " nữa")]
        assert made == [each == 204 for each in both]

    at_the_office(tls, go)


@pytest.mark.parametrize(("body", "kind", "status"), [
    (b'{"old": "a", "password": "b"}', "text/plain", 415),
    (b"old=a&password=b", "application/x-www-form-urlencoded", 415),
    (b'{"password": "abcdefghijkl"}', "application/json", 400),
    (b'{"old": null, "password": "abcdefghijkl"}', "application/json", 400),
    (b'{"old": "\xff", "password": "abcdefghijkl"}', "application/json", 400),
    (b'{"old": "' + b"a" * 5000 + b'", "password": "abcdefghijkl"}', "application/json", 413),
    (b'{"old": "' + b"a" * 3000 + b'", "password": "abcdefghijkl"}', "application/json", 403),
])  # fmt: skip
def test_what_is_no_change_is_refused(
    tls: TlsSettings, body: bytes, kind: str, status: int
) -> None:
    async def go(office: Office) -> int:
        lan = await office.member("lan.nguyen")
        headers = {"Content-Type": kind}
        return (await lan.ask("POST", "/password", data=body, headers=headers)).status

    assert at_the_office(tls, go) == status


def test_only_hashes_of_it_are_kept(tmp_path: Path, tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan = await office.member("lan.nguyen")
        assert await change(lan) == 204

    at_the_office(tls, go, database=tmp_path / "office.db")
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("office.db*"))
    assert NEW.encode() not in kept
    with closing(sqlite3.connect(tmp_path / "office.db")) as database:
        (password,) = database.execute("select password from account").fetchone()
    assert password.startswith("scrypt$")
