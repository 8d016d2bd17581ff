"""Downloads over real sockets: what is read, and what a hostile web cannot do."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib

import pytest
from msgspec.structs import replace

from bot.fetch import Fetcher, Limits, Page
from bot.fetch_errors import (
    FetchError,
    GoneError,
    InsideError,
    LoginNeededError,
    NotReadableError,
    NoTurnError,
    PageTooLargeError,
    RefusedError,
    RobotRefusedError,
    SiteBusyError,
    TooManyRedirectsError,
    TooSlowError,
    UnknownNameError,
    UnreachableError,
)
from bot.links import ForbiddenLinkError
from handlers.errors import to_words
from tests.bot.internet import INSIDE, OUTSIDE, Internet, Names, Serve, answer, internet, is_outside

PAGE = "<html><body><p>Hội nghị</p></body></html>".encode()
SITE = "http://bao.vn"
QUICK = Limits(
    wire=60_000, unpacked=120_000, document=200_000, total=2.0, connect=0.5, silence=0.4,
    slowest=2_000, patience=0.3, pause=0.01, gap=0.0,
)  # fmt: skip


class Everywhere(dict[str, list[list[str]]]):
    """Any name under bao.vn is one of the outside."""

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
        return [[OUTSIDE]] if name.endswith(".bao.vn") else super().get(name, default)


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


@pytest.mark.parametrize("way", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect_is_followed(way: int) -> None:
    net = Internet({"/a": redirect("/b", f"{way} Moved"), "/b": answer(PAGE)})
    assert fetch(f"{SITE}/a", net).url == f"{SITE}/b"


def test_a_page_that_points_elsewhere_is_not_followed() -> None:
    page = b'<meta http-equiv=refresh content="0;url=/b"><img src=/c><script src=/d></script>'
    net = Internet({"/a": answer(page)})
    assert fetch(f"{SITE}/a", net).body == page
    assert net.asked == ["/a"]


def test_a_site_that_says_when_is_asked_again_then() -> None:
    busy = answer(b"", status="429 Slow", more="Retry-After: 1\r\n")
    tries = iter([(time.monotonic(), busy), (0.0, answer(PAGE))])
    came: list[float] = []

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(time.monotonic())
        writer.write(next(tries)[1])

    assert fetch(f"{SITE}/a", Internet({"/a": serve})).body == PAGE
    assert came[1] - came[0] >= 1.0


def test_a_site_that_asks_for_too_long_is_given_up_at_once() -> None:
    net = Internet({"/a": answer(b"", status="503 Busy", more="Retry-After: 3600\r\n")})
    with pytest.raises(SiteBusyError):
        fetch(f"{SITE}/a", net)
    assert net.asked == ["/a"]


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
    "https://l.facebook.com/l.php?u=http%3A%2F%2F[::1]%2F",
    "https://www.google.com/amp/s/127.0.0.1/",
    "https://www.google.com/url?q=https://l.facebook.com/l.php?u=http%253A%252F%252Flocalhost",
    "http://bao.vn:80@127.0.0.1/",
    "http://bao.vn:22#@127.0.0.1/",
    "http://017700000001/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[fec0::1]/",
    "http://[fd00:ec2::254]/",
    "http://100.100.100.200/",
    "http://\u2460\u2461\u2466.0.0.1/",
    "http://loc%61lhost/",
    "http://bao.vn:0/",
    "http://.vn/",
    "ftp://bao.vn/a",
    "127.0.0.1/a",
    "localhost/a",
    "http://bao..vn/",
    "http://an.onion/",
]


@pytest.mark.parametrize("link", HOSTILE_LINKS, ids=range(1, len(HOSTILE_LINKS) + 1))
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
        [[OUTSIDE, INSIDE]],
        [[OUTSIDE, "fd00::1"]],
        [["168.63.129.16"]],
        [["64:ff9b::7f00:1"]],
        [["khong-phai-dia-chi"]],
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
    with pytest.raises(UnknownNameError):
        fetch("http://khong-co.vn/", Internet())


async def chain(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(redirect(f"http://{time.monotonic_ns()}.bao.vn/a"))


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
    "endless chain": (chain, TooManyRedirectsError),
    "redirect to a log-in page": (redirect("/dang-nhap?ve=/a"), LoginNeededError),
    "redirect to another house's log-in": (
        redirect("https://sso.bao.vn/cas?service=x"),
        LoginNeededError,
    ),
    "redirect home": (redirect("/"), GoneError),
    "robot check": (
        answer(b"x", status="503 Busy", more="cf-mitigated: challenge\r\n"),
        RobotRefusedError,
    ),
    "length and chunks": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nxin",
        UnreachableError,
    ),
    "zero byte in a header": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: a\x00b\r\n\r\nxin",
        UnreachableError,
    ),
    "HTTP/0.9": (b"<html>xin</html>\r\n\r\n", UnreachableError),
    "hundred thousand times Continue": (
        b"HTTP/1.1 100 Continue\r\n\r\n" * 100_000,
        FetchError,
    ),
    "upgrade": (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
        FetchError,
    ),
    "busy for an hour": (
        answer(b"", status="503 Busy", more="Retry-After: 3600\r\n"),
        SiteBusyError,
    ),
    "endless file": (
        endless(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-"),
        PageTooLargeError,
    ),
    "no type": (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nMZ\x90", NotReadableError),
    "archive as page": (answer(b"PK\x03\x04", kind="text/html"), NotReadableError),
    "deflate bomb": (packed(zlib.compress(b"0" * 3_000_000), "deflate"), PageTooLargeError),
}


@pytest.mark.parametrize("name", HOSTILE_ANSWERS)
def test_a_hostile_answer_is_told_within_its_limits(name: str) -> None:
    reply, error = HOSTILE_ANSWERS[name]
    begin = time.monotonic()
    net = Internet({"/a": reply}, names=Everywhere())
    with pytest.raises(error) as told:
        fetch(f"{SITE}/a", net)
    assert net.knocks == 0
    assert "\n" not in to_words(told.value)
    assert to_words(told.value) != to_words(Exception())
    assert time.monotonic() - begin < 15 * QUICK.total  # on a machine that is busy, too


def fetch_many(net: Internet, limits: Limits, count: int) -> list[Page | BaseException]:
    async def go() -> list[Page | BaseException]:
        async with internet(net):
            fetcher = Fetcher(limits, resolver=Names(net), allow=is_outside)
            links = (f"{SITE}/a" for _ in range(count))
            return await asyncio.gather(*map(fetcher.fetch, links), return_exceptions=True)

    return asyncio.run(go())


def test_waiting_for_a_turn_takes_nothing_from_the_time_of_a_download() -> None:
    net = Internet({"/a": slowly(answer(PAGE), pause=0.3)}, names={"bao.vn": [[OUTSIDE]]})
    pages = fetch_many(net, replace(QUICK, total=1.0, gap=0.1), 8)
    assert all(isinstance(page, Page) for page in pages)


def test_nobody_waits_for_a_turn_for_ever() -> None:
    net = Internet({"/a": slowly(b"", pause=0.6)}, names={"bao.vn": [[OUTSIDE]]})
    limits = replace(QUICK, total=0.6, longest_wait=1.0)
    begin = time.monotonic()
    pages = fetch_many(net, limits, 12)
    assert {type(page) for page in pages} == {TooSlowError, NoTurnError}
    assert time.monotonic() - begin < 3.0  # all in turn would take 3.6


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
