"""Words are cut where a reader would cut them, and never to nothing."""

from __future__ import annotations

import pytest

from bot.render.shaping import capital, printed_day, shortened


@pytest.mark.parametrize(
    ("words", "longest", "shown"),
    [
        ("báo cáo Tỉnh ủy", 20, "báo cáo Tỉnh ủy"),
        ("báo cáo Tỉnh ủy", 12, "báo cáo…"),
        ("báo cáo, kiến nghị", 12, "báo cáo…"),
        ("https://hai-van.gov.vn/tin-1.htm", 12, "https://hai-…"),  # there is no blank
        ("", 5, ""),
    ],
)
def test_words_that_are_too_long_are_cut(words: str, longest: int, shown: str) -> None:
    assert shortened(words, longest) == shown


def test_a_year_alone_stays_a_year() -> None:
    days = [printed_day(told) for told in ("2022-05-19", "2022", None)]
    assert days == ["19/5/2022", "2022", None]


def test_nothing_has_no_capital() -> None:
    assert (capital("ủy ban"), capital("")) == ("Ủy ban", "")
