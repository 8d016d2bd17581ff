"""Every letter of Vietnamese stays one: no byte of it is taken for a blank."""

from __future__ import annotations

import unicodedata

import pytest

from storage.letters import bare_bytes, marked_bytes
from storage.needles import padded

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LETTERS = [
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES
] + ["đ"]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_word_with_the_letter_is_one_word(letter: str) -> None:
    for word in (f"t{letter}n", f"T{letter.upper()}N"):
        assert len(marked_bytes(word).split()) == 1
        assert padded(marked_bytes(word)) == b" " + marked_bytes(word) + b" "
        assert bare_bytes(word).isalpha()


def test_no_two_letters_are_one() -> None:
    assert len({marked_bytes(letter) for letter in LETTERS}) == len(set(LETTERS))
