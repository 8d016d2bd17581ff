"""Answers in plain words: whatever they are, each message fits and no word is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.channel import Button
from bot.reading import digest_named
from bot.render.evidence import lay_out_evidence
from bot.render.lines import Line, Piece, printable
from bot.render.page import lay_out
from bot.render.typed import to_typed
from tests.bot.render.test_html import LINES


def letters(words: str) -> str:
    """Without blanks, bullets, colons and asterisks, which the plain form adds."""
    return re.sub(r"[\s•:*]", "", words)


@given(st.lists(LINES, max_size=30).map(tuple), st.integers(30, 300))
def test_no_message_is_too_long_or_empty(lines: tuple[Line, ...], longest: int) -> None:
    for message in to_typed(lines, longest=longest):
        assert len(message.strip()) > 0
        assert len(message) <= longest


@given(st.lists(LINES, max_size=10).map(tuple), st.integers(30, 300))
def test_no_letter_is_lost(lines: tuple[Line, ...], longest: int) -> None:
    told = "".join(to_typed(lines, longest=longest))
    said = "".join(piece.text for line in lines for piece in (line.label, *line.pieces))
    assert letters(told) == letters(printable(said)) or told == texts.NOTHING


def test_a_button_is_its_command_and_what_it_does() -> None:
    buttons = ((Button("Câu gốc", "/goc 3"), Button("Xoá", "/xoa 3")), (Button("7", "/xem 7"),))
    (message,) = to_typed((Line((Piece("Họp."),)),), buttons, longest=2000)
    assert message == "Họp.\n\n/goc 3 — câu gốc\n/xoa 3 — xoá\n/xem 7"


def test_numbered_buttons_stand_in_one_line() -> None:
    row = tuple(Button(str(number), f"/sua 3 bo {number}") for number in (1, 2, 3))
    assert to_typed((), (row,), longest=2000) == ("/sua 3 bo 1 · /sua 3 bo 2 · /sua 3 bo 3",)


def test_an_answer_of_nothing_says_so() -> None:
    assert to_typed((Line(),), longest=2000) == (texts.NOTHING,)


def test_a_digest_is_lists_under_headings() -> None:
    (message,) = to_typed(lay_out(digest_named("tests/gold/dev-07.txt")), longest=4000)
    assert "\n  Chủ trì: Giàng A Sùng, Bí thư Đảng ủy, Chủ tịch HĐND xã\n" in message
    assert "\nCHỈ ĐẠO\n" in message


def test_what_was_read_from_is_between_asterisks() -> None:
    whole = "\n".join(
        to_typed(lay_out_evidence(digest_named("tests/gold/dev-07.txt")), longest=4000)
    )
    assert "«Đồng chí *Giàng A Sùng, Bí thư Đảng ủy, Chủ tịch HĐND xã* chủ trì.»" in whole
