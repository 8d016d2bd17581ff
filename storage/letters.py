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
_LETTERS = 1 << 13  # code points that have a place in the tables; the letters lie far below

_Table = NDArray[np.uint8]


def _table(form: Callable[[str], str]) -> _Table:
    """The byte of each code point: that of its letter in this form."""
    table = np.full(_LETTERS, _BLANK, np.uint8)
    for letter in _BYTES:
        for each in (letter, letter.upper()):
            if each.isalnum() and len(each) == 1:
                table[ord(each)] = _BYTES.get(form(each), _BLANK)
    return table


_MARKED = _table(fold)
_BARE = _table(lambda letter: strip_marks(fold(letter)))


def marked_bytes(text: str) -> bytes:
    """Small letters with their diacritics, where they stand; tone marks stay where typed."""
    return _MARKED[_codes(text)].tobytes()


def bare_bytes(text: str) -> bytes:
    """Small letters without diacritics."""
    return _BARE[_codes(text)].tobytes()


def _codes(text: str) -> NDArray[np.uint32]:
    """The code points of a text; those without a place in the tables are 0, a blank."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.where(codes < _LETTERS, codes, 0)
