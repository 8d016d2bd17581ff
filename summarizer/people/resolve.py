"""Tell who is meant by a pronoun, a given name or a bare office."""

from __future__ import annotations

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.model import Span
from summarizer.people.cast import Member, Mention
from summarizer.people.marks import VERBS
from summarizer.people.members import covers, role_words
from summarizer.people.mentions import Place
from summarizer.people.names import key
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

    def learn(self, places: list[Place]) -> None:
        """Take rank and gender from the titles of the full names."""
        for place in places:
            if place.holder is None:
                continue
            number = self._numbers[key(self._scene, place.holder.name)]
            for title in place.holder.titles:
                self._women[number] |= title in {"bà", "chị"}
                self._men[number] |= title in {"ông", "anh"}
                self._ranks[number].add(title)

    def resolve(self, places: list[Place]) -> tuple[Mention, ...]:
        """A mention for every place, with the member it means."""
        self.learn(places)
        return tuple(self._mention(place) for place in places)

    def _mention(self, place: Place) -> Mention:
        number = self._member_of(place)
        if number is not None:
            self._remember(place, number)
        return Mention(
            number,
            self._span(place.first, place.past),
            self._span(place.core_first, place.core_past),
        )

    def _span(self, first: int, past: int) -> Span:
        words = self._scene.doc.words
        return Span(words.starts[first], words.ends[past - 1])

    def _remember(self, place: Place, number: int) -> None:
        if number in self._recent:
            self._recent.remove(number)
        self._recent.append(number)
        if self._is_subject(place):
            if number in self._subjects:
                self._subjects.remove(number)
            self._subjects.append(number)

    def _is_subject(self, place: Place) -> bool:
        scene = self._scene
        before = scene.before(place.first)
        if (
            before
            and before.kind in {"direct", "ask"}
            and before.first >= scene.block_start(place.first)
        ):
            return False
        if scene.word(place.first - 1) == "theo":
            return True
        past = place.past + (scene.word(place.past) in {",", "-", ")"})
        mark = scene.at(past)
        return bool(mark and (mark.kind in VERBS or mark.kind in {"stop", "adverb"}))

    def _member_of(self, place: Place) -> int | None:
        if not self._members:
            return None
        if place.kind == "full" and place.holder:
            return self._numbers[key(self._scene, place.holder.name)]
        words = self._scene.doc.words.texts
        core = words[place.core_first : place.core_past]
        if place.kind == "given":
            return self._by_given_name(core)
        if place.kind == "office":
            return self._by_office(place)
        if place.kind == "periphrase":
            return self._by_periphrase(" ".join(core))
        return self._by_pronoun(" ".join(core))

    def _latest(self, numbers: list[int]) -> int | None:
        """The one last spoken of; else the first of the article."""
        for number in reversed(self._recent):
            if number in numbers:
                return number
        return numbers[0] if numbers else None

    def _by_given_name(self, core: list[str]) -> int | None:
        fits = []
        for number, member in enumerate(self._members):
            name = role_words(member.name)
            if name[-len(core) :] == tuple(core) or name[: len(core)] == tuple(core):
                fits.append(number)
        return self._latest(fits)

    def _by_office(self, place: Place) -> int | None:
        text = self._scene.doc.article.quote(self._span(place.core_first, place.core_past))
        fits = [
            number
            for number, member in enumerate(self._members)
            if any(means(text, role.text) for role in member.roles)
        ]
        return self._latest(fits)

    def _by_periphrase(self, phrase: str) -> int | None:
        offices = _periphrases().get(phrase, ())
        fits = [
            number
            for number, member in enumerate(self._members)
            if any(means(office, role.text) for office in offices for role in member.roles)
        ]
        return self._latest(fits)

    def _by_pronoun(self, pronoun: str) -> int | None:
        candidates = self._subjects[::-1] + self._recent[::-1]
        for number in candidates:
            if self._fits_pronoun(number, pronoun):
                return number
        return candidates[0] if candidates and pronoun in {"đồng chí", "đ/c"} else None

    def _fits_pronoun(self, number: int, pronoun: str) -> bool:
        if pronoun == "bà":
            return self._women[number] or not self._men[number]
        if pronoun in {"ông", "ngài"}:
            return not self._women[number]
        if pronoun.startswith(("đồng", "đ /")):
            return True
        return pronoun in self._ranks[number]


def means(office: str, role: str) -> bool:
    """Whether `office` may be said for the holder of `role`."""
    if covers(role, office):
        return True
    said, held = role_words(office), role_words(role)
    if not covers(office, role):
        return False
    extra = list(said)
    for word in held:
        extra.remove(word)
    if any(held[: len(sole)] == sole for sole in _SOLE):
        return set(extra) <= _SOLE_TAILS
    return set(extra) <= _LEVELS


def _periphrases() -> dict[str, tuple[str, ...]]:
    return {
        " ".join(fold(row["phrase"]).split()): tuple(row["offices"].split(","))
        for row in lexicon.rows("periphrases")
    }
