"""Tell commas inside the names of ministries from those of lists."""

from __future__ import annotations

import re

# «Sở VH, TT&DL»
_SHORT = re.compile(r"(?i:bộ|sở|phòng|ngành|ban)\s[A-ZĐ]{2,5},\s[A-ZĐ]{2,4}(?:&[A-ZĐ]{2,4})?(?!\w)")
# «Bộ Văn hóa, Thể thao và Du lịch», «Sở Lao động, Thương binh và Xã hội»
_LONG = re.compile(
    r"(?:văn\s(?:hóa|hoá)|lao\sđộng),\s(?:thể\sthao|thương\sbinh|thông\stin)(?!\w)",
    re.IGNORECASE,
)
_REACH = 16


def is_inside_name(text: str, comma: int) -> bool:
    """Whether the comma at offset `comma` joins two halves of one name."""
    start = max(0, comma - _REACH)
    found = (pattern.search(text, start, comma + _REACH) for pattern in (_SHORT, _LONG))
    return any(match and match.start() < comma < match.end() for match in found)
