"""Attendees without a name."""

from __future__ import annotations

import pytest

from summarizer.groups import find_groups
from summarizer.language import Doc, parse
from summarizer.model import Article, Block, Span
from summarizer.people import find_cast


def doc_of(paragraph: str) -> Doc:
    """An article of one paragraph."""
    return parse(Article(paragraph, (Block("body", Span(0, len(paragraph))),)))


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        (
            (
                "Cùng dự có đồng chí Lê Văn Bình, Bí thư Tỉnh ủy; lãnh đạo các sở, ban, ngành; "
                "các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy và hơn 450 đại biểu."
            ),
            [
                "lãnh đạo các sở, ban, ngành",
                "các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy",
                "hơn 450 đại biểu",
            ],
        ),
        (
            (
                "Dự hội nghị có các đồng chí: Lê Văn Bình, Bí thư Huyện ủy; 27 đồng chí Ủy viên "
                "Ban Chấp hành Đảng bộ huyện."
            ),
            ["27 đồng chí Ủy viên Ban Chấp hành Đảng bộ huyện"],
        ),
        (
            "Đoàn công tác có buổi làm việc với lãnh đạo tỉnh Phú Hải về chuyển đổi số.",
            ["lãnh đạo tỉnh Phú Hải"],
        ),
        ("Đồng chí yêu cầu lãnh đạo các sở, ngành rà soát nhiệm vụ.", []),
        ("Cùng dự có các đồng chí Phó Chủ tịch UBND tỉnh: Lê Văn Bình, Trần Thị Cúc.", []),
    ],
)
def test_groups_are_those_present_without_a_name(sentence: str, groups: list[str]) -> None:
    doc = doc_of(sentence)
    assert [group.text for group in find_groups(doc, find_cast(doc))] == groups
