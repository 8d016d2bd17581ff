"""Tell who is meant by a pronoun, a given name or a bare office."""

from __future__ import annotations

import re
from functools import cache

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.model import Span
from summarizer.people.cast import Member, Mention
from summarizer.people.marks import VERBS
from summarizer.people.members import covers, left_out, role_words
from summarizer.people.mentions import Place
from summarizer.people.names import key
from summarizer.people.roles import Holder
from summarizer.people.scene import Scene

# offices of which the State has one holder: the long form says no more than the short
_SOLE = frozenset(
    {
        ("thủ", "tướng"),
        ("phó", "thủ", "tướng"),
        ("chủ", "tịch", "nước"),
        ("tổng", "bí", "thư"),
        ("chủ", "tịch", "quốc", "hội"),
    }
)
_SOLE_TAILS = frozenset(
    {
        "chính",
        "phủ",
        "thường",
        "trực",
        "việt",
        "nam",
        "ban",
        "chấp",
        "hành",
        "trung",
        "ương",
        "đảng",
    }
)
_LEVELS = frozenset({"tỉnh", "thành", "phố", "huyện", "xã", "phường", "quận", "ủy", "thị"})


_LOOK_BACK = 200  # so many mentions are remembered
_CHARGE = re.compile(r"\s?,?\slàm\s(trưởng\s(?:đoàn|ban)|tổ\strưởng)\b")
_SHORT_ORGAN = re.compile(r"\s?\(([^\W\d_][\w&-]{1,12})\)")


class Resolver:
    """Reads the places of an article in order and remembers who was spoken of."""

    def __init__(self, scene: Scene, members: tuple[Member, ...], numbers: dict[str, int]) -> None:
        """`numbers` tells the member of each name's key."""
        self._scene = scene
        self._members = members
        self._numbers = numbers
        self._recent: list[int] = []
        self._subjects: list[int] = []
        self._women = [" thị " in f" {fold(member.name)} " for member in members]
        self._men = [False] * len(members)
        self._ranks: list[set[str]] = [set() for _ in members]
        self._offices: list[list[str]] = [[r.text for r in member.roles] for member in members]
        self._holders: dict[str, list[int]] = {}
        self._by_part: dict[tuple[str, ...], list[int]] = {}
        for number, member in enumerate(members):
            words = role_words(member.name)
            for size in range(1, len(words)):
                for part in {words[-size:], words[:size]}:
                    self._by_part.setdefault(part, []).append(number)

    def resolve(self, places: list[Place]) -> tuple[Mention, ...]:
        """A mention for every place, with the member it means."""
        for place in places:
            if place.holder:
                self._learn(place, place.holder)
        return tuple(self._mention(place) for place in places)

    def _learn(self, place: Place, holder: Holder) -> None:
        """Take rank, gender and short offices from the words around a full name."""
        number = self._numbers[key(self._scene, holder.name)]
        for title in holder.titles:
            self._women[number] |= title in {"bà", "chị"}
            self._men[number] |= title in {"ông", "anh"}
            self._ranks[number].add(title)
        doc = self._scene.doc
        end = doc.words.ends[place.past - 1]
        charge = _CHARGE.match(doc.folded, end)
        if charge:
            self._offices[number].append(charge[1])  # «làm Trưởng đoàn»
        short = _SHORT_ORGAN.match(doc.text, end)
        if short and holder.after:
            self._offices[number].append(f"{holder.after[-1].text} {short[1]}")

    def _mention(self, place: Place) -> Mention:
        number = self._member_of(place)
        if number is not None:
            self._recent.append(number)
            if self._is_subject(place):
                self._subjects.append(number)
        return Mention(
            number,
            self._span(place.first, place.past),
            self._span(place.core_first, place.core_past),
        )

    def _span(self, first: int, past: int) -> Span:
        words = self._scene.doc.words
        return Span(words.starts[first], words.ends[past - 1])

    def _is_subject(self, place: Place) -> bool:
        scene = self._scene
        before = scene.before(place.first)
        inside = before and before.first >= scene.block_start(place.first)
        if before and inside and before.kind in {"direct", "ask"}:
            return False
        if scene.word(place.first - 1) == "theo":
            return True
        past = place.past + (scene.word(place.past) in {",", "-", ")"})
        mark = scene.at(past)
        return bool(mark and (mark.kind in VERBS or mark.kind in {"stop", "adverb"}))

    def _member_of(self, place: Place) -> int | None:
        if not self._members:
            return None
        if place.holder:
            return self._numbers[key(self._scene, place.holder.name)]
        core = self._scene.doc.words.texts[place.core_first : place.core_past]
        match place.kind:
            case "given":
                return self._latest(self._by_part.get(tuple(core), []))
            case "office":
                return self._by_office(place, core)
            case "periphrase":
                return self._by_periphrase(" ".join(core))
        return self._by_pronoun(" ".join(core))

    def _latest(self, numbers: list[int]) -> int | None:
        """The one last spoken of; else the first of the article."""
        if len(numbers) > 1:
            fits = set(numbers)
            for number in self._recent[: -_LOOK_BACK - 1 : -1]:
                if number in fits:
                    return number
        return numbers[0] if numbers else None

    def _holders_of(self, office: str) -> list[int]:
        """The members who hold `office`."""
        found = self._holders.get(office)
        if found is None:
            meant = [
                (number, held)
                for number, offices in enumerate(self._offices)
                for held in offices
                if means(office, held)
            ]
            home = [pair for pair in meant if not _is_foreign(pair[1])]
            # «Thủ tướng» beside «Thủ tướng Lào»
            found = sorted({number for number, _ in home or meant})
            self._holders[office] = found
        return found

    def _by_office(self, place: Place, core: list[str]) -> int | None:
        office = self._scene.doc.article.quote(self._span(place.core_first, place.core_past))
        found = self._latest(self._holders_of(office))
        if found is not None:
            return found
        for size in (3, 2, 1):  # «Đại sứ Petrosson», «Phó Thủ tướng Huệ»
            named = self._by_part.get(tuple(core[-size:]), [])
            if named and len(core) > size and self._scene.is_capital(place.core_past - size):
                head = " ".join(core[:-size])
                return self._latest([n for n in named if n in self._holders_of(head)])
        return None

    def _by_periphrase(self, phrase: str) -> int | None:
        offices = _periphrases().get(phrase, ())
        numbers = {number for office in offices for number in self._holders_of(office)}
        return self._latest(sorted(numbers))

    def _by_pronoun(self, pronoun: str) -> int | None:
        back = slice(None, -_LOOK_BACK - 1, -1)
        for number in (*self._subjects[back], *self._recent[back]):
            if self._fits_pronoun(number, pronoun):
                return number
        return None

    def _fits_pronoun(self, number: int, pronoun: str) -> bool:
        if pronoun == "bà":
            return self._women[number] or not self._men[number]
        if pronoun in {"ông", "ngài"}:
            return not self._women[number]
        return pronoun in {"đồng chí", "đ / c"} or pronoun in self._ranks[number]


def means(office: str, role: str) -> bool:
    """Whether `office` may be said for the holder of `role`."""
    if covers(role, office):
        return True
    extra = left_out(office, role)
    if extra is None:
        return False
    held = role_words(role)
    is_sole = any(held[: len(sole)] == sole for sole in _SOLE)
    return set(extra) - {"và"} <= (_SOLE_TAILS if is_sole else _LEVELS)


def _is_foreign(role: str) -> bool:
    """Whether an office ends with another country: «Thủ tướng Lào»."""
    words = role_words(role)
    return any(" ".join(words[-size:]) in _countries() for size in (1, 2, 3))


@cache
def _countries() -> frozenset[str]:
    names = {" ".join(role_words(row["country"])) for row in lexicon.rows("countries")}
    return frozenset(names - {"việt nam"})


@cache
def _periphrases() -> dict[str, tuple[str, ...]]:
    return {
        " ".join(fold(row["phrase"]).split()): tuple(row["offices"].split(","))
        for row in lexicon.rows("periphrases")
    }
