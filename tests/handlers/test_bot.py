"""The whole program with its command line: it serves, stops, and keeps its token."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from bot import texts
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram
from tests.load import program
from tests.patience import PATIENCE

pytestmark = pytest.mark.slow

LAN = 42


async def start(fake: FakeTelegram, folder: Path, token: str) -> asyncio.subprocess.Process:
    environment = program.environment(
        fake.url, folder / "a.db", members=[LAN], TELEGRAM_TOKEN=token
    )
    return await asyncio.create_subprocess_exec(
        sys.executable, "main.py", "run", env=environment, stderr=asyncio.subprocess.PIPE
    )


def test_a_token_that_is_refused_is_not_repeated(tmp_path: Path) -> None:
    async def go() -> tuple[int | None, str]:
        async with fake_telegram() as fake:
            process = await start(fake, tmp_path, "1:WRONG")
            _, told = await asyncio.wait_for(process.communicate(), PATIENCE)
            return process.returncode, told.decode()

    status, told = asyncio.run(go())
    assert status == 1
    assert told.splitlines()[-1] == f"run: {texts.REFUSED_TOKEN}"
    assert "1:WRONG" not in told


def test_no_line_of_the_log_holds_the_token_or_a_message(tmp_path: Path) -> None:
    async def go() -> tuple[int | None, list[str], str]:
        async with fake_telegram() as fake:
            fake.fail("sendMessage", "500", "429", "cut before")
            document = {"file_id": "tin", "file_unique_id": "tin", "file_name": "x", "file_size": 9}
            fake.push(LAN, "họp kín ngày mai")
            fake.push(LAN, document=document)  # the fake does not hold it
            process = await start(fake, tmp_path, TOKEN)
            async with asyncio.timeout(PATIENCE):
                while len(fake.said_in(LAN)) < 2 or texts.READING in fake.said_in(LAN):
                    await asyncio.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            _, told = await asyncio.wait_for(process.communicate(), PATIENCE)
            return process.returncode, fake.said_in(LAN), told.decode()

    status, said, told = asyncio.run(go())
    assert status == 0
    assert said[1] == texts.NO_ANSWER
    assert "event 1 failed, try 1: ChannelError" in told
    assert TOKEN not in told
    assert "họp kín" not in told
