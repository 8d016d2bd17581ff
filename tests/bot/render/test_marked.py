"""The article with its facts marked."""

from __future__ import annotations

import re

import pytest

from bot.render.marked import to_marked
from bot.render.marks import marks_of
from tests.annotated import GOLD, annotated

IDS = [path.stem for path in sorted(GOLD.glob("*.json"))]


@pytest.mark.parametrize("ident", IDS)
def test_colour_leaves_every_word_in_its_place(ident: str):
    digest = annotated(ident)
    bare = re.sub(r"\033\[[\d;]*m", "", to_marked(digest, colour=True))
    assert bare == to_marked(digest)


def test_marks_come_in_the_order_of_the_text_once_each():
    marks = marks_of(annotated("dev-02"))
    assert len({(mark.kind, mark.span) for mark in marks}) == len(marks)
    assert [mark.span.start for mark in marks] == sorted(mark.span.start for mark in marks)


def test_directives_are_numbered():
    numbers = [mark.number for mark in marks_of(annotated("dev-22")) if mark.kind == "directive"]
    assert numbers == list(range(1, len(numbers) + 1))
