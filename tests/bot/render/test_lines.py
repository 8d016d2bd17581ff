"""Words in lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.lines import Line, Piece, printable, width_of, write_lines
from bot.render.terminal import paint


def bare(words: str, _: str) -> str:
    return words


LABELLED = Line(
    (Piece("Trần Văn An,", "name"), Piece("Chủ tịch Ủy ban nhân dân tỉnh")),
    2,
    Piece("Dự", "label"),
    6,
)


def test_words_wrap_beside_their_label():
    assert write_lines((LABELLED,), width=30, paint=bare).splitlines() == [
        "  Dự    Trần Văn An, Chủ tịch",
        "        Ủy ban nhân dân tỉnh",
    ]


def test_colour_changes_no_place():
    coloured = write_lines((LABELLED,), width=30, paint=paint)
    assert coloured.splitlines() == [
        "  \033[36mDự\033[0m    \033[1mTrần Văn An,\033[0m Chủ tịch",
        "        Ủy ban nhân dân tỉnh",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tin\033[31m đỏ", "tin [31m đỏ"),
        ("a\u202eb\u200bc", "a b c"),
        ("Đồng chí", "Đồng chí"),
        ("\ud800", " "),
    ],
)
def test_a_terminal_obeys_no_word_of_an_article(text: str, shown: str):
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"), [("Đồng", 4), ("Đo\u0302\u0300ng", 4), ("会議", 4), ("📌", 2)]
)
def test_width_counts_columns(text: str, columns: int):
    assert width_of(text) == columns


@given(st.lists(st.text(max_size=30), max_size=8), st.integers(20, 100), st.integers(2, 20))
def test_every_word_is_kept_and_no_row_is_too_long(texts: list[str], width: int, column: int):
    line = Line(tuple(Piece(text) for text in texts), 0, Piece("•"), column)
    written = write_lines((line,), width=width + column, paint=bare)
    words = [word for text in texts for word in printable(text).split()]
    assert written.split() == ["•", *words]
    for row in written.splitlines():
        assert width_of(row) <= max(width + column, *(column + width_of(word) for word in words), 0)
