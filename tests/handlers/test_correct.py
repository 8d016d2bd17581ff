"""Readers say what is wrong: by buttons, by hand; it stays, and can be taken back."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import texts
from bot.channel import Reply
from bot.fetch import Fetcher
from handlers import desk
from handlers.services import Services
from main import main
from storage.store import Store
from tests.annotated import annotated
from tests.handlers.chat import LAN, Chat, pressed, talk
from tests.pools import shared_pool


async def keep(chat: Chat, ident: str = "dev-02") -> None:
    number = await chat.services.store.get_chat("test", LAN)
    await chat.services.store.save_digest(annotated(ident), chat=number, now=chat.services.now())


def said(*texts_: str, ident: str = "dev-02") -> list[str]:
    """What each of the commands is answered."""

    async def go(chat: Chat) -> list[str]:
        await keep(chat, ident)
        return [await chat.say(text) for text in texts_]

    return talk(go)


def labels(replies: list[Reply]) -> list[str]:
    return [button.label for reply in replies for row in reply.buttons for button in row]


def test_three_things_can_be_wrong() -> None:
    async def go(chat: Chat) -> tuple[list[str], list[str]]:
        await keep(chat)
        first = pressed(await chat.replies("/sua 1"))
        await chat.replies("/sua 1 bo 1")
        return first, pressed(await chat.replies("/sua 1"))

    first, then = talk(go)
    assert first == ["/sua 1 nguoi", "/sua 1 han", "/sua 1 bo", "/xem 1"]
    assert then == ["/sua 1 nguoi", "/sua 1 han", "/sua 1 bo", "/sua 1 hoan-nguyen", "/xem 1"]


def test_a_press_goes_on_in_place_to_the_corrected_digest() -> None:
    async def go(chat: Chat) -> list[Reply]:
        await keep(chat)
        commands = ("/sua 1", "/sua 1 nguoi", "/sua 1 nguoi 2", "/sua 1 han 3", "/sua 1 bo 1")
        return [reply for each in commands for reply in await chat.replies(each, is_press=True)]

    replies = talk(go)
    assert all(reply.in_place for reply in replies)
    assert "/goc 1" in pressed(replies[-1:])
    assert replies[-1].digest is not None


def test_a_person_gets_the_right_name() -> None:
    listed, asked, shown = said("/sua 1 nguoi", "/sua 1 nguoi 1", "/sua 1 nguoi 1 Lương  Thuận")
    assert "1.  Chủ trì: Lương Đình Thuận, Thủ tướng Chính phủ" in listed
    assert "gõ: /sua 1 nguoi 1 Tên đúng" in asked
    assert "Lương Thuận, Thủ tướng Chính phủ (bạn đọc sửa)" in shown


def test_somebody_who_is_no_person_is_dropped_by_one_press() -> None:
    async def go(chat: Chat) -> str:
        await keep(chat)
        drop, _ = pressed(await chat.replies("/sua 1 nguoi 2"))
        return await chat.say(drop)

    assert "Hoàng Minh Trực, Phó Thủ tướng" not in talk(go)
    assert "Hoàng Minh Trực, Phó Thủ tướng" in said("/xem 1")[0]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("15/11/2024", "Hạn 15/11/2024"),
        ("5-1-2025", "Hạn 5/1/2025"),
        ("5.1.2025", "Hạn 5/1/2025"),
        ("2025-01-05", "Hạn 5/1/2025"),
        ("khong", "(bạn đọc sửa: bài không nêu hạn)"),
        ("Không", "(bạn đọc sửa: bài không nêu hạn)"),
    ],
)
def test_a_directive_gets_the_right_deadline(typed: str, shown: str) -> None:
    orders = annotated("dev-02").directives

    async def go(chat: Chat) -> str:
        await keep(chat)
        listed = (await chat.say("/sua 1 han")).splitlines()
        (row,) = [line for line in listed if "Hạn 10/7/2024" in line]
        number = row.partition(".")[0]
        return await chat.say(f"/sửa 1 hạn {number} {typed}".replace("sửa", "sua"))

    assert any(order.deadline for order in orders)
    told = talk(go)
    assert " ".join(shown.split()) in " ".join(told.split())
    assert "Hạn 10/7/2024" not in told


def test_what_is_said_again_as_it_was_read_is_no_correction() -> None:
    shown = said("/sua 1 nguoi 1 Lương Thuận", "/sua 1 nguoi 1 Lương Đình Thuận")[1]
    assert "bạn đọc sửa" not in shown
    assert "Lương Đình Thuận, Thủ tướng" in shown


def test_lines_to_drop_come_twenty_at_a_time() -> None:
    async def go(chat: Chat) -> tuple[list[Reply], list[Reply]]:
        await keep(chat)
        first = list(await chat.replies("/sua 1 bo"))
        return first, list(await chat.replies("/sua 1 bo trang 2"))

    first, second = talk(go)
    numbers = [str(number) for number in range(1, 41)]
    assert labels(first) == [*numbers[:20], texts.MORE, texts.LEAVE]
    assert labels(second) == [*numbers[20:], texts.MORE, texts.LEAVE]
    assert "/sua 1 bo trang 2" in pressed(first)
    assert all(len(command.encode()) <= 64 for command in pressed([*first, *second]))


def test_a_button_pressed_twice_drops_no_other_line() -> None:
    once, twice, listed = said("/sua 1 bo 5", "/sua 1 bo 5", "/sua 1 bo")
    assert once == twice
    assert "\n4. " in listed
    assert "\n5. " not in listed
    assert "\n6. " in listed


def test_everything_can_be_taken_back() -> None:
    before, *_, after = said("/xem 1", "/sua 1 bo 1", "/sua 1 nguoi 2 Ai Đó", "/sua 1 hoàn nguyên")
    assert before == after


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/sua 9", texts.NO_SUCH_DIGEST.format(number=9)),
        ("/sua", texts.WHICH_DIGEST.format(command="/sua")),
        ("/sua 1 gi", texts.CORRECT_HOW.format(number=1)),
        ("/sua 1 bo 999", texts.BAD_LINE.format(number=1, what="bo", line=1)),
        ("/sua 1 bo ²", texts.BAD_LINE.format(number=1, what="bo", line=1)),
        ("/sua 1 nguoi 0 An", texts.BAD_LINE.format(number=1, what="nguoi", line=1)),
        ("/sua 1 nguoi 1 ???", texts.BAD_NAME.format(number=1, line=1)),
        ("/sua 1 nguoi 1 A", texts.BAD_NAME.format(number=1, line=1)),
        ("/sua 1 nguoi 2 " + "An " * 40, texts.BAD_NAME.format(number=1, line=2)),
        ("/sua 1 han 1 31/2/2025", texts.BAD_DEADLINE.format(number=1, line=1)),
        ("/sua 1 han 1 hôm nay", texts.BAD_DEADLINE.format(number=1, line=1)),
        ("/sua 1 han 1 1/1/0001", texts.BAD_DEADLINE.format(number=1, line=1)),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_with_an_example(typed: str, told: str) -> None:
    assert " ".join(said(typed)[0].split()) == told


def test_a_person_who_was_dropped_cannot_be_renamed() -> None:
    row = "/sua 1 bo 6"
    told = said(row, "/sua 1 nguoi")[1]
    assert len(told.splitlines()) == len(said("/sua 1 nguoi")[0].splitlines()) - 1


def test_another_chat_cannot_correct_what_it_cannot_see() -> None:
    async def go(chat: Chat) -> tuple[str, str]:
        await keep(chat)
        return await chat.say("/sua 1 bo 1", chat="another"), await chat.say("/sua 1 bo")

    refused, listed = talk(go)
    assert refused.startswith("Không có bài số 1")
    assert "\n1. " in listed


def test_a_dropped_line_stays_away_after_the_store_was_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    async def go() -> tuple[str, str, str]:
        async with await Store.open(path) as store:
            chat = Chat(_services(store))
            await keep(chat)
            before = await chat.say("/xem 1")
            _, _, drop, _ = pressed(await chat.replies("/sua 1"))
            line = pressed(await chat.replies(drop, is_press=True))[0]
            dropped = await chat.say(line, is_press=True)
        async with await Store.open(path) as store:
            return before, dropped, await Chat(_services(store)).say("/xem 1")

    before, dropped, reopened = asyncio.run(go())
    event = "  Phiên họp Chính phủ thường kỳ tháng 6/2024\n"
    assert event in before
    assert event not in dropped
    assert reopened == dropped


def test_corrections_come_out_as_cases_without_who_made_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.db"
    monkeypatch.setenv("DATABASE", str(path))
    assert main(["corrections"]) == 0
    assert capsys.readouterr().err.strip() == texts.NO_CORRECTIONS

    async def go() -> None:
        async with await Store.open(path) as store:
            chat = Chat(_services(store))
            await keep(chat)
            for command in ("/sua 1 nguoi 1 Lương Thuận", "/sua 1 han 1 15/11/2024", "/sua 1 bo 1"):
                await chat.replies(command, sender="987654321", chat=LAN)

    asyncio.run(go())
    assert main(["corrections", "--json"]) == 0
    printed = capsys.readouterr().out
    (case,) = json.loads(printed)
    assert case.keys() == {"id", "text", "digest", "corrections"}
    assert case["digest"]["schema"] == "digest/1"
    assert case["digest"]["event"] is None
    assert case["digest"]["people"][0]["name"] == "Lương Thuận"
    assert case["digest"]["directives"][0]["deadline"] == "2024-11-15"
    for each in case["corrections"]:
        start, end = each["span"]
        assert case["text"][start:end] == each["words"]
        assert each.keys() == {"kind", "fact", "span", "words", "value", "made"}
    assert {each["value"] for each in case["corrections"]} == {None, "Lương Thuận", "2024-11-15"}
    assert "987654321" not in printed
    assert main(["corrections"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Chủ trì: Lương Đình Thuận, Thủ tướng Chính phủ → tên đúng Lương Thuận" in told
    assert len(asyncio.run(desk.get_corrected(path))) == 1


def _services(store: Store) -> Services:
    async def load(_: str, attachment: object) -> bytes:
        raise AssertionError

    return Services(store, Fetcher(), shared_pool(), load, lambda: datetime.now(UTC))
