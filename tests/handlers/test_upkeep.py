"""The operator's commands as they are seen: copies, putting back, forgetting without a trace."""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.texts import upkeep
from main import main
from storage.lock import alone
from storage.model import Correction, Fact, NewEvent, Origin
from storage.store import Store
from tests.bot.trips.traces import holding
from tests.storage.test_store import ROAD, STUDY, digest_of, look

ROOT = Path(__file__).parent.parent.parent
NOW = datetime.now(UTC)
OLD = NOW - timedelta(days=400)
SECRET_WORDS = ("ven biển", "Đinh Văn Đường", "đường ven biển")

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with an old digest and a new one of the chat 42, and one of another chat."""
    path = tmp_path / "data" / "a.db"
    monkeypatch.setenv("DATABASE", str(path))

    async def go() -> None:
        async with await Store.open(path) as store:
            chat = await store.get_chat("telegram", "42")
            origin = Origin("7", "https://bao.vn/ven-bien")
            old = await store.save_digest(digest_of(ROAD), chat=chat, now=OLD, origin=origin)
            person = Fact("person", old.digest.people[0].mentions[0])
            correction = Correction(person, "name", "Đinh Văn Đường Mới", "42", OLD)
            await store.add_correction(old.id, correction)
            await store.save_digest(digest_of(STUDY), chat=chat, now=NOW)
            other = await store.get_chat("telegram", "77")
            await store.save_digest(digest_of(STUDY), chat=other, now=NOW)
            event = NewEvent("9", "42", b'{"text": "ven bi\xe1\xbb\x83n"}', message="9")
            await store.put_events("telegram", [event], cursor="9", now=NOW)

    asyncio.run(go())
    return path


def left(path: Path) -> list[tuple[str, int]]:
    """The chats and how many digests each has."""

    async def go() -> list[tuple[str, int]]:
        async with await Store.open(path) as store:
            chats = await store.upkeep.get_chats()
            return [
                (key, len(await store.get_latest(chat=await store.get_chat(channel, key), limit=9)))
                for channel, key in chats
            ]

    return asyncio.run(go())


def test_a_copy_is_made_and_put_back(database: Path, tmp_path: Path, capsys: Printed) -> None:
    copy = str(tmp_path / "giaoban.bak")
    assert main(["backup", copy]) == 0
    assert "Đã sao lưu 3 bài" in capsys.readouterr().err
    assert main(["forget", "--chat", "telegram:42", "--yes"]) == 0
    assert main(["restore", copy]) == 0
    assert "Đã khôi phục 3 bài" in capsys.readouterr().err
    assert left(database) == [("42", 2), ("77", 1)]


def test_what_is_old_is_forgotten_without_a_trace(database: Path, capsys: Printed) -> None:
    assert holding(database.parent, SECRET_WORDS)
    assert main(["forget", "--older-than", "365", "--chat", "telegram:42", "--yes"]) == 0
    assert "Đã xoá 1 bài" in capsys.readouterr().err
    assert left(database) == [("42", 1), ("77", 1)]

    async def finish() -> bool:
        async with await Store.open(database) as store:
            events = await store.get_open_events()
            await store.finish_events([event.id for event in events], now=NOW)
            await store.upkeep.tidy()
            chat = await store.get_chat("telegram", "42")
            return bool((await look(store, "quan triet", chat=chat)).hits)

    assert asyncio.run(finish())
    assert holding(database.parent, SECRET_WORDS) == []


def test_all_of_a_chat_is_forgotten_and_nothing_of_another(database: Path, capsys: Printed) -> None:
    assert main(["forget", "--chat", "telegram:42", "--yes"]) == 0
    assert "Đã xoá 2 bài" in capsys.readouterr().err
    assert left(database) == [("42", 0), ("77", 1)]
    assert holding(database.parent, SECRET_WORDS) == []

    async def waiting() -> int:
        async with await Store.open(database) as store:
            return len(await store.get_open_events())

    assert asyncio.run(waiting()) == 0


def test_numbers_of_what_was_forgotten_are_not_given_again(database: Path) -> None:
    assert main(["forget", "--chat", "telegram:42", "--yes"]) == 0

    async def go() -> int:
        async with await Store.open(database) as store:
            chat = await store.get_chat("telegram", "42")
            return (await store.save_digest(digest_of(ROAD), chat=chat, now=NOW)).number

    assert asyncio.run(go()) == 3


@pytest.mark.parametrize(("typed", "stays"), [("có\n", 0), ("\n", 1), ("không\n", 1), ("", 1)])
def test_it_asks_before_it_forgets(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed, typed: str, stays: int
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["forget", "--chat", "telegram:77"]) == 0
    assert "mọi thứ của telegram:77" in capsys.readouterr().err
    assert left(database)[1] == ("77", stays)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["forget", "--chat", "zalo:1", "--yes"], "đang có: telegram:42, telegram:77"),
        (["restore", "pyproject.toml"], "không phải dữ liệu của chương trình"),
        (["restore", "khong-co.db"], "không phải dữ liệu của chương trình"),
        (["backup", "README.md"], "không phải dữ liệu của chương trình"),
        (["backup", "README.md/a.db"], "không ghi được tệp"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(
    database: Path, capsys: Printed, arguments: list[str], words: str
) -> None:
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert left(database) == [("42", 2), ("77", 1)]


def test_what_is_to_be_forgotten_must_be_said(capsys: Printed) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["forget"])
    assert stopped.value.code == 2
    assert "--older-than" in capsys.readouterr().err


def test_a_second_bot_does_not_serve_the_same_database(database: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with alone(database):
            os.write(writing, b"!")
            threading.Event().wait()
    os.read(reading, 1)
    try:
        environment = {**os.environ, "WEB_PORT": "0", "TELEGRAM_TOKEN": ""}
        done = subprocess.run(
            [sys.executable, "main.py", "run"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=False,
            timeout=30,
        )
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
    assert done.returncode == 1
    assert done.stderr.decode() == "run: bot đang chạy với dữ liệu này; hãy dừng bot trước.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk that is always at hand")
@pytest.mark.parametrize("form", [["--format", "csv"], ["--json"]])
def test_a_disk_that_fills_while_digests_are_written_is_told(
    database: Path, form: list[str], capsys: Printed
) -> None:
    assert main(["export", "/dev/full", *form, "--chat", "telegram:42"]) == 1
    assert capsys.readouterr().err == f"export: {upkeep.NOT_WRITTEN}\n"
