"""Read a document's number: «01-KL/TW», «30/2020/NĐ-CP», bare «05»."""

from __future__ import annotations

import re

from summarizer.documents.mention import Number
from summarizer.folding import fold

_DASH = r"\s?[-–—‑−/]\s?"
_UPPER = "A-ZĐÐƯƠÔÊÂĂ"
# a code has a second capital or stands alone: «TTg», «SNgV», «QĐi», «L», not «Long»
_CODE = (
    rf"[{_UPPER}](?:[{_UPPER}&\d]|\s&\s|\.(?=[{_UPPER}])|[a-zịđư]{{1,2}}(?![a-zịđư])){{0,30}}(?!\w)"
)
_NUMBER = re.compile(
    rf"""
    (?P<serial> \d{{1,5}}(?:\.\d{{1,2}}(?=/))? ) (?P<letter> [a-zA-Z]? )   # 01, 30c, 66.4
    (?P<year> {_DASH} (?:19|20)\d\d (?!\d) )?                # /2025
    (?P<codes>
        (?: {_DASH} | (?<=\d\d\d\d) ) {_CODE}                # -KL, /NĐ, and /2013NĐ
        (?: {_DASH} {_CODE} | (?<=QH) \s? \d\d (?!\d) ){{0,6}}   # /TW, -CP, QH 13
      | \s(?:KH|CV|TB|HD|QĐ|BC|NQ|CTr){_DASH}{_CODE}         # 298 KH/TWĐTN
      | (?: /nđ-cp | /qđ-ttg | /nq-cp | -[nc][qt]/tw | -kl/tw )(?!\w)  # 61/2018/nđ-cp
    )?
    """,
    re.VERBOSE,
)
_NOT_A_NUMBER = re.compile(r"\d|/\d|[.,]\d|\s?%|\w")
_SPACED_CODE = re.compile(r"\s[-–—‑−/]\s[^\s/–-]+$")
_NO_LETTER = re.compile(r"[\W_]+")
_CODES = re.compile(r"[^\W\d_]+\d*")


def read_number(text: str, start: int) -> Number | None:
    """The number that stands at `start` of the printed text, in its fullest form."""
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    end = match.end()
    codes = match["codes"] or ""
    if codes and _SPACED_CODE.match(codes):  # «Nghị quyết 18 - UBND tỉnh …»: a dash
        codes, end = "", match.start("codes")
    if not codes and _NOT_A_NUMBER.match(text, end):
        return None
    return Number(
        text=text[start:end],
        serial=(match["serial"].lstrip("0") or "0") + match["letter"].lower(),
        year=(match["year"] or "")[-4:],
        codes=frozenset(_CODES.findall(fold(codes).replace(" ", "").replace("tư", "tw"))),
    )


def plain_number(printed: str) -> str:
    """A printed number by its letters and digits alone, so that its spellings compare.

    >>> plain_number("01-KL/TW"), plain_number("01 – KL/TW")
    ('01kltw', '01kltw')
    """
    return _NO_LETTER.sub("", fold(printed))
