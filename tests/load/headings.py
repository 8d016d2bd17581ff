"""Kill the bot at each moment of what comes by itself: a briefing and a reminder that are due.

The program, its database and its calls are real. The fake Bot API kills the process when a
given call has come, before it acts or after, so that each moment is met for certain. A
heading may stand there twice after such an end, never not at all; what it announces is whole.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from zipfile import ZipFile

from msgspec import Struct

from bot import texts
from bot.texts import register
from storage.entries import Wanted
from storage.store import Store
from tests.bot import fake_rules as rules
from tests.bot.fake_rules import RefusedError
from tests.bot.fake_telegram import FakeTelegram, fake_telegram
from tests.load import program
from tests.storage.articles import article

CHAT = 42
TITLE = "Hội nghị về ngân sách"
TASK = "dự toán của các xã"
_BRIEFING, _REMINDER = _HEADINGS = ("Bản tin từ ", register.REMINDER.format(count=1))
_ENDS = ("(bài 1)", f"· {register.STATES['followed']}")  # of what they become
_ASKED = "/help"
_AT = time(7, 0)  # the briefing's hour; reminders come at half past seven
_PATIENCE = 120.0  # seconds, of a loaded machine


class Moment(Struct, frozen=True):
    """When the bot is killed: at which call of the Bot API, before or after it is acted on."""

    name: str
    method: str
    side: Literal["before", "after"]


MOMENTS = (
    Moment("before the heading is sent", "sendMessage", "before"),
    Moment("heading sent, not recorded", "sendMessage", "after"),
    Moment("heading recorded, before the body", "editMessageText", "before"),
    Moment("body there, not recorded", "editMessageText", "after"),
    Moment("before the file is sent", "sendDocument", "before"),
    Moment("file sent, not recorded", "sendDocument", "after"),
)


class Told(Struct, frozen=True):
    """What stands in the chat at last, and what was written down: of the briefing, the reminder."""

    kills: int
    loud: tuple[int, ...]  # headings that were sent and are noticed
    bare: tuple[int, ...]  # those that still stand there alone
    whole: tuple[int, ...]  # those that have become what they announce
    files: tuple[str, ...]  # what is said with each
    others: int  # messages that are nothing of this
    due: int  # events that were written down to be told
    failed: int

    def faults(self, moment: Moment) -> list[str]:
        """What must not be after an end at this moment."""
        is_of_file = moment.method == "sendDocument"
        doubled = int(moment == MOMENTS[1])
        files = ["" for _ in MOMENTS if moment != MOMENTS[4]][:1]  # begun: it may have arrived
        files += [texts.FILE_AGAIN for _ in MOMENTS if is_of_file][:1]
        told = {
            f"{self.kills} kills": self.kills != 2 - is_of_file,
            f"{self.loud} headings sent": self.loud != (1 + doubled, 1 + doubled),
            f"{self.bare} headings alone": self.bare != (doubled, doubled),
            f"{self.whole} whole": self.whole != (1, 1),
            f"files {self.files}": self.files != tuple(files),
            f"{self.others} other messages": self.others != 0,
            f"{self.due} events": self.due != 2,
            f"{self.failed} failed": self.failed != 0,
        }
        return [words for words, is_wrong in told.items() if is_wrong]


@dataclass
class Deadly(FakeTelegram):
    """Kills the process at the moment that is set, about the message that begins so."""

    moment: Moment | None = None
    about: str = ""
    process: int = 0
    kills: int = 0
    sent: list[dict[str, Any]] = field(default_factory=list)  # the messages that were acted on

    def _answer(self, method: str, fields: dict[str, Any]) -> Any:
        if self.moment is None or not self._is_now(self.moment, method, fields):
            return self._act(method, fields)
        side, self.moment = self.moment.side, None
        result = self._act(method, fields) if side == "after" else None
        os.kill(self.process, signal.SIGKILL)
        with suppress(ChildProcessError):  # already waited for
            os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOWAIT)
        self.kills += 1
        if result is None:
            raise RefusedError(500, "Internal Server Error")
        return result

    def _act(self, method: str, fields: dict[str, Any]) -> Any:
        result = super()._answer(method, fields)
        if method == "sendMessage":
            self.sent.append(fields)
        return result

    def _is_now(self, moment: Moment, method: str, fields: dict[str, Any]) -> bool:
        if method != moment.method or fields["chat_id"] != str(CHAT):
            return False
        return method == "sendDocument" or rules.plain(fields["text"]).startswith(self.about)


async def trip(moment: Moment, folder: Path) -> Told:
    """Let the bot be killed there with the briefing and with the reminder, then let it finish."""
    database = folder / "giaoban.db"
    offset = 12 - datetime.now(UTC).hour  # where it is noon now: both hours have come
    await _prepare(database, datetime.now(timezone(timedelta(hours=offset))))
    zone = f"Etc/GMT{-offset:+d}"
    async with fake_telegram(Deadly()) as fake:
        assert isinstance(fake, Deadly)
        for about in (_BRIEFING, _REMINDER):
            if moment.method == "sendDocument" and about == _REMINDER:
                continue  # it has no file
            process = await _start(fake, database, zone)
            fake.moment, fake.about, fake.process = moment, about, process.pid
            assert await asyncio.wait_for(process.wait(), _PATIENCE) == -signal.SIGKILL
        for _ in range(2):  # the second time there is nothing left to tell
            process = await _start(fake, database, zone)
            await _finish(fake, database)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), _PATIENCE) == 0
        return _told(fake, database)


async def _prepare(database: Path, now: datetime) -> None:
    """A followed directive that is due today, a briefing that was sent yesterday."""
    today, yesterday = now.date(), now - timedelta(days=1)
    order = f"Sở Tài chính rà soát {TASK}, hoàn thành trước ngày {today:%d/%m/%Y}"
    digest = article(TITLE, orders=(order,), published=yesterday.date().isoformat())
    async with await Store.open(database) as store:
        chat = await store.get_chat("telegram", str(CHAT))
        await store.save_digest(digest, chat=chat, now=yesterday)
        page = await store.register.get_directives(
            Wanted(due="any"), chats=(chat,), today=today, limit=1
        )
        assert [entry.due for entry in page.entries] == [today]
        await store.register.say(page.entries[0], "followed", sender=str(CHAT), now=yesterday)
        sent = datetime.combine(yesterday.date(), _AT, now.tzinfo)
        await store.schedules.put(chat, _AT, is_working=False, sent=sent)


async def _start(fake: Deadly, database: Path, zone: str) -> asyncio.subprocess.Process:
    log = database.with_suffix(".log")
    return await program.start(fake.url, database, members=[CHAT], log=log, TIMEZONE=zone)


async def _finish(fake: Deadly, database: Path) -> None:
    """Until all that is due is told, and a message that somebody writes is answered."""
    answered = "verdict = 'member' and finished is not null"
    before = _count(database, answered)
    fake.push(CHAT, _ASKED)
    async with asyncio.timeout(_PATIENCE):
        while _count(database, "finished is null") or _count(database, answered) == before:
            await asyncio.sleep(0.02)


def _told(fake: Deadly, database: Path) -> Told:
    headings = [
        rules.plain(fields["text"])
        for fields in fake.sent
        if fields["chat_id"] == str(CHAT) and not is_silent(fields)
    ]
    standing = fake.sent_to(CHAT)
    files = [each for each in standing if "document" in each]
    said = [rules.plain(each["text"]) for each in standing if "document" not in each]
    due = [[text for text in said if text.startswith(about)] for about in _HEADINGS]
    for each in files:
        with ZipFile(BytesIO(each["document"].content)) as word:
            assert word.testzip() is None
    return Told(
        kills=fake.kills,
        loud=tuple(sum(text.startswith(about) for text in headings) for about in _HEADINGS),
        bare=tuple(sum("\n" not in text for text in texts) for texts in due),
        whole=tuple(
            sum(TASK in text and text.endswith(end) for text in texts)
            for texts, end in zip(due, _ENDS, strict=True)
        ),
        files=tuple(each["text"] for each in files),
        others=len(said) - sum(map(len, due)) - _count(database, "verdict = 'member'"),
        due=_count(database, "verdict = 'due'"),
        failed=_count(database, "failure is not null"),
    )


def is_silent(call: dict[str, Any]) -> bool:
    """Whether a message comes without being noticed."""
    return str(call.get("disable_notification", "false")).lower() == "true"


def _count(database: Path, condition: str) -> int:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reader:
        query = f"select count(*) from inbox where {condition}"  # noqa: S608 (our words)
        return int(reader.execute(query).fetchone()[0])
