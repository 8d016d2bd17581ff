"""What came in and what goes out survives a restart, once each."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from storage.model import Body, Event, NewEvent, Part
from storage.store import Store
from tests.storage.test_store import trip

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
WORDS = "lưu hành nội bộ: điều động cán bộ"


def event(key: str, text: str = "xin chào") -> NewEvent:
    return NewEvent(key=key, chat="c1", raw=text.encode())


def test_an_event_is_written_down_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    async def put(store: Store) -> list[int]:
        first = await store.put_events("tg", [event("1"), event("2")], cursor="3", now=NOW)
        again = await store.put_events("tg", [event("2"), event("3")], cursor="4", now=NOW)
        other = await store.put_events("web", [event("1")], cursor=None, now=NOW)
        return [len(first), len(again), len(other)]

    async def look(store: Store) -> tuple[list[bytes | None], str | None, str | None]:
        events = await store.get_open_events()
        cursors = [await store.get_cursor(channel) for channel in ("tg", "web")]
        return [each.raw for each in events], cursors[0], cursors[1]

    assert trip(path, put) == [2, 1, 1]
    assert trip(path, look) == ([b"xin ch\xc3\xa0o"] * 4, "4", None)


def test_a_finished_event_is_not_opened_again_and_its_words_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    async def go(store: Store) -> tuple[Event, ...]:
        (one, two) = await store.put_events(
            "tg", [event("1", WORDS), event("2")], cursor=None, now=NOW
        )
        await store.put_bodies(one.id, [Body("7", WORDS.encode())])
        await store.finish_events([one.id], now=NOW)
        return tuple(each for each in await store.get_open_events() if each.id != two.id)

    assert trip(path, go) == ()
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert WORDS.encode() not in left


def test_a_placeholder_waits_for_its_words_and_an_answer_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    async def go(store: Store) -> tuple[Part, ...]:
        (new,) = await store.put_events("tg", [event("1")], cursor=None, now=NOW)
        await store.put_handle(new.id, 0, "77")
        await store.put_bodies(new.id, [Body("7", b"mot"), Body("7", b"hai")])
        await store.put_bodies(new.id, [Body("7", b"khac"), Body("7", b"khac")])
        await store.put_handle(new.id, 1, "78")
        await store.put_sent(new.id, 0, now=NOW)
        return await store.get_parts(new.id)

    async def look(store: Store) -> tuple[Part, ...]:
        return await store.get_parts(1)

    parts = trip(path, go)
    assert parts == (
        Part(1, 0, "7", b"mot", "77", is_sent=True),
        Part(1, 1, "7", b"hai", "78", is_sent=False),
    )
    assert trip(path, look) == parts


def test_tries_are_counted_over_restarts(tmp_path: Path) -> None:
    path = tmp_path / "a.db"

    async def put(store: Store) -> int:
        (new,) = await store.put_events("tg", [event("1")], cursor=None, now=NOW)
        return (await store.begin_event(new.id))[0]

    assert trip(path, put) == 1
    assert trip(path, lambda store: store.begin_event(1)) == (2, ())
    (waiting,) = trip(path, lambda store: store.get_open_events())
    assert waiting.tries == 2
