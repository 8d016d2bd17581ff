"""Spoil the letters of a good text the ways that old fonts and wrong tables do."""

from __future__ import annotations

import unicodedata

from summarizer.reading.legacy import from_tcvn3, from_vni

_LATIN = [chr(code) for code in range(0xA1, 0x100)]
_TCVN3 = {from_tcvn3(f"a{code}")[1:]: code for code in _LATIN}
_PAIRS = [base + mark for base in "aeiouyôöAEIOUYÔÖ" for mark in "øùûõïâàáåãäêèéúüë"]
_CODES = [*_LATIN, *_PAIRS, *(pair.upper() for pair in _PAIRS)]  # in capitals, both are
_VNI = {
    from_vni(code): code for code in _CODES if len(from_vni(code)) == 1 and from_vni(code) != code
}


def to_tcvn3(text: str) -> str:
    """As a TCVN3 font needs it: a toned capital has the code of the small letter."""
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def to_vni(text: str) -> str:
    """As a VNI font needs it."""
    return "".join(_VNI.get(letter, letter) for letter in text)


def to_mojibake(text: str) -> str:
    """UTF-8 read as Windows-1252, as browsers do it."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def to_twice_converted(text: str) -> str:
    """Right letters put through a converter from TCVN3 once more."""
    return "".join(from_tcvn3(f"a{c}")[1:] if "\xa1" <= c <= "\xff" else c for c in text)


def to_half_decomposed(text: str) -> str:
    """Every other letter in pieces."""
    return "".join(
        unicodedata.normalize("NFD", letter) if place % 2 else letter
        for place, letter in enumerate(text)
    )


def to_entities(text: str) -> str:
    """Every letter beyond ASCII as an HTML entity."""
    return "".join(c if c.isascii() else f"&#{ord(c)};" for c in text)
