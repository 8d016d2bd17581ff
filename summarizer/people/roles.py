"""Give each name the offices printed before and after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from summarizer.model import Quote, Span
from summarizer.people.marks import TITLES, VERBS
from summarizer.people.names import Name
from summarizer.people.offices import Office
from summarizer.people.reach import trim
from summarizer.people.scene import Scene

_QUALIFIERS = frozenset({"nguyên", "quyền", "cựu"})
_JOINTS = frozenset({",", "-", "–", "(", "kiêm"})
_OWNED = frozenset({"của", "cho", "với", "theo", "từ", "về"})
# «giữ chức Phó Bí thư», «làm Ủy viên», «là Chủ tịch»
_BECOMES = re.compile(
    r"\s(?:được\s(?:chỉ định|bầu|bổ nhiệm|điều động)\s)?"
    r"(?:giữ\schức(?:\svụ)?|làm)\s(?!trưởng\sđoàn|tổ\strưởng)"
)


# «A (SN 1971, nguyên Trưởng ban …», «A, sinh năm 1960, khi đó là Phó Chủ tịch …»
_LEADS = re.compile(
    r"""
    (?:\s?\([^()\n]{1,40}\)(?=\s?[,-]))?                       # A (SN 1959), Ủy viên …
    \s?[(,]\s?
    (?: dân\stộc\s\w{1,9},\s )?
    (?: (?:(?:sn|sinh\snăm)\s\d{4}|\d\d\stuổi),\s )?
    (?: (?:khi\sđó|lúc\sđó|hiện|hiện\snay|nguyên|vốn)\slà\s | là\s | kiêm\s )?
    (?= [^\W\d_] )
    """,
    re.VERBOSE,
)
_MOST_LOOSE_WORDS = 11
_LOOSE = frozenset({"field", "block", "namesake", "place", "organ"})


class Holder(NamedTuple):
    """A name with the words around it that speak of the same person."""

    name: Name
    before: tuple[Quote, ...]
    after: tuple[Quote, ...]
    first: int
    past: int
    titles: tuple[str, ...]

    @property
    def roles(self) -> tuple[Quote, ...]:
        """The offices in order of the text."""
        return (*self.before, *self.after)


def find_holders(scene: Scene, names: list[Name], offices: list[Office]) -> list[Holder]:
    """Every name with its offices, in order of the text."""
    reader = _Reader(scene, names, offices)
    holders: list[Holder] = []
    for number in range(len(names)):
        holders.append(reader.read(number, holders[-1].past if holders else 0))
    return holders


class _Reader:
    def __init__(self, scene: Scene, names: list[Name], offices: list[Office]) -> None:
        self._scene = scene
        self._names = names
        self._offices = offices
        self._firsts = [office.first for office in offices]

    def read(self, number: int, earlier: int) -> Holder:
        """Read around name `number`; the words before `earlier` belong to others."""
        name = self._names[number]
        later = self._names[number + 1].first if number + 1 < len(self._names) else None
        first, titles = self._titles_before(name.first, earlier)
        first, before = self._offices_before(first, earlier, titled=bool(titles))
        past, after = self._offices_after(name.past, later, first)
        return Holder(name, tuple(before), tuple(after), first, past, titles)

    def _titles_before(self, index: int, floor: int) -> tuple[int, tuple[str, ...]]:
        """Walk left over «đồng chí», «Đại tá», «PGS.TS.»."""
        titles: list[str] = []
        scene = self._scene
        floor = max(floor, scene.block_start(index))
        while True:
            at = index
            while at > floor and scene.word(at - 1) in {".", ":"}:
                at -= 1
            if titles and at == index and scene.word(at - 1) == ",":
                at -= 1  # «PGS, TS»
            mark = scene.before(at)
            if mark is None or mark.first < floor or mark.kind not in TITLES:
                return index, tuple(titles)
            index = mark.first
            titles.append(" ".join(scene.doc.words.texts[mark.first : mark.past]))

    def _offices_before(self, index: int, floor: int, *, titled: bool) -> tuple[int, list[Quote]]:
        roles: list[Quote] = []
        scene = self._scene
        limit = index
        apart = titled and scene.word(index - 1) == ","
        if apart:
            index -= 1  # «Tổng giám đốc Công ty A, ông B»
        while True:
            office = self._ending_at(index, floor)
            if office is None:
                return limit, roles[::-1]
            first = self._qualified(office.first, floor)
            if apart and scene.word(first - 1) in _OWNED:
                return limit, roles  # «theo ủy quyền của Chủ tịch UBND tỉnh, ông B»
            roles.append(self._quote(first, trim(scene, office.head_past, min(office.past, index))))
            limit = first
            index = first
            if scene.word(index - 1) in {",", "-", "kiêm"} and index - 1 > floor:
                index -= 1
            else:
                return self._titles_before(limit, floor)[0], roles[::-1]

    def _ending_at(self, index: int, floor: int) -> Office | None:
        """The office whose words run up to `index`."""
        number = bisect_left(self._firsts, index) - 1
        if number < 0:
            return None
        office = self._offices[number]
        if office.first < floor or office.head_past > index:
            return None
        reaches = office.past >= index or (
            office.past == index - 1 and self._scene.word(index - 1) in {"-", ":", "là", "–"}
        )
        return office if reaches else None

    def _qualified(self, first: int, floor: int) -> int:
        while first - 1 >= floor and self._scene.word(first - 1) in _QUALIFIERS:
            first -= 1
        return first

    def _offices_after(self, index: int, later: int | None, first: int) -> tuple[int, list[Quote]]:
        roles: list[Quote] = []
        scene = self._scene
        stop = scene.block_end(index)
        past = index
        while index < stop:
            start = self._opening(index, first_role=not roles)
            joined = start > index or scene.word(index) in _QUALIFIERS  # «A nguyên Bí thư»
            office = self._starting_at(start) if joined else None
            if office is None or office.many:
                break
            end = office.past if later is None else min(office.past, later)
            end = trim(scene, office.head_past, end)
            if later is not None and self._belongs_to_next(end, later):
                break
            if not roles and self._is_object(first) and self._acts(end):
                break
            end = self._to_the_mark(end, later)
            roles.append(self._quote(start, end))
            past = index = end
        return past, roles

    def _opening(self, index: int, *, first_role: bool) -> int:
        """The word after what leads from a name to an office: «,», «(SN 1971, nguyên là»."""
        scene = self._scene
        offset = scene.doc.words.ends[index - 1]
        if not first_role and scene.word(index) == ")":
            index += 1
        found = _BECOMES.match(scene.doc.folded, offset) or _LEADS.match(scene.doc.folded, offset)
        if found:
            return scene.doc.words.index_at(found.end())
        if scene.word(index) in _JOINTS:
            index += 1
        if scene.word(index) == "kiêm":
            index += 1
        return index

    def _to_the_mark(self, end: int, later: int | None) -> int:
        """Take the rest of «Trưởng đoàn tư vấn giám sát;» where no verb comes before the mark."""
        scene = self._scene
        limit = min(end + _MOST_LOOSE_WORDS, scene.block_end(end) if later is None else later)
        listed = True  # only a list item may go on with capitals and «của»
        for index in range(end, limit):
            word = scene.word(index)
            if word == ";" or (word in {",", ")"} and listed):
                return index
            mark = scene.at(index)
            if scene.is_capital(index) or word in {"của", "-"}:
                listed = False
            elif not word.isalpha() or (mark and mark.kind not in _LOOSE):
                break
        return end

    def _is_object(self, first: int) -> bool:
        """«Trả lời chất vấn đại biểu A, Thủ tướng cho biết»: the office is another's."""
        mark = self._scene.before(first)
        return bool(mark and mark.kind in {"speak", "ask"})

    def _acts(self, index: int) -> bool:
        mark = self._scene.at(index)
        return bool(mark and mark.kind in VERBS)

    def _belongs_to_next(self, end: int, later: int) -> bool:
        """«A, Chủ tịch UBND tỉnh B»: the office before a name without comma is that name's."""
        first, _ = self._titles_before(later, end - 1)
        return first <= end

    def _starting_at(self, index: int) -> Office | None:
        while self._scene.word(index) in _QUALIFIERS:
            index += 1
        number = bisect_left(self._firsts, index)
        if number < len(self._offices) and self._offices[number].first == index:
            return self._offices[number]
        return None

    def _quote(self, first: int, past: int) -> Quote:
        words, text = self._scene.doc.words, self._scene.doc.text
        span = Span(words.starts[first], words.ends[past - 1])
        return Quote(text[span.start : span.end], span)
