"""The whole program with its command line: Telegram and the office's page side by side."""

from __future__ import annotations

import asyncio
import re
import signal
import ssl
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.arguments import parse_arguments
from bot.settings import Settings, TlsSettings
from bot.texts import accounts as words
from handlers.accounts import manage
from main import main
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram
from tests.bot.web.browser import ROOT
from tests.bot.web.offices import PASSWORD, URL, Visitor
from tests.load import program
from tests.patience import PATIENCE

pytestmark = pytest.mark.slow

LAN = 42


def environment(folder: Path, tls: TlsSettings, fake: FakeTelegram) -> dict[str, str]:
    return program.environment(
        fake.url,
        folder / "a.db",
        members=[LAN],
        WEB_PUBLIC_URL=URL,
        WEB_PORT="0",
        WEB_TLS_CERT=str(tls.certificate),
        WEB_TLS_KEY=str(tls.key),
        PYTHONUNBUFFERED="1",
    )


async def operate(said: dict[str, str], *arguments: str) -> list[str]:
    """What the operator's command prints, from another process than the one that serves."""
    options = parse_arguments(["member", *arguments])
    return list(await manage(options, Settings.from_env(said), lambda _: None))


@asynccontextmanager
async def serving(said: dict[str, str], log: list[str]) -> AsyncIterator[str]:
    """The program; where its page listens."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "main.py", "run", cwd=ROOT, env=said, stderr=PIPE
    )
    assert process.stderr
    try:
        while not (found := re.search(r"nghe ở ([\d.]+:\d+)", "".join(log))):
            log.append((await asyncio.wait_for(process.stderr.readline(), PATIENCE)).decode())
            assert log[-1], log
        yield found[1]
    finally:
        process.send_signal(signal.SIGTERM)
        _, rest = await asyncio.wait_for(process.communicate(), PATIENCE)
        log.append(rest.decode())
    assert process.returncode == 0, log


def test_it_serves_both_removes_at_once_and_logs_no_secret(
    tmp_path: Path, tls: TlsSettings
) -> None:
    async def go() -> tuple[list[str], list[str]]:
        log: list[str] = []
        async with fake_telegram() as fake:
            said = environment(tmp_path, tls, fake)
            (link,) = [each.partition("#")[2] for each in await operate(said, "add", "lan.nguyen")]
            async with serving(said, log) as address:
                trust = ssl.create_default_context(cafile=tls.certificate)
                async with Visitor(address, trust, None) as visitor:
                    assert (await visitor.join(link)).status == 204
                    assert (await visitor.enter("lan.nguyen", "Sai-mật-khẩu-rồi")).status == 401
                    fake.push(LAN, "/moi")
                    assert "Không tìm thấy" in await visitor.says("/tim lịch họp kín")
                    while "Chưa có bài" not in "".join(fake.said_in(LAN)):
                        await asyncio.sleep(0.01)
                    await talk_nonsense(address)
                    secrets = [link, PASSWORD, "Sai-mật", visitor.cookie or "", "lan.nguyen"]
                    stream = await visitor.stream()
                    await operate(said, "remove", "lan.nguyen")
                    await asyncio.wait_for(stream.read(), PATIENCE)
                    assert (await visitor.ask("GET", "/about")).status == 401
                    fake.push_update()  # ends the poll that hangs
        return log, [*secrets, TOKEN, "họp kín", "NONSENSE"]

    log, secrets = asyncio.run(asyncio.wait_for(go(), PATIENCE))
    assert [secret for secret in secrets if secret in "".join(log)] == []


async def talk_nonsense(address: str) -> None:
    host, port = address.split(":")
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"GET /NONSENSE HTTP/1.1\r\nHost: NONSENSE\r\n\r\n")
    await reader.read()
    writer.close()


@pytest.mark.parametrize(
    "case",
    [
        ("WEB_PUBLIC_URL", "http://giaoban.local", words.NOT_HTTPS),
        ("WEB_TLS_KEY", "README.md", words.BAD_TLS_FILES),
    ],
)
def test_what_is_set_wrong_is_told_in_one_line(
    tmp_path: Path,
    tls: TlsSettings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: tuple[str, str, str],
) -> None:
    name, value, reason = case
    said = {"DATABASE": str(tmp_path / "a.db"), "WEB_PUBLIC_URL": URL, "WEB_PORT": "0"}
    said |= {"WEB_TLS_CERT": str(tls.certificate), "WEB_TLS_KEY": str(tls.key), name: value}
    for each, set_to in said.items():
        monkeypatch.setenv(each, set_to)
    assert main(["run"]) == 1
    assert capsys.readouterr().err == f"run: {reason}\n"
