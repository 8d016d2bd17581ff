"""Turn bytes into the letters that were meant."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from summarizer.reading.errors import DamagedTextError, NotVietnameseError, UnmarkedTextError
from summarizer.reading.legacy import from_tcvn3, from_vni
from summarizer.reading.mojibake import count_signs, from_mojibake
from summarizer.reading.syllables import is_bare_syllable, is_syllable

_WORD = re.compile(r"[^\W\d_]+")
# a sign amid letters that stood for a letter: «c¸c», «nh©n», «®ång»
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-§¨©ª¬®¯°±¶¸¹¼½¾×÷](?=[^\W\d_])|(?<!\S)®(?=[^\W\d_])")
_SIGN = re.compile(r"[¡-§¨©ª¬®¯°±¶¸¹¼½¾×÷]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BEYOND = re.compile(r"[\u0102-\u0151\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
_LOST = re.compile(r"[^\W\d_]\ufffd|\ufffd[^\W\d_]")
# words that are none, and what stood there before a second conversion («khụng») or in a
# PDF with a wrong table («khơng»)
_TWISTED = {
    **dict.fromkeys(("khụng", "khơng"), "không"),
    **dict.fromkeys(("cụng", "cơng"), "công"),
    **dict.fromkeys(("thụng", "thơng"), "thông"),
    "cỏc": "các",
    "trờn": "trên",
    "chớnh": "chính",
    "tớnh": "tính",
    "phũng": "phòng",
}
_WITHOUT_U = 40  # words: no text goes on so long without the letter «ư»
_FEW = 8  # words: too few to tell a language
_Reading = Callable[[str], str]


class _Look(Struct, frozen=True):
    """How many words a text has, how many with marks, how many of these are no syllables."""

    words: int
    marked: int
    bad: int
    signs: int  # of UTF-8 read as something else

    @property
    def is_sound(self) -> bool:
        """Nearly every marked word is Vietnamese (names such as «Krông» are not)."""
        return self.bad * 20 <= self.marked

    @property
    def is_damaged(self) -> bool:
        """So many words have marks that no other language does, and so many are none."""
        return self.bad * 8 > self.marked and self.marked * 2 > self.words


def decode(data: bytes) -> str:
    """The text of a file, whatever way its letters are coded. No letter is repaired yet.

    Raises DamagedTextError where the bytes stop making sense.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    if wide := _wide(data):
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # cut off amid a letter
            return data[: error.start].decode("utf-8")
    return _narrow(data)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mend(text: str) -> str:
    """`text` with the letters that were meant, in NFC, without letters that cannot be seen.

    Good text comes back as it is. Raises DamagedTextError for what cannot be mended surely.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = unicodedata.normalize("NFC", text)
    mended = _undo(text).replace("\r\n", "\n").replace("\r", "\n")
    mended = unicodedata.normalize("NFC", _UNSEEN.sub("", mended))
    if _is_twisted(mended) or ("\ufffd" in mended and _is_torn(mended)):
        raise DamagedTextError
    return mended


def require_vietnamese(text: str) -> None:
    """Raise NotVietnameseError or UnmarkedTextError unless `text` is Vietnamese with marks."""
    look = _look(text)
    if look.words < _FEW or (look.marked - look.bad) * 8 >= look.words:
        return
    words = [word for word in _WORD.findall(text.lower()) if word.isascii()]
    if sum(map(is_bare_syllable, words)) * 10 >= look.words * 8:
        raise UnmarkedTextError
    raise NotVietnameseError


def _strict(data: bytes, name: str) -> str:
    try:
        return codecs.getincrementaldecoder(name)().decode(data)  # a cut last letter is dropped
    except UnicodeDecodeError as error:
        raise DamagedTextError from error


def _wide(data: bytes) -> str | None:
    """The kind of UTF-16 without a mark: every other byte of plain letters is 0."""
    sample = data[:4000]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if max(odd, even) * 5 < len(sample[::2]) or min(odd, even) * 20 > max(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _narrow(data: bytes) -> str:
    """Text of one byte a letter, or UTF-8 with holes."""
    holed = data.decode("utf-8", "replace")
    if holed.count("\ufffd") * 50 < len(holed) and _look(holed).is_sound:
        return holed
    text = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    look = _look(text)
    if look.is_sound and look.marked * 3 > look.words:
        return text
    return "".join(_WINDOWS[byte] for byte in data)


_WINDOWS = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]


def _look(text: str) -> _Look:
    words = marked = bad = 0
    for word, count in Counter(_WORD.findall(text.lower())).items():
        words += count
        if word.isascii():
            continue
        if is_syllable(word):
            marked += count
        elif not word.replace("đ", "").isascii():  # «QĐ», «HĐND» are neither
            marked += count
            bad += count
    signs = count_signs(text)
    odd = signs + (len(_SIGN_IN_WORD.findall(text)) if _SIGN.search(text) else 0)
    return _Look(words, marked + odd, bad + odd, signs)


def _undo(text: str) -> str:
    """The first reading that makes sense; `text` itself where it does."""
    look = _look(text)
    if look.bad * 100 <= look.marked and look.signs * 100 <= look.words:
        return text
    for reading in _READINGS:
        candidate = reading(text)
        if candidate != text and _is_better(_look(candidate), look):
            if candidate.count("\ufffd") > text.count("\ufffd"):
                raise DamagedTextError
            return candidate
    if look.signs * 20 > look.words or (not look.is_sound and _is_damaged(text)):
        raise DamagedTextError
    return text


def _is_better(new: _Look, old: _Look) -> bool:
    """Whether a reading makes sense of what made none; a word or two prove nothing."""
    return (
        old.bad > 2
        and new.bad * 30 <= new.marked
        and new.marked * 3 > new.words
        and new.bad * 3 < old.bad
    )


def _by_line(text: str, reading: _Reading) -> str:
    """Read the lines of old letters anew; U+FFFD is put last where a line could be either."""
    lines = text.split("\n")
    is_mixed = _BEYOND.search(text) is not None
    is_unsure = False
    for number, line in enumerate(lines):
        other = line if line.isascii() or _BEYOND.search(line) else reading(line)
        if other == line:
            continue
        look = _look(line)
        if is_mixed and (look.bad < 2 or look.bad * 3 < look.marked):
            is_unsure = True
        else:
            lines[number] = other
    mended = "\n".join(lines)
    return f"{mended}\ufffd" if is_unsure and mended != text else mended


_READINGS: tuple[_Reading, ...] = (
    from_mojibake,
    lambda text: _by_line(text, from_tcvn3) + _mark_of_loss(text),
    lambda text: _by_line(text, from_vni),
)


def _mark_of_loss(text: str) -> str:
    """U+FFFD for a TCVN3 text whose «ư», a soft hyphen there, was dropped on its way."""
    return "\ufffd" if "\u00ad" not in text and len(text.split()) > _WITHOUT_U else ""


def _is_damaged(text: str) -> bool:
    """Whether a good part of its lines makes no sense; lines of French or Czech do."""
    looks = [_look(line) for line in text.split("\n")]
    words = sum(look.words for look in looks)
    return words > 4 * _FEW and sum(look.words for look in looks if look.is_damaged) * 4 > words


def _is_twisted(text: str) -> bool:
    """Whether, in a paragraph, words that are none have taken the place of the commonest."""
    low = text.lower()
    if sum(low.count(word) for word in _TWISTED) < 2:
        return False
    for line in low.split("\n"):
        wrong = sum(line.count(word) for word in _TWISTED)
        if wrong > 1 and wrong * 2 > sum(line.count(word) for word in set(_TWISTED.values())):
            return True
    return False


def _is_torn(text: str) -> bool:
    """Whether more than a letter here and there is lost."""
    return len(_LOST.findall(text)) * 100 > len(_WORD.findall(text))
