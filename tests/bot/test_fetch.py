"""Downloads over real sockets: what is read, and what a hostile web cannot do."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib

import pytest

from bot.fetch import Fetcher, Limits, Page
from bot.fetch_errors import (
    FetchError,
    GoneError,
    InsideError,
    LoginNeededError,
    NotReadableError,
    PageTooLargeError,
    RefusedError,
    TooManyRedirectsError,
    TooSlowError,
    UnreachableError,
)
from bot.links import ForbiddenLinkError
from tests.bot.internet import INSIDE, OUTSIDE, Internet, Names, Serve, answer, internet, is_outside

PAGE = "<html><body><p>Hội nghị</p></body></html>".encode()
SITE = "http://bao.vn"
QUICK = Limits(
    wire=60_000, unpacked=120_000, document=200_000, total=2.0, connect=0.5, silence=0.4,
    slowest=2_000, patience=0.3, pause=0.01, gap=0.0,
)  # fmt: skip


def fetch(link: str, net: Internet, limits: Limits = QUICK) -> Page:
    async def go() -> Page:
        net.names.setdefault("bao.vn", [[OUTSIDE]])
        async with internet(net):
            return await Fetcher(limits, resolver=Names(net), allow=is_outside).fetch(link)

    return asyncio.run(go())


def slowly(*parts: bytes, pause: float) -> Serve:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)

    return serve


def endless(head: bytes) -> Serve:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(b"x" * 10_000)
            await writer.drain()

    return serve


def redirect(target: str, status: str = "302 Found") -> bytes:
    return answer(b"", status=status, more=f"Location: {target}\r\n")


def packed(body: bytes, encoding: str = "gzip") -> bytes:
    return answer(body, more=f"Content-Encoding: {encoding}\r\n")


@pytest.mark.parametrize(
    "reply",
    [
        answer(PAGE),
        packed(gzip.compress(PAGE)),
        packed(zlib.compress(PAGE), "deflate"),
        answer(PAGE, kind="text/html; charset=utf-8"),
        answer(PAGE, kind="application/xhtml+xml"),
    ],
    ids=["plain", "gzip", "deflate", "charset", "xhtml"],
)
def test_a_page_is_read(reply: bytes) -> None:
    page = fetch(f"{SITE}/a", Internet({"/a": reply}))
    assert page.body == PAGE
    assert page.url == f"{SITE}/a"


def test_a_pdf_is_read_under_any_type_of_file() -> None:
    body = b"%PDF-1.7 " + b"x" * 150_000
    net = Internet({"/a": answer(body, kind="application/octet-stream")})
    assert fetch(f"{SITE}/a", net).body == body


def test_a_page_that_moved_is_read_where_it_is() -> None:
    net = Internet({"/a": redirect("/b"), "/b": redirect("http://moi.vn/c"), "/c": answer(PAGE)})
    net.names["moi.vn"] = [[OUTSIDE]]
    assert fetch(f"{SITE}/a", net).url == "http://moi.vn/c"


def test_a_busy_site_is_asked_again() -> None:
    tries = iter([answer(b"", status="503 Busy"), answer(b"", status="429 Slow"), answer(PAGE)])

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(next(tries))

    assert fetch(f"{SITE}/a", Internet({"/a": serve})).body == PAGE


def test_a_site_that_stays_busy_is_given_up_after_three_tries() -> None:
    net = Internet({"/a": answer(b"", status="502 Bad")})
    with pytest.raises(UnreachableError):
        fetch(f"{SITE}/a", net)
    assert net.asked == ["/a"] * 3


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("401 No", LoginNeededError),
        ("403 No", LoginNeededError),
        ("402 Pay", LoginNeededError),
        ("404 No", GoneError),
        ("410 Gone", GoneError),
        ("418 Tea", RefusedError),
        ("500 Oh", RefusedError),
    ],
)
def test_a_refusal_is_told_and_not_repeated(status: str, error: type[FetchError]) -> None:
    net = Internet({"/a": answer(PAGE, status=status)})
    with pytest.raises(error):
        fetch(f"{SITE}/a", net)
    assert net.asked == ["/a"]


HOSTILE_LINKS = [
    "file:///etc/passwd",
    "gopher://bao.vn/_x",
    "data:text/html,xin",
    "javascript:alert(1)",
    "//bao.vn/ok",
    "http:///ok",
    "http://" + "a" * 3000 + ".vn/",
    "http://bao.vn:22/",
    "http://bao.vn:6379/",
    "http://bao.vn:99999/",
    "http://bao.vn/a\r\nHost: x",
    "http://bao.vn\\@127.0.0.1/",
    "http://127.0.0.1\\@bao.vn/",
    "http://bao.vn@127.0.0.1/",
    "http://user:word@bao.vn/",
    "http://127.0.0.1/",
    "http://localhost/",
    "http://localhost./",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1%25eth0]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://\uff11\uff12\uff17.0.0.1/",
    "http://127\u30020\u30020\u30021/",
    "http://127.0.0.%31/",
    "http://may-in.local/",
    "http://quantri.internal/",
    "http://bao.vn/\u200b",
    "https://www.google.com/url?q=http://127.0.0.1/",
]


@pytest.mark.parametrize("link", HOSTILE_LINKS)
def test_a_forbidden_link_is_refused_before_any_packet(link: str) -> None:
    net = Internet()
    with pytest.raises(ForbiddenLinkError):
        fetch(link, net)
    assert net.knocks == 0
    assert net.asked == []


@pytest.mark.parametrize("link", [link for link in HOSTILE_LINKS if "\r" not in link])
def test_a_redirect_to_a_forbidden_link_is_refused(link: str) -> None:
    net = Internet({"/a": redirect(link)})
    with pytest.raises((ForbiddenLinkError, FetchError)):
        fetch(f"{SITE}/a", net)
    assert net.knocks == 0


@pytest.mark.parametrize(
    "answers",
    [
        [[INSIDE]],
        [["::1"]],
        [["::ffff:127.0.0.1"]],
        [["0.0.0.0"]],  # noqa: S104 (nothing listens there)
        [["10.0.0.1"]],
        [["100.64.0.1"]],
        [["255.255.255.255"]],
        [["169.254.169.254"]],
        [[INSIDE, INSIDE]],
    ],
)
def test_a_name_that_leads_inside_is_refused_where_the_socket_is_made(
    answers: list[list[str]],
) -> None:
    net = Internet({"/a": answer(PAGE)}, names={"trong.vn": answers})
    with pytest.raises(InsideError):
        fetch("http://trong.vn/a", net)
    assert net.knocks == 0


def test_a_name_that_turns_inside_between_two_requests_is_refused() -> None:
    net = Internet({"/a": redirect("/b")}, names={"doi.vn": [[OUTSIDE], [INSIDE]]})
    with pytest.raises(InsideError):
        fetch("http://doi.vn/a", net)
    assert net.knocks == 0


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(UnreachableError):
        fetch("http://khong-co.vn/", Internet())


HUGE = gzip.compress(b"0" * 3_000_000)
HOSTILE_ANSWERS: dict[str, tuple[bytes | Serve, type[FetchError]]] = {
    "redirect loop": (redirect("/a"), TooManyRedirectsError),
    "redirect without target": (answer(b"", status="302 Found"), RefusedError),
    "endless body": (
        endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        PageTooLargeError,
    ),
    "lying length": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000000000\r\n\r\n",
        PageTooLargeError,
    ),
    "negative length": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -5\r\n\r\nxin",
        UnreachableError,
    ),
    "two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\nxin",
        UnreachableError,
    ),
    "bad chunk": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
        UnreachableError,
    ),
    "cut short": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nxin",
        UnreachableError,
    ),
    "drip": (
        slowly(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", *[b"x"] * 60, pause=0.05),
        TooSlowError,
    ),
    "stall": (
        slowly(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nabc", b"", pause=1.0),
        TooSlowError,
    ),
    "header drip": (slowly(*[b"H"] * 60, pause=0.05), FetchError),
    "silence": (slowly(b"", pause=1.5), TooSlowError),
    "gzip bomb": (packed(HUGE), PageTooLargeError),
    "many members": (packed(gzip.compress(b"x") * 3000), PageTooLargeError),
    "no gzip at all": (packed(b"xin chao"), NotReadableError),
    "brotli": (packed(b"x", "br"), NotReadableError),
    "zstd": (packed(b"x", "zstd"), NotReadableError),
    "gzip in gzip": (packed(b"x", "gzip, gzip"), NotReadableError),
    "picture": (answer(b"\x89PNG", kind="image/png"), NotReadableError),
    "video": (answer(b"x", kind="video/mp4"), NotReadableError),
    "program as page": (answer(b"\x7fELF\x00\x00", kind="text/html"), NotReadableError),
    "program as file": (answer(b"MZ\x90", kind="application/octet-stream"), NotReadableError),
    "no pdf": (answer(b"<html>", kind="application/pdf"), NotReadableError),
    "many headers": (
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5000)) + b"\r\n",
        UnreachableError,
    ),
    "long header": (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n", UnreachableError),
    "no http": (b"SSH-2.0-OpenSSH_9.2\r\n", UnreachableError),
    "empty": (b"", UnreachableError),
}


@pytest.mark.parametrize("name", HOSTILE_ANSWERS)
def test_a_hostile_answer_is_told_within_its_limits(name: str) -> None:
    reply, error = HOSTILE_ANSWERS[name]
    begin = time.monotonic()
    with pytest.raises(error):
        fetch(f"{SITE}/a", Internet({"/a": reply}))
    assert time.monotonic() - begin < QUICK.total + 1


def test_no_more_than_two_downloads_a_host_run_at_once() -> None:
    running, most = 0, 0

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.02)
        running -= 1
        writer.write(answer(PAGE))

    async def go() -> list[Page]:
        net = Internet({"/a": serve}, names={"bao.vn": [[OUTSIDE]]})
        async with internet(net):
            fetcher = Fetcher(QUICK, resolver=Names(net), allow=is_outside)
            return await asyncio.gather(*(fetcher.fetch(f"{SITE}/a") for _ in range(8)))

    assert len(asyncio.run(go())) == 8
    assert most == 2
