"""What the chat page's server answers, over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from aiohttp import ClientResponse, ClientSession

from bot.channel import File, PortTakenError, said
from bot.reading import digest_named
from bot.web.channel import CHAT, Local
from bot.web.server import serve_page
from storage.store import Store
from tests.bot.web.pages import pages_of

T = TypeVar("T")
KEY = "khoa-0001"


class Door:
    """A client at the page's server, the channel behind it, and its store."""

    def __init__(self, address: str, local: Local, store: Store, client: ClientSession) -> None:
        self.address, self.local, self.store, self.client = address, local, store, client
        self.feeds: list[ClientResponse] = []

    async def ask(self, method: str, path: str, **more: Any) -> ClientResponse:
        headers = {"Origin": self.address, **more.pop("headers", {})}
        answer = await self.client.request(
            method, self.address + path, headers={k: v for k, v in headers.items() if v}, **more
        )
        if path == "/feed":
            self.feeds.append(answer)
        else:
            await answer.read()
        return answer


@asynccontextmanager
async def reading(local: Local) -> AsyncIterator[list[Any]]:
    """What the channel reports, taken as the program does."""
    taken: list[Any] = []

    async def read() -> None:
        async for events, _ in local.events(None):
            taken.extend(local.read([event.raw or b""]) for event in events)

    task = asyncio.create_task(read())
    try:
        yield taken
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def at_the_door(go: Callable[[Door], Awaitable[T]]) -> T:
    async def run() -> T:
        local = Local()
        async with await Store.open(":memory:") as store, ClientSession() as client:
            async with serve_page(local, pages_of(store), host="127.0.0.1", port=0) as address:
                door = Door(address, local, store, client)
                result = await go(door)
            for feed in door.feeds:  # the program ends while somebody listens
                await feed.read()
            return result

    return asyncio.run(run())


def test_words_arrive_once_they_are_taken() -> None:
    async def go(door: Door) -> tuple[int, list[Any]]:
        async with reading(door.local) as taken:
            answer = await door.ask("POST", "/say", json={"key": KEY, "text": "/tim ket luan 01"})
            return answer.status, taken

    status, (request,) = at_the_door(go)
    assert status == 204
    assert (request.command, request.argument) == ("/tim", "ket luan 01")
    assert not request.is_press


def test_a_button_arrives_as_its_command() -> None:
    async def go(door: Door) -> Any:
        async with reading(door.local) as taken:
            await door.ask("POST", "/say", json={"key": KEY, "press": "/goc 3", "message": "ab-1"})
            return taken[0]

    request = at_the_door(go)
    assert (request.command, request.argument, request.is_press) == ("/goc", "3", True)
    assert request.message == "ab-1"


def test_a_file_is_held_for_whoever_reads_it() -> None:
    async def go(door: Door) -> tuple[str, bytes]:
        async with reading(door.local) as taken:
            octets = {"Content-Type": "application/octet-stream"}
            await door.ask("POST", f"/file?key={KEY}&name=tin.docx", data=b"PK..", headers=octets)
            (file,) = taken[0].files
            return file.name, await door.local.load(file)

    assert at_the_door(go) == ("tin.docx", b"PK..")


def test_the_feed_tells_what_is_said_and_what_changes() -> None:
    async def go(door: Door) -> list[Any]:
        handle = await door.local.place(CHAT, None, None)
        feed = await door.ask("GET", "/feed")
        told = [await feed.content.readuntil(b"\n\n") for _ in range(2)]
        await door.local.fill(CHAT, handle, door.local.divide(said("xong"))[0])
        told.append(await feed.content.readuntil(b"\n\n"))
        return [msgspec.json.decode(each.split(b"data: ")[1]) for each in told]

    anew, (waiting,), (done,) = at_the_door(go)
    assert anew == {}
    assert waiting["is_waiting"]
    assert done["handle"] == waiting["handle"]
    assert done["lines"][0]["pieces"][0]["text"] == "xong"


def test_a_reader_who_comes_back_gets_only_what_is_new() -> None:
    async def go(door: Door) -> bytes:
        for words in ("một", "hai"):
            await door.local.place(CHAT, door.local.divide(said(words))[0], None)
        since = f"{door.local.chat.run}:1"
        feed = await door.ask("GET", "/feed", headers={"Last-Event-ID": since})
        return await feed.content.readuntil(b"\n\n")

    told = at_the_door(go)
    assert b'"hai"' in told
    assert "một".encode() not in told


def test_the_program_ends_while_somebody_listens() -> None:
    async def go(door: Door) -> ClientResponse:
        return await door.ask("GET", "/feed")

    assert at_the_door(go).status == 200


def test_an_article_of_another_chat_is_not_shown() -> None:
    async def go(door: Door) -> list[int]:
        digest = digest_named("docs/sample.txt")
        seen = []
        for key in ("someone", CHAT):
            chat = await door.store.get_chat(door.local.name, key)
            kept = await door.store.save_digest(digest, chat=chat, now=datetime.now(UTC))
            seen.append((await door.ask("GET", f"/article/{kept.id}")).status)
        seen.append((await door.ask("GET", "/article/999999999999999999")).status)
        return seen

    assert at_the_door(go) == [204, 200, 204]


def test_a_file_is_given_to_the_page_under_its_name() -> None:
    async def go(door: Door) -> list[tuple[int, str, str, bytes]]:
        told = []
        for file in (
            File("tom-luoc.docx", "application/msword", b"PK.."),
            File("thống kê.png", "image/png", b"\x89PNG"),
        ):
            handle = await door.local.give(CHAT, file, None, is_again=False)
            answer = await door.ask("GET", f"/given/{handle}")
            way = answer.headers["Content-Disposition"]
            told.append((answer.status, way, answer.content_type, await answer.read()))
        return told

    assert at_the_door(go) == [
        (200, "attachment; filename*=UTF-8''tom-luoc.docx", "application/msword", b"PK.."),
        (200, "inline; filename*=UTF-8''th%E1%BB%91ng%20k%C3%AA.png", "image/png", b"\x89PNG"),
    ]


def test_a_file_that_is_held_no_more_is_not_found() -> None:
    async def go(door: Door) -> int:
        return (await door.ask("GET", f"/given/{door.local.chat.run}-99")).status

    assert at_the_door(go) == 404


@pytest.mark.parametrize("headers", [
    {"Origin": "http://tin-tuc.vn"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "https://127.0.0.1"},
    {"Origin": None},
    {"Host": "tin-tuc.vn"},
    {"Host": "127.0.0.1.nip.io:8080"},
    {"Host": "127.0.0.1"},
])  # fmt: skip
def test_nothing_is_taken_from_elsewhere(headers: dict[str, str | None]) -> None:
    async def go(door: Door) -> tuple[int, list[Any]]:
        async with reading(door.local) as taken:
            answer = await door.ask(
                "POST", "/say", json={"key": KEY, "text": "/moi"}, headers=headers
            )
            return answer.status, taken

    assert at_the_door(go) == (403, [])


@pytest.mark.parametrize("path", ["/about", "/feed", "/article/1", "/given/a-1", "/page.js"])
def test_nothing_is_shown_to_another_site(path: str) -> None:
    async def go(door: Door) -> int:
        headers = {"Origin": None, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
        return (await door.ask("GET", path, headers=headers)).status

    assert at_the_door(go) == 403


def test_a_link_from_elsewhere_opens_the_page() -> None:
    async def go(door: Door) -> tuple[int, str]:
        headers = {"Origin": None, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        answer = await door.ask("GET", "/", headers=headers)
        return answer.status, answer.headers["Content-Security-Policy"]

    status, policy = at_the_door(go)
    assert status == 200
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(("body", "kind", "status"), [
    (b'{"key": "khoa-0001", "text": "xin"}', "text/plain", 415),
    (b"{", "application/json", 400),
    (b"[]", "application/json", 400),
    (b'{"text": "xin"}', "application/json", 400),
    (b'{"key": "a", "text": "xin"}', "application/json", 400),
    (b'{"key": "khoa-0001", "text": 3}', "application/json", 400),
    (b'{"key": "khoa-0001", "text": "\xff"}', "application/json", 400),
    (b'{"key": "khoa-0001", "press": "/goc", "message": "../x"}', "application/json", 400),
    (b'{"key": "khoa-0001", "file": {"name": "a", "size": 1, "ref": "b"}}', "application/json", 400),
    (b'{"key": "khoa-0001", "text": "' + b"x" * 9_000_000 + b'"}', "application/json", 413),
])  # fmt: skip
def test_what_is_no_message_is_refused(body: bytes, kind: str, status: int) -> None:
    async def go(door: Door) -> tuple[int, list[Any]]:
        async with reading(door.local) as taken:
            answer = await door.ask(
                "POST", "/say", data=BytesIO(body), headers={"Content-Type": kind}
            )
            return answer.status, taken

    assert at_the_door(go) == (status, [])


def test_a_file_that_is_too_large_is_refused() -> None:
    async def go(door: Door) -> int:
        octets = {"Content-Type": "application/octet-stream"}
        data = BytesIO(bytes(25_000_001))
        return (await door.ask("POST", f"/file?key={KEY}&name=a", data=data, headers=octets)).status

    assert at_the_door(go) == 413


def test_a_second_program_is_told_that_the_port_is_taken() -> None:
    async def go(door: Door) -> None:
        port = int(door.address.rpartition(":")[2])
        async with serve_page(Local(), pages_of(door.store), host="127.0.0.1", port=port):
            """Not reached."""

    with pytest.raises(PortTakenError):
        at_the_door(go)


def test_the_pages_hold_no_script_or_style_of_their_own() -> None:
    page = Path("bot/web/static/page.html").read_text(encoding="utf-8")
    assert "<style" not in page
    assert " style=" not in page
    assert " on" not in page.replace(" one ", "")
    assert page.count("<script") == 1
