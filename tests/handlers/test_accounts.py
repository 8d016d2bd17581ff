"""The operator looks after who may use the chat page of the office."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.texts import accounts as words
from bot.web.tokens import hash_token
from main import main
from storage.accounts import CHANNEL
from storage.store import Store

URL = "https://giaoban.so-noi-vu.local:8443"
Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)  # no .env is there
    monkeypatch.setenv("DATABASE", str(tmp_path / "a.db"))
    monkeypatch.setenv("WEB_PUBLIC_URL", URL)
    return tmp_path / "a.db"


def invited(database: Path, link: str) -> str | None:
    """Whose password a printed link sets."""

    async def go() -> str | None:
        async with await Store.open(database) as store:
            key = hash_token(link.strip().partition("#")[2])
            account = await store.accounts.get_invited(key, now=datetime.now(UTC))
            return account.name if account else None

    return asyncio.run(go())


def test_a_member_is_added_invited_again_listed_and_removed(
    database: Path, capsys: Printed
) -> None:
    assert main(["member", "add", "lan.nguyen", "--admin"]) == 0
    assert main(["member", "add", "an.tran"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{URL}/join#[\w-]{{43}}", first)
    assert [invited(database, link) for link in (first, second)] == ["lan.nguyen", "an.tran"]

    assert main(["member", "link", "an.tran"]) == 0
    printed = capsys.readouterr()
    assert "trong 24 giờ tới" in printed.err
    assert [invited(database, link) for link in (second, printed.out)] == [None, "an.tran"]

    assert main(["member", "list"]) == 0
    an, lan = capsys.readouterr().out.splitlines()
    assert an.startswith("an.tran · thành viên · chưa đặt mật khẩu · thêm ngày ")
    assert lan.startswith("lan.nguyen · quản trị · ")

    assert main(["member", "remove", "an.tran"]) == 0
    assert "Đã bỏ an.tran" in capsys.readouterr().err
    assert invited(database, printed.out) is None


def test_who_had_the_name_before_is_told_of(database: Path, capsys: Printed) -> None:
    async def use() -> None:
        async with await Store.open(database) as store:
            await store.get_chat(CHANNEL, "lan.nguyen")

    asyncio.run(use())
    assert main(["member", "add", "lan.nguyen"]) == 0
    assert words.USED_BEFORE.format(name="lan.nguyen") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["add", "lan.nguyen"], words.NAME_TAKEN.format(name="lan.nguyen")),
        (["link", "an.tran"], words.NO_SUCH_MEMBER),
        (["remove", "an.tran"], words.NO_SUCH_MEMBER),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(
    capsys: Printed, arguments: list[str], reason: str
) -> None:
    main(["member", "add", "lan.nguyen"])
    capsys.readouterr()
    assert main(["member", *arguments]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"member: {reason}\n")


def test_nobody_is_invited_to_a_page_that_is_not_opened(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("WEB_PUBLIC_URL", "")
    assert main(["member", "add", "lan.nguyen"]) == 1
    assert capsys.readouterr().err == f"member: {words.NO_PUBLIC_URL}\n"
    assert main(["member", "list"]) == 0
    assert capsys.readouterr().err == f"{words.NOBODY}\n"


@pytest.mark.parametrize(
    "name", ["", "l", "Lan", "lan nguyen", "lan..n", ".lan", "lan.", "1lan", "42", "lần", "a" * 33]
)
def test_a_name_that_is_none_is_told(name: str, capsys: Printed) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["member", "add", name])
    assert stopped.value.code == 2
    assert f"«{name}»" in capsys.readouterr().err
