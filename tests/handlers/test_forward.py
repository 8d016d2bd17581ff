"""An article comes in: its digest, the one that is there, or why there is none."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot import texts
from bot.channel import Attachment, ChannelError
from tests.handlers.chat import Chat, pressed, talk

ARTICLE = Path("tests/gold/dev-05.txt").read_text(encoding="utf-8")
OTHER = Path("tests/gold/dev-06.txt").read_text(encoding="utf-8")


def test_an_article_can_be_looked_into_corrected_and_removed():
    replies = talk(lambda chat: chat.replies(ARTICLE))
    assert pressed(replies) == ["/goc 1", "/sua 1", "/xoa 1"]


def test_the_same_article_answers_with_the_digest_that_is_there():
    async def go(chat: Chat) -> list[list[str]]:
        return [pressed(await chat.replies(ARTICLE)) for _ in range(2)]

    assert talk(go)[1] == ["/goc 1", "/sua 1", "/xoa 1", "/lamlai 1"]


def test_a_request_that_comes_again_after_a_crash_is_no_duplicate():
    async def go(chat: Chat) -> list[list[str]]:
        return [pressed(await chat.replies(ARTICLE, message="7")) for _ in range(2)]

    first, again = talk(go)
    assert again == first


def test_a_digest_is_made_anew_in_its_place():
    async def go(chat: Chat) -> tuple[str, bool]:
        before = await chat.say(ARTICLE)
        (anew,) = await chat.replies("/lamlai 1", is_press=True)
        return before, anew.in_place and pressed([anew]) == ["/goc 1", "/sua 1", "/xoa 1"]

    before, is_right = talk(go)
    assert before.startswith("Ban Thường vụ")
    assert is_right


def test_a_removed_article_is_gone_and_its_number_is_not_given_again():
    async def go(chat: Chat) -> list[str]:
        await chat.say(ARTICLE)
        asked = await chat.say("/xoa 1")
        still = await chat.say("/tim quan triet")
        removed = await chat.say("/xoa 1 het")
        gone = [await chat.say(each) for each in ("/tim quan triet", "/moi", "/xem 1")]
        return [asked, still, removed, *gone, pressed(await chat.replies(OTHER))[0]]

    asked, still, removed, found, latest, opened, number = talk(go)
    assert asked.startswith("Xoá hẳn bài số 1")
    assert "\n1. " in still
    assert removed.strip() == "Đã xoá bài số 1."
    assert found.startswith("Không tìm thấy")
    assert latest.strip() == texts.NOTHING_KEPT
    assert opened.startswith("Không có bài số 1")
    assert number == "/goc 2"


def test_each_chat_has_its_own_articles():
    async def go(chat: Chat) -> list[str]:
        await chat.say(ARTICLE)
        return [await chat.say(each, sender="43") for each in ("/xem 1", "/goc 1", "/xoa 1 het")]

    assert all(each.startswith("Không có bài") for each in talk(go))


def test_a_member_may_ask_for_so_many_articles_a_minute():
    async def go(chat: Chat) -> list[bool]:
        return ["gửi đủ 3 bài" in await chat.say(f"{ARTICLE} Lần {n}.") for n in range(4)]

    assert talk(go, a_minute=3) == [False, False, False, True]


def test_a_message_that_is_tried_again_gets_what_it_got_and_is_counted_once():
    async def go(chat: Chat) -> list[list[str]]:
        files = tuple(Attachment(f"{n}.txt", 9, f"{ARTICLE} Lần {n}.") for n in range(3))
        answers = [
            await chat.say(files=files, message="7", tries=1),
            await chat.say(files=files, message="7", tries=2),
            await chat.say(files=files[:1], message="8", tries=1),
        ]
        return [answer.split("\n---\n") for answer in answers]

    first, again, other = talk(go, a_minute=2)
    assert [len(each) for each in (first, again)] == [3, 3]
    for *_, refusal in (first, again):
        assert "gửi đủ 2 bài" in refusal
        assert refusal.count(".txt") == 1
    assert "gửi đủ 2 bài" in other[0]


@pytest.mark.parametrize("text", ["xin chào", "cảm ơn nhé", "ok anh, mai họp"])
def test_a_few_words_are_no_article(text: str):
    async def go(chat: Chat) -> list[str]:
        return [await chat.say(text), await chat.say("/moi")]

    answered, latest = talk(go)
    assert answered.startswith("Đây không phải bài tin")
    assert latest.strip() == texts.NOTHING_KEPT


def test_a_photo_without_words_is_told_what_can_be_read():
    assert talk(lambda chat: chat.say("")).startswith("Tôi chỉ đọc được chữ")


def test_a_remark_in_a_group_gets_no_answer_and_an_article_does():
    async def go(chat: Chat) -> list[int]:
        group = {"chat": "-5", "is_group": True}
        return [len(await chat.replies(text, **group)) for text in ("ok anh", ARTICLE)]

    assert talk(go) == [0, 1]


def test_a_secret_file_is_refused_by_its_words_and_by_its_name():
    async def go(chat: Chat) -> list[str]:
        inside = Attachment("bao-cao.txt", 9, f"TỐI MẬT\n{ARTICLE}")
        named = Attachment("MẬT - bao cao.txt", 9, ARTICLE)
        said = [await chat.say(files=(each,)) for each in (inside, named)]
        return [*said, await chat.say("/moi")]

    inside, named, latest = talk(go)
    assert inside.startswith("Văn bản có dấu mật")
    assert named == inside
    assert latest.strip() == texts.NOTHING_KEPT


def test_several_files_are_answered_in_their_order_and_a_bad_one_is_named():
    async def go(chat: Chat) -> list[str]:
        files = (Attachment("a.txt", 9, ARTICLE), Attachment("b.xyz", 9, "\x00\x01"))
        return (await chat.say(files=files)).split("\n---\n")

    good, bad = talk(go)
    assert good.startswith("Ban Thường vụ")
    assert bad.startswith("b.xyz: ")


def test_what_is_asked_for_again_is_not_being_fetched_meanwhile():
    loading: list[str] = []

    async def load(_: str, attachment: Attachment) -> bytes:
        loading.append(attachment.name)
        try:
            await asyncio.sleep(0.05 if attachment.name == "a.docx" else 30)
        finally:
            loading.remove(attachment.name)
        raise ChannelError("cut off")

    async def go(chat: Chat) -> None:
        files = (Attachment("a.docx", 9, "a"), Attachment("b.docx", 9, "b"))
        with pytest.raises(ChannelError):
            await chat.replies(files=files)
        assert loading == []

    talk(go, load=load)
