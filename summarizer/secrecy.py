"""Find the mark that forbids to keep a text: MẬT, TỐI MẬT, TUYỆT MẬT, «lưu hành nội bộ»."""

from __future__ import annotations

import re
import unicodedata

from summarizer.model import Span

_GAP = r"[ \t\u00a0\u200b-\u200d\u2060\ufeff]"
_WORD = rf"(?:(?:T{_GAP}*Ố{_GAP}*I|T{_GAP}*U{_GAP}*Y{_GAP}*Ệ{_GAP}*T){_GAP}*)?M{_GAP}*Ậ{_GAP}*T"
_EDGE = r"[\s*_#>|\[\](){}«»\"“”:.,;\-–—/\\]"
# alone on a line, perhaps with the number of the copy: «TỐI MẬT», «[MẬT]», «Mật - Bản số: 03»
_STAMP = re.compile(
    rf"^{_EDGE}*{_WORD}{_EDGE}*(?:bản{_GAP}+số\b[^\n]{{0,20}})?$", re.MULTILINE | re.IGNORECASE
)
# «Độ mật: Tối mật», «ĐỘ MẬT: MẬT»
_LEVEL = re.compile(
    rf"\b(?:độ|mức{_GAP}+độ){_GAP}+mật{_GAP}*:{_GAP}*\**{_GAP}*{_WORD}\b", re.IGNORECASE
)
# capitals that open a line or a file's name: «TỐI MẬT - Báo cáo…», «MẬT_bao cao.docx»
_OPENING = re.compile(rf"^{_EDGE}*{_WORD}{_GAP}*[-–—:_|/\])]", re.MULTILINE)
# capitals among other words: «văn bản TUYỆT MẬT này»; not where everything is in capitals
_CAPITALS = re.compile(rf"(?<!\w)(?:TỐI|TUYỆT){_GAP}+MẬT(?!\w)")
_INTERNAL = re.compile(
    rf"^{_EDGE}*(?:tài{_GAP}+liệu{_GAP}+|chỉ{_GAP}+)?lưu{_GAP}+hành{_GAP}+(?:trong{_GAP}+)?nội{_GAP}+bộ{_EDGE}*$"
    rf"|\((?:tài{_GAP}+liệu{_GAP}+)?lưu{_GAP}+hành{_GAP}+nội{_GAP}+bộ\)"
    rf"|(?<!\w)LƯU{_GAP}+HÀNH{_GAP}+NỘI{_GAP}+BỘ(?!\w)",
    re.MULTILINE | re.IGNORECASE,
)
_SPEAKS_OF = re.compile(r"(?:độ|giải|danh mục|loại)\s*$", re.IGNORECASE)


def find_secrecy_mark(text: str) -> Span | None:
    """Where a text carries a mark of secrecy, in code points of its NFC form; None where none."""
    composed = unicodedata.normalize("NFC", text)
    for pattern in (_STAMP, _LEVEL, _OPENING, _INTERNAL):
        if match := pattern.search(composed):
            return Span(match.start(), match.end())
    for match in _CAPITALS.finditer(composed):
        line = composed[composed.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
        before = composed[max(0, match.start() - 20) : match.start()]
        if not line.isupper() and not _SPEAKS_OF.search(before):
            return Span(match.start(), match.end())
    return None
