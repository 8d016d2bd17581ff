"""Find the venues, sites and «điểm cầu» of the event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.commas import is_inside_name
from summarizer.events.choose import Candidate
from summarizer.events.mentions import Mention
from summarizer.events.phrase import whole_words
from summarizer.language import Doc
from summarizer.lexicon import alternatives, rows
from summarizer.model import Quote, Span, Time
from summarizer.phrases import Phrases

_AT = re.compile(r"(?<!\w)(?:tại|ở)\s")
_POINT = re.compile(
    r"điểm(?<!\wđiểm)(?<!\d\sđiểm)(?<!các\sđiểm)\scầu\s(?!\d|các|cấp|trên|của|còn|chính\s|ở|tại)"
)
_VENUE = re.compile(
    r"""(?:hội\strường|trụ\ssở|khách\ssạn|nhà|trung\stâm|sân|công\strường|xã|phường|huyện|tỉnh
    |thành\sphố|thị\s(?:xã|trấn)|quận|thôn|bản|buôn|khu|phủ|văn\sphòng|đình|đền|chùa|trường
    |bệnh\sviện|nút\sgiao|hầm|cầu|cảng|nhà\smáy|quảng\strường|bảo\stàng|công\sviên|điểm)(?!\w)""",
    re.VERBOSE,
)
_EVENT = re.compile(
    r"(?:hội\s(?:nghị|thảo|đàm)|cuộc|buổi|phiên|kỳ|lễ|đại\shội|họp|tọa\sđàm|đây|nghị|điều|khoản)"
    r"(?!\w)"
)
_END = re.compile(
    r"""[,;:!?\n] | (?<!tp)(?<!tx)(?<!\sq)(?<!\sp)\.(?=\s|\Z) | \s-\s(?!huế|vũng)
    | \s(?: đã|do|để|với|về|có|là|nhằm|theo
    |bằng|sau|trước
    | trong|vào|ngày|sáng|chiều|tối|chủ\strì|ông|bà|đồng\schí|từ|diễn|cho|dự|phát\sbiểu|cùng|được
    | đang|khi|thì|nơi|nhân|hôm|dưới|tổ\schức|đến|vừa|sẽ|chịu|thực\shiện|phó|thủ\stướng
    |tại|của|làm|và\s(?:kết\snối|trực\stuyến|truyền\shình) ) (?!\w)""",
    re.VERBOSE,
)
_HELD = re.compile(r"(?:diễn\sra|tổ\schức|làm\sviệc)\s(?P<more>(?:\w+\s){0,3})\Z")
_INSPECTS = re.compile(
    r"(?<!\w)(?:kiểm tra|giám sát|thị sát|khảo sát|thăm)(?: thực địa| thực tế| hiện trường)?\s"
    r"(?P<at>[^.;]{0,90}?(?<!\w)tại )?"
)
_COUNTED = re.compile(r"\d+ (?:xã|phường|huyện|quận|tỉnh|thôn|bản|điểm|công trình) ")
# after a long name «tại xã …» tells where its matter lies, «tại hội trường …» where it was told
_HALL = re.compile(
    r"""(?: hội\strường | trụ\ssở | khách\ssạn | nhà | trung\stâm | sân | văn\sphòng | phủ
    | bảo\stàng
    | quảng\strường | trường | học\sviện | cung | thủ\sđô | thành\sphố | tp ) (?!\w)""",
    re.VERBOSE,
)
_ROAD = re.compile(r"(?<!\w)(?:cao tốc|đường sắt|đường bộ|tuyến|quốc lộ|kênh)(?: [^\W\d]+){1,5}\Z")
_GAP = re.compile(r"[,\s(]{0,3}\Z")
_AND = re.compile(r",\s|\svà\s")
_BRACKET = re.compile(r"\([^)]*\)?")
_LONGEST = 90


def find_places(
    doc: Doc, candidates: list[Candidate], mentions: list[Mention], times: tuple[Time, ...]
) -> tuple[Quote, ...]:
    """Where the event took place, in order of the text, each place once."""
    spans = [*_venues(doc, candidates, mentions, times), *_points(doc)]
    if candidates[0].mention.word.family in {"inspection", "supervision"}:
        spans += _sites(doc, candidates)
    places: dict[str, Quote] = {}
    for span in sorted(spans):
        name = doc.folded[span.start : span.end]
        places.setdefault(name, Quote(doc.text[span.start : span.end], span))
    return tuple(places.values())


def _points(doc: Doc) -> Iterator[Span]:
    """«điểm cầu Trung ương», «điểm cầu tỉnh Lạng Sơn»."""
    for match in _POINT.finditer(doc.folded):
        end = _end(doc, match.end())
        if end > match.end():
            yield Span(match.start(), end)


def _venues(
    doc: Doc, candidates: list[Candidate], mentions: list[Mention], times: tuple[Time, ...]
) -> Iterator[Span]:
    """What follows «tại» beside the day, the name or the verb of the event."""
    text = doc.folded
    own = [item for item in mentions if item.word.family == candidates[0].mention.word.family]
    ends = {time.span.end for time in times if time.is_in_days}
    ends |= {mention.end for mention in own}
    names = {item.span.end for item in candidates}
    for sentence in {mention.sentence.span for mention in own}:
        for match in _AT.finditer(text, sentence.start, sentence.end):
            gap = _GAP.search(text, max(0, match.start() - 3), match.start())
            near = gap.start() if gap else -1
            held = _HELD.search(text, max(0, match.start() - 30), match.start())
            if held and held["more"] and match[0].startswith("ở"):
                continue  # «thí điểm tổ chức nhóm trẻ | ở quận A»
            if held or near in ends or (near in names and _is_venue(doc, match.end())):
                yield from _place(doc, match.end())


def _is_venue(doc: Doc, start: int) -> bool:
    """Whether a hall or a province is named at `start`."""
    if _HALL.match(doc.folded, start):
        return True
    return bool(_provinces().at(doc.words, doc.words.index_at(start)))


@cache
def _provinces() -> Phrases[None]:
    cells = [row[column] for row in rows("provinces") for column in ("old_name", "aliases")]
    return Phrases((name, None) for cell in cells for name in alternatives(cell))


def _sites(doc: Doc, candidates: list[Candidate]) -> Iterator[Span]:
    """What is inspected: «kiểm tra công trường …», «kiểm tra … tại xã A, xã B và xã C»."""
    first = candidates[0].mention.sentence.index
    for sentence in doc.sentences[first : first + 3]:
        for match in _INSPECTS.finditer(doc.folded, sentence.span.start, sentence.span.end):
            if match["at"] or _VENUE.match(doc.folded, match.end()):
                yield from _listed(doc, _past_count(doc, match.end()))


def _past_count(doc: Doc, start: int) -> int:
    """Past «3 xã vùng thấp» to the first name of the list."""
    if not _COUNTED.match(doc.folded, start):
        return start
    first = doc.words.index_at(start)
    names = (place for place in doc.words.starts[first : first + 8] if doc.text[place].isupper())
    return next(names, start)


def _listed(doc: Doc, start: int) -> Iterator[Span]:
    """The places of a list that begins at `start`."""
    for _ in range(8):
        place = next(_place(doc, start), None)
        if not place:
            return
        parts = _AND.search(doc.folded, place.start, place.end)
        yield Span(place.start, parts.start()) if parts else place
        joint = _AND.match(doc.folded, parts.start() if parts else place.end)
        if not joint:
            return
        start = joint.end()


def _place(doc: Doc, start: int) -> Iterator[Span]:
    """The place named at `start`, if a name or a venue stands there and no event."""
    if _EVENT.match(doc.folded, start):
        return
    if doc.text[start : start + 1].isupper() or _VENUE.match(doc.folded, start):
        end = _end(doc, start)
        if " " in doc.text[start:end] or doc.text[start].isupper():
            yield Span(start, end)


def _is_inside(doc: Doc, start: int, mark: re.Match[str]) -> bool:
    """A comma of a name, the dash of «cao tốc Tuyên Quang | - Hà Giang»."""
    if mark[0] == " - " and doc.text[mark.end() : mark.end() + 1].isupper():
        return _ROAD.search(doc.folded, start, mark.start()) is not None
    return is_inside_name(doc.text, mark.start())


def _end(doc: Doc, start: int) -> int:
    """Where the name of a place that begins at `start` ends, a bracket after it included."""
    marks = _END.finditer(doc.folded, start, start + _LONGEST + 1)
    match = next((mark for mark in marks if not _is_inside(doc, start, mark)), None)
    end = match.start() if match else whole_words(doc.text, start, len(doc.text), _LONGEST + 1)
    bracket = _BRACKET.search(doc.folded, start, end)
    if bracket and ")" not in bracket[0]:
        closed = doc.folded.find(")", end, end + 40)
        end = closed + 1 if closed >= 0 else bracket.start()
    return start + len(doc.text[start:end].rstrip(" \u00a0("))
