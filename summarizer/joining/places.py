"""Read which province, district or commune an organ belongs to."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from summarizer import lexicon
from summarizer.folding import CAPITALS, fold, strip_marks
from summarizer.model import Article
from summarizer.organs import organ_norm

# the rank of a place by the word before its name
_RANKS = {
    **dict.fromkeys(("tỉnh", "tỉnh ủy", "sở", "tỉnh đoàn"), "province"),
    **dict.fromkeys(("thành phố", "tp", "thành ủy"), "city"),
    **dict.fromkeys(("huyện", "quận", "thị xã", "huyện ủy", "quận ủy", "thị ủy"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune"),
}
_LEAST_SHARE = 0.6  # of the provinces that an article names: less is news of several
_SYLLABLE = rf"(?:[{CAPITALS}][^\W\d_]*|\d{{1,2}})"
_NAME = rf"{_SYLLABLE}(?:\s(?:-\s)?{_SYLLABLE}){{0,4}}"
_NAMED = re.compile(
    rf"""
    (?<!\w) (?P<rank> (?i: tỉnh\s[uủ][ỷy]|thành\s[uủ][ỷy]|huyện\s[uủ][ỷy]|quận\s[uủ][ỷy]
        |thị\s[uủ][ỷy]|tỉnh\sđoàn|thị\sxã|thị\strấn|đặc\skhu|thành\sphố|tỉnh|huyện|quận|xã
        |phường|tp) ) (?: \.?\s? | \s ) (?P<name> (?!TP\b) {_NAME} )      # Tỉnh ủy | Sơn Lĩnh
    """,
    re.VERBOSE,
)
_LAST_TWO = re.compile(rf"(?<=\s){_SYLLABLE}\s{_SYLLABLE}$")
_DEPARTMENT = re.compile(r"(?<!\w)(?:sở|cục|công an|viện|tòa án|thanh tra)\b")


@lru_cache(maxsize=4096)
def place_of(organ: str) -> str:
    """«province son linh» for «Ban Thường vụ Tỉnh ủy Sơn Lĩnh»; empty where none is named."""
    if named := _NAMED.search(organ):  # «UBND phường An Hòa, thành phố Vân Phong»
        return _place(_rank(named), named["name"])
    folded = f" {fold(organ)}"
    known = next((name for name, end in _provinces() if folded.endswith(end)), None)
    if known and _DEPARTMENT.search(folded):  # «Sở Y tế Hà Nội»
        return _place("province", known)
    rest = _LAST_TWO.search(organ)
    if rest and organ_norm(organ[: rest.start()]) in _departments():
        return _place("province", rest[0])  # one that no list has
    return ""


def rank_of(organ: str) -> str:
    """«province», «district» or «commune» where the organ is of one, named or not."""
    folded = f" {fold(organ)} "
    words = [word for word in _RANKS if f" {word} " in folded]
    ranks = [_RANKS[word] for word in sorted(words, key=len)]
    return ranks[-1] if ranks else ""


def home_of(article: Article) -> str:
    """The one province that an article tells of; empty where there are several, or none."""
    counts: Counter[str] = Counter()
    for match in _NAMED.finditer(article.text):
        rank = _rank(match)
        if rank == "province":
            counts[_place(rank, match["name"])] += 1
    if not counts:
        return ""
    place, most = counts.most_common(1)[0]
    return place if most >= _LEAST_SHARE * counts.total() else ""


def _rank(match: re.Match[str]) -> str:
    """A city is a province where the list of provinces has it."""
    rank = _RANKS[" ".join(fold(match["rank"]).split())]
    if rank != "city":
        return rank
    return "province" if _known(match["name"]) else "district"


def _place(rank: str, name: str) -> str:
    known = _known(name)
    words = (known or name).split()
    if rank == "province" and not known:
        words = words[:2]  # «Tỉnh ủy Sơn Lĩnh | Trần Văn An»
    return f"{rank} {strip_marks(fold(' '.join(words)))}"


def _known(name: str) -> str:
    """The province that a run of capitals begins with."""
    folded = f"{fold(name)} "
    if folded.startswith("hcm "):
        return "Hồ Chí Minh"
    return next((known for known, end in _provinces() if folded.startswith(end[1:] + " ")), "")


@cache
def _departments() -> frozenset[str]:
    rows = lexicon.rows("organs")
    return frozenset(organ_norm(row["organ"]) for row in rows if row["organ"].startswith("Sở "))


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    """The names of provinces of before and after 2025, the longest first; folded after a blank."""
    rows = lexicon.rows("provinces")
    names = {row[column] for row in rows for column in ("old_name", "new_name")}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return tuple((name, f" {fold(name)}") for name in ordered)
