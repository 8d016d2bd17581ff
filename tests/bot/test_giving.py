"""A file comes after the words that say what it is: never lost, twice only where nobody can know."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from bot import texts
from bot.channel import Channel, File, Reply, Request, said
from bot.delivery import bodies_of
from bot.telegram.channel import Telegram
from bot.web.channel import Local
from bot.worker import Gestures, Worker
from storage.model import Body, Event
from storage.store import Store
from tests.bot.fake_telegram import FakeTelegram, SentFile, fake_telegram
from tests.bot.poor_channel import Poor, Town
from tests.patience import PATIENCE

LAN = 42
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
WORDS = "Tóm lược tuần này, 3 bài:"
CONTENT = b"PK\x03\x04" + "nội dung của tệp Word".encode() * 100
PAPER = File("tom-luoc.docx", "application/vnd.openxmlformats-officedocument", CONTENT)
PICTURE = File("thong-ke.png", "image/png", b"\x89PNG" + bytes(100))
ANSWER = msgspec.structs.replace(said(WORDS), file=PAPER)

pytestmark = [
    pytest.mark.filterwarnings("ignore:Please use 'Bot.getUpdates'"),
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2"),
]


async def sorry(_event: Event, failure: str) -> Sequence[Reply]:
    return (said(texts.NO_ANSWER),)


def served(
    path: Path,
    prepare: Callable[[FakeTelegram], object],
    reply: Reply = ANSWER,
    *,
    left: Callable[[Store, Event], object] | None = None,
) -> FakeTelegram:
    """The fake once a request is answered; `left` writes what a run that was killed has left."""

    async def answer(_: Request) -> Sequence[Reply]:
        return (reply,)

    async def go() -> FakeTelegram:
        async with (
            fake_telegram() as fake,
            await Store.open(path / "a.db") as store,
            Telegram(fake.settings()) as telegram,
        ):
            fake.push(LAN, "/xuat tuần này word")
            prepare(fake)
            gestures = Gestures(answer, sorry)
            worker = Worker(store, {"telegram": telegram}, gestures, burst=0.01, pause=0.01)
            async for events, cursor in telegram.events(None):
                new = await store.put_events("telegram", events, cursor=cursor, now=NOW)
                if left:
                    await left(store, new[0])  # type: ignore[misc]
                worker.feed(new)
                break
            while await store.get_open_events():
                await asyncio.sleep(0.005)
            await worker.stop()
            return fake

    return asyncio.run(asyncio.wait_for(go(), PATIENCE))


def files_of(fake: FakeTelegram) -> list[tuple[str, SentFile]]:
    """The documents in the chat with what stands under them."""
    sent = (message for message in fake.sent_to(LAN))
    return [(each["text"], each["document"]) for each in sent if "document" in each]


def nothing(_: FakeTelegram) -> None:
    """All goes well."""


def test_the_file_comes_after_the_words_and_once(tmp_path: Path) -> None:
    fake = served(tmp_path, nothing)
    words, file = fake.sent_to(LAN)
    assert words["text"] == WORDS
    assert (file["document"].name, file["document"].content) == (PAPER.name, CONTENT)
    assert file["text"] == ""
    assert file["reply_to"] == words["reply_to"]


def test_a_picture_is_sent_to_be_looked_at(tmp_path: Path) -> None:
    fake = served(tmp_path, nothing, msgspec.structs.replace(ANSWER, file=PICTURE))
    assert fake.sent_to(LAN)[1]["photo"].content == PICTURE.content


def test_nothing_of_the_file_is_left_on_the_disk(tmp_path: Path) -> None:
    async def tidy() -> None:
        async with await Store.open(tmp_path / "a.db") as store:
            await store.upkeep.tidy()

    served(tmp_path, nothing)
    asyncio.run(tidy())
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"sqlite" in left.lower()
    assert CONTENT[:40] not in left


def test_a_rest_that_telegram_asks_for_is_no_reason_to_send_it_twice(tmp_path: Path) -> None:
    fake = served(tmp_path, lambda fake: fake.fail("sendDocument", "429:1"))
    assert [words for words, _ in files_of(fake)] == [""]


def test_a_file_that_may_have_arrived_is_sent_again_and_says_so(tmp_path: Path) -> None:
    fake = served(tmp_path, lambda fake: fake.fail("sendDocument", "cut after"))
    assert [words for words, _ in files_of(fake)] == ["", texts.FILE_AGAIN]
    assert fake.said_in(LAN)[0] == WORDS


@pytest.mark.parametrize(
    "fault",
    [
        "400:Bad Request: not enough rights to send documents to the chat",
        "400:Bad Request: file of size 60000000 bytes is too big",
    ],
)
def test_a_chat_that_takes_no_file_is_told_so(tmp_path: Path, fault: str) -> None:
    fake = served(tmp_path, lambda fake: fake.fail("sendDocument", fault))
    assert fake.said_in(LAN) == [WORDS, texts.FILE_REFUSED]


async def _bodies(store: Store, event: Event) -> None:
    file = msgspec.msgpack.encode(PAPER)
    await store.put_handle(event.id, 0, "7")
    await store.put_bodies(
        event.id, [Body(str(LAN), b'{"html": "x"}'), Body(str(LAN), file, is_file=True)]
    )
    await store.put_sent(event.id, 0, now=NOW)
    await store.put_begun(event.id, 1)


async def _given(store: Store, event: Event) -> None:
    await _bodies(store, event)
    await store.put_handle(event.id, 1, "8")


def test_after_a_crash_while_sending_it_is_sent_and_says_that_it_may_be_there(
    tmp_path: Path,
) -> None:
    assert [words for words, _ in files_of(served(tmp_path, nothing, left=_bodies))] == [
        texts.FILE_AGAIN
    ]


def test_after_a_crash_once_it_was_sent_it_is_not_sent_again(tmp_path: Path) -> None:
    assert files_of(served(tmp_path, nothing, left=_given)) == []


def test_a_channel_without_files_says_so_in_one_line() -> None:
    channel: Channel = Poor(Town())
    (body,) = bodies_of(ANSWER, "c-1", channel)
    assert body.content.decode().split("\n") == [WORDS, texts.NO_FILES_HERE]
    assert not body.is_file


def test_the_page_gives_out_what_it_holds_and_says_what_it_holds_no_more() -> None:
    async def go() -> list[str]:
        local = Local()
        large = msgspec.structs.replace(PAPER, content=bytes(30 << 20))
        handles = [await local.give("here", large, None, is_again=False) for _ in range(3)]
        assert [local.given("here", each) is None for each in handles] == [True, False, False]
        async for messages in local.chat.feed.changes(0, patience=0):
            return [each.text or (each.file.name if each.file else "") for each in messages]
        return []

    assert asyncio.run(go()) == [texts.FILE_GONE, PAPER.name, PAPER.name]
