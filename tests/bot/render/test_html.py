"""Lines as messages of Telegram: whatever the words, the Bot API takes them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.html import to_html, units
from bot.render.lines import Line, Piece, printable

STYLES = st.sampled_from(["title", "section", "name", "deadline", "label", "faint", "plain"])
WORDS = st.text(st.characters() | st.sampled_from("<>&\"' \n😀"), max_size=120)
PIECES = st.builds(Piece, WORDS, STYLES)
LINES = st.builds(
    Line, st.lists(PIECES, max_size=4).map(tuple), st.integers(0, 4), PIECES, st.integers(0, 9)
)
TAG = re.compile(r"<(/?)(b|i|u|blockquote)( expandable)?>")


def bare(message: str) -> str:
    """The words that Telegram shows; fails where tags are not closed in their order."""
    opened: list[str] = []
    for closing, tag, _ in TAG.findall(message):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []
    rest = TAG.sub("", message)
    assert "<" not in rest
    assert ">" not in rest
    return unescape(rest)


def letters(words: str) -> str:
    """Without blanks, bullets and colons, which the place without columns adds."""
    return re.sub(r"[\s•:]", "", words)


@given(st.lists(LINES, max_size=30).map(tuple), st.integers(20, 300))
def test_no_message_is_too_long_or_empty_and_its_tags_are_balanced(
    lines: tuple[Line, ...], longest: int
):
    for message in to_html(lines, longest=longest):
        assert 0 < units(bare(message).strip()) <= longest
        assert units(bare(message)) <= longest


@given(st.lists(LINES, max_size=10).map(tuple), st.integers(20, 300))
def test_no_letter_is_lost(lines: tuple[Line, ...], longest: int):
    told = "".join(bare(message) for message in to_html(lines, longest=longest))
    said = "".join(piece.text for line in lines for piece in (line.label, *line.pieces))
    assert letters(told) == letters(printable(said))


def test_a_digest_of_a_book_comes_in_messages_of_4096_units():
    lines = tuple(Line((Piece("Chữ & số 😀 " * 40, "name"),), 2) for _ in range(90))
    messages = to_html(lines)
    assert len(messages) > 5
    assert all(units(bare(message)) <= 4096 for message in messages)


@pytest.mark.parametrize(("rows", "is_shut"), [(8, False), (9, True)])
def test_a_long_section_is_shown_shut(*, rows: int, is_shut: bool):
    (message,) = to_html((Line((Piece("VĂN BẢN", "section"),)), *[Line((Piece("a"),), 2)] * rows))
    assert ("<blockquote expandable>" in message) is is_shut


def test_no_message_has_more_marks_than_telegram_remembers():
    lines = tuple(Line((Piece("Lan", "name"), Piece("(cũ)", "faint")), 2) for _ in range(300))
    messages = to_html(lines)
    assert len(messages) == 8
    assert all(message.count("</") <= 90 for message in messages)
    assert sum(message.count("<b>") for message in messages) == 300


def test_a_heading_goes_with_what_stands_under_it():
    words = Line((Piece("x" * 90),), 2)
    lines = (words, Line(), Line((Piece("VĂN BẢN", "section"),)), words)
    first, second = to_html(lines, longest=150)
    assert first == "x" * 90
    assert second.startswith("<b>VĂN BẢN</b>\nxxx")


def test_several_under_one_label_are_a_list():
    def row(label: str, name: str) -> Line:
        return Line((Piece(name),), 2, Piece(label, "label"), 8)

    (message,) = to_html((row("Chủ trì", "Lan"), row("Dự", "An"), row("", "Bình")))
    assert message == "<i>Chủ trì:</i> Lan\n<i>Dự:</i>\n• An\n• Bình"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://baohaivan.vn/a?b=1&c=%22", '<a href="https://baohaivan.vn/a?b=1&amp;c=%22">'),
        ('https://baohaivan.vn/"><b>', '<a href="https://baohaivan.vn/&quot;&gt;&lt;b&gt;">'),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("http://[::1", "http://[::1"),
        ("https://a.vn/\u202e", "https://a.vn/ "),
        ("https:///a", "https:///a"),
    ],
)
def test_only_the_address_of_a_page_can_be_pressed(address: str, shown: str):
    (message,) = to_html((Line((Piece(address, "link"),)),))
    assert message.startswith(shown)
    assert ("<a " in message) is shown.startswith("<a ")


def test_no_address_is_cut_and_still_pressed():
    address = "https://baohaivan.vn/" + "a" * 5000
    assert all("<a " not in message for message in to_html((Line((Piece(address, "link"),)),)))


def test_words_are_escaped_last():
    assert to_html((Line((Piece("a < b & c", "name"),)),)) == ("<b>a &lt; b &amp; c</b>",)


def test_no_word_turns_the_direction_of_a_line():
    assert to_html((Line((Piece("an\u202eh\u0000"),)),)) == ("an h ",)
