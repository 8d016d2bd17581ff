"""The register over Telegram, the local page and a poor channel: lists, buttons, reminders."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.pool import Pool
from storage.store import Store
from tests.bot.test_contract import Play, playing
from tests.bot.worlds import (
    Opening,
    World,
    local_world,
    office_world,
    poor_world,
    telegram_world,
)
from tests.storage.articles import BARE, FULL, article

T = TypeVar("T")
WORLDS: dict[str, Opening] = {
    "telegram": telegram_world,
    "poor": poor_world,
    "local": local_world,
    "web": office_world,
}
MEMBERS = {"telegram": "42", "poor": "u-7f3", "local": "here", "web": "lan.nguyen"}

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot.getUpdates'")


@pytest.fixture(params=WORLDS)
def play(request: pytest.FixtureRequest, tmp_path: Path, pool: Pool) -> Play[T]:
    """A world in which two articles were kept yesterday; something is due today."""
    asyncio.run(keep(tmp_path / "giaoban.db", request.param))
    return playing(WORLDS[request.param], tmp_path, pool)


async def keep(path: Path, channel: str) -> None:
    today, yesterday = datetime.now(UTC).date(), datetime.now(UTC) - timedelta(days=1)
    order = f"Sở Tài chính bố trí đủ kinh phí cho các xã trước ngày {written(today)}"
    digests = (
        article("Hội nghị thứ nhất", documents=(FULL,), orders=(order,)),
        article("Hội nghị thứ hai", documents=(BARE,)),
    )
    async with await Store.open(path) as store:
        chat = await store.get_chat(channel, MEMBERS[channel])
        for digest in digests:
            await store.save_digest(digest, chat=chat, now=yesterday)
        await store.register.add_organ(chat, "Sở Tài chính", now=yesterday)
        await store.register.put_hour(chat, time(0, 0))


def written(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


Go = Callable[[World], Awaitable[T]]


async def reminded(world: World) -> str:
    """The reminder, which comes by itself at the start."""
    while not await world.stands(world.member):
        await asyncio.sleep(0.005)
    await world.settle()
    return list((await world.stands(world.member)).values())[-1]


def test_a_reminder_comes_by_itself_and_is_worked_off(play: Play[list[str]]) -> None:
    async def go(world: World) -> list[str]:
        told = await reminded(world)
        steps = [await world.presses(label) for label in ("1", "Đã xong", "Danh sách")]
        return [told, *("\n".join(step) for step in steps)]

    told, shown, done, listed = play(go)
    assert told.startswith("Nhắc hạn: 1 việc")
    assert "ĐẾN HẠN HÔM NAY" in told.upper()
    assert "chưa xong" in shown
    assert "đã xong (bạn, " in done
    assert "Các bài đã gửi chưa nêu chỉ đạo nào còn phải làm." in listed


def test_a_document_is_opened_from_the_list(play: Play[list[str]]) -> None:
    async def go(world: World) -> list[str]:
        await reminded(world)
        listed = await world.says("/vanban")
        return ["\n".join(listed), "\n".join(await world.presses("2"))]

    listed, opened = play(go)
    assert "Kết luận 01-KL/TW" in listed
    assert opened.startswith("Kết luận 01")
    assert "Có thể là cùng một văn bản".lower() in opened.lower()
