"""After a question the next words are its answer, and nothing else is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import texts
from bot.channel import said
from bot.render.plain import write_plain
from tests.annotated import annotated
from tests.handlers.chat import AN, LAN, Chat, talk

NO_NEWS = write_plain(said(texts.NO_NEWS).lines)
NOW = datetime(2025, 10, 20, 8, tzinfo=UTC)
GROUP: dict[str, Any] = {"chat": "-9", "is_group": True}


async def ask(here: Chat, **more: Any) -> None:
    """Lan is asked for the right name of the first person."""
    store = here.services.store
    number = await store.get_chat("test", more.get("chat", LAN))
    await store.save_digest(annotated("dev-02"), chat=number, now=NOW)
    assert "Tên đúng là gì?" in await here.say("/sua 1 nguoi 1", is_press=True, **more)


def test_plain_words_are_the_name() -> None:
    async def go(chat: Chat) -> tuple[str, str]:
        await ask(chat)
        return await chat.say(" Lương Thuận "), await chat.say("Lương Thuận")

    shown, again = talk(go)
    assert "Lương Thuận, Thủ tướng Chính phủ (bạn đọc sửa)" in shown
    assert again == NO_NEWS  # the question was answered


def test_the_same_message_tried_again_is_the_name_again() -> None:
    async def go(chat: Chat) -> list[str]:
        await ask(chat)
        return [await chat.say("Lương Thuận", message="77") for _ in range(2)]

    one, other = talk(go)
    assert one == other
    assert "(bạn đọc sửa)" in one


@pytest.mark.parametrize("between", ["/moi", "/xem 1"])
def test_whoever_does_something_else_is_no_longer_asked(between: str) -> None:
    async def go(chat: Chat) -> str:
        await ask(chat)
        await chat.say(between)
        return await chat.say("Lương Thuận")

    assert talk(go) == NO_NEWS


def test_a_bad_answer_is_told_and_may_be_given_again() -> None:
    async def go(chat: Chat) -> tuple[str, str]:
        await ask(chat)
        return await chat.say("12345"), await chat.say("Lương Thuận")

    told, shown = talk(go)
    assert told.startswith("Tên phải là chữ")
    assert "(bạn đọc sửa)" in shown


def test_nobody_else_answers() -> None:
    async def go(chat: Chat) -> str:
        await ask(chat)
        return await chat.say("Lương Thuận", sender=AN, chat=LAN)

    assert talk(go) == NO_NEWS


def test_an_old_question_is_forgotten() -> None:
    clock = [NOW]

    async def go(chat: Chat) -> str:
        await ask(chat)
        clock[0] += timedelta(minutes=11)
        return await chat.say("Lương Thuận")

    assert talk(go, now=lambda: clock[0]) == NO_NEWS


def test_in_a_group_only_a_reply_answers() -> None:
    async def go(chat: Chat) -> tuple[str, str]:
        await ask(chat, **GROUP)
        remark = await chat.say("Lương Thuận", **GROUP)
        return remark, await chat.say("Lương Thuận", is_reply=True, **GROUP)

    remark, shown = talk(go)
    assert remark == ""
    assert "(bạn đọc sửa)" in shown


def test_an_article_is_an_article() -> None:
    async def go(chat: Chat) -> str:
        await ask(chat)
        return await chat.say(annotated("dev-05").article.text)

    assert "Vi Đức Thoại" in talk(go)
