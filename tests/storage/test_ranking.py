"""What a reader would want first."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from storage.outline import read_outline
from storage.query import read_query
from storage.ranking import Candidate, make_sought, weigh
from summarizer.digest import make_digest
from summarizer.reading.text import read_text

TODAY = date(2026, 11, 29)
NEW, OLD = date(2026, 11, 28), date(2024, 11, 28)
BODY = "Các đại biểu đã thảo luận nhiều nội dung quan trọng của địa phương trong năm."


def candidate(number: int, text: str, day: date, *, has_number: bool = False) -> Candidate:
    digest = make_digest(read_text(text))
    body = msgspec.json.encode(digest)
    return Candidate(number, day, body, digest.article.text, read_outline(body), has_number)


def order(typed: str, *candidates: Candidate) -> list[int]:
    sought = make_sought(read_query(typed, today=TODAY))
    weighed = weigh(candidates, sought, today=TODAY)
    return [each.id for each in sorted(weighed, reverse=True)]


HEADLINE = f"Hội nghị về chuyển đổi số\n\nSáng 5/7 tỉnh họp. {BODY}\n\n{BODY}"
MENTION = f"Tin trong ngày\n\nTỉnh bàn việc chuyển đổi số ở cấp xã. {BODY}\n\n{BODY}"
APART = f"Tin trong ngày\n\nTỉnh chuyển sang số mới, đổi giờ làm việc. {BODY}\n\n{BODY}"
OTHER_MARKS = f"Tin trong ngày\n\nChuyên đội sợ được nhắc lại. {BODY}\n\n{BODY}"


@pytest.mark.parametrize("typed", ["chuyển đổi số", "chuyen doi so", "chuyên đội sợ"])
def test_a_headline_beats_a_newer_mention_whatever_the_marks(typed: str) -> None:
    assert order(typed, candidate(1, HEADLINE, OLD), candidate(2, MENTION, NEW)) == [1, 2]


def test_neighbours_beat_words_that_stand_apart() -> None:
    assert order("chuyen doi so", candidate(1, MENTION, OLD), candidate(2, APART, NEW)) == [1, 2]


def test_the_very_marks_beat_others_when_they_are_typed() -> None:
    both = candidate(1, MENTION, OLD), candidate(2, OTHER_MARKS, NEW)
    assert order("chuyển đổi số", *both) == [1, 2]
    assert order("chuyên đội sợ", *both) == [2, 1]
    assert order("chuyen doi so", *both) == [2, 1]  # alike: the newer one


def test_a_number_that_is_meant_beats_a_headline() -> None:
    named = candidate(1, MENTION, OLD, has_number=True)
    assert order("chuyen doi so", named, candidate(2, HEADLINE, NEW)) == [1, 2]


def test_of_equals_the_newer_and_then_the_later_comes_first() -> None:
    alike = [candidate(1, MENTION, NEW), candidate(2, MENTION, OLD), candidate(3, MENTION, NEW)]
    assert order("chuyen doi so", *alike) == [3, 1, 2]


def test_a_quoted_phrase_must_stand_there() -> None:
    both = candidate(1, MENTION, OLD), candidate(2, APART, NEW)
    assert order('"chuyen doi so"', *both) == [1]


def test_a_name_must_be_told_whole() -> None:
    told = (
        "Tin trong ngày\n\nĐồng chí Đỗ Quang Vĩnh, Bí thư Tỉnh ủy Hải Vân chủ trì hội nghị. " + BODY
    )
    both = candidate(1, told, OLD), candidate(2, MENTION, NEW)
    assert order('người:"quang vinh"', *both) == [1]
    assert order('cơquan:"tỉnh ủy hải vân"', *both) == [1]
    assert order('người:"quang hai"', *both) == []
