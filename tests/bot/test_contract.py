"""What every channel must do: the same trips over Telegram, the pages and a poor channel."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, get_args, get_type_hints

import msgspec
import pytest

from bot import texts
from bot.channel import Reply, Request
from bot.pool import Pool
from bot.texts import search
from tests.bot.worlds import (
    Opening,
    World,
    living,
    local_world,
    office_world,
    poor_world,
    telegram_world,
)
from tests.patience import PATIENCE

T = TypeVar("T")
Play = Callable[[Callable[[World], Awaitable[T]]], T]
GOLD = Path("tests/gold")
HEADLINE = "Ban Thường vụ Tỉnh ủy quán triệt Nghị quyết Trung ương 4"
EVENT = "Hội nghị cán bộ chủ chốt"
WITH_PEOPLE: list[Opening] = [telegram_world, poor_world]  # who come, knock and leave

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot.getUpdates'")


def article(name: str) -> str:
    return (GOLD / f"{name}.txt").read_bytes().decode()


def playing(opening: Opening, path: Path, pool: Pool) -> Play[T]:
    """How a trip goes in a world that is opened for it."""

    def play(go: Callable[[World], Awaitable[T]]) -> T:
        async def run() -> T:
            async with living(opening, path / "giaoban.db", pool) as world:
                return await go(world)

        return asyncio.run(asyncio.wait_for(run(), PATIENCE))

    return play


@pytest.fixture(
    params=[telegram_world, poor_world, local_world, office_world],
    ids=lambda each: each.__name__,
)
def play(request: pytest.FixtureRequest, tmp_path: Path, pool: Pool) -> Play[T]:
    return playing(request.param, tmp_path, pool)


@pytest.fixture(params=WITH_PEOPLE, ids=lambda each: each.__name__)
def play_with_people(request: pytest.FixtureRequest, tmp_path: Path, pool: Pool) -> Play[T]:
    return playing(request.param, tmp_path, pool)


def test_a_pasted_article_is_answered_with_its_digest(play: Play[list[str]]) -> None:
    said = "\n".join(play(lambda world: world.says(article("dev-05"))))
    assert said.startswith(HEADLINE)
    assert "Vi Đức Thoại" in said
    assert "04-NQ/TW" in said


def test_the_evidence_comes_by_its_button_and_by_its_command(play: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        await world.says(article("dev-07"))
        return [await world.presses(texts.EVIDENCE), await world.says("/goc 1")]

    pressed, typed = play(go)
    assert pressed == typed
    assert pressed[0].startswith("Nguyên văn của bài số 1")
    assert "Giàng A Sùng, Bí thư Đảng ủy, Chủ tịch HĐND xã" in pressed[0]


def test_a_line_is_dropped_by_buttons_and_stays_away(play: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        first = await world.says(article("dev-05"))
        await world.presses(texts.CORRECT)
        asked = await world.presses(texts.DROP_LINE)
        dropped = await world.presses("1")
        return [first, asked, dropped, await world.says("/xem 1")]

    first, asked, dropped, again = play(go)
    assert asked[0].startswith(f"Bỏ dòng nào của bài số 1?\n1. {EVENT}")
    assert EVENT in "\n".join(first)
    assert f"\n{EVENT}" not in "\n".join(dropped).replace("\n ", "\n")
    assert dropped[0].startswith(HEADLINE)
    assert "Vi Đức Thoại" in "\n".join(dropped)
    assert again == dropped


def test_a_deadline_is_put_right_by_what_is_typed(play: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        await world.says(article("dev-02"))
        return [await world.says(f"/sua 1 han 1 {day}") for day in ("15/11/2031", "mai")]

    right, wrong = play(go)
    assert "Hạn 15/11/2031" in "\n".join(right)
    assert texts.EDITED in "\n".join(right)
    assert wrong == [texts.BAD_DEADLINE.format(number=1, line=1)]


def test_what_was_kept_is_found_without_diacritics(play: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        await world.says(article("dev-05"))
        return [await world.says(f"/tim {words}") for words in ("vi duc thoai", "cá chép")]

    found, nothing = play(go)
    assert found[0].startswith("1 bài có «vi duc thoai»:")
    assert f"1. {HEADLINE}" in found[0]
    assert "Thoại" in found[0]
    assert nothing == [search.NOTHING.format(query="cá chép")]


def test_what_is_removed_is_gone(play: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        await world.says(article("dev-05"))
        asked = await world.presses(texts.REMOVE)
        return [asked, await world.presses(texts.REMOVE_SURELY), await world.says("/moi")]

    asked, removed, latest = play(go)
    assert asked[0].startswith("Xoá hẳn bài số 1")
    assert removed == [texts.REMOVED.format(number=1)]
    assert latest == [texts.NOTHING_KEPT]


def test_a_long_answer_comes_whole_in_messages_that_fit(play: Play[list[str]]) -> None:
    async def go(world: World) -> list[str]:
        said = await world.says(article("dev-02"))
        longest = world.channel.abilities.longest
        assert all(0 < world.size(each) <= longest for each in said)
        assert len(said) > 1 or longest > 4096
        return said

    whole = "\n".join(play(go))
    places = [whole.index(word) for word in ("Giữ đà tăng trưởng", "NHÂN SỰ", "CHỈ ĐẠO", "TÓM TẮT")]
    assert places == sorted(places)


def test_a_command_that_there_is_not_is_answered_with_those_there_are(
    play: Play[list[str]],
) -> None:
    (said,) = play(lambda world: world.says("/khongco gì đó"))
    assert said.startswith(texts.NO_SUCH_COMMAND)
    assert all(command in said for command in texts.COMMANDS)


def test_garbage_gets_one_short_answer(play: Play[list[list[str]]]) -> None:
    garbage = ["😀" * 2048, "<b>" * 300, "xin\u0000chào", "\u202eمرحبا", "a & b < c > d", "/"]

    async def go(world: World) -> list[list[str]]:
        return [await world.says(text) for text in (*garbage, "/goc 99999")]

    answers = play(go)
    assert [len(answer) for answer in answers] == [1] * len(answers)
    assert all(0 < len(said) < 1000 for (said,) in answers)
    assert all(said != texts.READING for (said,) in answers)


def test_what_is_reported_twice_is_answered_once(play: Play[list[str]]) -> None:
    async def go(world: World) -> list[str]:
        await world.says(article("dev-05"))
        return await world.news(world.member, world.repeat)

    assert play(go) == []


def test_an_article_that_comes_again_is_answered_with_what_is_there(play: Play[list[str]]) -> None:
    async def go(world: World) -> list[str]:
        await world.says(article("dev-05"))
        said = await world.says(article("dev-05"))
        await world.presses(texts.REDO)
        return said

    said = "\n".join(play(go))
    assert said.startswith("Bài này đã có (số 1, ngày ")
    assert HEADLINE in said


def test_answers_come_in_the_order_of_the_questions(play: Play[list[str]]) -> None:
    async def go(world: World) -> list[str]:
        async def ask() -> None:
            for text in (article("dev-05"), "/tim vi duc thoai", "/khongco"):
                await world.write(world.member, text)

        return await world.news(world.member, ask)

    digest, *_, found, unknown = play(go)
    assert digest.startswith(HEADLINE)
    assert f"1. {HEADLINE}" in found
    assert unknown.startswith(texts.NO_SUCH_COMMAND)


def test_a_text_that_is_marked_secret_is_refused_and_not_kept(play: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        return [await world.says("MẬT\n\n" + article("dev-05")), await world.says("/moi")]

    assert play(go) == [[texts.SECRET], [texts.NOTHING_KEPT]]


def test_a_chat_that_is_gone_is_struck_off_and_others_go_on(
    play_with_people: Play[list[list[str]]],
) -> None:
    async def go(world: World) -> list[list[str]]:
        await world.leave(world.member)
        nothing = await world.says(article("dev-05"))
        return [nothing, await world.says("/khongco", world.admin)]

    nothing, others = play_with_people(go)
    assert nothing == []
    assert others[0].startswith(texts.NO_SUCH_COMMAND)


def test_a_stranger_comes_in_by_an_admins_word(play_with_people: Play[list[list[str]]]) -> None:
    async def go(world: World) -> list[list[str]]:
        told = await world.says(article("dev-05"), world.stranger)
        answered = await world.presses(texts.LET_IN, world.admin)
        digest = await world.says(article("dev-05"), world.stranger)
        return [told, [each.replace(world.stranger, "ID") for each in answered], digest]

    told, answered, digest = play_with_people(go)
    assert told[0].startswith("Bot này chỉ dành cho thành viên.")
    assert answered == [texts.IS_IN.format(id="ID")]
    assert digest[0].startswith(HEADLINE)


def test_without_buttons_the_commands_are_written_out(tmp_path: Path, pool: Pool) -> None:
    play: Play[list[str]] = playing(poor_world, tmp_path, pool)
    said = play(lambda world: world.says(article("dev-05")))
    assert said[-1].endswith("\n\n/goc 1 — câu gốc\n/sua 1 — sửa\n/xoa 1 — xoá")


@pytest.mark.parametrize("kind", [Request, Reply])
def test_a_gesture_knows_no_platform(kind: type) -> None:
    for each in _types(kind):
        place = each.__module__.split(".")
        assert place[0] in {"builtins", "datetime", "bot", "storage", "summarizer", "types"}
        assert place[:2] not in (["bot", "telegram"], ["bot", "web"])


def _types(kind: object) -> set[type]:
    """All types that a value is made of."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        if isinstance(each, type) and each not in found:
            found.add(each)
            if issubclass(each, msgspec.Struct):
                with suppress(NameError):
                    waiting += get_type_hints(each).values()
    return found
