"""Try that the same demand of two articles is known again, and no other is."""

from __future__ import annotations

import pytest

from summarizer.joining.clauses import are_close, are_one_clause, sketch

PLAN = "khẩn trương xây dựng kế hoạch thực hiện Nghị quyết số 57-NQ/TW, hoàn thành trước ngày 15/11/2025"


@pytest.mark.parametrize(
    "other",
    [
        PLAN,
        PLAN.upper(),
        "Khẩn trương xây dựng kế hoạch thực hiện Nghị quyết 57-NQ/TW, hoàn thành trước ngày 15/11/2025",
        "cần khẩn trương xây dựng kế hoạch thực hiện Nghị quyết số 57-NQ/TW; hoàn thành trước ngày 15/11/2025",
        "khẩn trương xây dựng kế hoạch triển khai Nghị quyết số 57-NQ/TW, hoàn thành trước ngày 15/11/2025",
    ],
)
def test_the_same_demand_is_known_again(other: str) -> None:
    assert are_one_clause(PLAN, other)
    assert are_close(sketch(PLAN), sketch(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PLAN, PLAN.replace("15/11", "20/11")),
        (PLAN, PLAN.replace("57", "68")),
        (PLAN, f"không {PLAN}"),
        (PLAN, "khẩn trương xây dựng kế hoạch"),
        ("hoàn thành trước ngày 30/6", "hoàn thành sau ngày 30/6"),
        ("rà soát 42 xã", "rà soát 24 xã"),
        (
            "bố trí đủ kinh phí hỗ trợ người dân vùng sạt lở ở xã Khe Lim ổn định cuộc sống",
            "bố trí đủ kinh phí hỗ trợ người dân vùng sạt lở ở xã Khe Mây ổn định cuộc sống",
        ),
        ("phân công rõ người, rõ việc", "báo cáo kết quả về Văn phòng Tỉnh ủy"),
        ("tăng mức hỗ trợ cho hộ nghèo", "giảm mức hỗ trợ cho hộ nghèo"),
    ],
)
def test_another_demand_is_not_taken_for_it(one: str, other: str) -> None:
    assert not are_one_clause(one, other)
    assert not are_one_clause(other, one)
