"""Read which directives somebody asks for: «quá hạn», «người giao: Đỗ Quang Vĩnh», «tuần này»."""

from __future__ import annotations

import re

from msgspec import Struct

from storage.entries import Due, Party, State, Wanted
from summarizer.folding import fold, strip_marks
from summarizer.organs import organ_norm

_MARKS = re.compile(r"[:=\"“”„«»]+")
# without diacritics; what stands between two of them is a name
_KEY = re.compile(
    r"""
    (?<!\w)(?:
      (?P<issuer> nguoi\ giao | giao\ boi )
    | (?P<addressee> noi\ nhan | giao\ cho | don\ vi\ nhan )
    | (?P<over> (?:han\ )? qua\ han | tre\ han | han\ qua )
    | (?P<week> (?:han\ )? (?:trong\ )? tuan\ nay )
    | (?P<none> (?:han\ )? khong (?:\ co|\ neu|\ ro)? (?:\ thoi)? \ han | han\ khong )
    | (?P<any> co\ han | co\ thoi\ han )
    | (?P<done> da\ xong | da\ hoan\ thanh | xong )
    | (?P<followed> (?:dang\ )? theo\ doi )
    | (?P<own> (?:cua\ )? (?:co\ quan|don\ vi)\ (?:minh|toi|ta) | cua\ (?:minh|toi) )
    | trang\ (?P<page> \d{1,4} )
    )(?!\w)
    """,
    re.VERBOSE,
)


_DUES: tuple[Due, ...] = ("over", "week", "none", "any")
_STATES: tuple[State, ...] = ("done", "followed")


class Asked(Struct, frozen=True):
    """What was asked for, which page; `offers` where a party is to be chosen from a list."""

    wanted: Wanted = Wanted()
    page: int = 1
    offers: Party | None = None


def read_wanted(typed: str) -> Asked:
    """What is asked for, typed with or without diacritics; words without a key name a party."""
    text = " ".join(_MARKS.sub(" ", typed).split())
    bare = strip_marks(fold(text))
    keys = list(_KEY.finditer(bare))
    ends = [key.start() for key in keys[1:]] + [len(text)]
    loose = [text[: keys[0].start()] if keys else text]
    found: dict[str, str] = {}
    page = 1
    for key, end in zip(keys, ends, strict=False):
        kind, words = key.lastgroup or "", text[key.end() : end].strip(" ,;")
        if kind == "page":
            page = max(1, int(key["page"]))
        if kind in {"issuer", "addressee"}:
            found[kind] = organ_norm(words)
        else:
            found[kind] = kind
            loose.append(words)
    parties: tuple[Party, ...] = ("issuer", "addressee")
    offers = next((party for party in parties if found.get(party) == ""), None)
    wanted = Wanted(
        issuer=found.get("issuer", ""),
        addressee=found.get("addressee", ""),
        party=organ_norm(" ".join(loose)),
        due=next((due for due in _DUES if due in found), None),
        state=next((state for state in _STATES if state in found), None),
        is_own="own" in found,
    )
    return Asked(wanted, page, offers)


_PHRASES = {
    "over": "qua han",
    "week": "tuan nay",
    "none": "khong han",
    "any": "co han",
    "done": "da xong",
    "followed": "theo doi",
}


def write_wanted(wanted: Wanted, *, longest: int) -> str:
    """The same as it may be typed, of at most `longest` letters; long names lose their ends."""
    parts = [_PHRASES[part] for part in (wanted.due, wanted.state) if part in _PHRASES]
    parts += ["cua minh"] if wanted.is_own else []
    names = [
        ("", wanted.party),
        ("nguoi giao", wanted.issuer),
        ("noi nhan", wanted.addressee),
    ]
    named = [(key, name) for key, name in names if name]
    fixed = " ".join([*(key for key, _ in named if key), *parts])
    room = longest - len(fixed) - 2 * len(named)
    for key, name in named:
        cut = _cut(name, room // len(named))
        parts.insert(0, f"{key} {cut}".strip()) if not key else parts.append(f"{key} {cut}")
    return " ".join(parts)


def _cut(name: str, longest: int) -> str:
    """A name that still names the same: cut after a word."""
    return name if len(name) <= longest else name[: longest + 1].rpartition(" ")[0]
