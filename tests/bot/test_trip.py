"""Whole trips: somebody writes in a chat, the bot answers there, over real HTTP and SQLite."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from bot import texts
from bot.channel import Attachment
from bot.fetch import Fetcher
from bot.telegram.channel import Telegram
from bot.worker import Gestures, Worker
from handlers.routes import answer, apologise
from handlers.services import Services
from storage.model import Event
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, fake_telegram
from tests.pools import shared_pool

T = TypeVar("T")
LAN = 42
GOLD = Path("tests/gold")

pytestmark = pytest.mark.usefixtures("pool")


def article(name: str) -> str:
    return (GOLD / f"{name}.txt").read_bytes().decode()


class Bot:
    """The program without its command line: everything real but Telegram itself."""

    def __init__(
        self, fake: FakeTelegram, store: Store, telegram: Telegram, worker: Worker
    ) -> None:
        self.fake, self.store, self.telegram, self.worker = fake, store, telegram, worker

    async def settle(self) -> None:
        """Read what waits and see every event to its end."""
        async for events, cursor in self.telegram.events(await self.store.get_cursor("telegram")):
            new = await self.store.put_events(
                "telegram", events, cursor=cursor, now=datetime.now(UTC)
            )
            self.worker.feed(new)
            break
        while await self.open_events():
            await asyncio.sleep(0.01)

    async def open_events(self) -> tuple[Event, ...]:
        return await self.store.get_open_events()


def talk(path: Path, go: Callable[[Bot], Awaitable[T]]) -> T:
    async def run() -> T:
        async with (
            fake_telegram() as fake,
            await Store.open(path / "giaoban.db") as store,
            Telegram(fake.settings()) as telegram,
        ):

            async def load(_: str, attachment: Attachment) -> bytes:
                return await telegram.load(attachment)

            services = Services(store, Fetcher(), shared_pool(), load, lambda: datetime.now(UTC))
            worker = Worker(
                store,
                {"telegram": telegram},
                Gestures(partial(answer, services=services), partial(apologise, services=services)),
                burst=0.2,
                pause=0.01,
            )
            result = await go(Bot(fake, store, telegram, worker))
            await worker.stop()
            return result

    return asyncio.run(run())


def test_a_pasted_article_is_answered_with_its_digest(tmp_path: Path) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        return bot.fake.said_in(LAN)

    (said,) = talk(tmp_path, go)
    assert said.startswith("Ban Thường vụ Tỉnh ủy quán triệt Nghị quyết Trung ương 4")
    assert "Vi Đức Thoại" in said
    assert "04-NQ/TW" in said


def test_what_was_kept_is_found_again_without_diacritics(tmp_path: Path) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        bot.fake.push(LAN, "/tim vi duc thoai")
        bot.fake.push(LAN, "/moi")
        bot.fake.push(LAN + 1, "/tim vi duc thoai")
        await bot.settle()
        return [*bot.fake.said_in(LAN)[1:], *bot.fake.said_in(LAN + 1)]

    found, latest, stranger = talk(tmp_path, go)
    assert "Vi Đức Thoại" in found
    assert latest.startswith("1. Ban Thường vụ Tỉnh ủy quán triệt")
    assert stranger == "Không tìm thấy bài nào có «vi duc thoai»."


def test_a_long_text_cut_in_two_is_one_article(tmp_path: Path) -> None:
    text = article("dev-02")
    cut = text.rfind("\n", 0, 4000)

    async def go(bot: Bot) -> list[str]:
        for piece in (text[:cut], text[cut + 1 : cut + 4001], text[cut + 4001 :]):
            bot.fake.push(LAN, piece)
        await bot.settle()
        return bot.fake.said_in(LAN)

    said = talk(tmp_path, go)
    assert said[0].startswith("Thủ tướng: Giữ đà tăng trưởng")
    assert not any(each.startswith("Đã nhận") for each in said)


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("sendMessage", "429"),
        ("sendMessage", "cut before"),
        ("sendMessage", "500"),
        ("editMessageText", "429"),
        ("editMessageText", "cut before"),
        ("editMessageText", "cut after"),
        ("editMessageText", "500"),
    ],
)
def test_a_broken_line_neither_loses_nor_doubles_the_answer(
    tmp_path: Path, method: str, fault: str
) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.fail(method, fault)
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        return bot.fake.said_in(LAN)

    (said,) = talk(tmp_path, go)
    assert said.startswith("Ban Thường vụ Tỉnh ủy")


def test_a_placeholder_that_came_through_a_cut_line_stands_by_itself(tmp_path: Path) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.fail("sendMessage", "cut after")
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        return bot.fake.said_in(LAN)

    orphan, said = talk(tmp_path, go)
    assert orphan == "Đã nhận, đang đọc…"
    assert said.startswith("Ban Thường vụ Tỉnh ủy")


def test_a_chat_that_blocked_the_bot_is_not_tried_again(tmp_path: Path) -> None:
    async def go(bot: Bot) -> int:
        bot.fake.fail("sendMessage", *["403"] * 5)
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        return sum(method == "sendMessage" for method, _ in bot.fake.calls)

    assert talk(tmp_path, go) == 1


@pytest.mark.parametrize(
    "text",
    ["😀" * 2048, "<b>" * 300, "xin\u0000chào", "\u202eمرحبا", "/khongco", "a & b < c > d"],
)
def test_garbage_gets_an_answer(tmp_path: Path, text: str) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.push(LAN, text)
        await bot.settle()
        return bot.fake.said_in(LAN)

    said = talk(tmp_path, go)
    assert said
    assert not any(each.startswith("Đã nhận") for each in said)


def test_a_greeting_names_what_can_be_asked_for(tmp_path: Path) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.push(LAN, "/start")
        await bot.settle()
        return bot.fake.said_in(LAN)

    (said,) = talk(tmp_path, go)
    assert said.startswith(texts.GREETING)
    assert all(command in said for command in texts.COMMANDS)


def test_a_file_gets_its_digest_and_one_that_is_not_handed_out_a_reason(tmp_path: Path) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.files["tin"] = article("dev-05").encode()
        for fault in (False, True):
            if fault:
                bot.fake.fail("getFile", "400")
            document = {"file_id": "tin", "file_unique_id": "t", "file_name": "tin.txt"}
            bot.fake.push(LAN, document=document)
            await bot.settle()
        return bot.fake.said_in(LAN)

    digest, reason = talk(tmp_path, go)
    assert digest.startswith("Ban Thường vụ Tỉnh ủy quán triệt")
    assert reason == texts.LOST_FILE[0].upper() + texts.LOST_FILE[1:]


def test_a_link_that_may_not_be_opened_gets_a_reason(tmp_path: Path) -> None:
    link = "http://10.0.0.1/tin"

    async def go(bot: Bot) -> list[str]:
        entity = {"type": "url", "offset": 0, "length": len(link)}
        bot.fake.push(LAN, link, entities=[entity])
        await bot.settle()
        return bot.fake.said_in(LAN)

    assert talk(tmp_path, go) == [texts.FORBIDDEN_LINK[0].upper() + texts.FORBIDDEN_LINK[1:]]
