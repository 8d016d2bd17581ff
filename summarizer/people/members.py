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
    (re.compile(r"\b(?:tw|tư|t\.ư)\b"), "trung ương"),
    (re.compile(r"\bhcm\b"), "hồ chí minh"),
)


_FORMER = (("nguyên",), ("cựu",))


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
            covers(other.text, role.text)
            and (len(role.text) <= len(other.text) or not covers(role.text, other.text))
            for other in kept
        ):
            continue
        kept = [other for other in kept if not covers(role.text, other.text)]
        kept.append(role)
    return tuple(kept)


def covers(long: str, short: str) -> bool:
    """Whether every word of `short` stands in `long`, in order, from the same first word."""
    words, wanted = role_words(long), role_words(short)
    if words[:1] in _FORMER and wanted[:1] not in _FORMER:
        words = words[1:]
    if not wanted or words[:1] != wanted[:1]:
        return False
    rest = iter(words)
    return all(word in rest for word in wanted)


@lru_cache(maxsize=4096)
def role_words(role: str) -> tuple[str, ...]:
    """The folded words of an office, abbreviations spelt out."""
    folded = fold(role)
    for pattern, long in _LONG_FORMS:
        folded = pattern.sub(long, folded)
    return tuple(re.findall(r"\w+", folded))
