"""Who is meant by a given name, a pronoun or a bare office."""

from __future__ import annotations

import pytest

from summarizer.language import parse
from summarizer.model import Article, Block, Span
from summarizer.people import find_cast
from summarizer.people.resolve import means


def mentions_of(text: str) -> list[tuple[str, str | None]]:
    """The words that stand for somebody and the name they mean, full names left out."""
    cast = find_cast(parse(Article(text, (Block("body", Span(0, len(text))),))))
    full = {span for member in cast.members for span in member.mentions}
    return [
        (
            text[mention.span.start : mention.span.end],
            None if mention.member is None else cast.members[mention.member].name,
        )
        for mention in cast.mentions
        if mention.core not in full
    ]


TWO = (
    "Phó Thủ tướng Hoàng Minh Trực đề nghị các bộ rà soát. "
    "Bà Phan Thị Diễm, Bộ trưởng Bộ Y tế báo cáo. "
)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Đồng chí Lê Văn Bình dự. Đồng chí yêu cầu rà soát.", [("Đồng chí", "Lê Văn Bình")]),
        (TWO + "Ông lưu ý tiến độ.", [("Ông", "Hoàng Minh Trực")]),
        (TWO + "Bà lưu ý tiến độ.", [("Bà", "Phan Thị Diễm")]),
        (TWO + "Ông Trực nhắc lại.", [("Ông Trực", "Hoàng Minh Trực")]),
        (TWO + "Bộ trưởng nhắc lại.", [("Bộ trưởng", "Phan Thị Diễm")]),
        (TWO + "Phó Thủ tướng Trực nhắc lại.", [("Phó Thủ tướng Trực", "Hoàng Minh Trực")]),
        (TWO + "Lãnh đạo Chính phủ lưu ý.", [("Lãnh đạo Chính phủ", "Hoàng Minh Trực")]),
        (TWO + "Thủ tướng đã đồng ý.", [("Thủ tướng", None)]),
        (
            "Đại tá Võ Trường Kỳ, Chỉ huy trưởng Bộ CHQS tỉnh dự. Đại tá Kỳ hứa. Đại tá cảm ơn.",
            [("Đại tá Kỳ", "Võ Trường Kỳ"), ("Đại tá", "Võ Trường Kỳ")],
        ),
        (
            "Ông Vi Đức Thoại, Bí thư Tỉnh ủy chủ trì. Đồng chí Bí thư Tỉnh ủy yêu cầu rà soát.",
            [("Đồng chí Bí thư Tỉnh ủy", "Vi Đức Thoại")],
        ),
        (
            "Đoàn do bà Sùng Thị Dế, Phó Chủ tịch HĐND tỉnh làm Trưởng đoàn. Trưởng đoàn tiếp thu.",
            [("Trưởng đoàn", "Sùng Thị Dế")],
        ),
        (
            "Ông Đinh Quế Lâm, Chủ tịch Tập đoàn Miền Trung (MTE) kiểm tra. Chủ tịch MTE giao việc.",
            [("Chủ tịch MTE", "Đinh Quế Lâm")],
        ),
        ("Dự có 27 đồng chí Ủy viên Ban Chấp hành; các Phó Chủ tịch UBND tỉnh.", []),
        ("Bà con phấn khởi, ông bà yên tâm; Ban Bí thư kết luận; tăng trưởng cao.", []),
    ],
)
def test_later_words_mean_somebody_named_before(
    text: str, mentions: list[tuple[str, str | None]]
) -> None:
    assert mentions_of(text) == mentions


def test_an_office_at_home_is_not_that_of_a_guest() -> None:
    text = (
        "Thủ tướng Lê Văn Bình hội đàm với Thủ tướng Lào Thongsy Keovilay. Thủ tướng Lào cảm ơn. "
        "Thủ tướng khẳng định tình hữu nghị."
    )
    assert mentions_of(text)[-2:] == [
        ("Thủ tướng Lào", "Thongsy Keovilay"),
        ("Thủ tướng", "Lê Văn Bình"),
    ]


def test_a_headline_may_speak_of_somebody_named_later() -> None:
    text = "Thủ tướng: Giữ đà tăng trưởng.\nThủ tướng Lương Đình Thuận chủ trì phiên họp."
    assert mentions_of(text)[0] == ("Thủ tướng", "Lương Đình Thuận")


@pytest.mark.parametrize(
    ("office", "role", "same"),
    [
        ("Thủ tướng", "Thủ tướng Chính phủ", True),
        ("Thủ tướng Chính phủ", "Thủ tướng", True),
        ("Phó Thủ tướng", "Thủ tướng Chính phủ", False),
        ("Bí thư Thành ủy Hà Nội", "Bí thư Thành ủy", False),
        ("Bộ trưởng Bộ Công an", "Bộ trưởng", False),
        ("Chủ tịch UBND TP", "Chủ tịch UBND TP.HCM", True),
        ("Chủ tịch", "Phó Chủ tịch UBND tỉnh", False),
    ],
)
def test_an_office_means_the_holder_of_its_fuller_form(
    office: str, role: str, *, same: bool
) -> None:
    assert means(office, role) is same
