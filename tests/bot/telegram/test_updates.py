"""What an official may forward, and what a server may send: each is read, or passed over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Attachment, Request
from bot.telegram.said import goes_on, may_go_on, read_request
from bot.telegram.updates import Me, to_event
from storage.model import NewEvent
from tests.bot.fake_telegram import FakeTelegram, chat_of, person

ME = Me(999, "giao_bot")
LAN, GROUP, CHANNEL = 42, -1005, -1007
LINK = "https://baochinhphu.vn/tin-1.htm"
OTHER = "https://nhandan.vn/tin-2.html"
PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
DOCX = {"file_id": "d", "file_unique_id": "d", "file_name": "kl01.docx", "file_size": 9}
FROM_CHANNEL = {
    "type": "channel",
    "date": 1,
    "chat": {"id": CHANNEL, "type": "channel", "title": "Báo"},
    "message_id": 5,
}
fake = FakeTelegram()


def message(chat: int = LAN, text: str = "", **more: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": fake.message(chat, text, **more)}


def read(update: dict[str, Any]) -> Request:
    event = to_event(update, ME)
    assert event is not None
    assert event.verdict == "member"
    request = read_request([event.raw or b""])
    assert request is not None
    return request


def marked(text: str, *links: str, kind: str = "url") -> list[dict[str, Any]]:
    """The links of a text as Telegram marks them, counted in UTF-16 units."""
    return [
        {
            "type": kind,
            "offset": len(text[: text.index(link)].encode("utf-16-le")) // 2,
            "length": len(link.encode("utf-16-le")) // 2,
        }
        for link in links
    ]


def hidden(url: str) -> list[dict[str, Any]]:
    """Words that open a page."""
    return [{"type": "text_link", "offset": 0, "length": 3, "url": url}]


def buttons(*urls: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Xem", "url": url}] for url in urls]}


PROMO = "Theo dõi t.me/bao"
TWO = f"😀 {LINK} và {OTHER}"
POST = "Thủ tướng chủ trì họp về đầu tư công. " * 8


@pytest.mark.parametrize(
    ("sent", "links"),
    [
        ({"text": LINK, "entities": marked(LINK, LINK)}, (LINK,)),
        ({"text": TWO, "entities": marked(TWO, LINK, OTHER)}, (LINK, OTHER)),
        ({"text": f"{LINK} {LINK}?utm_source=zalo", "entities": []}, (LINK,)),
        ({"text": "Xem tại đây", "entities": hidden(LINK)}, (LINK,)),
        ({"photo": PHOTO, "caption": "Xem tại đây", "caption_entities": hidden(LINK)}, (LINK,)),
        ({"text": LINK, "entities": [{"type": "code", "offset": 0, "length": 32}]}, (LINK,)),
        ({"text": "Tin mới", "link_preview_options": {"url": LINK}}, (LINK,)),
        ({"photo": PHOTO, "caption": "Tin", "reply_markup": buttons(LINK, OTHER)}, (LINK, OTHER)),
        ({"text": TWO, "entities": marked(TWO, LINK), "reply_markup": buttons(OTHER)}, (LINK,)),
        ({"text": "Tin", "reply_markup": buttons("https://t.me/bao", LINK)}, (LINK,)),
        (
            {"text": f"{LINK}\n{PROMO}", "entities": marked(f"{LINK} {PROMO}", LINK, "t.me/bao")},
            (LINK,),
        ),
        ({"text": POST + PROMO, "entities": marked(POST + PROMO, "t.me/bao")}, ()),
        ({"text": "t.me/bao/12", "entities": marked("t.me/bao/12", "t.me/bao/12")}, ("t.me/bao/12",)),
        ({"text": f"{LINK}Thủ", "entities": marked(f"{LINK}Thủ", f"{LINK}Thủ")}, (LINK,)),
        (
            {"text": "vi.wikipedia.org/wiki/Hà_Nội", "entities": marked("vi.wikipedia.org/wiki/Hà_Nội", "vi.wikipedia.org/wiki/Hà_Nội")},
            ("vi.wikipedia.org/wiki/Hà_Nội",),
        ),
        ({"text": "họp @lan lúc 8h", "entities": [{"type": "mention", "offset": 4, "length": 4}]}, ()),
    ],
    ids=[
        "a link", "two behind an emoji", "the same twice", "under words", "under a caption",
        "in code", "shown below", "buttons alone", "buttons beside a link", "a channel's button",
        "a channel's address beside", "a channel's address under a post", "a post's address alone",
        "glued to a word", "with letters", "a name",
    ],
)  # fmt: skip
def test_links_are_found_where_posts_have_them(
    sent: dict[str, Any], links: tuple[str, ...]
) -> None:
    assert read(message(forward_origin=FROM_CHANNEL, **sent)).links == links


def test_the_words_under_a_picture_are_the_article() -> None:
    assert read(message(photo=PHOTO, caption=POST)).text == POST


def test_the_words_under_a_file_tell_of_the_file() -> None:
    asked = read(message(document=DOCX, caption=f"/xem {POST}"))
    assert (asked.text, asked.command) == ("", None)
    assert asked.files == (Attachment("kl01.docx", 9, "d"),)


def test_the_words_under_a_file_are_judged_by_the_gate() -> None:
    event = to_event(message(document={**DOCX, "file_name": "TỐI MẬT.docx"}), ME)
    assert event is not None
    assert event.words == "TỐI MẬT.docx"


@pytest.mark.parametrize(
    "kind",
    ["voice", "sticker", "photo", "video", "video_note", "audio", "contact", "location", "poll"],
)
def test_what_holds_no_words_asks_for_an_answer_in_a_private_chat(kind: str) -> None:
    asked = read(message(**{kind: PHOTO}))
    assert (asked.text, asked.files, asked.is_waiting) == ("", (), True)
    assert not read(message(GROUP, **{kind: PHOTO})).is_waiting


def test_a_moving_picture_is_no_file() -> None:
    gif = {**DOCX, "mime_type": "video/mp4"}
    assert read(message(animation=gif, document=gif)).files == ()


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "edited_message": fake.message(LAN, POST)},
        {"update_id": 1, "edited_channel_post": fake.message(CHANNEL, POST)},
        {"update_id": 1, "inline_query": {"id": "1", "from": person(LAN), "query": "x", "offset": ""}},
        {"update_id": 1, "business_message": fake.message(LAN, POST)},
        {"update_id": 1, "message_reaction": {}},
        {"update_id": 1},
        message(GROUP, new_chat_members=[person(8)]),
        message(GROUP, pinned_message=fake.message(GROUP, POST)),
        message(GROUP, new_chat_title="Phòng"),
        message(GROUP, migrate_from_chat_id=-5),
        message(GROUP, "/tim@other_bot ket luan"),
        message(GROUP, POST, **{"from": {**person(8), "is_bot": True}}),
        {"update_id": 1, "callback_query": {"id": "1", "from": person(LAN), "data": "/goc 1"}},
        {"update_id": 1, "my_chat_member": {"chat": chat_of(LAN), "from": person(LAN), "date": 1}},
    ],
    ids=[
        "an edit", "an edited post", "an inline query", "a business", "a reaction", "nothing",
        "somebody came", "a pin", "a title", "a move", "another bot", "a bot", "a press elsewhere",
        "a private chat",
    ],
)  # fmt: skip
def test_what_asks_nothing_is_not_written_down(update: dict[str, Any]) -> None:
    assert to_event(update, ME) is None


@pytest.mark.parametrize(
    ("old", "new", "chat", "greets"),
    [
        ("left", "member", GROUP, True),
        ("kicked", "administrator", GROUP, True),
        ("member", "administrator", GROUP, False),
        ("member", "left", GROUP, False),
        ("kicked", "member", LAN, False),
    ],
)
def test_the_bot_greets_a_group_that_lets_it_in(
    old: str, new: str, chat: int, *, greets: bool
) -> None:
    member = {
        "chat": chat_of(chat),
        "from": person(8),
        "date": 1,
        "old_chat_member": {"user": person(999), "status": old},
        "new_chat_member": {"user": person(999), "status": new},
    }
    event = to_event({"update_id": 1, "my_chat_member": member}, ME)
    assert (event is not None) == greets
    if event:
        assert (event.chat, event.sender, event.message, event.is_group) == (
            "-1005",
            "8",
            None,
            True,
        )
        assert read_request([event.raw or b""]).command == "/start"  # type: ignore[union-attr]


def test_a_channel_is_not_greeted() -> None:
    channel = {"id": CHANNEL, "type": "channel"}
    member = {
        "chat": channel,
        "from": person(8),
        "date": 1,
        "old_chat_member": {"status": "left"},
        "new_chat_member": {"status": "administrator"},
    }
    assert to_event({"update_id": 1, "my_chat_member": member}, ME) is None


def test_who_speaks_for_a_group_is_the_group() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    update = message(GROUP, POST, **{"from": anonymous, "sender_chat": chat_of(GROUP)})
    assert read(update).sender == str(GROUP)


def test_a_message_of_a_topic_is_known_with_its_topic() -> None:
    update = message(GROUP, POST, is_topic_message=True, message_thread_id=5)
    event = to_event(update, ME)
    assert event is not None
    assert event.message == f"5/{update['message']['message_id']}"
    assert read(update).message == str(update["message"]["message_id"])


def test_an_answer_to_the_bot_is_known_as_one() -> None:
    mine = fake.message(GROUP, "Tên đúng là gì?", **{"from": {**person(999), "is_bot": True}})
    others = fake.message(GROUP, "Tên đúng là gì?")
    assert read(message(GROUP, "Trần Văn An", reply_to_message=mine)).is_reply
    assert not read(message(GROUP, "Trần Văn An", reply_to_message=others)).is_reply


def test_what_a_message_answers_is_not_kept() -> None:
    secret = fake.message(GROUP, "TỐI MẬT: kế hoạch diễn tập")
    event = to_event(message(GROUP, "đồng ý", reply_to_message=secret, quote={"text": "MẬT"}), ME)
    assert event is not None
    assert "MẬT" not in (event.raw or b"").decode()


def test_a_command_to_this_bot_is_read_in_a_group() -> None:
    asked = read(message(GROUP, "/TIM@Giao_Bot ket luan"))
    assert (asked.command, asked.argument) == ("/tim", "ket luan")


def test_a_group_that_moves_says_only_where_to() -> None:
    event = to_event(message(-5, migrate_to_chat_id=GROUP), ME)
    assert event == NewEvent("1", "-5", None, is_group=True, moved_to=str(GROUP))


# pieces of one text


def pieces(*texts: str, **more: Any) -> list[bytes]:
    origins = more.pop("origins", [None] * len(texts))
    first = 77
    return [
        to_event(  # type: ignore[union-attr, misc]
            {
                "update_id": number,
                "message": {
                    **fake.message(LAN, text, **more),
                    "message_id": first + number,
                    **({"forward_origin": origin} if origin else {}),
                },
            },
            ME,
        ).raw
        for number, (text, origin) in enumerate(zip(texts, origins, strict=True))
    ]


def posted(*numbers: int) -> list[dict[str, Any]]:
    return [{**FROM_CHANNEL, "message_id": number} for number in numbers]


LONG = "Hội nghị bàn việc. " * 150
FULL = "Hội nghị bàn việc. " * 215


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (pieces(LONG, "phần còn lại")[0], pieces(LONG, "phần còn lại")[1], True),
        (*pieces("Tin ngắn", "Tin khác"), False),
        (*pieces(LONG, "/tim ket luan"), False),
        (*pieces(LONG, "Thủ tướng họp về đầu tư công\n" + LONG), False),
        (*pieces(LONG, "Thủ tướng họp về đầu tư công.\n" + LONG), True),
        (*pieces(FULL, "Về đầu tư công\n" + LONG), True),
        (*pieces(FULL, POST + "\n\nHết", origins=posted(5, 6)), True),
        (*pieces(LONG, "Tin khác\n\n" + LONG, origins=posted(5, 6)), False),
        (*pieces(FULL, POST, origins=posted(5, 9)), False),
        (*pieces(FULL, POST, origins=[FROM_CHANNEL, None]), False),
    ],
    ids=[
        "cut", "short ones", "a command", "two articles",
        "a sentence", "a heading where a client had to cut", "a post that was cut", "two posts",
        "posts far apart", "a remark",
    ],
)  # fmt: skip
def test_only_the_rest_of_a_cut_text_goes_on(one: bytes, other: bytes, *, is_one: bool) -> None:
    assert (may_go_on(one) and goes_on(one, other)) == is_one


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("a" * 4096, "b", "a" * 4096 + "b"),
        ("Ông An", "nói thêm.", "Ông An nói thêm."),
        ("Ông An nói.", "Bà Lan", "Ông An nói.\nBà Lan"),
    ],
)
def test_pieces_are_joined_as_they_were_parted(one: str, other: str, whole: str) -> None:
    assert read_request(pieces(one, other)).text == whole  # type: ignore[union-attr]


def test_an_album_is_one_request_whichever_item_has_the_words() -> None:
    items = [
        to_event(message(photo=PHOTO, media_group_id="g", **more), ME).raw  # type: ignore[union-attr]
        for more in ({}, {"caption": "Xem tại đây", "caption_entities": hidden(LINK)}, {})
    ]
    asked = read_request([item for item in items if item])
    assert asked is not None
    assert (asked.text, asked.links) == ("Xem tại đây", (LINK,))
    assert goes_on(items[0] or b"", items[1] or b"")


# whatever a server sends

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
WHOLE = message(
    GROUP,
    POST,
    entities=marked(POST, "Thủ tướng"),
    caption="x",
    document=DOCX,
    media_group_id="g",
    forward_origin=FROM_CHANNEL,
    reply_markup=buttons(LINK),
    link_preview_options={"url": LINK},
    sender_chat=chat_of(GROUP),
    reply_to_message=fake.message(GROUP, "x"),
    is_topic_message=True,
    message_thread_id=5,
)
PRESS = {
    "update_id": 2,
    "callback_query": {
        "id": "7",
        "from": person(LAN),
        "message": fake.message(LAN, POST),
        "data": "/goc 1",
    },
}


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in an update."""
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(place for key, each in inside for place in places(each, (*path, key)))]


def broken(update: Any, path: tuple[Any, ...], junk: Any) -> Any:
    """An update with something else at one place, or nothing where `junk` is ()."""
    if not path:
        return junk
    update = dict(update) if isinstance(update, dict) else list(update)
    if len(path) == 1 and junk == ():
        del update[path[0]]
    else:
        update[path[0]] = broken(update[path[0]], path[1:], junk)
    return update


@st.composite
def updates(draw: st.DrawFn) -> Any:
    whole = draw(st.sampled_from([WHOLE, PRESS]))
    for _ in range(draw(st.integers(1, 3))):
        paths = [path for path in places(whole) if path]
        if paths:
            junk = draw(st.just(()) | JSON | st.sampled_from(["\x00", "\ud800", 10**400, -1]))
            whole = broken(whole, draw(st.sampled_from(paths)), junk)
    return whole


@given(updates() | JSON | st.dictionaries(st.sampled_from(["update_id", "message"]), JSON))
def test_whatever_comes_is_an_event_or_asks_nothing(update: Any) -> None:
    event = to_event(update, ME)
    if event is None:
        return
    ids = (event.key, event.chat, event.sender, event.message or "", event.words)
    assert all(each.encode() is not None for each in ids)  # the database takes them
    if event.raw is not None:
        asked = read_request([event.raw])
        assert asked is not None
        assert asked.chat == event.chat
        assert goes_on(event.raw, event.raw) in {True, False}


@given(st.binary())
def test_whatever_was_kept_is_a_request_or_none(raw: bytes) -> None:
    assert read_request([raw]) is None
    assert not may_go_on(raw)
    assert not goes_on(raw, raw)


def test_what_cannot_be_read_is_known_by_its_ids() -> None:
    update = message(GROUP, POST, document={"file_id": 7})
    event = to_event(update, ME)
    number = str(update["message"]["message_id"])
    assert event == NewEvent(
        "1", str(GROUP), None, sender="7", message=number, is_group=True, verdict="unreadable"
    )


@pytest.mark.parametrize(
    "update",
    [5, [], None, "x", {"message": 5}, {"update_id": "x", "message": {}}, json.loads("[" * 900 + "]" * 900)],
    ids=repr,
)  # fmt: skip
def test_what_has_no_ids_is_an_event_of_nobody(update: Any) -> None:
    event = to_event(update, ME)
    assert event is not None
    assert (event.chat, event.raw, event.verdict) == ("", None, "unreadable")
    assert to_event(update, ME) == event
