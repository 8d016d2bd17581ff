"""Fold text for comparison without moving an offset."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0309\u0303\u0323"
# hoà → hòa, khoẻ → khỏe, uỷ → ủy: the tone mark on the first vowel, same length in NFC
_TONE_PLACES = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize(
        "NFC", first + tone + second
    )
    for tone in _TONES
    for first, second in ("oa", "oe", "uy")
}
_TONE_PLACE = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONE_PLACES)})(?!\w)")
_TWINS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("‘’´`ʼ′", "'"),
        **dict.fromkeys("\u00a0\u2007\u202f\t", " "),
        "ð": "đ",  # U+00F0, typed for đ
        "Ð": "đ",  # U+00D0, typed for Đ
    }
)


def fold(text: str) -> str:
    """Lower case, one tone placement, one kind of dash, quote and blank; same length.

    >>> fold("Uỷ ban – 01‑KL/TW")
    'ủy ban - 01-kl/tw'
    """
    lower = text.lower()
    if len(lower) != len(text):  # «İ» lowers to two code points
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    lower = lower.translate(_TWINS)
    return _TONE_PLACE.sub(lambda match: _TONE_PLACES[match[0]], lower)
