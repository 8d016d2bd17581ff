"""The letters that old Vietnamese fonts showed for other letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300\u0301\u0309\u0303\u0323"
_TONES = (_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT)
# TCVN 5712:1993, as the fonts .VnTime and .VnArial show it: «Héi nghÞ»
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ"
_TCVN3_LETTER_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®"
_TCVN3_TONED = {
    "a": "µ¸¶·¹",
    "ă": "»¾¼½Æ",
    "â": "ÇÊÈÉË",
    "e": "ÌÐÎÏÑ",
    "ê": "ÒÕÓÔÖ",
    "i": "×ÝØÜÞ",
    "o": "ßãáâä",
    "ô": "åèæçé",
    "ơ": "êíëìî",
    "u": "ïóñòô",
    "ư": "õøö÷ù",
    "y": "úýûüþ",
}
# VNI-Times: a plain letter, then its marks in one letter: «hoäi nghò»
_VNI_TONES = "øùûõï"
_VNI_MARKS = {
    "â": ("a", "âàáåãä"),
    "ê": ("e", "âàáåãä"),
    "ô": ("o", "âàáåãä"),
    "ă": ("a", "êèéúüë"),
}
_VNI_PLAIN = {"a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def from_tcvn3(text: str) -> str:
    """«Héi nghÞ» → «Hội nghị», for text that a TCVN3 font showed rightly."""
    letters = text.translate(_tcvn3())
    for words in _IN_CAPITALS:
        letters = words.sub(lambda match: match[0].upper(), letters)
    for opening in _OPENINGS:
        letters = opening.sub(lambda match: match[0][:-1] + match[0][-1].upper(), letters)
    return letters


# a toned capital had no code of its own: where it must have stood
_IN_CAPITALS = (
    re.compile(r"^(?=[^\na-z]{0,199}[A-Z])[^\na-z]{2,200}$", re.MULTILINE),  # «TIếN Vũ»
    re.compile(
        r"\b(?=\w{0,6}[A-ZĂÂÊÔƠƯĐ]\w{0,6}[A-ZĂÂÊÔƠƯĐ])[^\W\d_a-zăâêôơưđ]{2,7}\b"  # «HộI»
    ),
)
_OPENINGS = (
    # «. ứng», but not «TP. đối thoại», whose first letter has a capital's code
    re.compile(r"(?:\A|\n|(?<=[a-zà-ỹ]{3})[.!?]\s)[\s\"“‘(\[-]{0,4}(?![ăâđêôơư])[à-ỹ]"),
    # «ủy viên», but not «huyện ủy viên»
    re.compile(
        r"(?<!ấp )(?<!ỉnh )(?<!yện )(?<!ành )(?<!uận )(?<!ảng )"
        r"\b(?:ủ(?=y\s(?:viên|ban)\b)|u(?=ỷ\s(?:viên|ban)\b))"
    ),
    re.compile(r"[-–.(]\s?ả(?=nh(?: minh họa)?:)"),  # «- ảnh: VGP»
    re.compile(r"(?:\b[A-ZĐ]\w{1,6}\s){2}[ứấáổẩẫ](?=\w{1,3}[,;.)])"),  # «Đàm Quang ứng;»
)


def from_vni(text: str) -> str:
    """«Hoäi nghò» → «Hội nghị», for text that a VNI font showed rightly."""
    table = _vni()
    return _VNI.sub(lambda match: table.get(match[0]) or _by_letter(match[0], table), text)


# a base letter with the mark after it («oä», «öï»), or a letter that stands alone («ñ»)
_VNI = re.compile(r"[aeiouyôöAEIOUYÔÖ][àáâãäåèéêëïõøùúûüÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜ]|[ñôöæóòîÑÔÖÆÓÒÎ]")


def _by_letter(pair: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in pair)


@cache
def _tcvn3() -> dict[int, str]:
    table = {
        ord(code): letter for code, letter in zip(_TCVN3_LETTER_CODES, _TCVN3_LETTERS, strict=True)
    }
    for base, codes in _TCVN3_TONED.items():
        for code, tone in zip(codes, _TONES, strict=True):
            table[ord(code)] = unicodedata.normalize("NFC", base + tone)
    return table


@cache
def _vni() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for code, base in _VNI_PLAIN.items():
        for mark, tone in zip(_VNI_TONES, _TONES, strict=True):
            table[code + mark] = unicodedata.normalize("NFC", base + tone)
    for letter, (base, marks) in _VNI_MARKS.items():
        for mark, tone in zip(marks, ("", *_TONES), strict=True):
            table[base + mark] = unicodedata.normalize("NFC", letter + tone)
    capitals = {code.upper(): letter.upper() for code, letter in table.items()}
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in table.items()}
    return table | mixed | capitals
