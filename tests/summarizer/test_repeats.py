"""Which of two like demands counts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarizer.directives.repeats import repeated
from summarizer.language import parse
from summarizer.model import Quote, Span
from summarizer.reading.text import read_text

FULL = "các xã rà soát hộ nghèo, lập danh sách gửi về huyện trước ngày mùng năm"
SHORT = "các xã rà soát hộ nghèo, lập danh sách gửi về huyện"
OTHER = "công an tuần tra ban đêm tại các chợ đầu mối trong dịp Tết"


TOLD = "Giao Bộ An tiếp thu ý kiến để hoàn thiện hồ sơ dự án Luật"


@pytest.mark.parametrize(
    ("lines", "spare"),
    [
        ([SHORT, FULL], {0}),  # the fuller one counts
        ([FULL, SHORT], {1}),
        ([FULL, FULL], {1}),  # the first of two alike
        ([FULL, OTHER], set()),
        (["rà soát hộ nghèo", "rà soát hộ nghèo"], set()),  # too short to tell
        ([TOLD, TOLD.replace("Luật", "Pháp lệnh")], set()),  # of two papers
        ([TOLD + " số 5", TOLD + " số 7"], set()),
        ([TOLD + " số 5", TOLD], {1}),  # the number left out
    ],
)
def test_the_fuller_of_two_counts(lines: list[str], spare: set[int]) -> None:
    assert spare_of(lines, [None] * len(lines)) == spare


@pytest.mark.parametrize(
    ("told", "spare"),
    [
        (("Bộ An", "Bộ Bình"), set()),  # the same work is given to two
        (("Bộ An", "Bộ An"), {1}),
        (("Bộ An", None), {1}),
        (("các xã", "Các xã trong tỉnh"), {1}),
    ],
)
def test_what_two_are_told_counts_twice(told: tuple[str | None, ...], spare: set[int]) -> None:
    assert spare_of([FULL, FULL], told) == spare


def spare_of(lines: Sequence[str], told: Sequence[str | None]) -> set[int]:
    """Which of the lines only repeat another."""
    doc = parse(read_text("\n".join(["Họp bàn việc chung", *lines])))
    spans = []
    place = 0
    for line in lines:
        place = doc.text.index(line, place)
        spans.append(Span(place, place + len(line)))
        place += len(line)
    addressees = [Quote(name, spans[0]) if name else None for name in told]
    return repeated(doc, spans, addressees)
