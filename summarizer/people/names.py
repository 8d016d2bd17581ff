"""Find the names of people among the capitalised words of a text."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.people.marks import TITLES, VERBS
from summarizer.people.offices import Office
from summarizer.people.scene import Scene

_MOST_SYLLABLES = 5
_CLASS_WEIGHT = {"very-common": 3.0, "common": 2.0, "religious": 2.0, "regional": 1.5, "rare": 1.2}
_LENGTH_WEIGHT = {2: 0.0, 3: 1.0, 4: 0.8, 5: -1.0}
# what tells of a person right after the name: an age, a year of birth
_AGE = re.compile(r"\s*(?:\(|,)?\s*(?:\d{1,3} tuổi|sinh năm|sn \d)")
# «Trường THPT Chu Văn An», «Công ty Hoàng Long»: what follows is named, no person
_OWNERS = frozenset(
    {"thpt", "thcs", "trường", "viện", "ty", "tnhh", "quỹ", "máy", "đường", "nghiệp", "đoàn", "cp"}
)
_NO_OWNERS = frozenset(
    {"môi trường", "thị trường", "nông nghiệp", "công nghiệp", "lâm nghiệp", "công đoàn"}
)
_SMALL_PLACES = frozenset(
    {"xã", "phường", "thôn", "ấp", "bản", "đường", "trấn", "làng", "huyện", "quận", "buôn"}
)


# «DũngTheo»: two words that lost the blank between them
_GLUED = re.compile(r"\w[a-zà-ỹ]+(?=[A-ZĐ][a-zà-ỹ])")


_NO_NAMES = frozenset({"place", "field", "organ", "historic"})
_PLURAL_TITLES = frozenset({"chí", "ông", "bà", "anh", "chị", "em", "cụ", "mẹ", "c"})
_PLACE_WORDS = _SMALL_PLACES | {"tp", "phố", "tx", "tỉnh", "."}


class Piece(NamedTuple):
    """A capitalised token of a run: its place and its first word."""

    start: int
    end: int
    word: int


class Name(NamedTuple):
    """A name in the text: offsets, words, and whether its surroundings prove it."""

    start: int
    end: int
    first: int
    past: int
    proved: bool


@cache
def _run() -> re.Pattern[str]:
    upper = "".join(
        chr(code)
        for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
        if chr(code).isupper() and chr(code).isalpha()
    )
    token = rf"[{upper}]\w*(?:['’´`ʼ]\s?\w+)?(?:-\w+)*"  # Nguyễn, H'Yim, S’ Rônh, Tae-joon
    return re.compile(rf"\b{token}(?:\s{{1,2}}(?:(?:von|van|der|de|bin|al)\s)?{token})*")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\w+(?:['’´`ʼ]\s?\w+)?(?:-\w+)*")


@cache
def surname_weights() -> dict[str, float]:
    """How surely a folded syllable opens a name."""
    weights: dict[str, float] = {}
    for row in lexicon.rows("surnames"):
        kind, _, doubt = row["class"].partition("+")
        weight = _CLASS_WEIGHT.get(kind, 1.0) - (0.5 if doubt else 0.0)
        weights[" ".join(fold(row["surname"]).split())] = weight
    return weights


def find_names(scene: Scene, offices: list[Office]) -> list[Name]:
    """Every full name that its surroundings prove or allow, in order of the text."""
    names: list[Name] = []
    text = scene.doc.text
    bounds = _Bounds(offices)
    for block_start, block_end in zip(scene.block_starts, scene.block_ends, strict=True):
        if block_start >= block_end:
            continue
        words = scene.doc.words
        for match in _run().finditer(text, words.starts[block_start], words.ends[block_end - 1]):
            if " " in match[0] or "\n" in match[0] or "\u00a0" in match[0]:
                name = _name_in(scene, match, bounds)
                if name:
                    names.append(name)
    return names


class _Bounds:
    """Which office a word stands in, asked in order of the text."""

    def __init__(self, offices: list[Office]) -> None:
        self._offices = offices
        self._next = 0

    def office_at(self, index: int) -> Office | None:
        while self._next < len(self._offices) and self._offices[self._next].past <= index:
            self._next += 1
        if self._next < len(self._offices):
            office = self._offices[self._next]
            if office.first <= index:
                return office
        return None

    def introduces(self, scene: Scene, index: int) -> bool:
        """«4 Phó Chủ tịch là A», «các Phó Thủ tướng: A»."""
        if scene.word(index - 1) not in {"là", ":"} or self._next == 0:
            return False
        return self._offices[self._next - 1].past == index - 1


def _name_in(scene: Scene, match: re.Match[str], bounds: _Bounds) -> Name | None:
    pieces = _pieces(scene, match)
    number = _skip_marks(scene, pieces)
    rest = _cut_at_marks(scene, pieces[number:])
    if len(rest) < 2:
        return None
    office = bounds.office_at(rest[0].word)
    titled = _is_titled(scene, rest[0].word)
    if titled:
        if _is_place(scene, rest) or not _suits_title(scene, rest):
            return None
        return _named(scene, rest[:_MOST_SYLLABLES], proved=True)
    if office and office.head_past <= rest[0].word:
        return _name_in_office(scene, rest, office)
    return _free_name(scene, rest, introduced=bounds.introduces(scene, rest[0].word))


def _pieces(scene: Scene, match: re.Match[str]) -> list[Piece]:
    words = scene.doc.words
    return [
        Piece(token.start(), token.end(), words.index_at(token.start()))
        for token in _token().finditer(scene.doc.text, match.start(), match.end())
    ]


def _skip_marks(scene: Scene, pieces: list[Piece]) -> int:
    """Leave out the words before the name: «Ông», «Theo», «Phó Thủ» of «Phó Thủ tướng»."""
    number = _covered(scene, pieces)
    while number < len(pieces):
        mark = scene.at(pieces[number].word)
        if mark is None or mark.kind in {"place", "organ"}:
            break
        before = mark.kind in TITLES or mark.kind in {"head", "plural", "periphrase", "block"}
        if not before and not (number == 0 and _opens_sentence(scene, mark.first)):
            break
        if not before and _may_open_name(scene, pieces):
            break
        while number < len(pieces) and pieces[number].word < mark.past:
            number += 1
    return number


def _covered(scene: Scene, pieces: list[Piece]) -> int:
    """How many tokens end an organ that began before the run: «Ngân hàng … Việt Nam»."""
    for number, piece in enumerate(pieces[:4], start=1):
        mark = scene.before(_past(scene, piece))
        if mark and mark.kind == "organ" and mark.first < pieces[0].word:
            return number
    return 0


def _may_open_name(scene: Scene, pieces: list[Piece]) -> bool:
    """«Từ Lương Bằng», «Hồ Thị Tư»: a family name that is also a word."""
    if len(pieces) < 2 or not _weight(scene, pieces):
        return False
    mark = scene.at(pieces[1].word)
    if mark and mark.kind in {"place", "organ", "head", "rank", "honorific"}:
        return False
    return len(pieces) == 2 or _weight(scene, pieces[1:]) < 3


def _opens_sentence(scene: Scene, index: int) -> bool:
    if index == scene.block_start(index):
        return True
    return scene.word(index - 1) in {".", ":", '"', "'", "…", "!", "?", "-", ")", ";", "+", "•"}


def _cut_at_marks(scene: Scene, pieces: list[Piece]) -> list[Piece]:
    """End a name where an office or a title begins inside the run."""
    for number, piece in enumerate(pieces):
        mark = scene.at(piece.word)
        if number >= 2 and mark and mark.kind in {"head", "rank", "degree"}:
            return pieces[:number]
        if number and scene.doc.text[piece.start : piece.end].isdigit():
            return pieces[:number]
    return pieces


def _is_titled(scene: Scene, index: int) -> bool:
    before = index - 1 if scene.word(index - 1) in {".", ":"} else index
    mark = scene.before(index) or (scene.before(before) if before < index else None)
    if mark is None:
        return False
    if before < index and scene.word(before) == ":":
        return mark.kind == "degree" and mark.past == before and _is_honour(scene, mark.first)
    plural = mark.kind == "plural" and scene.word(mark.past - 1) in _PLURAL_TITLES
    if not (plural or mark.kind in TITLES) or mark.first < scene.block_start(index):
        return False
    earlier = scene.before(mark.first)  # «phố Bà Huyện Thanh Quan»
    return not (earlier and earlier.kind == "namesake" and scene.is_capital(mark.first))


def _suits_title(scene: Scene, rest: list[Piece]) -> bool:
    """«khu nhà ở công nhân Kim Chung»: after a plain noun only what looks like a name."""
    mark = scene.before(rest[0].word)
    plain = mark is not None and mark.kind in {"person", "plural"}
    return not plain or _weight(scene, rest) >= 2 or (len(rest) > 2 and _weight(scene, rest) > 0)


def _is_honour(scene: Scene, index: int) -> bool:
    return scene.word(index) in {"mẹ", "bà"}


def _name_in_office(scene: Scene, rest: list[Piece], office: Office) -> Name | None:
    """«Chủ tịch UBND tỉnh Hà Tĩnh | Lê Văn Bình»: where the organ ends and the name begins."""
    mark = scene.at(rest[0].word)
    if mark and mark.kind == "place":
        number = sum(piece.word < mark.past for piece in rest)
        left = rest[number:]
        if len(left) < 2 or (not _weight(scene, left) and not _is_foreign(scene, left)):
            place_opens_name = len(left) == 1 and _weight(scene, rest) >= 2
            return _named(scene, rest, proved=True) if place_opens_name else None
        return _named(scene, left[:_MOST_SYLLABLES], proved=True)
    before = scene.word(rest[0].word - 1)
    owner = _is_owner(scene, rest[0].word - 1)
    place = before in _SMALL_PLACES
    if (owner or place) and len(rest) <= 4 and _weight(scene, rest) >= 3:
        speaks = place and len(rest) > 2 and _speaks(scene, rest)
        return _named(scene, rest, proved=speaks)
    best = _best_split(scene, rest, least=1 if owner or place else 0)
    if best is None:
        return None
    among = range(office.head_past, rest[best].word)
    if any(_is_owner(scene, index) for index in among):
        weak = len(rest) - best < 3 or _weight(scene, rest[best:]) < 2
        if weak or _is_owner(scene, rest[best].word - 1):
            return None
    return _named(scene, rest[best:], proved=True)


def _is_owner(scene: Scene, index: int) -> bool:
    """«Bệnh viện», «Công ty», «Trường»; neither «môi trường» nor «nông nghiệp»."""
    word = scene.word(index)
    return word in _OWNERS and f"{scene.word(index - 1)} {word}" not in _NO_OWNERS


def _best_split(scene: Scene, rest: list[Piece], *, least: int) -> int | None:
    """Where the name begins among capitalised words that may open with a place or an organ."""
    best: tuple[float, int] | None = None
    covered = 0
    common = 0.6  # the leftmost common family name: «Nguyễn Vũ Trường Sơn»
    for start in range(least, len(rest) - 1):
        size = len(rest) - start
        weight = _weight(scene, rest[start:])
        mark = scene.at(rest[start].word)
        if mark and mark.kind in _NO_NAMES:
            covered = max(covered, mark.past)  # «Bộ Công Thương Trần Văn A»
        if rest[start].word < covered:
            continue
        if size > _MOST_SYLLABLES or not weight or _is_place(scene, rest[start:]):
            continue
        if size == 2 and (
            scene.word(rest[start].word - 1) in _PLACE_WORDS or _goes_on(scene, rest[-1])
        ):
            continue
        score = weight + _LENGTH_WEIGHT[size] + (1.0 if start == 0 else 0.0)
        score += 1.0 if scene.word(rest[start + 1].word) in {"văn", "thị"} else 0.0
        if weight >= 3:
            score += common
            common = 0.0
        score += 0.5 if _speaks(scene, rest) else 0.0
        if score >= 2.0 and (best is None or score > best[0]):
            best = (score, start)
    return best[1] if best else None


def _goes_on(scene: Scene, last: Piece) -> bool:
    """«Báo Đại | biểu nhân dân»: a small syllable that is no verb ends another word."""
    past = _past(scene, last)
    if past >= len(scene.doc.words.texts) or not scene.word(past).isalpha():
        return False
    mark = scene.at(past)
    return not scene.is_capital(past) and (mark is None or mark.kind == "field")


def _weight(scene: Scene, pieces: list[Piece]) -> float:
    """How surely the first syllables are a family name."""
    weights = surname_weights()
    text = scene.doc.folded
    first = text[pieces[0].start : pieces[0].end]
    if any(mark in first for mark in "'’´`ʼ"):
        return 1.5  # «H'Yim», «Bh'riu»
    two = f"{first} {text[pieces[1].start : pieces[1].end]}" if len(pieces) > 1 else first
    return max(weights.get(first, 0.0), weights.get(two, 0.0))


def _speaks(scene: Scene, pieces: list[Piece]) -> bool:
    mark = scene.at(_past(scene, pieces[-1]))
    return bool(mark and mark.kind in VERBS)


def _past(scene: Scene, piece: Piece) -> int:
    return scene.doc.words.index_at(piece.end)


def _free_name(scene: Scene, rest: list[Piece], *, introduced: bool) -> Name | None:
    """A name without office or title before it: what follows must tell, or the list."""
    weight = _weight(scene, rest)
    if _is_place(scene, rest) or not weight:
        return None
    before = scene.before(rest[0].word)
    if (before and before.kind == "namesake") or len(rest) > _MOST_SYLLABLES:
        return None
    if len(rest) == 2 and _goes_on(scene, rest[-1]):
        return None
    past = _past(scene, rest[-1])
    proved = (
        introduced
        or _office_follows(scene, past)
        or bool(_AGE.match(scene.doc.folded, rest[-1].end))
    )
    if not proved and _speaks(scene, rest):
        proved = weight + _LENGTH_WEIGHT[len(rest)] >= 2
    return _named(scene, rest, proved=proved)


def _is_place(scene: Scene, pieces: list[Piece]) -> bool:
    mark = scene.at(pieces[0].word)
    return bool(mark and mark.kind in _NO_NAMES and mark.past >= _past(scene, pieces[-1]))


def _office_follows(scene: Scene, past: int) -> bool:
    if scene.word(past) not in {",", "-", "(", "–"}:
        return False
    mark = scene.at(past + 1)
    if mark and mark.kind in {"stop", "word"} and scene.word(past + 1) in {"nguyên", "quyền"}:
        mark = scene.at(past + 2)
    return bool(mark and mark.kind == "head" and scene.word(mark.first) != "thành")


def _is_foreign(scene: Scene, pieces: list[Piece]) -> bool:
    return len(pieces) >= 2


def _named(scene: Scene, pieces: list[Piece], *, proved: bool) -> Name | None:
    text = scene.doc.text
    printed = [text[piece.start : piece.end] for piece in pieces]
    acronyms = [len(word) > 1 and word.isupper() for word in printed]
    if any(acronyms) and not all(acronyms):
        cut = acronyms.index(True)
        if cut < 2:
            return None
        pieces = pieces[:cut]
    if len(pieces) < 2 or _is_historic(scene, pieces[0].word):
        return None
    end = pieces[-1].end
    glued = _GLUED.match(text, pieces[-1].start, end)
    past = _past(scene, pieces[-1])
    return Name(pieces[0].start, glued.end() if glued else end, pieces[0].word, past, proved)


def _is_historic(scene: Scene, index: int) -> bool:
    mark = scene.at(index)
    return bool(mark and mark.kind == "historic")


def accepted(scene: Scene, names: list[Name]) -> list[Name]:
    """The proved names, those in one list with one, and those that repeat one."""
    folded = scene.doc.folded
    sure = {name for name in names if name.proved}
    forward = list(pairwise(names))
    for one, two in (*forward, *((two, one) for one, two in reversed(forward))):
        first, second = sorted((one, two))
        if one in sure and _LISTED.fullmatch(folded, first.end, second.start):
            sure.add(two)
    known = {key(scene, name) for name in sure}
    return [name for name in names if key(scene, name) in known]


_LISTED = re.compile(r"\s*(?:,|;|và|,\s*và|cùng)\s*")


def key(scene: Scene, name: Name) -> str:
    """A name for comparison: folded, blanks and apostrophes unified."""
    return " ".join(re.findall(r"\w+", scene.doc.folded[name.start : name.end]))
