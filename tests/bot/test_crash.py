"""The running program is killed again and again: nothing is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from pathlib import Path

from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram

GOLD = sorted(Path("tests/gold").glob("*.txt"))
ORPHAN = "Đã nhận, đang đọc…"


async def start(fake: FakeTelegram, database: Path) -> asyncio.subprocess.Process:
    environment = {
        **os.environ,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_BASE_URL": f"{fake.url}/bot",
        "TELEGRAM_BASE_FILE_URL": f"{fake.url}/file/bot",
        "TELEGRAM_PACING": "off",
        "DATABASE": str(database),
        "ADMIN_IDS": "1",
        "ALLOWED_IDS": "100,101,102,103",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "main.py", "run", env=environment, stderr=asyncio.subprocess.DEVNULL
    )


def answered(fake: FakeTelegram, titles: dict[str, int]) -> Counter[str]:
    """How often each article is answered with its digest, in the chat that asked."""
    said = Counter[str]()
    for title, chat in titles.items():
        said[title] = sum(message.startswith(title) for message in fake.said_in(chat))
    return said


async def storm(
    database: Path, *, articles: int, kills: int, seed: int
) -> tuple[Counter[str], int]:
    """Forward articles to a bot that is killed; how often each was answered, and orphans."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    async with fake_telegram() as fake:
        titles: dict[str, int] = {}
        for number, path in enumerate(GOLD[1 : articles + 1]):
            text = path.read_bytes().decode()[:4000].strip()
            chat = 100 + number % 4
            titles[" ".join(text.split("\n")[0].split())] = chat
            fake.push(chat, text[:2000])
        for _ in range(kills):
            process = await start(fake, database)
            await asyncio.sleep(1.0 + chance.random() * 0.6)
            process.send_signal(signal.SIGKILL)
            await process.wait()
        fake.calls.clear()
        process = await start(fake, database)
        for _ in range(600):
            polls = any(method == "getUpdates" for method, _ in fake.calls)
            if polls and all(answered(fake, titles).values()):
                break
            await asyncio.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
        orphans = sum(fake.said_in(chat).count(ORPHAN) for chat in set(titles.values()))
        return answered(fake, titles), orphans


def test_a_bot_that_is_killed_answers_every_article_once(tmp_path: Path) -> None:
    said, orphans = asyncio.run(storm(tmp_path / "a.db", articles=12, kills=3, seed=1))
    assert said == dict.fromkeys(said, 1)
    assert len(said) == 12
    assert orphans <= 3
