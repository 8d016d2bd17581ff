"""Tell whether a text carries a mark of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT, «lưu hành nội bộ».

The marks and where they stand: Law 29/2018/QH14 on state secrets, Circular 24/2020/TT-BCA
(stamp under the number of the document), Decree 30/2020/NĐ-CP (letterhead). A text that
only speaks of secrecy carries none; where the two cannot be told apart it counts as marked,
since a secret that is kept does more harm than an article that is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_EDGES = " \t*_#>|[](){}<>«»\"“”'‘’:.,;!-–—/\\=~`"
_LEVELS = ("mật", "tốimật", "tuyệtmật", "toimat", "tuyetmat")
_HEADS = ("", "tàiliệu", "vănbản", "côngvăn", "báocáo", "độ", "độmật", "mứcđộmật", "loại", "dấu")
# a line that says nothing else, its letters together: «T Ố I  M Ậ T», «Độ mật: Mật»
_STAMPS = {head + level for head in _HEADS for level in _LEVELS}
_COPY = re.compile(r"(?:bản|bảnsố|sốbản)\d{0,4}$")  # «Mật - Bản số: 03»
_LONGEST_STAMP = 60
# «Độ mật: Tối mật» among other words
_LEVEL = re.compile(
    r"(?:độ|mức)[ \t]{1,4}mật[ \t]{0,4}:[ \t*]{0,4}(?:tối |tuyệt )?mật\b", re.IGNORECASE
)
# capitals that open a line or a file's name: «TỐI MẬT - Báo cáo», «MẬT_bao cao.docx»
_OPENING = re.compile(
    r"(?:TÀI LIỆU |VĂN BẢN )?(?:(?:TỐI |TUYỆT )?MẬT|TOI MAT|TUYET MAT)[ \t]{0,4}[-–—:_|/\])(.]"
)
# capitals in a column of the letterhead: «TỈNH ỦY HẢI VÂN      MẬT»
_COLUMN = re.compile(r"(?:\t|[ ]{2})(?:TỐI |TUYỆT )?MẬT(?=\t|[ ]{2}|$)")
# capitals among small letters: «văn bản TUYỆT MẬT này»
_CAPITALS = re.compile(r"(?<!\w)(?:TỐI |TUYỆT )?MẬT(?!\w)")
_BRACKETS = re.compile(r"\((?:TỐI |TUYỆT )?MẬT\)|\[(?:tối |tuyệt )?mật\]", re.IGNORECASE)
_SPEAKS_BEFORE = re.compile(
    r"(?:độ|giải|danh mục|loại|bí|bảo|cơ|thân|mức|dấu|chữ|từ|phim|và)[ \"“«'‘]{0,3}$",
    re.IGNORECASE,
)
_SPEAKS_AFTER = re.compile(
    r"[ \"”»,;]{0,3}(?:ĐỘ|KHẨU|MÃ|VỤ|THƯ|ONG|NGHỊ|DANH|BÁO|THÁM|TÔNG|VÀ|hoặc|và)\b"
)
_INTERNAL = re.compile(
    r"lưu[ \t\n]{1,3}hành[ \t\n]{1,3}(?:trong[ \t\n]{1,3})?nội[ \t\n]{1,3}bộ"
    r"|luu hanh (?:trong )?noi bo",
    re.IGNORECASE,
)


def is_marked_secret(text: str) -> bool:
    """Whether the text, or the name of a file, carries a mark of secrecy."""
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    small = plain.lower()
    if ("lưu" in small or "luu" in small) and _INTERNAL.search(plain):
        return True
    if "ậ" not in small and "mat" not in small:
        return False
    return any(_is_marked(line) for line in plain.splitlines() if _may_be_marked(line))


def _may_be_marked(line: str) -> bool:
    """A quick look: only a stamp, which is short, may part the letters of the word."""
    small = line.lower()
    return "mật" in small or "mat" in small or len(line.strip(_EDGES)) <= _LONGEST_STAMP


def _is_marked(line: str) -> bool:
    core = line.strip(_EDGES)
    if _is_stamp(core) or _LEVEL.search(line) or _BRACKETS.search(line):
        return True
    if _OPENING.match(core) and not core.isupper():
        return True
    return any(_stands_out(line, match) for match in _marks(line))


def _is_stamp(core: str) -> bool:
    if len(core) > _LONGEST_STAMP:
        return False
    letters = "".join(letter for letter in core.lower() if letter.isalnum())
    return letters in _STAMPS or _COPY.sub("", letters) in _STAMPS


def _marks(line: str) -> Iterator[re.Match[str]]:
    yield from _COLUMN.finditer(line)
    if not line.isupper():
        yield from _CAPITALS.finditer(line)


def _stands_out(line: str, match: re.Match[str]) -> bool:
    before = line[max(0, match.start() - 20) : match.start()]
    return not _SPEAKS_BEFORE.search(before) and not _SPEAKS_AFTER.match(line, match.end())
