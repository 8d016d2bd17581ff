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
    assert "".join(told.split()) == "".join(printable(said).split())


def test_a_digest_of_a_book_comes_in_messages_of_4096_units():
    lines = tuple(Line((Piece("Chữ & số 😀 " * 40, "name"),), 2) for _ in range(90))
    messages = to_html(lines)
    assert len(messages) > 5
    assert all(units(bare(message)) <= 4096 for message in messages)


@pytest.mark.parametrize(("rows", "is_shut"), [(8, False), (9, True)])
def test_a_long_section_is_shown_shut(*, rows: int, is_shut: bool):
    (message,) = to_html((Line((Piece("VĂN BẢN", "section"),)), *[Line((Piece("a"),), 2)] * rows))
    assert ("<blockquote expandable>" in message) is is_shut


def test_words_are_escaped_last():
    assert to_html((Line((Piece("a < b & c", "name"),)),)) == ("<b>a &lt; b &amp; c</b>",)


def test_no_word_turns_the_direction_of_a_line():
    assert to_html((Line((Piece("an\u202eh\u0000"),)),)) == ("an h ",)
