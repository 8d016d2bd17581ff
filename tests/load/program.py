"""The program as a process of its own: started, looked at from outside, killed."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bot.fake_telegram import TOKEN

_MANY = "10000"  # articles that a member may send: the load is what is measured


def environment(
    url: str, database: Path, *, members: Sequence[int], **settings: str
) -> dict[str, str]:
    """The variables of a bot whose Bot API answers at `url`; `settings` are more of its own."""
    return {
        **{name: value for name, value in os.environ.items() if "proxy" not in name.lower()},
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_BASE_URL": f"{url}/bot",
        "TELEGRAM_BASE_FILE_URL": f"{url}/file/bot",
        "TELEGRAM_PACING": "off",
        "DATABASE": str(database),
        "TMPDIR": str(database.parent),  # which all its processes know
        "ADMIN_IDS": "1",
        "ALLOWED_IDS": ",".join(map(str, members)),
        "LIMIT_A_MINUTE": _MANY,
        "LIMIT_A_DAY": _MANY,
        **settings,
    }


async def start(
    url: str,
    database: Path,
    *,
    members: Sequence[int],
    log: Path | None = None,
    command: Sequence[str] = ("main.py", "run"),
    **settings: str,
) -> asyncio.subprocess.Process:
    """Start the bot against the Bot API at `url`; `settings` are more variables of its own."""
    told = log.open("ab") if log else None
    try:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            env=environment(url, database, members=members, **settings),
            stderr=told or asyncio.subprocess.DEVNULL,
        )
    finally:
        if told:
            told.close()


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    found: list[int] = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += map(int, path.read_text().split())
        except OSError:  # the thread has ended meanwhile
            continue
    return found


def family(process: int) -> list[int]:
    """A process and all below it."""
    return [process, *(each for child in children(process) for each in family(child))]


def work(process: int) -> float:
    """The seconds of processors that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> int:
    """The bytes that a process holds in memory."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def left_over(database: Path) -> list[int]:
    """The processes of a bot with this database that still run, whoever started them."""
    wanted = f"TMPDIR={database.parent}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (path / "environ").read_bytes().split(b"\0"):
                found.append(int(path.name))
        except OSError:  # it has ended, or is somebody else's
            continue
    return found
