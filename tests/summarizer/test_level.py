"""At which level of the state an event takes place."""

from __future__ import annotations

import pytest

from summarizer.digest import make_digest
from summarizer.level import Level, level_of
from summarizer.reading.text import read_text


@pytest.mark.parametrize(
    ("host", "level"),
    [
        ("Ban Bí thư Trung ương Đảng", "central"),
        ("Ủy ban Thường vụ Quốc hội", "central"),
        ("Bộ Y tế", "central"),
        ("Đoàn đại biểu Quốc hội tỉnh Trường Lĩnh", "province"),
        ("Tỉnh ủy Lam Giang", "province"),
        ("Sở Nội vụ tỉnh Bắc Lũng", "province"),
        ("Bộ Chỉ huy Quân sự tỉnh", "province"),
        ("Huyện ủy Mường Tà", "local"),
        ("UBND xã Hòa Mục", "local"),
        ("Đảng ủy phường An Khê", "local"),
    ],
)
def test_the_host_tells_the_level(host: str, level: Level) -> None:
    lead = f"Sáng 5/7/2024, {host} tổ chức hội nghị sơ kết công tác 6 tháng đầu năm."
    digest = make_digest(read_text(f"Tin trong ngày\n\n{lead}\n\nCác đại biểu đã thảo luận."))
    assert digest.event
    assert level_of(digest) == level


def test_where_nobody_held_it_the_level_is_other() -> None:
    assert (
        level_of(make_digest(read_text("Giá cà phê tăng\n\nGiá cà phê hôm nay tăng."))) == "other"
    )
