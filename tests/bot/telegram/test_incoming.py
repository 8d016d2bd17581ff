"""What comes in is read once, by polling or by posts, however the line and the server fail."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot import texts
from bot.settings import TelegramSettings
from bot.telegram.calls import (
    NoConnectionError,
    Patience,
    RefusedTokenError,
)
from bot.telegram.channel import Telegram
from tests.bot.fake_telegram import FakeTelegram, chat_of, fake_telegram, person
from tests.bot.telegram.serving import ADMIN, GROUP, LAN, MINH, QUICK, serving


def methods(fake: FakeTelegram, name: str) -> int:
    return sum(method == name for method, _ in fake.calls)


# what waited at the start


def test_a_press_from_before_the_start_is_declined(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            async with serving(fake, tmp_path) as bot:
                fake.push(LAN, "chào")
                await bot.hears(LAN, "chào")
            old = fake.press(LAN, "Thêm")
            fake.push(LAN, "tin")
            async with serving(fake, tmp_path) as bot:
                await bot.hears(LAN, "chào", "tin")
                await bot.until(lambda: bool(fake.answered))
                assert fake.answered == {old["callback_query"]["id"]: texts.PRESS_AGAIN}
                fake.press(LAN, "Thêm")
                await bot.hears(LAN, "chào", "/them 1")

    asyncio.run(go())


def test_all_that_waited_is_the_backlog_however_much(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            for _ in range(230):
                fake.push(GROUP, new_chat_members=[person(9)])
            fake.push(LAN, "chào")
            fake.push_press(LAN, 5, "/them 1")
            async with serving(fake, tmp_path) as bot:
                await bot.hears(LAN, "chào")
                await bot.until(lambda: bool(fake.answered))
                await bot.settle()
                assert fake.said_in(LAN) == ["chào"]
                assert list(fake.answered.values()) == [texts.PRESS_AGAIN]

    asyncio.run(go())


def test_a_press_that_is_too_old_to_be_answered_is_not_acted_on(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake, serving(fake, tmp_path) as bot:
            fake.push(LAN, "chào")
            await bot.hears(LAN, "chào")
            fake.press(LAN, "Thêm", is_old=True)
            await bot.settle()
            assert fake.said_in(LAN) == ["chào"]

    asyncio.run(go())


# polling through trouble


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        (("409",), "another copy of the bot is running"),
        (("409:Conflict: can't use getUpdates method while webhook is active",), "a webhook is set"),
        (("500", "502", "cut before", "cut after"), "polling failed: NetworkError"),
        (("429",), "polling must rest for 1 s"),
        (("odd",), "polling failed: TelegramError; again in"),
        (("401",), "the token is no longer accepted"),
    ],
)  # fmt: skip
def test_polling_goes_on_and_says_what_was_wrong(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, faults: tuple[str, ...], told: str
) -> None:
    async def go() -> None:
        async with fake_telegram() as fake, serving(fake, tmp_path) as bot:
            fake.push(LAN, "chào")
            await bot.hears(LAN, "chào")
            fake.fail("getUpdates", *faults)
            fake.push(LAN, "tin")
            await bot.hears(LAN, "chào", "tin")

    with caplog.at_level(logging.INFO, logger="bot"):
        asyncio.run(go())
    assert told in caplog.text
    assert "999:TEST" not in "".join(
        each.getMessage() for each in caplog.records if each.name.startswith("bot")
    )


def test_a_webhook_of_an_earlier_run_is_taken_off(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            fake.webhook = {"url": "https://bot.example.vn/x"}
            fake.push(LAN, "chào")
            async with serving(fake, tmp_path) as bot:
                await bot.hears(LAN, "chào")
            assert fake.webhook is None

    asyncio.run(go())


def test_a_webhook_that_is_not_taken_off_at_once_is_taken_off_later(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            fake.webhook = {"url": "https://bot.example.vn/x"}
            fake.fail("deleteWebhook", "500")
            fake.push(LAN, "chào")
            async with serving(fake, tmp_path) as bot:
                await bot.hears(LAN, "chào")

    asyncio.run(go())


def test_a_server_that_knows_no_webhooks_is_polled(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            fake.fail("deleteWebhook", "404:Not Found")
            fake.push(LAN, "chào")
            async with serving(fake, tmp_path) as bot:
                await bot.hears(LAN, "chào")

    asyncio.run(go())


def test_two_copies_are_told_of_each_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            (tmp_path / "b").mkdir()
            async with serving(fake, tmp_path), serving(fake, tmp_path / "b") as other:
                await other.until(lambda: "another copy of the bot is running" in caplog.text)

    asyncio.run(go())


@pytest.mark.parametrize(
    ("failures", "rest"), [(1, 1.0), (2, 2.0), (3, 4.0), (7, 60.0), (10**6, 60.0)]
)
def test_the_rest_grows_up_to_a_minute(failures: int, rest: float) -> None:
    assert Patience().rest(failures) == rest


# the start


def test_a_server_that_does_not_answer_is_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            fake.fail("getMe", "502", "cut before", "429", "500")
            async with serving(fake, tmp_path) as bot:
                fake.push(LAN, "chào")
                await bot.hears(LAN, "chào")

    asyncio.run(go())
    assert caplog.text.count("Telegram cannot be reached") == 4


def test_a_server_that_never_answers_is_given_up(tmp_path: Path) -> None:
    async def go() -> int:
        async with fake_telegram() as fake:
            fake.fail("getMe", *["500"] * 9)
            patience = Patience(tries=3, first=0.001)
            with pytest.raises(NoConnectionError):
                async with Telegram(fake.settings(), patience=patience):
                    pass
            return methods(fake, "getMe")

    assert asyncio.run(go()) == 3


@pytest.mark.parametrize("token", ["1:WRONG", "999:TESTING"])
def test_a_refused_token_is_not_tried_again(token: str) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            settings = TelegramSettings(token, f"{fake.url}/bot", f"{fake.url}/file/bot")
            with pytest.raises(RefusedTokenError) as caught:
                async with Telegram(settings, patience=QUICK):
                    pass
            assert token not in str(caught.value)
            assert caught.value.__cause__ is None

    asyncio.run(go())


# the menu


def test_everybody_sees_the_commands_and_admins_theirs(tmp_path: Path) -> None:
    async def go() -> dict[str, list[dict[str, str]]]:
        async with fake_telegram() as fake:
            async with serving(fake, tmp_path, admins=("1", "-9", "2")) as bot:
                await bot.until(lambda: len(fake.commands) == 3)
            return fake.commands

    menus = {
        scope: menu
        for text, menu in asyncio.run(go()).items()
        for scope in [json.loads(text).get("chat_id")]
    }
    everybody = [
        {"command": name[1:], "description": words} for name, words in texts.COMMANDS.items()
    ]
    admins = [
        {"command": name[1:], "description": words} for name, words in texts.ADMIN_COMMANDS.items()
    ]
    assert menus == {None: everybody, 1: everybody + admins, 2: everybody + admins}


def test_a_menu_that_is_refused_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def go() -> None:
        async with fake_telegram() as fake:
            fake.fail("setMyCommands", "400:Bad Request: chat not found", "404:Not Found")
            async with serving(fake, tmp_path, admins=("1", "2")) as bot:
                await bot.until(lambda: len(fake.commands) == 1)
                fake.push(LAN, "chào")
                await bot.hears(LAN, "chào")

    asyncio.run(go())
    assert caplog.text.count("a menu of commands was refused") == 2


# what cannot be read, what asks nothing


def test_what_cannot_be_read_is_told_once_and_holds_up_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def go() -> list[tuple[Any, ...]]:
        async with fake_telegram() as fake, serving(fake, tmp_path) as bot:
            fake.push(LAN, "một")
            fake.push(LAN, document={"file_id": 7})
            fake.push(8, document={"file_id": 7})
            fake.push_update(message="?")
            fake.push_update(message={"text": "TỐI MẬT \ud800"})
            fake.push(LAN, "hai")
            await bot.settle()
            await bot.hears(LAN, "một", "xin lỗi", "hai")
            await bot.hears(8, "ai đấy")
            await bot.hears(ADMIN, f"{LAN}: unreadable")
            with contextlib.closing(sqlite3.connect(tmp_path / "a.db")) as reader:
                return reader.execute("select failure, raw from inbox order by id").fetchall()

    rows = asyncio.run(go())
    failures = [failure for failure, _ in rows]
    assert failures == [None, "unreadable", None, "unreadable", "unreadable", None]
    assert all(raw is None for _, raw in rows)
    assert caplog.text.count("cannot be read") == 3


def test_edits_and_comings_and_goings_are_no_articles(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake, serving(fake, tmp_path) as bot:
            fake.push(LAN, "một")
            fake.push_update(edited_message=fake.message(LAN, "hai"))
            fake.push_update(
                inline_query={"id": "1", "from": person(LAN), "query": "x", "offset": ""}
            )
            fake.push(GROUP, new_chat_members=[person(9)])
            fake.push(GROUP, pinned_message=fake.message(GROUP, "ba"))
            fake.push(LAN, "bốn")
            await bot.hears(LAN, "một", "bốn")
            await bot.settle()
            assert fake.said_in(GROUP) == []

    asyncio.run(go())


@pytest.mark.parametrize(("chat", "says"), [(GROUP, "/start"), (-1009, "ai đấy")])
def test_a_group_that_lets_the_bot_in_is_greeted_or_told_who_may(
    tmp_path: Path, chat: int, says: str
) -> None:
    async def go() -> None:
        async with fake_telegram() as fake, serving(fake, tmp_path) as bot:
            fake.push_update(
                my_chat_member={
                    "chat": chat_of(chat),
                    "from": person(7),
                    "date": 1,
                    "old_chat_member": {"user": person(999), "status": "left"},
                    "new_chat_member": {"user": person(999), "status": "member"},
                }
            )
            fake.push(chat, new_chat_members=[person(999)])
            await bot.hears(chat, says)

    asyncio.run(go())


def test_minh_is_not_lan(tmp_path: Path) -> None:
    async def go() -> None:
        async with fake_telegram() as fake, serving(fake, tmp_path) as bot:
            fake.push(MINH, "chào")
            await bot.hears(MINH, "chào")
            assert fake.said_in(LAN) == []

    asyncio.run(go())
