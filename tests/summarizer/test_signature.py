"""Try that a signature stays what it is, made of the body alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from summarizer.reading.text import read_text
from summarizer.signature import SIZE, resemblance, sign

GOLD = Path("tests/gold/dev-08.txt").read_text(encoding="utf-8")


def _sign(text: str) -> bytes | None:
    return sign(read_text(text))


def test_a_kept_signature_stays_comparable() -> None:
    """If this fails, every signature in every database must be made anew."""
    signature = _sign(GOLD)
    assert signature
    assert len(signature) == SIZE
    assert hashlib.sha256(signature).hexdigest()[:16] == "a80b7fc3bc93a35d"


@pytest.mark.parametrize(
    "edited",
    [
        GOLD.upper(),
        GOLD.replace(" - ", " – "),
        GOLD.replace("Quân khu kiểm tra công tác", "Kiểm tra", 1),
        GOLD.replace("Y Thịnh Êban - Duy Khoa", "Theo TTXVN"),
    ],
    ids=["capitals", "dashes", "headline", "byline"],
)
def test_headline_byline_and_letter_case_change_nothing(edited: str) -> None:
    assert _sign(edited) == _sign(GOLD)


@pytest.mark.parametrize("text", ["", "Tin vắn", "Tin vắn\n\nHôm nay họp.", "😀" * 4096])
def test_a_short_body_has_no_signature(text: str) -> None:
    assert _sign(text) is None


def test_a_book_has_no_signature() -> None:
    assert _sign(GOLD * 100) is None


def test_nothing_resembles_an_empty_shelf() -> None:
    signature = _sign(GOLD)
    assert signature
    assert resemblance(signature, []) == []
