"""Titles of documents: which are one, whatever an article makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents.titles import are_one_title, title_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bảo tồn phố cổ", "Bảo tồn phố cổ giai đoạn 2026 - 2035"),
        ("chính quyền đô thị", "thí điểm mô hình chính quyền đô thị Mỹ Lộc"),
        ("chính quyền đô thị Mỹ Lộc", "mô hình chính quyền đô thị thành phố Mỹ Lộc"),
        ("hỗ trợ người dân vùng lũ sớm ổn định", "hỗ trợ người dân vùng lũ trong năm"),
        ("hoà giải ở cơ sở", "hòa giải ở cơ sở"),
        ("bảo vệ rừng đầu nguồn và phòng cháy", "bảo vệ rừng đầu nguồn, làm tốt phòng cháy"),
    ],
)
def test_a_title_cut_short_or_run_on_is_the_same(one: str, other: str) -> None:
    assert are_one_title(title_words(one), title_words(other))
    assert are_one_title(title_words(other), title_words(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("xây dựng luật, pháp lệnh năm 2020", "xây dựng luật, pháp lệnh năm 2019"),
        ("mục tiêu quốc gia giảm nghèo", "mục tiêu quốc gia xây dựng nông thôn mới"),
        (
            "quy định chi tiết một số điều của Luật Nhà ở",
            "quy định chi tiết một số điều của Luật Thủ đô",
        ),
        ("hành động của tỉnh thực hiện Nghị quyết số 10", "hành động của tỉnh thực hiện số 11"),
        ("phát triển du lịch biển Mỹ Lộc", "phát triển du lịch nông thôn Tân Hòa"),
        ("phối hợp với Mặt trận", "phối hợp với đoàn đại biểu"),
        ("du lịch", "trồng rừng"),
        ("rừng", "trồng rừng gỗ lớn"),
    ],
)
def test_titles_of_one_kind_are_not_one(one: str, other: str) -> None:
    assert not are_one_title(title_words(one), title_words(other))


@given(st.lists(st.sampled_from("phát triển rừng biển năm 2025 2030 của".split()), max_size=12))
def test_a_title_of_two_words_is_itself(words: list[str]) -> None:
    title = title_words(" ".join(words))
    assert are_one_title(title, title) == (len(title) > 1)
