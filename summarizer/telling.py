"""Read of an article what its event is known by: when, where, who, which figures, called what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from summarizer.documents.numbers import plain_number
from summarizer.folding import fold, strip_marks
from summarizer.model import NEWS, Digest
from summarizer.organs import organ_norm
from summarizer.signature import pairs_of

_OPENING = 3  # paragraphs of the news in which it says what it is about
_DAYS = re.compile(
    r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d)"
    r"|ngày \d{1,2}(?: tháng \d{1,2}(?: năm \d{4})?)?"
)
# «chiều 14/8», «Tối nay (26-7)», «sáng nay»; «Ngày 31/5, …» where a sentence opens with it
_MOMENT = re.compile(
    r"(?:\b(?P<part>sáng|trưa|chiều|tối|đêm)(?: nay)?(?: ngày| hôm)?|(?:^|[.\n]\s*)ngày)"
    r" \(?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?!\d)|\b(?P<today>sáng|trưa|chiều|tối) nay\b"
)
# «xã Hòa Mục», «huyện Mường Tà», «Tỉnh ủy Lam Giang»
_PLACE = re.compile(
    r"\b(?P<unit>(?i:xã|phường|huyện|thị xã|quận|thôn|tỉnh))(?i: ủy)?"
    r" (?P<name>[A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*)*)"
)
# «412 tỷ», «7,42%», «1.124 đảng viên», but no year, day, document number
_FIGURE = re.compile(
    r"(?<![\w/.,:-])(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d{2,6})\s?"
    r"(?P<unit>%|[^\W\d_]+)"
)
_NO_UNIT = {"giờ", "ngày", "tháng", "năm", "phút", "khóa", "khoá"}
# which of a row of meetings: «lần thứ 16», «kỳ họp thứ sáu», «khoá XI», «quý I», «năm 2026»
_ORDINAL = re.compile(
    r"\b(lần|thứ|khoá|khóa|đợt|quý|tháng|năm)\s+(?:thứ\s+)?(\d+|[ivx]+|[^\W\d_]+)\b"
)
_COUNTED = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_FIGURES = {
    **{word: str(at) for at, word in enumerate(_COUNTED, 1)},
    **{roman: str(at) for at, roman in enumerate(_ROMANS, 1)},
}
_STRETCH = re.compile(r"[^\w\s]|\n")
# pairs of these alone say nothing of what an event is about
_SMALL = frozenset(
    "và của về với các những tại trong cho theo do ở được là từ đến một việc công tác tổ chức "
    "hội nghị cuộc họp buổi làm phiên lễ trực tuyến đồng chí tỉnh năm triển khai đã sẽ khi đó "
    "này bài nhiều ra vào trên trước sau đầu mới còn nhân dân thứ lần".split()
)

Named = dict[str, frozenset[str]]
Pair = tuple[str, str]


class Moment(Struct, frozen=True):
    """The days of an event, and the part of the day where it is told."""

    start: date
    end: date
    part: str | None


class Telling(Struct, frozen=True):
    """What an article tells of its event.

    `came` is when it was published, else reached us. `people` and `chairs` are folded
    names, `host` in its normal form; `places` are by their unit («xã»), `ordinals` by what
    is counted («lần»). `about` are the neighbouring syllables of headline and event,
    `words` those of the whole article.
    """

    moment: Moment | None
    came: date | None
    people: frozenset[str]
    chairs: frozenset[str]
    host: str
    places: Named
    ordinals: Named
    numbers: frozenset[str]
    figures: frozenset[Pair]
    about: frozenset[Pair]
    words: frozenset[Pair]


def read_telling(digest: Digest) -> Telling:
    """What the article of a digest tells of its event."""
    article = digest.article
    title = article.title.text if article.title else ""
    named = article.quote(digest.event.span) if digest.event else ""
    told = [article.quote(block.span) for block in article.blocks if block.kind in NEWS]
    opening = "\n".join(told[:_OPENING])
    came = article.published or article.received
    people = frozenset(fold(person.name) for person in digest.people)
    return Telling(
        moment=_moment(digest, opening, came),
        came=came,
        people=people,
        chairs=frozenset(fold(each.name) for each in digest.people if each.part == "chủ trì"),
        host=_host(digest),
        places=_places(f"{title}\n{opening}", people),
        ordinals=ordinals_of(named),
        numbers=frozenset(plain_number(each.number) for each in digest.documents if each.number),
        figures=frozenset(_figures(article.text)),
        about=frozenset(_pairs(f"{title}\n{named}")),
        words=frozenset(_pairs(article.text)),
    )


def ordinals_of(named: str) -> Named:
    """By what is counted, the numbers that a name of an event tells: {«lan»: {«16»}}."""
    found = _ORDINAL.findall(fold(_DAYS.sub(" ", named)))
    figures = ((head, _figure(value)) for head, value in found)
    return _gathered((head, figure) for head, figure in figures if figure)


def _figure(value: str) -> str | None:
    return value.lstrip("0") if value.isdigit() else _FIGURES.get(value)


def _moment(digest: Digest, opening: str, came: date | None) -> Moment | None:
    """When it was: as the digest says, else by the first words that tell day and part of it."""
    if when := digest.when:
        return Moment(when.start, when.end, when.part)
    found = _MOMENT.search(fold(opening))
    if not (found and came):
        return None
    if found["today"]:
        return Moment(came, came, found["today"]) if digest.article.published else None
    for year in (came.year, came.year - 1):
        try:
            day = date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        if day <= came:
            return Moment(day, day, found["part"])
    return None


def _host(digest: Digest) -> str:
    host = digest.event.host if digest.event else None
    return organ_norm(host.text) if host else ""


def _places(text: str, people: frozenset[str]) -> Named:
    """The places by their unit; «Chủ tịch UBND tỉnh Lê Văn A» names none."""
    found = []
    for match in _PLACE.finditer(text):
        name = fold(match["name"])
        for person in people:
            name = name.replace(person, "").strip()
        if name:
            found.append((match["unit"], name))
    return _gathered(found)


def _figures(text: str) -> set[Pair]:
    found = ((match["figure"], fold(match["unit"])) for match in _FIGURE.finditer(text))
    return {(figure, unit) for figure, unit in found if unit not in _NO_UNIT}


def _pairs(text: str) -> set[Pair]:
    """The neighbouring syllables of a text that tell something; days are left out."""
    stretches = _STRETCH.split(_DAYS.sub("\n", text))
    found = set().union(*map(pairs_of, stretches))
    return {pair for pair in found if not _SMALL.issuperset(pair)}


def _gathered(pairs: Iterable[Pair]) -> Named:
    found: dict[str, set[str]] = {}
    for head, value in pairs:
        found.setdefault(strip_marks(fold(head)), set()).add(fold(value))
    return {head: frozenset(values) for head, values in found.items()}
