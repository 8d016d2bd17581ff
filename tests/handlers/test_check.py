"""`main.py check` tells what is right, and what is not."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from bot import texts
from bot.settings import Settings, TelegramSettings
from handlers.check import Finding, check
from main import main
from tests.bot.fake_telegram import TOKEN, fake_telegram


def looked_at(settings: Settings) -> dict[str, str | None]:
    async def go() -> dict[str, str | None]:
        found: list[Finding] = [each async for each in check(settings)]
        return {each.name: each.reason for each in found}

    return asyncio.run(go())


def test_a_machine_without_a_token_is_fit_for_the_local_page(tmp_path: Path) -> None:
    found = looked_at(Settings(tmp_path / "a.db", web_port=0))
    looked = ("ADMIN_IDS", "DATABASE", texts.FOLDER, texts.DISK, "HOLIDAYS", "WEB_PORT")
    assert found == dict.fromkeys(looked)


def test_a_list_of_holidays_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nghi.tsv"
    missing = looked_at(Settings(tmp_path / "a.db", web_port=0, holidays=path))
    path.write_text("off\tmai\tTết\n", encoding="utf-8")
    wrong = looked_at(Settings(tmp_path / "a.db", web_port=0, holidays=path))
    assert missing["HOLIDAYS"] == texts.NO_HOLIDAYS.format(path=path)
    assert wrong["HOLIDAYS"] == texts.BAD_HOLIDAYS.format(path=path, line=1)


def test_a_file_that_is_no_database_and_open_to_all_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("xin chào " * 100)
    path.chmod(0o644)
    found = looked_at(Settings(path, web_port=0))
    assert found["DATABASE"] == texts.BAD_DATABASE
    assert found[texts.FOLDER] == texts.OPEN_DATABASE.format(path=path)


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        found = looked_at(Settings(tmp_path / "a.db", web_port=port))
    assert found["WEB_PORT"] == texts.PORT_TAKEN.format(port=port)


@pytest.mark.parametrize(("token", "reason"), [(TOKEN, None), ("1:WRONG", texts.REFUSED_TOKEN)])
def test_the_token_is_tried(tmp_path: Path, token: str, reason: str | None) -> None:
    async def go() -> dict[str, str | None]:
        async with fake_telegram() as fake:
            telegram = TelegramSettings(token, f"{fake.url}/bot", f"{fake.url}/file/bot")
            settings = Settings(tmp_path / "a.db", telegram, admins=("1",))
            return {each.name: each.reason async for each in check(settings)}

    assert asyncio.run(go())["TELEGRAM_TOKEN"] == reason


def test_a_bot_without_admins_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://127.0.0.1:9/bot")
    monkeypatch.setenv("DATABASE", str(tmp_path / "a.db"))
    assert main(["check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == texts.WRONG.format(name="ADMIN_IDS", reason=texts.NO_ADMINS)
    assert told[1] == texts.FINE.format(name="DATABASE")
