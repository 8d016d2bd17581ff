"""Downloads through an office's proxy, and hosts that are let through for tests."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.fetch import Fetcher
from bot.fetch_errors import CertificateError, FetchError, InsideError, ProxyError
from bot.links import ForbiddenLinkError
from bot.page import Page
from tests.bot.internet import INSIDE, OUTSIDE, Internet, Names, answer, internet, is_outside
from tests.bot.test_fetch import PAGE, QUICK, redirect

Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter
PATIENT = replace(QUICK, connect=5.0, total=8.0)  # where nothing hangs but a busy machine


@dataclass
class Proxy:
    """A CONNECT proxy on loopback that writes down what it was asked."""

    reply: bytes = b"HTTP/1.1 200 Connection established\r\n\r\n"
    pause: float = 0.0
    heads: list[str] = field(default_factory=list)

    async def serve(self, reader: Reader, writer: Writer) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.heads.append(head)
            await asyncio.sleep(self.pause)
            writer.write(self.reply)
            if b" 200 " in self.reply:
                host, _, port = head.split()[1].rpartition(":")
                other = await asyncio.open_connection(host, int(port))
                try:
                    async with asyncio.TaskGroup() as both:
                        both.create_task(_pump(reader, other[1]))
                        both.create_task(_pump(other[0], writer))
                finally:
                    other[1].close()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def _pump(reader: Reader, writer: Writer) -> None:
    try:
        while part := await reader.read(65_536):
            writer.write(part)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


def through(proxy: Proxy, net: Internet, link: str = "http://bao.vn/a", *, login: str = "") -> Page:
    async def go() -> Page:
        net.names.setdefault("bao.vn", [[OUTSIDE]])
        async with internet(net), await asyncio.start_server(proxy.serve, INSIDE, 0) as server:
            port = server.sockets[0].getsockname()[1]
            fetcher = Fetcher(
                QUICK if proxy.pause > QUICK.connect else PATIENT,
                proxy=f"http://{login}{INSIDE}:{port}",
                resolver=Names(net),
                allow=is_outside,
            )
            try:
                return await fetcher.fetch(link)
            finally:
                await asyncio.sleep(proxy.pause + 0.05)  # the proxy sees the end

    return asyncio.run(go())


def test_a_page_is_read_through_the_proxy_at_its_checked_address() -> None:
    proxy = Proxy()

    async def serve(reader: Reader, writer: Writer) -> None:
        writer.write(answer(PAGE))

    net = Internet({"/a": serve})
    page = through(proxy, net)
    assert (page.body, page.url) == (PAGE, "http://bao.vn/a")
    assert [head.split()[:2] for head in proxy.heads] == [
        ["CONNECT", f"{OUTSIDE}:{net.ports[OUTSIDE]}"]
    ]
    assert "bao.vn" not in proxy.heads[0]
    assert "Proxy-Authorization" not in proxy.heads[0]


def test_a_proxy_is_told_who_asks() -> None:
    proxy = Proxy()
    through(proxy, Internet({"/a": answer(PAGE)}), login="phong%40so:mat%3Akhau@")
    assert "Proxy-Authorization: Basic cGhvbmdAc286bWF0OmtoYXU=\r\n" in proxy.heads[0]


def test_every_redirect_has_a_tunnel_of_its_own() -> None:
    proxy, net = Proxy(), Internet({"/a": redirect("http://moi.vn/b"), "/b": answer(PAGE)})
    net.names["moi.vn"] = [[OUTSIDE]]
    assert through(proxy, net).url == "http://moi.vn/b"
    assert len(proxy.heads) == 2


@pytest.mark.parametrize("answers", [[INSIDE], ["10.0.0.1"], ["::1"], [OUTSIDE, INSIDE]])
def test_a_proxy_is_never_asked_for_an_inside_address(answers: list[str]) -> None:
    proxy, net = Proxy(), Internet(names={"trong.vn": [answers]})
    with pytest.raises(InsideError):
        through(proxy, net, "http://trong.vn/a")
    assert proxy.heads == []
    assert net.knocks == 0


@pytest.mark.parametrize(
    "proxy",
    [
        Proxy(b"HTTP/1.1 403 Forbidden\r\n\r\n"),
        Proxy(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"),
        Proxy(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno"),
        Proxy(b"HTTP/1.1 302 Found\r\nLocation: http://login/\r\n\r\n"),
        Proxy(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        Proxy(b"x" * 20_000),
        Proxy(b""),
        Proxy(b"HTTP/1.1 200 OK\r\n\r\n<html>", pause=0),
        Proxy(pause=0.7),
    ],
    ids=["403", "407", "502", "302", "ssh", "long", "empty", "talks first", "hangs"],
)
def test_a_proxy_that_does_not_lead_out_is_told(proxy: Proxy) -> None:
    begin = time.monotonic()
    with pytest.raises(ProxyError):
        through(proxy, Internet({"/a": answer(PAGE)}))
    assert time.monotonic() - begin < QUICK.connect + 1
    assert len(proxy.heads) == 1


def test_a_proxy_that_is_not_there_is_told() -> None:
    async def go() -> Page:
        net = Internet(names={"bao.vn": [[OUTSIDE]]})
        fetcher = Fetcher(QUICK, proxy="http://127.0.0.1:9", resolver=Names(net), allow=is_outside)
        return await fetcher.fetch("http://bao.vn/a")

    with pytest.raises(ProxyError):
        asyncio.run(go())


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
@pytest.mark.parametrize("way", ["straight", "proxy"])
@pytest.mark.parametrize("name", ["bao.vn", "gia.vn"])
def test_the_certificate_must_be_that_of_the_name(name: str, way: str, tmp_path: Path) -> None:
    key, paper = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-keyout", key, "-out", paper, "-days", "2", "-subj", "/CN=bao.vn",
         "-addext", "subjectAltName=DNS:bao.vn"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(paper, key)
    asked: list[str | None] = []
    context.sni_callback = lambda _sock, server, _context: asked.append(server)
    heads: list[str] = []

    async def serve(reader: Reader, writer: Writer) -> None:
        heads.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(answer(PAGE))
        await writer.drain()
        writer.close()

    async def go() -> Page:
        proxy, net = Proxy(), Internet(names={name: [[OUTSIDE]]})
        async with (
            await asyncio.start_server(serve, OUTSIDE, 0, ssl=context) as site,
            await asyncio.start_server(proxy.serve, INSIDE, 0) as office,
        ):
            net.ports = {OUTSIDE: site.sockets[0].getsockname()[1]}
            fetcher = Fetcher(
                QUICK,
                proxy=f"http://{INSIDE}:{office.sockets[0].getsockname()[1]}"
                if way == "proxy"
                else None,
                resolver=Names(net),
                allow=is_outside,
                tls=ssl.create_default_context(cafile=str(paper)),
            )
            try:
                return await fetcher.fetch(f"https://{name}/a")
            finally:
                await asyncio.sleep(0.05)  # the proxy sees the end

    if name == "bao.vn":
        assert asyncio.run(go()).body == PAGE
        assert "\r\nHost: bao.vn\r\n" in heads[0]
    else:
        with pytest.raises(CertificateError):
            asyncio.run(go())
        assert heads == []
    assert asked == [name]


def test_only_the_host_and_port_that_are_let_through_are_reached() -> None:
    """One server is allowed; its neighbour and other names of its address are not."""
    knocks: list[str] = []

    def site(which: str) -> Callable[[Reader, Writer], Awaitable[None]]:
        async def serve(reader: Reader, writer: Writer) -> None:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = head.split()[1]
            knocks.append(which)
            writer.write(redirect(path[4:]) if path.startswith("/go/") else answer(PAGE))
            writer.close()

        return serve

    async def go() -> None:
        async with AsyncExitStack() as opened:
            one = await opened.enter_async_context(
                await asyncio.start_server(site("one"), INSIDE, 0)
            )
            two = await opened.enter_async_context(
                await asyncio.start_server(site("two"), INSIDE, 0)
            )
            port, other = (each.sockets[0].getsockname()[1] for each in (one, two))
            names = {name: [[INSIDE]] for name in ("trong.vn", "localhost", INSIDE)}
            hosts = frozenset({f"{INSIDE}:{port}"})
            fetcher = Fetcher(QUICK, allow_hosts=hosts, resolver=Names(Internet(names=names)))
            net = Internet(names=names, ports={INSIDE: port})  # «trong.vn» leads to the allowed one
            mapped = Fetcher(QUICK, allow_hosts=hosts, resolver=Names(net))
            with pytest.raises(InsideError):
                await mapped.fetch("http://trong.vn/")
            with pytest.raises(InsideError):
                await mapped.fetch(f"http://{INSIDE}:{port}/go/http://trong.vn/")
            assert knocks == ["one"]
            knocks.clear()
            assert (await fetcher.fetch(f"http://{INSIDE}:{port}/a")).body == PAGE
            onward = f"http://{INSIDE}:{port}/go/http://{INSIDE}:{port}/a"
            assert (await fetcher.fetch(onward)).body == PAGE
            assert knocks == ["one"] * 3
            for refused in (
                f"http://{INSIDE}:{other}/",
                f"http://{INSIDE}/",
                f"https://{INSIDE}:{other}/",
                f"http://localhost:{port}/",
                f"http://127.0.0.2:{port}/",
                f"http://[::ffff:127.0.0.1]:{port}/",
                f"http://u:p@{INSIDE}:{port}/",
                f"ftp://{INSIDE}:{port}/",
                "http://trong.vn/",
                f"http://trong.vn:{port}/",
            ):
                for link in (refused, f"http://{INSIDE}:{port}/go/{refused}"):
                    knocks.clear()
                    with pytest.raises((ForbiddenLinkError, FetchError)):
                        await fetcher.fetch(link)
                    assert knocks == ["one"] * (link != refused)

    asyncio.run(go())
