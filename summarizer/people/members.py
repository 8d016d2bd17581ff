"""Make one member of all the places that name the same person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.folding import fold
from summarizer.model import Quote, Span
from summarizer.people.cast import Member
from summarizer.people.names import key
from summarizer.people.roles import Holder
from summarizer.people.scene import Scene

# abbreviations that stand for words of the fuller form
_LONG_FORMS = (
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"),
    (re.compile(r"\bqđnd\b"), "quân đội nhân dân"),
    (re.compile(r"\bđbqh\b"), "đại biểu quốc hội"),
    (re.compile(r"\bchqs\b"), "chỉ huy quân sự"),
    (re.compile(r"\bmttq\b"), "mặt trận tổ quốc"),
    (re.compile(r"\bbch\b"), "ban chấp hành"),
    (re.compile(r"\bbtv\b"), "ban thường vụ"),
    (re.compile(r"\btp\b\.?"), "thành phố "),
    (re.compile(r"\btgđ\b"), "tổng giám đốc"),
    (re.compile(r"\b(?:tw|tư|t\.ư)\b"), "trung ương"),
    (re.compile(r"\bhcm\b"), "hồ chí minh"),
)
_FORMER = (("nguyên",), ("cựu",))
_VOWEL = re.compile(r"[^b-df-hj-np-tv-xzđ]")  # or a figure: no short form of several words


def find_members(scene: Scene, holders: list[Holder]) -> tuple[tuple[Member, ...], dict[str, int]]:
    """The members in order of their first mention, and the member of each name's key."""
    groups: dict[str, list[Holder]] = {}
    for holder in holders:
        groups.setdefault(key(scene, holder.name), []).append(holder)
    longer = _longer_names(groups)
    short: dict[str, list[Holder]] = {}
    for name in longer:
        short.setdefault(longer[name], []).extend(groups.pop(name))
    members = tuple(_member(scene, group, short.get(name, [])) for name, group in groups.items())
    numbers = {name: number for number, name in enumerate(groups)}
    return members, numbers | {name: numbers[full] for name, full in longer.items()}


def _longer_names(names: Iterable[str]) -> dict[str, str]:
    """«Kim Dung» → «Nguyễn Thị Kim Dung»: names that end just one longer name."""
    ending: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        for start in range(1, len(words) - 1):
            ending.setdefault(" ".join(words[start:]), set()).add(name)
    longer = {name: min(ending[name]) for name in names if len(ending.get(name, ())) == 1}
    return {name: full for name, full in longer.items() if full not in longer}


def _member(scene: Scene, group: list[Holder], short: list[Holder]) -> Member:
    text = scene.doc.text
    printed = [text[holder.name.start : holder.name.end] for holder in group]
    name = next((form for form in printed if not form.isupper()), None)
    if name is None:
        normal = printed[0].title()
        name = normal if len(normal) == len(printed[0]) else printed[0]  # «İ» would become two
    return Member(
        name=" ".join(name.split()),
        roles=fullest([role for holder in (*group, *short) for role in holder.roles]),
        mentions=tuple(Span(holder.name.start, holder.name.end) for holder in group),
    )


def fullest(roles: list[Quote]) -> tuple[Quote, ...]:
    """Each office in its fullest form only: «Thủ tướng» goes where «Thủ tướng Chính phủ» is."""
    kept: list[Quote] = []
    for role in roles:
        if role_words(role.text)[:2] == ("thành", "viên") and role.text.islower():
            continue  # «thành viên công ty»: no office
        if any(
            _holds(other.text, role.text)
            and (len(role.text) <= len(other.text) or not _holds(role.text, other.text))
            for other in kept
        ):
            continue
        kept = [other for other in kept if not _holds(role.text, other.text)]
        kept.append(role)
    return tuple(kept)


def covers(long: str, short: str) -> bool:
    """Whether every word of `short` stands in `long`, in order, from the same first word."""
    return left_out(long, short) is not None


def left_out(long: str, short: str) -> tuple[str, ...] | None:
    """The words of `long` that `short` leaves out; None where it is no shorter form of it.

    «GD&ĐT» stands for «Giáo dục và Đào tạo».
    """
    words, wanted = role_words(long), role_words(short)
    if words[:1] in _FORMER and wanted[:1] not in _FORMER:
        words = words[1:]
    if not wanted or words[:1] != wanted[:1]:
        return None
    left: list[str] = []
    at = 0
    for word in wanted:
        size = 0
        while at < len(words) and not (size := _spells(words, at, word)):
            left.append(words[at])
            at += 1
        if not size:
            return None
        at += size
    return (*left, *words[at:])


def _holds(long: str, short: str) -> bool:
    """Whether `long`, or one of its offices, covers `short`: «Bộ trưởng, | Chủ nhiệm …»."""
    return any(covers(part, short) for part in (long, *long.split(", ")[1:]))


def _spells(words: tuple[str, ...], index: int, word: str) -> int:
    """How many of `words` from `index` on `word` is or stands for; 0 where it does not."""
    if words[index] == word:
        return 1
    if len(word) > 1 and words[index][0] == word[0] and not _VOWEL.search(word):
        initials = "".join(other[0] for other in words[index : index + len(word)])
        return len(word) if initials == word else 0
    return 0


@lru_cache(maxsize=4096)
def role_words(role: str) -> tuple[str, ...]:
    """The folded words of an office, abbreviations spelt out."""
    folded = fold(role)
    for pattern, long in _LONG_FORMS:
        folded = pattern.sub(long, folded)
    return tuple(re.findall(r"\w+", folded))
