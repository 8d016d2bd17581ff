"""Find the day by which a demanded clause must be done."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from summarizer.directives.demand import Demand
from summarizer.directives.limits import only_sets_limit
from summarizer.evidence import Evidence
from summarizer.language import Doc
from summarizer.model import Span, Time
from summarizer.times import forward, latest_day

_REACH = 48  # letters before a day in which the words that make it a limit stand
_LONG_PAST = timedelta(days=150)  # so long ago nobody sets a limit by a month or a quarter
_EARLIER = timedelta(days=120)  # another limit of the same text may lie so much earlier

_LIMIT = re.compile(
    r"""(?<!\w) (?:
        (?P<before> trước (?:[ ]thời[ ]điểm)? )         # trước ngày 15/7, trước tháng 7
      | (?:chậm|muộn)[ ]nhất (?:[ ](?:là|vào|trong|đến)){0,2}    # chậm nhất là ngày 27.9
      | ngay[ ]trong | từ[ ]nay[ ]đến (?:[ ]hết)? | đến[ ]hết   # đến hết quý III-2020
      | không[ ](?:quá|muộn[ ]hơn) | (?:chậm|trễ)[ ]quá     # không để chậm quá ngày 15/9
      | kỳ[ ]họp[ ][^,;()]{0,30}\(                     # tại kỳ họp thứ 6 (tháng 10/2018)
      | hạn[ ](?:chót|cuối)(?:[ ]cùng)? (?:[ ]là)?
      | (?P<plain> trong (?:[ ]vòng)? | hết | cuối | đúng | vào | kết[ ]thúc | (?P<to>đến) )
    )
    [ ]? (?:(?:cuối|hết)[ ])?
    (?: \d{1,2} (?:[ ]?(?:giờ|h)) (?:[ ]?\d{1,2})? (?:[ ]?phút)? [ ]? )?   # 17 giờ ngày 24/9
    (?: (?:sáng|trưa|chiều|tối|đêm)[ ] )?
    (?: (?:ngày|hôm) (?:[ ][^\W\d]+){0,3} [ ]? )?       # trước ngày ra quân 28-5
    \Z""",
    re.VERBOSE,
)
_OPEN = re.compile(
    r"""(?<!\w) (?:
        (?: đầu | giữa | từ (?![ ]nay) | kể[ ]từ | sau | kỳ[ ]họp | giai[ ]đoạn | của
          | (?:hằng|hàng|mỗi|từng)[ ](?:ngày|tuần|tháng|quý|năm) | định[ ]kỳ
        ) (?!\w) (?: (?!trước|chậm|muộn) [^,;(] ){0,12}    # vào đầu tháng 7
      | giai[ ]đoạn[ ]trước[ ]
      | bắt[ ]đầu[ ][^,;.]{0,24}(?:từ|vào)[ ]?     # để bắt đầu thực hiện vào tháng 1/2018
      | (?:tính|cho)[ ]đến[^,;]{0,12}            # tính đến hết tháng 6
      | từ[ ](?!nay) [^,;.]{1,30} [ ]đến [ ] (?:hết[ ])? (?:ngày[ ])?   # từ tháng 7 đến tháng 9
    ) \Z""",
    re.VERBOSE,
)
_AT_END = re.compile(r"(?:cuối|hết) \Z")  # «trước cuối năm 2026» is by its last day
_AGAIN = re.compile(r"[ ](?:hằng|hàng|mỗi)[ ]\w+|[ ]của[ ](?:tháng|quý|năm)[ ](?:sau|trước)")
_WITHIN = re.compile(  # trong 15 ngày, kể từ ngày 20-11-2018
    r"""(?: (?:trong|sau)[ ](?:(?:thời[ ]hạn|vòng)[ ])? )? (?<!\d) (?P<days> \d{1,3} ) [ ]ngày
        ,? [ ](?:kể|tính)[ ](?:từ[ ])?(?:ngày[ ])? \Z""",
    re.VERBOSE,
)

_FORETOLD = re.compile(r"[ ]sẽ[ ][^,;(]*\Z")  # «như việc nhà máy | sẽ | chạy trong tháng 5»


class Deadline(Struct, frozen=True):
    """The last day, and the words that set it: «trước ngày 15/7»."""

    day: date
    span: Span


class _Limit(Struct, frozen=True):
    """A time that limits a clause, by words that set a limit or may tell of the past.

    `before` tells that the time must not begin: «trước tháng 7»; `within` that it is
    the whole of it: «trong quý I».
    """

    time: Time
    span: Span
    before: bool = False
    plain: bool = False
    within: bool = False


def find_deadlines(
    doc: Doc, evidence: Evidence, demands: tuple[Demand, ...]
) -> tuple[Deadline | None, ...]:
    """The deadline of each of `demands`; None where there is none or its year is unknown."""
    times = evidence.times
    starts = [time.span.start for time in times]
    limits: list[_Limit | None] = []
    for number, demand in enumerate(demands):
        following = demands[number + 1].span.start if number + 1 < len(demands) else len(doc.text)
        tail = _tail(doc, demand, following)
        inside = times[bisect_left(starts, demand.span.start) : bisect_left(starts, tail)]
        found = (_limit(doc, demand.span.start, time) for time in inside)
        limits.append(next((limit for limit in reversed(list(found)) if limit), None))
    base, today = _base(doc, evidence, limits), _today(doc, evidence)
    return tuple(_deadline(limit, evidence, base, today) if limit else None for limit in limits)


def _base(doc: Doc, evidence: Evidence, limits: list[_Limit | None]) -> date | None:
    """The day from which the year of a limit is looked for: of the article, the event, a limit."""
    if doc.article.published or evidence.occasion.when:
        return _today(doc, evidence)
    known = [limit.time.end for limit in limits if limit and limit.time.end]
    return min(known) - _EARLIER if known else None


def _today(doc: Doc, evidence: Evidence) -> date | None:
    """The day of the article, of the event, of the last thing told."""
    if doc.article.published:
        return doc.article.published
    if evidence.occasion.when:
        return evidence.occasion.when.end
    return latest_day(evidence.times)


def _tail(doc: Doc, demand: Demand, following: int) -> int:
    """Where the limit of a clause may stand last: a next sentence that only sets the limit."""
    end = demand.span.end
    spans = (sentence.span for sentence in doc.sentences[demand.sentence : demand.sentence + 2])
    after = next((span for span in spans if span.start >= end), None)
    if after and after.start < following and only_sets_limit(doc.folded, after):
        return after.end
    return end


def _limit(doc: Doc, start: int, time: Time) -> _Limit | None:
    """`time` as a limit with the words that make it one; None where it tells another day."""
    if time.shift is not None and time.shift < 0:
        return None
    if time.span.start == start and not time.is_in_days:
        return _Limit(time, time.span, plain=True)  # «6 tháng cuối năm 2019, các sở …»
    low = max(start, time.span.start - _REACH)
    before = doc.folded[low : time.span.start]
    within = _WITHIN.search(before)
    if within and time.kind == "day" and time.end:
        last = time.end + timedelta(days=int(within["days"]))
        span = Span(low + within.start(), time.span.end)
        return _Limit(replace(time, start=last, end=last), span)
    cue = _LIMIT.search(before)
    if not cue or _OPEN.search(before) or _AGAIN.match(doc.folded, time.span.end):
        return None
    if cue["plain"] and _FORETOLD.search(before):
        return None
    if cue["to"] and time.kind == "year" and low + cue.start() > start:
        return None  # «chiến lược đến năm 2030»
    return _Limit(
        time,
        Span(low + cue.start(), time.span.end),
        before=bool(cue["before"]) and not (time.is_in_days or _AT_END.search(cue[0])),
        plain=bool(cue["plain"]),
        within=bool(cue["plain"]) and cue["plain"].startswith("trong"),
    )


def _deadline(
    limit: _Limit, evidence: Evidence, base: date | None, today: date | None
) -> Deadline | None:
    """The day of a limit; None where its year is unknown, or it lies in the past."""
    time = limit.time
    when = evidence.occasion.when
    if when and time.kind == "day" and not time.first and time.shift:
        time = forward(time, when.end)  # «30 ngày tới», said at the meeting
    elif base and not time.start:
        time = forward(time, base)
    if not time.start or not time.end:
        return None
    day = time.start - timedelta(days=1) if limit.before else time.end
    if limit.plain and today and day < today:
        if time.has_year or not limit.within or today - day < _LONG_PAST:
            return None  # «… đã bàn giao vào tháng 3»
        time = forward(time, today)  # «bố trí đủ vốn trong quý I», said in November
        return Deadline(time.end, limit.span) if time.end else None
    return Deadline(day, limit.span)
