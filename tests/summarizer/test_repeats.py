"""Which of two like demands counts."""

from __future__ import annotations

import pytest

from summarizer.directives.repeats import repeated
from summarizer.language import parse
from summarizer.model import Span
from summarizer.reading.text import read_text

FULL = "các xã rà soát hộ nghèo, lập danh sách gửi về huyện trước ngày mùng năm"
SHORT = "các xã rà soát hộ nghèo, lập danh sách gửi về huyện"
OTHER = "công an tuần tra ban đêm tại các chợ đầu mối trong dịp Tết"


@pytest.mark.parametrize(
    ("lines", "spare"),
    [
        ([SHORT, FULL], {0}),  # the fuller one counts
        ([FULL, SHORT], {1}),
        ([FULL, FULL], {1}),  # the first of two alike
        ([FULL, OTHER], set()),
        (["rà soát hộ nghèo", "rà soát hộ nghèo"], set()),  # too short to tell
    ],
)
def test_the_fuller_of_two_counts(lines: list[str], spare: set[int]) -> None:
    doc = parse(read_text("\n".join(["Họp bàn việc chung", *lines])))
    spans = []
    place = 0
    for line in lines:
        place = doc.text.index(line, place)
        spans.append(Span(place, place + len(line)))
        place += len(line)
    assert repeated(doc, spans) == spare
