"""People of an article: names, offices, mentions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.language import parse
from summarizer.model import Article, Block, Span
from summarizer.people import Cast, find_cast
from summarizer.reading.text import read_text


def cast_of(sentence: str) -> Cast:
    """The cast of an article of one paragraph."""
    return find_cast(parse(Article(sentence, (Block("body", Span(0, len(sentence))),))))


def people_of(sentence: str) -> dict[str, list[str]]:
    """Name → offices."""
    return {
        member.name: [role.text for role in member.roles] for member in cast_of(sentence).members
    }


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            "Đồng chí Lê Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì hội nghị.",
            {"Lê Văn Bình": ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]},
        ),
        (
            "Chủ tịch UBND tỉnh Hà Tĩnh Lê Văn Bình yêu cầu các sở rà soát.",
            {"Lê Văn Bình": ["Chủ tịch UBND tỉnh Hà Tĩnh"]},
        ),
        (
            "Cùng dự có các Phó Thủ tướng: Trịnh Hoài Nam, Hoàng Minh Trực; lãnh đạo các bộ.",
            {"Trịnh Hoài Nam": ["Phó Thủ tướng"], "Hoàng Minh Trực": ["Phó Thủ tướng"]},
        ),
        (
            "Tới dự có ông Y Thanh Hà Niê Kđăm, Giám đốc Sở Văn hóa, Thể thao và Du lịch.",
            {"Y Thanh Hà Niê Kđăm": ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"]},
        ),
        ("Hội nghị học tập phong cách Hồ Chí Minh tại đường Nguyễn Văn Linh.", {}),
    ],
)
def test_people_are_read_with_their_offices(sentence: str, people: dict[str, list[str]]) -> None:
    assert people_of(sentence) == people


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_cast(text: str) -> None:
    cast = find_cast(parse(read_text(text)))
    assert all(m.member is None or m.member < len(cast.members) for m in cast.mentions)
