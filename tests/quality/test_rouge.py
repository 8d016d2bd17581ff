"""ROUGE as its paper defines it, on figures reckoned by hand."""

from __future__ import annotations

import pytest

from tests.quality.rouge import rouge


@pytest.mark.parametrize(
    ("summary", "reference", "expected"),
    [
        ("một hai ba", "một hai ba", (1.0, 1.0, 1.0)),
        ("", "một hai", (0.0, 0.0, 0.0)),
        ("bốn năm", "một hai", (0.0, 0.0, 0.0)),
        # 2 of 3 and 2 of 4 syllables shared: 4/7; «hai ba» of 2 and 3 pairs: 2/5
        ("hai ba sáu", "một hai ba bốn", (4 / 7, 2 / 5, 4 / 7)),
        # order counts for L alone: «một», «ba» against «ba», «một»
        ("một ba", "ba một", (1.0, 0.0, 0.5)),
        ("Hoà Bình.", "hòa bình", (1.0, 1.0, 1.0)),
    ],
)
def test_rouge_is_what_its_paper_says(
    summary: str, reference: str, expected: tuple[float, float, float]
) -> None:
    assert rouge(summary, reference) == pytest.approx(expected)
