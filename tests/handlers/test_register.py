"""Documents, directives and own organs as somebody asks for them, alone or in an office."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.channel import Reply
from bot.texts import register as words
from tests.handlers.chat import LAN, Chat, pressed, talk
from tests.storage.articles import BARE, FULL, PLAN, SHORT, article

NOW = datetime(2022, 6, 28, 3, 0, tzinfo=UTC)
HOA = "43"
FIRST = article(
    "Hội nghị thứ nhất",
    documents=(FULL,),
    orders=(f"Sở Tài chính {PLAN}", "các chi bộ tổ chức học tập nghiêm túc"),
)
SECOND = article("Hội nghị thứ hai", documents=(SHORT, BARE))


async def keep(chat: Chat, sender: str = LAN) -> int:
    number = await chat.services.store.get_chat("test", sender)
    for digest in (FIRST, SECOND) if sender == LAN else (SECOND,):
        await chat.services.store.save_digest(digest, chat=number, now=NOW)
    return number


def said(*typed: str) -> list[str]:
    async def go(chat: Chat) -> list[str]:
        await keep(chat)
        return [await chat.say(each) for each in typed]

    return talk(go, now=lambda: NOW)


@pytest.mark.parametrize(
    "typed", ["xong", "Đã xong"[3:], "theo dõi", "theodoi", "theo doi"]
)  # by buttons and by hand
def test_what_is_said_of_a_directive_may_be_typed(typed: str) -> None:
    assert (
        f"{'đã xong' if 'xong' in typed else 'đang theo dõi'} (bạn"
        in said(f"/chidao 1/1 {typed}")[0]
    )


def test_somebody_else_is_told_by_id() -> None:
    async def go(chat: Chat) -> str:
        await keep(chat)
        await chat.say("/chidao 1/1 xong")
        return await chat.say("/chidao 1/1", sender="1", chat=LAN)

    assert "đã xong (mã số 42, 28/6/2022)" in talk(go, now=lambda: NOW)


def test_every_command_of_a_button_fits_and_works() -> None:
    async def go(chat: Chat) -> list[str]:
        await keep(chat)
        name = "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh"
        seen, todo = set(), ["/vanban", "/chidao", f"/coquan {name}", "/nhachan",
                             f"/chidao người giao: {name} nơi nhận: {name}"]  # fmt: skip
        answers = []
        while todo:
            typed = todo.pop()
            seen.add(typed)
            replies = await chat.replies(typed)
            answers.append("\n".join(str(reply.lines) for reply in replies))
            todo += [each for each in pressed(replies) if each not in seen and each not in todo]
        assert all(len(typed.encode()) <= 64 for typed in seen if "Ban Chỉ" not in typed)
        return answers

    answers = talk(go, now=lambda: NOW)
    assert len(answers) > 40
    assert not [answer for answer in answers if "lỗi chưa lường trước" in answer]


def test_words_too_long_for_a_button_keep_their_pages() -> None:
    async def go(chat: Chat) -> list[Reply]:
        number = await chat.services.store.get_chat("test", LAN)
        about = "về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
        for at in range(10):
            digest = article(f"Hội nghị {at}", documents=(f"Kế hoạch số {at}7-KH/TU {about}",))
            await chat.services.store.save_digest(digest, chat=number, now=NOW)
        first = await chat.replies(f"/vanban kế hoạch {about[3:]}")
        (turn,) = [each for each in pressed(first) if "trang 2" in each]
        return [*first, *await chat.replies(turn)]

    first, second = talk(go, now=lambda: NOW)
    assert "(1–8/10)" in str(first.lines)
    assert "(9–10/10)" in str(second.lines)


def test_an_office_shares_its_register() -> None:
    async def go(chat: Chat) -> list[str]:
        lan, hoa = await keep(chat), await keep(chat, HOA)
        alone = await chat.say("/chidao", sender=HOA)
        await chat.services.store.offices.join(lan, hoa)
        listed = await chat.replies("/chidao", sender=HOA)
        (opens,) = [each for each in pressed(listed) if each.endswith("/1")]
        done = await chat.say(f"{opens} xong", sender=HOA)
        own = await chat.say("/chidao đã xong")
        documents = await chat.say("/vanban 01-kl/tw", sender=HOA)
        return [alone, opens, done, own, documents]

    alone, opens, done, own, documents = talk(go, now=lambda: NOW)
    assert "chưa nêu chỉ đạo nào" in alone
    assert opens == "/chidao 1.1/1"
    assert "đã xong (bạn" in done
    assert "đã xong (1–1/1)" in own
    assert "3 bài" in documents
    assert "1.2. Hội nghị thứ hai" in documents
    assert "1. Hội nghị thứ hai" in documents


def test_own_organs_are_listed_once_however_they_are_written() -> None:
    first, again, listed = said("/coquan UBND tỉnh", "/coquan thêm Ủy ban Nhân dân Tỉnh", "/coquan")
    assert first.startswith("Đã thêm UBND tỉnh.")
    assert again.startswith("Ủy ban Nhân dân Tỉnh đã có rồi.")
    assert listed.count("•") == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/nhachan 6h", "lúc 6:00"),
        ("/nhachan 16:05", "lúc 16:05"),
        ("/nhachan 7.30", "lúc 7:30"),
        ("/nhachan tắt", "Đang tắt"),
        ("/nhachan bật", "lúc 7:30"),
        ("/nhachan mai", words.BAD_HOUR),
        ("/nhachan 24:00", words.BAD_HOUR),
    ],
)
def test_the_hour_of_reminders_is_set(typed: str, told: str) -> None:
    assert told in " ".join(said(typed)[0].split())
