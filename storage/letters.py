"""Write a text with one byte a letter: what is searched by the hundred must be quick.

Offsets stay: byte n is letter n of the text. What is no letter or figure of Vietnamese, or
of a few neighbours, becomes a blank. Twenty times as fast as the same by `str`: the text's
code points choose from a table, all at once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from summarizer.folding import fold, strip_marks

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VIETNAMESE = {
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES
}
_SMALL = sorted((_VIETNAMESE | {*"đäöüçñåøðëï"}) - {*"aeiouy"})
# letter → byte: ASCII that can be seen stays, the small marked letters take the other places,
# but for 9 to 13, which `bytes.split` takes for blanks
_BYTES = {chr(code): code for code in range(33, 127)} | dict(
    zip(_SMALL, [*range(1, 9), *range(14, 32), *range(127, 256)], strict=False)
)
_BLANK = 32
STOP = "\x01"  # stays what it is not, a letter or a blank: nothing is found across it
_LETTERS = 1 << 13  # code points that have a place in the tables; the letters lie far below

Codes = NDArray[np.uint32]
Letters = NDArray[np.uint8]


def _table(form: Callable[[str], str]) -> Letters:
    """The byte of each code point: that of its letter in this form."""
    table = np.full(_LETTERS + 1, _BLANK, np.uint8)
    for letter in _BYTES:
        for each in (letter, letter.upper()):
            if each.isalnum() and len(each) == 1:
                table[ord(each)] = _BYTES.get(form(each), _BLANK)
    table[ord(STOP)] = 0
    return table


_MARKED = _table(fold)
_BARE = _table(lambda letter: strip_marks(fold(letter)))
_IS_BLANK = _MARKED == _BLANK


def marked_bytes(text: str) -> bytes:
    """Small letters with their diacritics, where they stand; tone marks stay where typed."""
    return marked_letters(codes_of(text)).tobytes()


def bare_bytes(text: str) -> bytes:
    """Small letters without diacritics."""
    return bare_letters(codes_of(text)).tobytes()


def marked_letters(codes: Codes) -> Letters:
    """The same of code points."""
    return _MARKED[codes]


def bare_letters(codes: Codes) -> Letters:
    """The same of code points."""
    return _BARE[codes]


def are_blank(codes: Codes) -> NDArray[np.bool_]:
    """Which of them are no letters, in either form."""
    blank: NDArray[np.bool_] = _IS_BLANK[codes]
    return blank


def codes_of(text: str) -> Codes:
    """The code points of a text; those without a place in the tables are the last, a blank."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(codes, np.uint32(_LETTERS))
