"""What was kept is found page by page, by whoever may see it."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channel import Reply
from bot.texts import search as words
from tests.handlers.chat import AN, LAN, Chat, pressed, talk
from tests.load.articles import invent

ARTICLES = [each.text for each in invent(13, seed=5)]
GROUP, OTHER = "-100500", "-100600"


async def keep(talker: Chat, count: int, **more: str) -> None:
    for number, text in enumerate(ARTICLES[:count]):
        await talker.replies(text, message=f"{more.get('chat')}-{number}", **more)


def heads(replies: Sequence[Reply]) -> list[str]:
    """The numbers of the digests that an answer lists."""
    lines = [line.pieces for reply in replies for line in reply.lines]
    return [
        pieces[0].text.rstrip(".")
        for pieces in lines
        if len(pieces) > 1 and pieces[1].style == "title"
    ]


def first(replies: Sequence[Reply]) -> str:
    return replies[0].lines[0].pieces[0].text


def turns(replies: Sequence[Reply]) -> list[str]:
    return [each for each in pressed(replies) if each.startswith("/tim")]


def test_pages_go_on_without_a_gap_and_back_again() -> None:
    async def go(chat: Chat) -> tuple[list[list[str]], list[str], bool]:
        await keep(chat, 13)
        replies = await chat.replies("/tim dong chi")
        pages = [heads(replies)]
        while len(pages) == 1 or len(turns(replies)) == 2:
            replies = await chat.replies(turns(replies)[-1], is_press=True)
            pages.append(heads(replies))
        back = await chat.replies(turns(replies)[0], is_press=True)
        return pages, heads(back), back[0].in_place

    pages, back, in_place = talk(go)
    assert [len(page) for page in pages] == [5, 5, 3]
    assert sorted(int(name) for page in pages for name in page) == list(range(1, 14))
    assert back == pages[-2]
    assert in_place


def test_a_search_that_is_too_long_for_a_button_turns_its_pages_too() -> None:
    async def go(chat: Chat) -> tuple[list[str], str]:
        await keep(chat, 8)
        typed = "dong chi " + "yeu cau bao cao truoc ngay theo ke hoach so"
        replies = await chat.replies(f"/tim {typed}")
        turn = turns(replies)[0]
        return pressed(replies), first(await chat.replies(turn, is_press=True))

    buttons, head = talk(go)
    assert all(len(each.encode()) <= 64 for each in buttons)
    assert "trang 2/" in head


def test_a_turn_of_another_chat_shows_nothing_of_it() -> None:
    async def go(chat: Chat) -> str:
        await keep(chat, 8)
        replies = await chat.replies("/tim dong chi")
        turn = turns(replies)[0]
        return await chat.say(turn, chat=GROUP, is_press=True)

    assert talk(go).strip() == words.FORGOTTEN


def test_what_is_not_understood_is_said_and_the_rest_is_sought() -> None:
    async def go(chat: Chat) -> str:
        await keep(chat, 2)
        return await chat.say("/tim dong chi han:mai-mai")

    told = talk(go)
    assert "2 bài có" in told
    assert "Không hiểu «han:mai-mai»" in told


def test_a_page_that_there_is_not_is_said_to_be_none() -> None:
    async def go(chat: Chat) -> str:
        await keep(chat, 2)
        return await chat.say("/tim dong chi trang:7")

    assert "Chỉ có 1 trang" in talk(go)


def test_plain_words_after_the_bare_command_are_sought() -> None:
    async def go(chat: Chat) -> tuple[str, str]:
        await keep(chat, 2)
        return await chat.say("/tim"), await chat.say("dong chi")

    how, found = talk(go)
    assert "Hãy gõ từ khóa" in how
    assert "2 bài có «dong chi»" in found


def test_a_chat_sees_what_its_office_has_and_no_other_chat_does() -> None:
    async def go(chat: Chat) -> dict[str, str]:
        await keep(chat, 1, chat=GROUP)
        seen = {"before": await chat.say("/tim dong chi", chat=OTHER)}
        seen["stranger"] = await chat.say("/gopnhom -1 -2", sender=AN)
        seen["member"] = await chat.say(f"/gopnhom {GROUP} {OTHER}", chat=OTHER)
        seen["joined"] = await chat.say(f"/gopnhom {GROUP} {OTHER}", sender=AN)
        seen["list"] = await chat.say("/gopnhom", sender=AN)
        replies = await chat.replies("/tim dong chi", chat=OTHER)
        seen["name"] = heads(replies)[0]
        for verb in ("xem", "goc", "sua", "xoa", "lamlai"):
            seen[verb] = await chat.say(f"/{verb} {seen['name']}", chat=OTHER)
        seen["left"] = await chat.say(f"/gopnhom bo {OTHER}", sender=AN)
        seen["after"] = await chat.say(f"/xem {seen['name']}", chat=OTHER)
        seen["alone"] = await chat.say("/gopnhom", sender=AN)
        return seen

    seen = talk(go, allowed=(LAN, GROUP, OTHER))
    assert seen["before"].startswith("Không tìm thấy")
    assert "chưa được phép" in seen["stranger"]
    assert "Không có lệnh này" in seen["member"]
    assert "Đã gộp" in seen["joined"]
    assert f"{GROUP}, {OTHER}" in seen["list"]
    assert "." in seen["name"]
    assert f"Bài số {seen['name']}" in seen["xem"]
    assert f"bài số {seen['name']}" in seen["goc"]
    assert f"Bài số {seen['name']}" in seen["sua"]
    assert seen["xoa"] == seen["lamlai"]
    assert "cuộc trò chuyện khác" in seen["xoa"]
    assert "Đã tách" in seen["left"]
    assert seen["after"].startswith("Không có bài số")
    assert words.NO_OFFICES in seen["alone"]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=30, max_size=30))
def test_whatever_is_typed_is_answered(typed: list[str]) -> None:
    async def go(chat: Chat) -> list[str]:
        await keep(chat, 1)
        return [await chat.say(f"/tim {each}") for each in typed]

    for answer in talk(go):
        assert "lỗi" not in answer.lower() or "lỗi" in " ".join(typed).lower()
