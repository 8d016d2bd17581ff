"""What somebody in the office's network may try at the page, and what comes of it."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.settings import TlsSettings
from bot.texts import accounts as words
from bot.web.entry import COOKIE
from bot.web.passwords import Cost, Passwords
from storage.accounts import CHANNEL
from tests.bot.web.offices import HOST, PASSWORD, URL, Office, Visitor, at_the_office

OCTETS = {"Content-Type": "application/octet-stream"}
JSON = {"Content-Type": "application/json"}
POSTS = (
    *("/say", "/file?key=khoa-0001&name=a", "/logout", "/password"),  # for members
    *("/login", "/join", "/invitation"),
)
GETS = ("/about", "/feed", "/article/1", "/article/4294967297", "/given/a-1", "/page.js")


def test_nothing_is_answered_without_a_session(tls: TlsSettings) -> None:
    paths = [("GET", path) for path in (*GETS, "/khong-co", "/feed/", "/FEED")]
    paths += [("HEAD", path) for path in GETS]
    paths += [("POST", path) for path in POSTS[:4]]

    async def go(office: Office) -> dict[Any, int]:
        visitor = office.visit()
        return {each: (await visitor.ask(*each)).status for each in paths}

    assert at_the_office(tls, go) == dict.fromkeys(paths, 401)


def test_the_page_leads_to_the_log_in(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        answer = await office.visit().ask("GET", "/")
        assert (answer.status, answer.headers["Location"]) == (303, "/login")

    at_the_office(tls, go)


ELSEWHERE: tuple[dict[str, str | None], ...] = (
    {"Origin": "https://tin-tuc.vn"},
    {"Origin": "null"},
    {"Origin": None},
    {"Origin": f"http://{HOST}:8443"},
    {"Origin": f"https://{HOST}"},
    {"Origin": f"https://{HOST}.tin-tuc.vn:8443"},
    {"Origin": f"{URL}@tin-tuc.vn"},
    {"Host": "tin-tuc.vn:8443"},
    {"Host": HOST},
    {"Host": "127.0.0.1:8443"},
    {"Host": f"{HOST}:8443.tin-tuc.vn"},
)


def test_nothing_is_taken_from_elsewhere(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        member, stranger = await office.member("lan.nguyen"), office.visit()
        link = await office.invite("an.tran")
        said = {"key": "khoa-0001", "text": "/moi", "link": link, "password": PASSWORD}
        for headers in ELSEWHERE:
            for path in POSTS:
                for visitor in (member, stranger):
                    answer = await visitor.ask("POST", path, json=said, headers=headers)
                    assert answer.status == 403, (headers, path)
        assert (await member.ask("GET", "/about")).status == 200  # and still logged in
        assert (await stranger.join(link)).status == 204  # nor was it used up

    at_the_office(tls, go)


def test_nothing_is_shown_to_another_site(tls: TlsSettings) -> None:
    sites = (
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
        {"Host": "tin-tuc.vn"},
    )

    async def go(office: Office) -> None:
        visitor = await office.member("lan.nguyen")
        for site in sites:
            for path in GETS:
                answer = await visitor.ask("GET", path, headers={"Origin": None} | site)
                assert answer.status == 403, (site, path)

    at_the_office(tls, go)


def test_a_cookie_that_was_planted_is_not_taken_over(tls: TlsSettings) -> None:
    planted = "x" * 43

    async def go(office: Office) -> None:
        await office.member("lan.nguyen")
        victim = office.visit(planted)
        entered = [await victim.enter("lan.nguyen") for _ in range(2)]
        given = {each.cookies[COOKIE].value for each in entered}
        assert len(given - {planted}) == 2  # a new one each time
        assert (await office.visit(planted).ask("GET", "/about")).status == 401

    at_the_office(tls, go)


def test_a_cookie_that_is_none_lets_nobody_in(tls: TlsSettings) -> None:
    cookies = ("a", "=", "x" * 5000, "%00", "' or 1=1 --")

    async def go(office: Office) -> list[int]:
        await office.member("lan.nguyen")
        return [(await office.visit(each).ask("GET", "/about")).status for each in cookies]

    assert at_the_office(tls, go) == [401] * len(cookies)


def test_the_cookie_and_the_headers_are_strict(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        visitor = office.visit()
        entered = await visitor.join(await office.invite("lan.nguyen"))
        (cookie,) = entered.headers.getall("Set-Cookie")
        assert cookie.startswith("__Host-giaoban=")
        flags = {"HttpOnly", "Secure", "SameSite=Strict", "Path=/"}
        assert flags <= set(cookie.split("; "))
        assert "Domain" not in cookie
        stream = await visitor.stream()
        lost = await visitor.ask("GET", "/khong-co")
        page = await visitor.ask("GET", "/")
        refused = await office.visit().ask("GET", "/", headers={"Host": "a.vn"})
        for answer in (entered, stream, lost, page, refused):
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert answer.headers["Server"] == "giaoban"

    at_the_office(tls, go)


async def pieces(size: int) -> AsyncIterator[bytes]:
    for _ in range(0, size, 100_000):
        yield bytes(min(size, 100_000))


def test_before_the_log_in_little_is_taken(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        visitor = office.visit()
        statuses = []
        for path in ("/login", "/join", "/invitation"):
            for data in (bytes(5000), pieces(5000)):  # its length told, and not told
                answer = await visitor.ask("POST", path, data=data, headers=JSON)
                statuses.append(answer.status)
        return statuses

    assert at_the_office(tls, go) == [413] * 6


def test_of_a_member_only_so_much_is_taken(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        visitor = await office.member("lan.nguyen")
        large = ("/say", 8_001_000, JSON), ("/file?key=khoa-0001&name=a", 25_001_000, OCTETS)
        return [
            (await visitor.ask("POST", path, data=pieces(size), headers=headers)).status
            for path, size, headers in large
        ]

    assert at_the_office(tls, go) == [413, 413]


def test_of_a_member_only_so_much_is_taken_at_once(tls: TlsSettings) -> None:
    may_end = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield b"a"
        await may_end.wait()

    async def send(visitor: Visitor, at: int) -> int:
        path = f"/file?key=khoa-000{at}&name=a"
        return (await visitor.ask("POST", path, data=slowly(), headers=OCTETS)).status

    async def go(office: Office) -> list[int]:
        lan, an = await office.member("lan.nguyen"), await office.member("an.tran")
        sending = [asyncio.create_task(send(lan, at)) for at in range(4)]
        done, _ = await asyncio.wait(sending, return_when=asyncio.FIRST_COMPLETED)
        assert [task.result() for task in done] == [503]
        assert await an.write("/moi") == 204  # another one is served meanwhile
        may_end.set()
        return sorted(await asyncio.gather(*sending))

    assert at_the_office(tls, go) == [204, 204, 204, 503]


def test_who_is_put_out_while_sending_has_sent_nothing(tls: TlsSettings) -> None:
    async def go(office: Office) -> int:
        visitor = await office.member("lan.nguyen")

        async def slowly() -> AsyncIterator[bytes]:
            yield b'{"key": "khoa-0001",'
            await office.store.remove_member(CHANNEL, "lan.nguyen")
            yield b'"text": "/moi"}'

        return (await visitor.ask("POST", "/say", data=slowly(), headers=JSON)).status

    assert at_the_office(tls, go) == 401


def test_what_is_no_log_in_is_refused(tls: TlsSettings) -> None:
    form = "application/x-www-form-urlencoded"
    bodies = (
        (b'{"name": "lan.nguyen", "password": "a"}', "text/plain", 415),
        (b"name=lan.nguyen&password=a", form, 415),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"name": "lan.nguyen"}', "application/json", 400),
        (b'{"name": ["lan.nguyen"], "password": "a"}', "application/json", 400),
        (b'{"name": "\xff", "password": "a"}', "application/json", 400),
        (b'{"name": "lan.nguyen", "password": "\\ud800"}', "application/json", 400),
        (b'{"name": "lan.nguyen\\u0000", "password": "\\u0000"}', "application/json", 401),
    )

    async def go(office: Office) -> None:
        visitor = office.visit()
        for body, kind, status in bodies:
            headers = {"Content-Type": kind}
            answer = await visitor.ask("POST", "/login", data=body, headers=headers)
            assert answer.status == status, body

    at_the_office(tls, go)


def test_a_path_leads_nowhere_else(tls: TlsSettings) -> None:
    paths = (
        "/../storage/store.py",
        "/page.html",
        "/static/page.html",
        "/given/..%2f..%2fmain.py",
        "/article/1%2f..%2f2",
        "/article/%D9%A3",
        "/login/../about/",
        "/entry.js/..",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//feed",
    )

    async def go(office: Office) -> None:
        visitor = await office.member("lan.nguyen")
        for path in paths:
            answer = await raw(office, visitor, path)
            assert answer.split(b" ", 2)[1] in {b"400", b"403", b"404"}, (path, answer)

    at_the_office(tls, go)


async def raw(office: Office, visitor: Visitor, path: str) -> bytes:
    """The answer to a path as it is: browsers would straighten it."""
    host, port = office.address.split(":")
    line = await asyncio.open_connection(host, port, ssl=visitor.trust, server_hostname=HOST)
    cookie = f"{COOKIE}={visitor.cookie}"
    asked = f"GET {path} HTTP/1.1\r\nHost: {HOST}:8443\r\nCookie: {cookie}\r\n"
    line[1].write(f"{asked}Connection: close\r\n\r\n".encode())
    answer = await line[0].read(20_000)
    line[1].close()
    await line[1].wait_closed()
    return answer


def test_behind_a_proxy_the_address_that_it_tells_counts(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        await office.store.accounts.add("a1", is_admin=False, by="", now=office.clock.read())
        visitor = office.visit(is_plain=True)

        async def guess(told: str) -> int:
            said = {"name": "a1", "password": "sai mật khẩu"}
            headers = {"X-Forwarded-For": told}
            return (await visitor.ask("POST", "/login", json=said, headers=headers)).status

        for at in range(10):
            assert await guess(f"10.9.9.{at}, 10.0.0.7") == 401  # what it is told is no address
        same = [await guess("10.0.0.7"), await guess("1.2.3.4,10.0.0.7")]
        return [*same, await guess("10.0.0.8")]

    assert at_the_office(tls, go, is_proxied=True) == [429, 429, 401]


def test_without_a_proxy_nobody_tells_another_address(tls: TlsSettings) -> None:
    async def go(office: Office) -> int:
        visitor = office.visit()
        for at in range(11):
            said = {"name": f"a{at}", "password": "sai mật khẩu"}
            headers = {"X-Forwarded-For": f"10.0.0.{at}"}
            last = await visitor.ask("POST", "/login", json=said, headers=headers)
        return last.status

    assert at_the_office(tls, go) == 429


def test_many_machines_together_do_not_guess_on_either(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[list[int], int]:
        visitor = office.visit(is_plain=True)

        async def guess(name: str, address: str) -> int:
            said = {"name": name, "password": "sai mật khẩu"}
            headers = {"X-Forwarded-For": address}
            return (await visitor.ask("POST", "/login", json=said, headers=headers)).status

        tries = [await guess("a1", f"fd00:0:0:{at}::{at}") for at in range(31)]
        assert await guess("a2", "fd00::1:2") == 401
        same = [await guess("a3", f"fd00:0:0:ffff::{at}") for at in range(11)]
        return tries, same[-1]

    tries, last = at_the_office(tls, go, is_proxied=True)
    assert tries == [401] * 30 + [429]
    assert last == 429  # one network of IPv6 is one machine


def test_links_are_not_guessed_on_and_on(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[list[int], str]:
        visitor = office.visit()
        tries = [await visitor.ask("POST", "/invitation", json={"link": "a"}) for _ in range(11)]
        return [each.status for each in tries], (await tries[-1].json())["reason"]

    statuses, reason = at_the_office(tls, go)
    assert statuses == [410] * 10 + [429]
    assert reason == words.WAIT.format(wait="15 phút")


def test_an_unknown_name_takes_the_work_of_a_known_one() -> None:
    async def go() -> float:
        passwords = Passwords(Cost(2**13, 8, 1))
        kept = await passwords.hash(PASSWORD)

        async def spent(kept: str | None) -> float:
            started = time.process_time()
            assert not await passwords.is_right("sai mật khẩu", kept)
            return time.process_time() - started

        known = min([await spent(kept) for _ in range(3)])
        return min([await spent(None) for _ in range(3)]) / known

    assert 0.4 < asyncio.run(go()) < 2.5


def test_old_tls_is_not_spoken(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        old = ssl.create_default_context(cafile=tls.certificate)
        old.set_ciphers("DEFAULT@SECLEVEL=0")
        old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        host, port = office.address.split(":")

        def connect() -> None:
            with socket.create_connection((host, int(port))) as door:
                old.wrap_socket(door, server_hostname=HOST).close()

        with pytest.raises((ssl.SSLError, ConnectionError)):
            await asyncio.to_thread(connect)

    with pytest.warns(DeprecationWarning, match="TLSv1"):
        at_the_office(tls, go)
