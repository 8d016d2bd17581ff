"""The office's page over TLS: how members come in, who they are, how they go."""

from __future__ import annotations

import asyncio
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

from aiohttp import ClientResponse

from bot.settings import TlsSettings
from bot.texts import accounts as words
from bot.web.tokens import hash_token
from storage.accounts import CHANNEL
from storage.model import NewEvent
from tests.bot.web.offices import PASSWORD, Clock, Office, at_the_office, serving, words_of
from tests.patience import PATIENCE


def test_a_link_sets_the_password_and_lets_in(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        visitor = office.visit()
        link = await office.invite("lan.nguyen")
        asked = await visitor.ask("POST", "/invitation", json={"link": link})
        assert (await asked.json())["name"] == "lan.nguyen"
        assert (await visitor.join(link)).status == 204
        assert (await visitor.ask("GET", "/")).status == 200
        assert (await (await visitor.ask("GET", "/about")).json())["member"] == "lan.nguyen"
        assert "Hãy gửi hoặc chuyển tiếp" in await visitor.says("/help")

    at_the_office(tls, go)


def test_later_the_name_and_the_password_do(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        await office.member("lan.nguyen")
        visitor = office.visit()
        assert (await visitor.enter(" Lan.Nguyen ")).status == 204
        assert (await visitor.ask("GET", "/about")).status == 200
        decomposed = unicodedata.normalize("NFD", PASSWORD)  # as some keyboards send it
        assert decomposed != PASSWORD
        assert (await office.visit().enter("lan.nguyen", decomposed)).status == 204

    at_the_office(tls, go)


def test_a_wrong_password_and_an_unknown_name_sound_the_same(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        await office.member("lan.nguyen")
        await office.invite("chua-dat")
        visitor = office.visit()
        for name in ("lan.nguyen", "khong-co", "chua-dat", "", "Ô'; drop table"):
            refused = await visitor.enter(name, "không phải mật khẩu")
            assert await refusals(refused) == [(401, words.WRONG_PASSWORD)]
        assert visitor.cookie is None

    at_the_office(tls, go)


def test_whoever_guesses_must_wait_and_is_told_how_long(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        await office.member("lan.nguyen")
        visitor = office.visit()
        for _ in range(10):
            assert (await visitor.enter("lan.nguyen", "sai mật khẩu")).status == 401
            office.clock.pass_(seconds=1)
        refused = await visitor.enter("lan.nguyen")  # even the right one
        assert refused.status == 429
        assert (await refused.json())["reason"] == words.WAIT.format(wait="15 phút")
        assert 880 < int(refused.headers["Retry-After"]) <= 890
        office.clock.pass_(minutes=15)
        assert (await visitor.enter("lan.nguyen")).status == 204

    at_the_office(tls, go)


def test_attempts_at_the_same_moment_count_too(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        visitor = office.visit()
        tries = [visitor.enter("lan.nguyen", "sai mật khẩu") for _ in range(20)]
        return sorted(each.status for each in await asyncio.gather(*tries))

    assert at_the_office(tls, go) == [401] * 10 + [429] * 10


async def refusals(*answers: ClientResponse) -> list[tuple[int, str]]:
    return [(each.status, (await each.json())["reason"]) for each in answers]


def test_a_link_is_good_once(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[tuple[int, str]]:
        link = await office.invite("lan.nguyen")
        both = [office.visit().join(link), office.visit().join(link)]
        first, second = sorted(await asyncio.gather(*both), key=lambda each: each.status)
        assert first.status == 204
        third = await office.visit().ask("POST", "/invitation", json={"link": link})
        return await refusals(second, third)

    assert at_the_office(tls, go) == [(410, words.UNKNOWN_LINK)] * 2


def test_looking_at_a_link_does_not_use_it_up(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        link = await office.invite("lan.nguyen")
        previewer = office.visit()
        for method in ("GET", "HEAD", "GET"):
            looked = await previewer.ask(method, f"/join?{link}", headers={"Origin": None})
            assert looked.status == 200
        for _ in range(3):
            assert (await previewer.ask("POST", "/invitation", json={"link": link})).status == 200
        weak = await previewer.join(link, "ngắn quá")
        assert await refusals(weak) == [(422, words.WEAK_PASSWORD.format(least=10, most=200))]
        assert (await office.visit().join(link)).status == 204

    at_the_office(tls, go)


def test_an_old_link_and_one_that_was_replaced_are_none(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        first = await office.invite("lan.nguyen")
        second = await office.invite("lan.nguyen")
        assert (await office.visit().join(first)).status == 410
        office.clock.pass_(hours=23, minutes=59)
        assert (
            await office.visit().ask("POST", "/invitation", json={"link": second})
        ).status == 200
        office.clock.pass_(minutes=1, seconds=1)
        assert (await office.visit().join(second)).status == 410
        assert (await office.visit().join("")).status == 410

    at_the_office(tls, go)


def test_a_new_link_ends_the_sessions_and_the_password_before(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lost = await office.member("lan.nguyen")
        found = office.visit()
        assert (
            await found.join(await office.invite("lan.nguyen"), "mật khẩu mới tinh")
        ).status == 204
        assert (await lost.ask("GET", "/about")).status == 401
        assert (await lost.enter("lan.nguyen")).status == 401
        assert (await found.ask("GET", "/about")).status == 200

    at_the_office(tls, go)


def test_logging_out_ends_the_session_and_its_stream(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        visitor = await office.member("lan.nguyen")
        elsewhere = office.visit()
        await elsewhere.enter("lan.nguyen")
        stream, old = await visitor.stream(), visitor.cookie
        assert (await visitor.ask("POST", "/logout")).status == 204
        await asyncio.wait_for(stream.read(), PATIENCE)
        assert visitor.cookie is None
        assert (await office.visit(old).ask("GET", "/about")).status == 401
        assert (await elsewhere.ask("GET", "/about")).status == 200

    at_the_office(tls, go)


def test_who_is_removed_is_out_at_once(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        visitor = await office.member("lan.nguyen")
        link = await office.invite("lan.nguyen")
        stream = await visitor.stream()
        assert await office.store.remove_member(CHANNEL, "lan.nguyen")
        await asyncio.wait_for(stream.read(), PATIENCE)
        assert (await visitor.ask("GET", "/about")).status == 401
        assert (await visitor.ask("GET", "/feed")).status == 401
        assert await visitor.write("/moi") == 401
        assert (await visitor.join(link)).status == 410
        assert (await visitor.enter("lan.nguyen")).status == 401

    at_the_office(tls, go)


def test_an_admin_puts_a_member_out_from_the_chat(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        admin = await office.member("an.tran", is_admin=True)
        member = await office.member("lan.nguyen")
        assert "Không có lệnh này" in await member.says("/thanhvien")
        told = await admin.says("/thanhvien")
        assert "an.tran (quản trị)" in told
        assert "lan.nguyen (máy chủ cho phép" in told
        assert await admin.says("/chophep binh.le") == words.ADD_AT_SERVER
        assert await admin.says("/chan 42") == words.WHICH_NAME.format(command="/chan")
        stream = await member.stream()
        assert "không còn được dùng" in await admin.says("/chan lan.nguyen")
        await asyncio.wait_for(stream.read(), PATIENCE)
        assert (await member.ask("GET", "/about")).status == 401

    at_the_office(tls, go)


def test_a_later_member_of_the_same_name_sees_no_messages(tls: TlsSettings) -> None:
    async def go(office: Office) -> int:
        visitor = await office.member("lan.nguyen")
        await visitor.says("/help")
        await office.store.remove_member(CHANNEL, "lan.nguyen")
        later = await office.member("lan.nguyen")
        await later.says("/help")
        return len(later.messages)

    assert at_the_office(tls, go) == 2


def test_a_session_outlives_a_restart_and_what_was_due_arrives(
    tmp_path: Path, tls: TlsSettings
) -> None:
    async def go() -> None:
        clock = Clock()
        async with serving(tmp_path / "a.db", tls, clock) as office:
            visitor = await office.member("lan.nguyen")
            await visitor.says("/help")
            cookie = visitor.cookie
            due = NewEvent("warning", "lan.nguyen", b"/canhbao", verdict="due")
            await office.store.put_events(CHANNEL, [due], cursor=None, now=clock.read())
        async with serving(tmp_path / "a.db", tls, clock) as office:
            visitor = office.visit(cookie)
            assert (await visitor.ask("GET", "/")).status == 200
            await visitor.listen()
            while "Bot chạy bình thường" not in "".join(map(words_of, visitor.messages.values())):
                await asyncio.sleep(0.005)
            assert "Chưa có bài nào" in await visitor.says("/moi")

    asyncio.run(asyncio.wait_for(go(), PATIENCE))


def test_a_session_ends_by_itself(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        used = await office.member("lan.nguyen")
        idle = await office.member("an.tran")
        statuses = []
        for _ in range(3):
            office.clock.pass_(days=29)
            statuses.append((await used.ask("GET", "/about")).status)
        assert statuses == [200, 200, 200]
        assert (await idle.ask("GET", "/about")).status == 401  # for a month nobody was there
        office.clock.pass_(days=4)
        assert (await used.ask("GET", "/about")).status == 401  # three months are the most

    at_the_office(tls, go)


def test_only_hashes_are_kept(tmp_path: Path, tls: TlsSettings) -> None:
    async def go(office: Office) -> list[str]:
        visitor = await office.member("lan.nguyen")
        return [visitor.cookie or "", await office.invite("lan.nguyen"), PASSWORD]

    secrets = at_the_office(tls, go, database=tmp_path / "office.db")
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("office.db*"))
    assert hash_token(secrets[0]) in kept
    assert [secret for secret in secrets if secret.encode() in kept] == []


def test_what_has_ended_long_ago_is_forgotten(tmp_path: Path, tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        await office.member("lan.nguyen")
        await office.invite("an.tran")
        office.clock.pass_(days=91)
        await office.member("binh.le")

    at_the_office(tls, go, database=tmp_path / "office.db")
    with closing(sqlite3.connect(tmp_path / "office.db")) as database:
        (sessions,) = database.execute("select count(*) from session").fetchone()
        (links,) = database.execute("select count(*) from invitation").fetchone()
    assert (sessions, links) == (1, 0)


def test_each_account_has_so_many_sessions(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        visitors = [await office.member("lan.nguyen")]
        for _ in range(20):
            office.clock.pass_(seconds=1)
            visitors.append(office.visit())
            await visitors[-1].enter("lan.nguyen")
        return [(await each.ask("GET", "/about")).status for each in visitors]

    assert at_the_office(tls, go) == [401] + [200] * 20


def test_the_page_shown_by_a_link_elsewhere_finds_the_session(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        visitor = await office.member("lan.nguyen")
        visit = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Origin": None}
        without = office.visit()  # «SameSite=Strict»: the browser sends no cookie along
        asked = await without.ask("GET", "/", headers=visit)
        assert (asked.status, asked.headers["Location"]) == (303, "/login")
        assert (await without.ask("GET", "/login", headers=visit)).status == 200
        assert (await without.ask("GET", "/session")).status == 204
        assert (await visitor.ask("GET", "/session")).status == 200

    at_the_office(tls, go)


def test_a_member_has_the_limits_of_a_member(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[str, str, str]:
        lan, an = await office.member("lan.nguyen"), await office.member("an.tran")
        inside = "http://127.0.0.1:1/tin"
        return await lan.says(inside), await lan.says(inside), await an.says(inside)

    first, second, other = at_the_office(tls, go, a_minute=1)
    assert "trang công khai" in first
    assert "đủ 1 bài trong một phút" in second
    assert "trang công khai" in other
