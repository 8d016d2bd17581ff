"""Whole trips by buttons: a digest is proven and put right in the message that shows it."""

from __future__ import annotations

from pathlib import Path

from bot import texts
from tests.bot.test_trip import LAN, Bot, article, talk

EVENT = "\nHội nghị cán bộ chủ chốt"


async def press(bot: Bot, *labels: str) -> list[str]:
    """What stands in the chat after each press."""
    for label in labels:
        bot.fake.press(LAN, label)
        await bot.settle()
    return bot.fake.said_in(LAN)


def test_a_line_that_was_dropped_stays_away(tmp_path: Path) -> None:
    async def drop(bot: Bot) -> tuple[list[str], list[str], list[str]]:
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        before = bot.fake.said_in(LAN)
        asked = await press(bot, texts.CORRECT, texts.DROP_LINE)
        return before, asked, await press(bot, "1")

    async def look(bot: Bot) -> list[str]:
        for _ in range(4):  # a fresh fake counts anew, and these numbers have been read
            bot.fake.push_update()
        bot.fake.push(LAN, "/xem 1")
        await bot.settle()
        return bot.fake.said_in(LAN)

    before, asked, dropped = talk(tmp_path, drop)
    assert [len(before), len(asked), len(dropped)] == [1, 1, 1]
    assert EVENT in before[0]
    assert asked[0].startswith("Bỏ dòng nào của bài số 1?\n1. Hội nghị cán bộ chủ chốt")
    assert EVENT not in dropped[0]
    assert "Vi Đức Thoại" in dropped[0]
    assert talk(tmp_path, look) == dropped  # the store was closed and opened between


def test_what_was_said_is_taken_back(tmp_path: Path) -> None:
    async def go(bot: Bot) -> tuple[list[str], list[str]]:
        bot.fake.push(LAN, article("dev-05"))
        await bot.settle()
        before = bot.fake.said_in(LAN)
        await press(bot, texts.CORRECT, texts.WRONG_PERSON, "1", texts.NOT_A_PERSON)
        return before, await press(bot, texts.CORRECT, texts.TAKE_BACK)

    before, after = talk(tmp_path, go)
    assert before == after


def test_the_sentences_come_beside_the_digest(tmp_path: Path) -> None:
    async def go(bot: Bot) -> list[str]:
        bot.fake.push(LAN, article("dev-07"))
        await bot.settle()
        return await press(bot, texts.EVIDENCE)

    digest, *evidence = talk(tmp_path, go)
    assert digest.startswith("Đảng ủy xã Mường Pìa họp")
    assert evidence[0].startswith("Nguyên văn của bài số 1")
    assert "«Đồng chí Giàng A Sùng, Bí thư Đảng ủy, Chủ tịch HĐND xã chủ trì.»" in evidence[0]
