"""Undo UTF-8 that was read as Windows-1252: «Há»™i nghá»‹»."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from summarizer.reading.syllables import is_syllable

_CONTINUED = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# what two, three or four bytes of one letter look like: «Ã¡», «á»™», «ðŸ“Œ»
_LETTER = (
    rf"[\u00c2-\u00df][{_CONTINUED}]|[\u00e0-\u00ef][{_CONTINUED}]{{2}}"
    rf"|[\u00f0-\u00f4][{_CONTINUED}]{{3}}"
)
_WHOLE = re.compile(_LETTER)
# … and what is left where the last byte was a blank («hÃ ng»), a soft hyphen («chÃnh») or
# a code without a letter («Äá»“ng»)
_HOLED = re.compile(
    rf"""
    (?P<letter> {_LETTER} )
  | (?P<head> [A-Za-z]{{0,3}} ) Ã[ ] (?P<tail> [a-z]{{0,3}} )
  | (?P<seen> á» )
  | (?P<known> Â[ ] | Æ[ ] | áº[ ] | áº(?=[a-z]) | Ä | (?<=[a-zA-Z])Ã(?=[a-z.,;:!?)”"]|$) )
  | (?P<lost> [áÂÃÆ] [º»]? | â€ )
    """,
    re.VERBOSE,
)
_KNOWN = {"Â ": " ", "Æ ": "Ơ", "áº ": "Ạ", "áº": "ậ", "Ä": "Đ", "Ã": "í"}
_SIGN = re.compile(rf"á[º»]|Ä[\u0090‘ƒ]|Æ[°¡]|Ã[{_CONTINUED}]|â€")
_MAY = re.compile("[ƒ»º°¡†€™]")
_UNICODE = re.compile(r"[\u0102-\u0151\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


_CONTROL = re.compile("[\u0081\u008d\u008f\u0090\u009d]")


class _Kept(Struct, frozen=True):
    """What a damaged text still has, which tells what was lost."""

    unicode: bool  # lines that are not damaged
    blanks: bool
    hyphens: bool
    controls: bool


def count_signs(text: str) -> int:
    """How many letters of `text` look like bytes of other letters."""
    return len(_SIGN.findall(text)) if _MAY.search(text) else 0


def from_mojibake(text: str) -> str:
    """«Há»™i nghá»‹» → «Hội nghị»; U+FFFD stands for what cannot be read surely."""
    for _ in range(3):  # it may have happened twice
        kept = _Kept(
            unicode=_UNICODE.search(text) is not None,
            blanks="Ã\u00a0" in text,
            hyphens="Ã\u00ad" in text,
            controls=_CONTROL.search(text) is not None,
        )
        text = "\n".join(_line(line, kept) for line in text.split("\n"))
        if not count_signs(text):
            break
    return text


def _line(line: str, kept: _Kept) -> str:
    if line.isascii():
        return line
    if _UNICODE.search(line) or (kept.unicode and not _WHOLE.search(line)):
        return _WHOLE.sub(lambda match: _decoded(match[0]) or match[0], line)
    return _HOLED.sub(lambda match: _letter(match, kept), line)


def _letter(match: re.Match[str], kept: _Kept) -> str:
    if match["letter"]:
        return _decoded(match[0]) or "\ufffd"
    if match["known"]:
        return _KNOWN[match["known"]]
    if match["seen"]:  # the bytes of «ử» end in a soft hyphen, those of «ề ọ ỏ ờ» in a control
        return "ử" if kept.controls else "\ufffd"
    if match["lost"]:
        return "\ufffd"
    return _blanked(match, kept)


def _blanked(match: re.Match[str], kept: _Kept) -> str:
    """A letter that ended in what became a blank, or was followed by one."""
    if kept.blanks:
        return f"{match['head']}í {match['tail']}"  # «chÃ minh» was «chí minh»
    if not kept.hyphens:
        return "\ufffd"
    joined = f"{match['head']}à{match['tail']}"
    if not match["tail"] or is_syllable(joined.lower()):
        return joined  # «hÃ ng» is «hàng»
    return f"{match['head']}à {match['tail']}"  # «vÃ nhÃ» was «và nhà»


def _decoded(letters: str) -> str | None:
    codes = _codes()
    try:
        return bytes(codes.get(letter, ord(letter)) for letter in letters).decode("utf-8")
    except UnicodeDecodeError:
        return None


@cache
def _codes() -> dict[str, int]:
    codes = {}
    for code in range(0x80, 0xA0):
        letter = bytes([code]).decode("cp1252", "ignore")
        if letter:
            codes[letter] = code
    return codes
