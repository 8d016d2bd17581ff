"""Where newsrooms disagree about one event it is found, and nothing else is called so."""

from __future__ import annotations

import pytest

from summarizer.digest import make_digest
from summarizer.disagreements import find_disagreements
from summarizer.model import Digest
from summarizer.reading.text import read_text
from tests.summarizer.events_pairs import EVENTS, NEWSROOMS, digest_of

HEAD = "Hội nghị tổng kết công tác thủy lợi\n\nSáng 12/3/2025, UBND tỉnh Nam Khê tổ chức hội nghị tổng kết công tác thủy lợi. "


def told(words: str) -> Digest:
    return make_digest(read_text(HEAD + words))


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        ("Hội nghị kết nối tới 42 điểm cầu xã.", "Hội nghị có 24 điểm cầu xã tham gia.", "figure", ("42 điểm cầu xã", "24 điểm cầu xã")),
        ("Tổng vốn 1.250 tỷ đồng.", "Dự án có tổng vốn 1.520 tỷ đồng.", "figure", ("1.250 tỷ đồng", "1.520 tỷ đồng")),
        ("Dự có đồng chí Lâm Thị Hoan, Giám đốc Sở Nội vụ.", "Cùng dự có đồng chí Lâm Thị Hoàn, Giám đốc Sở Nội vụ.", "name", ("Lâm Thị Hoan", "Lâm Thị Hoàn")),
        ("Đồng chí Ngô Thị Lụa, Phó Chủ tịch UBND tỉnh yêu cầu các xã báo cáo trước ngày 15/4/2025.", "Đồng chí Ngô Thị Lụa, Phó Chủ tịch UBND tỉnh yêu cầu các xã báo cáo trước ngày 25/4/2025.", "deadline", ("15/4", "25/4")),
    ],
)  # fmt: skip
def test_what_is_told_differently_is_found(one: str, other: str, kind: str, words: tuple[str, str]):
    digests = told(one), told(other)
    (found,) = find_disagreements(digests)
    assert found.kind == kind
    for claim, said in zip((found.one, found.other), words, strict=True):
        quoted = digests[claim.digest].article.quote(claim.span)
        assert quoted.startswith(said) if kind == "figure" else said in quoted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị kết nối tới 42 điểm cầu.", "Hội nghị kết nối tới 42 điểm cầu, dự có 300 đại biểu."),
        ("Có 3 xã về đích, 5 xã chưa đạt.", "Có 3 xã về đích."),
        ("Năm 2024 có 12 hồ chứa xuống cấp và 30 hồ chứa an toàn.", "Tỉnh có 42 hồ chứa."),
        ("Hội nghị diễn ra trong 2 ngày.", "Hội nghị diễn ra trong 3 ngày."),
        ("Theo Nghị quyết số 15 của Đảng ủy.", "Theo Nghị quyết số 16 của Đảng ủy."),
        ("Dự có đồng chí Lâm Thị Hoan, Giám đốc Sở Nội vụ.", "Dự có đồng chí Tạ Văn Lộc, Giám đốc Sở Tài chính."),
        ("Gần 40 hồ chứa bị hư hỏng.", "Hơn 39 hồ chứa bị hư hỏng."),
        ("Dự có các đồng chí Mai Văn Hùng, Lê Đức Anh, Phó Giám đốc Sở Nội vụ.", "Dự có đồng chí Lê Đức Ảnh, Phó Giám đốc Sở Nội vụ."),
        ("Các xã báo cáo trước ngày 15/4/2025.", "Sở Nội vụ kiểm tra các trường trước ngày 25/4/2025."),
    ],
)  # fmt: skip
def test_what_is_no_disagreement_is_not_called_one(one: str, other: str):
    assert find_disagreements((told(one), told(other))) == ()


def test_newsrooms_that_agree_are_not_said_to_disagree():
    for event in EVENTS:
        assert find_disagreements([digest_of(tell(event)) for tell in NEWSROOMS]) == ()
