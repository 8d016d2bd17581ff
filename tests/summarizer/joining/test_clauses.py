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


def test_a_sketch_stays_as_databases_hold_it() -> None:
    assert sketch(PLAN) == 0x80C764E6
    assert sketch("rà soát, rà soát; báo cáo") == 0x48011AC9


def test_two_sketches_are_close_up_to_ten_bits() -> None:
    assert are_close(0, (1 << 10) - 1)
    assert not are_close(0, (1 << 11) - 1)
    far = "Công an tỉnh tăng cường tuần tra ban đêm tại các tuyến đường trung tâm thành phố"
    assert not are_close(sketch(PLAN), sketch(far))


@pytest.mark.parametrize(("changed", "is_one"), [(3, True), (4, False)])
def test_few_words_of_twenty_may_be_others(changed: int, *, is_one: bool) -> None:
    words = "rà soát các dự án chậm tiến độ rồi báo cáo cấp ủy cùng cấp để kịp thời chỉ đạo".split()
    other = [*words[:-changed], *["xã", "bản", "thôn", "phường"][:changed]]
    assert len(words) == 20
    assert are_one_clause(" ".join(words), " ".join(other)) is is_one
