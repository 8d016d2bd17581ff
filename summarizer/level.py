"""Tell at which level of the state an article's event takes place."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.model import Digest
from summarizer.organs import organ_norm

Level = Literal["central", "province", "local", "other"]

# in the form of `organ_norm`: small letters without diacritics; who is meant comes first
_LOCAL = re.compile(
    r"\b(?:huyen uy|thi uy|quan uy|xa|phuong|thi tran|huyen|quan(?! (?:su|khu))|dac khu)\b"
)
_PROVINCE = re.compile(r"\b(?:tinh uy|thanh uy|tinh|thanh pho|so|bo chi huy quan su)\b")
_CENTRAL = re.compile(
    r"\b(?:bo chinh tri|ban bi thu|trung uong|chinh phu|thu tuong|quoc hoi(?! (?:tinh|thanh pho))"
    r"|chu tich nuoc|tong bi thu|nha nuoc|toa an nhan dan toi cao|vien kiem sat nhan dan toi cao)\b"
    r"|^bo (?!chi huy)|\bbo truong\b"
)


def level_of(digest: Digest) -> Level:
    """The level of the host, else of whoever chaired or directed; «other» where nobody did."""
    for words in _who(digest):
        norm = organ_norm(words)
        for level, organs in _ORDER:
            if organs.search(norm):
                return level
    return "other"


def _who(digest: Digest) -> list[str]:
    host = digest.event.host if digest.event else None
    heads = [
        role.text
        for part in ("chủ trì", "chỉ đạo")
        for person in digest.people
        if person.part == part
        for role in person.roles
    ]
    issuers = [order.issuer.text for order in digest.directives if order.issuer]
    return [*([host.text] if host else []), *heads, *issuers]


_ORDER: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("central", _CENTRAL),
    ("local", _LOCAL),
    ("province", _PROVINCE),
)
