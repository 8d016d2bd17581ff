"""How high offices and organs stand."""

from __future__ import annotations

import pytest

from summarizer.directives.authority import is_foreign, level_of, level_of_offices


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("thủ tướng chính phủ", 6),
        ("bộ trưởng bộ y tế", 5),
        ("thanh tra chính phủ", 5),  # not the Government itself
        ("chủ tịch ubnd tỉnh", 4),
        ("giám đốc sở y tế tỉnh", 3),  # a department, though of a province
        ("bí thư huyện ủy", 3),
        ("chủ tịch ubnd xã", 2),
        ("cử tri", 1),
        ("ủy ban thường vụ quốc hội", 7),  # no committee of a province
        ("đảng bộ phường tập trung thực hiện", 2),  # no ministry, no «tư» of the centre
        ("bộ chính trị", 7),  # no ministry
        ("cán bộ, công chức", 0),
    ],
)
def test_the_level_is_read_from_the_first_organ(words: str, level: int) -> None:
    assert level_of(words) == level


@pytest.mark.parametrize(
    ("offices", "level"),
    [
        (["ủy viên trung ương đảng", "bí thư tỉnh ủy"], 4),  # membership gives no rank
        (["nguyên bộ trưởng bộ y tế"], 1),  # nor does an office of the past
        (["chủ tịch ubnd huyện", "phó bí thư huyện ủy"], 3),
        ([], 0),
    ],
)
def test_a_person_stands_as_high_as_the_office_held_now(offices: list[str], level: int) -> None:
    assert level_of_offices(offices) == level


@pytest.mark.parametrize(
    ("words", "foreign"),
    [
        ("hai bên đẩy mạnh hợp tác", True),
        ("phía nhật bản mở cửa thị trường", True),
        ("phía tỉnh bố trí vốn", False),
        ("các sở mở rộng hợp tác", False),
    ],
)
def test_a_foreign_partner_is_told_by_the_words(words: str, *, foreign: bool) -> None:
    assert is_foreign(words) == foreign
