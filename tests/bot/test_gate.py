"""What is written down of whom: members everything, strangers and secrets ids alone."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.gate import Gate
from bot.settings import TelegramSettings
from bot.telegram.channel import Telegram
from storage.model import NewEvent
from storage.store import Store

NOW = datetime(2026, 3, 2, tzinfo=UTC)
WORDS = "Chín con trâu trắng qua sông"


def event(sender: str, *, chat: str | None = None, words: str = WORDS) -> NewEvent:
    chat = chat or sender
    raw = json.dumps({"message": {"message_id": 1, "text": words}}, ensure_ascii=False).encode()
    return NewEvent("1", chat, raw, sender=sender, words=words, is_group=chat != sender)


def judged(path: Path, one: NewEvent) -> NewEvent:
    """The verdict of a gate with admin 1, member 42, group -5 and 7 let in; it is written down."""

    async def go() -> NewEvent:
        telegram = Telegram(
            TelegramSettings("9:X", "http://127.0.0.1:9/bot", "http://127.0.0.1:9/")
        )
        async with await Store.open(path) as store:
            await store.add_member("telegram", "7", by="1", now=NOW)
            gate = Gate(store, admins=["1"], allowed=["42", "-5"])
            events = await gate.judge(telegram, [one])
            await store.put_events("telegram", events, cursor=None, now=NOW)
            return events[0]

    return asyncio.run(go())


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (event("1"), "member"),
        (event("42"), "member"),
        (event("7"), "member"),
        (event("8"), "stranger"),
        (event("8", chat="-5"), "member"),
        (event("8", chat="-6"), "stranger"),
        (event("42", chat="-6"), "stranger"),
        (event("1", chat="-6"), "member"),
        (event("42", words="TỐI MẬT\n" + WORDS), "secret"),
        (event("8", words="TỐI MẬT\n" + WORDS), "stranger"),
        (event("42", words="Luật Bảo vệ bí mật nhà nước"), "member"),
    ],
)
def test_each_is_judged(tmp_path: Path, one: NewEvent, verdict: str):
    after = judged(tmp_path / "a.db", one)
    assert after.verdict == verdict
    assert (after.raw is None) == (verdict != "member")


@pytest.mark.parametrize("one", [event("8"), event("42", words="MẬT\n" + WORDS)])
def test_no_word_that_must_not_be_kept_is_in_any_file(tmp_path: Path, one: NewEvent):
    judged(tmp_path / "a.db", one)
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"telegram" in held
    assert WORDS.encode() not in held
