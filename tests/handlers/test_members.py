"""Who may come in: asked once, let in by an admin, put out again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot import texts
from bot.channel import Reply
from tests.handlers.chat import AN, LAN, STRANGER, Chat, pressed, talk


def test_a_stranger_is_told_the_id_and_the_admin_is_asked():
    replies = talk(lambda chat: chat.replies(sender=STRANGER, verdict="stranger"))
    to_stranger, to_admin = replies
    assert to_stranger.chat is None
    assert STRANGER in to_stranger.lines[0].pieces[0].text
    assert to_admin.chat == AN
    assert pressed(replies) == [f"/chophep {STRANGER}", f"/tuchoi {STRANGER}"]


def test_a_stranger_is_answered_once_a_day():
    day = datetime(2026, 3, 2, 8, tzinfo=UTC)
    hours = iter([0, 1, 23, 25])

    async def go(chat: Chat) -> list[int]:
        return [len(await chat.replies(sender=STRANGER, verdict="stranger")) for _ in range(3)]

    clock = {"at": day}

    def now() -> datetime:
        return clock["at"]

    async def over_a_day(chat: Chat) -> list[int]:
        counts = []
        for hour in hours:
            clock["at"] = day + timedelta(hours=hour)
            counts.append(len(await chat.replies(sender=STRANGER, verdict="stranger")))
        return counts

    assert talk(go) == [2, 0, 0]
    assert talk(over_a_day, now=now) == [2, 0, 0, 2]


def test_few_strangers_an_hour_are_put_before_the_admins():
    async def go(chat: Chat) -> list[int]:
        return [len(await chat.replies(sender=str(n), verdict="stranger")) for n in range(100, 110)]

    assert talk(go) == [2] * 6 + [0] * 4


def test_whom_an_admin_lets_in_is_told_and_listed():
    async def go(chat: Chat) -> tuple[list[str | None], str, bool]:
        replies = await chat.replies(f"/chophep {STRANGER}", sender=AN, is_press=True)
        listed = await chat.say("/thanhvien", sender=AN)
        again = await chat.say(f"/chophep {STRANGER}", sender=AN)
        return [each.chat for each in replies], listed, again.startswith(f"{STRANGER} đã được phép")

    told, listed, is_known = talk(go)
    assert told == [None, STRANGER]
    assert STRANGER in listed
    assert is_known


def test_one_who_is_refused_or_put_out_is_not_answered_again():
    async def go(chat: Chat) -> list[int]:
        await chat.replies(f"/chophep {STRANGER}", sender=AN)
        await chat.replies(f"/chan {STRANGER}", sender=AN)
        await chat.replies("/tuchoi 78", sender=AN)
        return [len(await chat.replies(sender=who, verdict="stranger")) for who in (STRANGER, "78")]

    assert talk(go) == [0, 0]


def test_who_is_in_by_the_settings_stays_in():
    assert "ADMIN_IDS" in talk(lambda chat: chat.say(f"/chan {LAN}", sender=AN))


@pytest.mark.parametrize("command", ["/thanhvien", "/chophep 77", "/chan 1", "/tuchoi 77"])
def test_only_an_admin_decides(command: str):
    assert texts.NO_SUCH_COMMAND in talk(lambda chat: chat.say(command))


@pytest.mark.parametrize("named", ["", "lan", "12 34", "-", "u-", "1" * 30, "٣"])
def test_an_id_that_is_none_is_told(named: str):
    assert talk(lambda chat: chat.say(f"/chophep {named}", sender=AN)).startswith("Gõ mã số")


def test_a_secret_text_is_refused_with_the_reason():
    (reply,) = talk(lambda chat: chat.replies(verdict="secret"))
    assert isinstance(reply, Reply)
    assert reply.lines[0].pieces[0].text == texts.SECRET
