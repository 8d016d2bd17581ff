"""What comes in is joined, answered in order, tried again, and never waited for in vain."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot import texts
from bot.channel import Attachment, Button, Reply, Request
from bot.render.lines import Line, Piece
from bot.telegram.channel import Telegram
from bot.ticker import tick
from bot.worker import Gestures, Worker
from storage.model import Event
from storage.store import Store
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram
from tests.patience import PATIENCE

LAN = 42
OLD, NEW = -5, -1005  # a group, and the supergroup that it became
LONG = "Hội nghị bàn việc. " * 150  # longer than what clients leave whole


def reply(words: str) -> Reply:
    return Reply((Line((Piece(words),)),))


async def sorry(_event: Event, failure: str) -> Sequence[Reply]:
    return (reply(texts.NO_ANSWER),)


class Echo:
    """Answers with the number of letters and files it was asked with; may fail first."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.asked: list[Request] = []

    async def __call__(self, request: Request) -> Sequence[Reply]:
        self.asked.append(request)
        if self.failures:
            raise self.failures.pop(0)
        return (reply(f"{len(request.text)} {len(request.files)}"),)


def served(
    path: Path,
    answer: Callable[[Request], Awaitable[Sequence[Reply]]],
    push: Callable[[FakeTelegram], object],
    *,
    sorry: Callable[[Event, str], Awaitable[Sequence[Reply]]] = sorry,
) -> FakeTelegram:
    """The fake after the worker has seen to what was pushed."""

    async def go() -> FakeTelegram:
        async with (
            fake_telegram() as fake,
            await Store.open(path / "a.db") as store,
            Telegram(fake.settings()) as telegram,
        ):
            push(fake)
            worker = Worker(
                store, {"telegram": telegram}, Gestures(answer, sorry), burst=0.05, pause=0.01
            )
            async for events, cursor in telegram.events(None):
                now = datetime.now(UTC)
                worker.feed(await store.put_events("telegram", events, cursor=cursor, now=now))
                break
            while await store.get_open_events():
                await asyncio.sleep(0.01)
            await worker.stop()
            return fake

    return asyncio.run(asyncio.wait_for(go(), PATIENCE))


def album(fake: FakeTelegram, *names: str) -> None:
    for name in names:
        document = {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": 9}
        fake.push(LAN, media_group_id="g1", document=document)


def test_an_album_is_one_request(tmp_path: Path) -> None:
    echo = Echo()
    fake = served(tmp_path, echo, lambda fake: album(fake, "a.docx", "b.docx", "c.pdf"))
    assert fake.said_in(LAN) == ["0 3"]
    assert echo.asked[0].files[2] == Attachment("c.pdf", 9, "c.pdf")


def test_a_cut_text_is_one_request_and_the_next_message_another(tmp_path: Path) -> None:
    def push(fake: FakeTelegram) -> None:
        fake.push(LAN, LONG)
        fake.push(LAN, "phần còn lại")
        fake.push(LAN, "xin chào")

    assert served(tmp_path, Echo(), push).said_in(LAN) == [f"{len(LONG) + 1 + 12} 0", "8 0"]


def test_what_does_not_go_on_is_put_back_in_its_place(tmp_path: Path) -> None:
    def push(fake: FakeTelegram) -> None:
        fake.push(LAN, LONG)
        album(fake, "a.docx", "b.docx")
        fake.push(LAN, "xin chào")

    said = served(tmp_path, Echo(), push).said_in(LAN)
    assert said == [f"{len(LONG)} 0", "0 2", "8 0"]


def test_an_answer_that_fails_is_tried_again(tmp_path: Path) -> None:
    echo = Echo(ConnectionError(), ConnectionError())
    assert served(tmp_path, echo, lambda fake: fake.push(LAN, "chào")).said_in(LAN) == ["4 0"]
    assert len(echo.asked) == 3


def test_what_fails_three_times_is_struck_off_and_the_chat_goes_on(tmp_path: Path) -> None:
    def push(fake: FakeTelegram) -> None:
        fake.push(LAN, "một")
        fake.push(LAN, "chào")

    echo = Echo(*[ConnectionError()] * 3)
    fake = served(tmp_path, echo, push)
    assert fake.said_in(LAN) == [texts.NO_ANSWER, "4 0"]
    assert len(echo.asked) == 4


def test_the_log_names_kind_and_place_of_a_failure_and_none_of_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    echo = Echo(ConnectionError(f"https://api.telegram.org/bot{TOKEN}/getFile"))
    with caplog.at_level(logging.INFO, logger="bot"):
        served(tmp_path, echo, lambda fake: fake.push(LAN, "chào"))
    assert "ConnectionError at test_worker.py:" in caplog.text
    assert not any(TOKEN in line.getMessage() for line in caplog.records if line.name != "httpx")


def test_a_chat_that_moved_takes_no_other_with_it(tmp_path: Path) -> None:
    async def tell_both(_: Request) -> Sequence[Reply]:
        return (reply("đã xong"), replace(reply("một người hỏi"), chat=str(OLD)))

    def push(fake: FakeTelegram) -> None:
        fake.moved[str(OLD)] = NEW
        fake.push(LAN, "chào")

    fake = served(tmp_path, tell_both, push)
    assert (fake.said_in(LAN), fake.said_in(NEW)) == (["đã xong"], ["một người hỏi"])

    async def numbers() -> list[int | None]:
        async with await Store.open(tmp_path / "a.db") as store:
            keys = (str(LAN), str(OLD), str(NEW))
            return [await store.upkeep.find_chat("telegram", key) for key in keys]

    lan, old, new = asyncio.run(numbers())
    assert lan != new is not None
    assert old is None


@pytest.mark.parametrize("faults", [1, 9])
def test_a_copy_for_another_chat_that_fails_is_tried_again_and_the_asker_hears_nothing(
    tmp_path: Path, faults: int
) -> None:
    async def tell_both(_: Request) -> Sequence[Reply]:
        asked = reply("một người hỏi")
        return (reply("đã xong"), replace(asked, chat="7"), replace(asked, chat="8"))

    def push(fake: FakeTelegram) -> None:
        fake.push(LAN, "chào")
        fake.fail("sendMessage", "", "400", "", *["400"] * (faults - 1))

    fake = served(tmp_path, tell_both, push)
    assert fake.said_in(LAN) == ["đã xong"]
    assert fake.said_in(7) == (["một người hỏi"] if faults == 1 else [])
    assert fake.said_in(8) == ["một người hỏi"]


def test_a_lane_that_the_database_stopped_is_taken_up_when_it_writes_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path, echo = tmp_path / "a.db", Echo()

    async def go() -> list[str]:
        async with (
            fake_telegram() as fake,
            await Store.open(path) as store,
            Telegram(fake.settings()) as telegram,
        ):
            fake.push(LAN, "một")
            fake.push(LAN, "chào")
            worker = Worker(
                store, {"telegram": telegram}, Gestures(echo, sorry), burst=0.05, pause=0.01
            )
            with closing(sqlite3.connect(path)) as other:
                refuse = "before update on inbox begin select raise(abort, 'full'); end"
                other.execute(f"create trigger full {refuse}")
                async for events, cursor in telegram.events(None):
                    now = datetime.now(UTC)
                    worker.feed(await store.put_events("telegram", events, cursor=cursor, now=now))
                    break
                while "a lane stopped" not in caplog.text:
                    await asyncio.sleep(0.01)
                other.execute("drop trigger full")
            ticking = asyncio.create_task(tick([], worker, seconds=0.01))
            while await store.get_open_events():
                await asyncio.sleep(0.01)
            ticking.cancel()
            await worker.stop()
            return fake.said_in(LAN)

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == ["3 0", "4 0"]
    assert len(echo.asked) == 2


def test_a_failure_that_nobody_can_be_told_of_is_struck_off_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told = 0

    async def speechless(_event: Event, failure: str) -> Sequence[Reply]:
        nonlocal told
        told += 1
        raise OSError(failure)

    echo = Echo(*[ConnectionError()] * 3)
    fake = served(
        tmp_path,
        echo,
        lambda fake: [fake.push(LAN, words) for words in ("một", "chào")],
        sorry=speechless,
    )
    assert fake.said_in(LAN)[1] == "4 0"
    assert (len(echo.asked), told) == (4, 1)
    assert "a failure was told nobody: OSError" in caplog.text


def test_a_stop_while_the_rest_of_a_text_is_waited_for_parts_nothing(tmp_path: Path) -> None:
    echo = Echo()

    async def go() -> list[str]:
        async with (
            fake_telegram() as fake,
            await Store.open(tmp_path / "a.db") as store,
            Telegram(fake.settings()) as telegram,
        ):

            async def read(worker: Worker) -> None:
                async for events, cursor in telegram.events(await store.get_cursor("telegram")):
                    now = datetime.now(UTC)
                    worker.feed(await store.put_events("telegram", events, cursor=cursor, now=now))
                    break

            gestures = Gestures(echo, sorry)
            stopped = Worker(store, {"telegram": telegram}, gestures, burst=0.1)
            fake.push(LAN, LONG)
            await read(stopped)
            await asyncio.sleep(0.02)  # it waits for the rest
            await stopped.stop()
            started = Worker(store, {"telegram": telegram}, gestures, burst=0.5)
            await started.resume()
            fake.push(LAN, "phần còn lại")
            await read(started)
            while await store.get_open_events():
                await asyncio.sleep(0.01)
            await started.stop()
            return fake.said_in(LAN)

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == [f"{len(LONG) + 1 + 12} 0"]


def test_a_button_that_fails_leaves_the_message_it_stands_under(tmp_path: Path) -> None:
    async def answer(request: Request) -> Sequence[Reply]:
        if request.is_press:
            return (replace(reply("bài 1, đã sửa"), in_place=True),)
        return (replace(reply("bài 1"), buttons=((Button("Sửa", "/sua 1"),),)),)

    async def go() -> list[str]:
        async with (
            fake_telegram() as fake,
            await Store.open(tmp_path / "a.db") as store,
            Telegram(fake.settings()) as telegram,
        ):
            worker = Worker(store, {"telegram": telegram}, Gestures(answer, sorry), pause=0.01)
            fake.push(LAN, "chào")
            pressed = False
            async for events, cursor in telegram.events(None):
                now = datetime.now(UTC)
                worker.feed(await store.put_events("telegram", events, cursor=cursor, now=now))
                while await store.get_open_events():
                    await asyncio.sleep(0.01)
                if pressed:
                    break
                fake.fail("editMessageText", "400", "400", "400")
                fake.press(LAN, "Sửa")
                pressed = True
            await worker.stop()
            return fake.said_in(LAN)

    assert asyncio.run(asyncio.wait_for(go(), PATIENCE)) == ["bài 1", texts.NO_ANSWER]
