"""Fold text for comparison without moving an offset."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# the capitals of Vietnamese for a class of letters; «à-ỹ» holds «Đ» too
CAPITALS = "".join(chr(code) for code in range(0x41, 0x1F00) if chr(code).isupper())
_TONES = "\u0300\u0301\u0309\u0303\u0323"
# hoà → hòa, khoẻ → khỏe, uỷ → ủy: the tone mark on the first vowel, same length in NFC
_TONE_PLACES = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize(
        "NFC", first + tone + second
    )
    for tone in _TONES
    for first, second in ("oa", "oe", "uy")
}
_TONE_PLACE = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|u(?<!qu)[ỳýỷỹỵ](?!\w)")
_NEW_PLACES = {old: new for new, old in _TONE_PLACES.items()}
_NEW_PLACE = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?!\w)")
_TWINS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("‘’´`ʼ′", "'"),
    **dict.fromkeys("\u00a0\u2007\u202f\t", " "),
    "ð": "đ",  # U+00F0, typed for đ
    "Ð": "đ",  # U+00D0, typed for Đ
}
_TWIN = re.compile(f"[{''.join(_TWINS)}]")  # ten times faster than str.translate


def fold(text: str) -> str:
    """Lower case, one tone placement, one kind of dash, quote and blank; same length.

    >>> fold("Uỷ ban – 01‑KL/TW")
    'ủy ban - 01-kl/tw'
    """
    lower = text.lower()
    if len(lower) != len(text):  # «İ» lowers to two code points
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    lower = _TWIN.sub(lambda match: _TWINS[match[0]], lower)
    return _TONE_PLACE.sub(lambda match: _TONE_PLACES[match[0]], lower)


def strip_marks(folded: str) -> str:
    """A folded text without diacritics, same length: what people type in a hurry.

    >>> strip_marks(fold("Đảng ủy phường"))
    'dang uy phuong'
    """
    return folded.translate(_bare_letters())


@cache
def _bare_letters() -> dict[int, str]:
    letters = {ord("đ"): "d"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare != chr(code) and bare.isascii():
            letters[code] = bare
    return letters


def other_spelling(folded: str) -> str:
    """A folded word with its tone mark where others write it; the same where all agree.

    >>> other_spelling("hòa")
    'hoà'
    """
    return _NEW_PLACE.sub(lambda match: _NEW_PLACES[match[0]], folded)
