"""Tell working days from days of rest, by the list of holidays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

OUR_LIST = Path(__file__).with_name("holidays.tsv")

_DAY = timedelta(days=1)
_COLUMNS = ["kind", "days", "what", "source"]
_KINDS = frozenset({"year", "off", "work", "tet", "hung"})
_SATURDAY = 5
# the same days every year, and since which: Labour Code 45/2019/QH14, article 112;
# Resolution 28/2026/QH16. The day beside 2/9 is decided each year, so it is not here
_FIXED = ((1, 1, 2021), (4, 30, 2021), (5, 1, 2021), (9, 2, 2021), (11, 24, 2026))
_TET = range(-1, 4)  # the eve to the fourth; which five days it is, is decided each year


class HolidaysError(Exception):
    """A line of the list of holidays is not what it should be; line 0: it cannot be read."""

    def __init__(self, path: Path, line: int) -> None:
        """Keep where it stands."""
        super().__init__(str(path), line)
        self.path, self.line = path, line


class Workdays(Struct, frozen=True):
    """The days that are decided, and the lunar holidays of the years that are not.

    `years` are those that are decided: in them the list says all. `tets` are the first
    days of lunar years, `kings` the days of the Hùng Kings.
    """

    years: frozenset[int]
    off: frozenset[date]
    work: frozenset[date]
    tets: frozenset[date] = frozenset()
    kings: frozenset[date] = frozenset()

    def is_decided(self, day: date) -> bool:
        """Whether the list says what was decided for the year of the day."""
        return day.year in self.years

    def is_working(self, day: date) -> bool:
        """Whether offices work; in a year that is not decided as far as can be reckoned."""
        if day in self.work:
            return True
        if day.weekday() >= _SATURDAY or day in self.off:
            return False
        return self.is_decided(day) or day not in self._reckoned(day.year)

    def _reckoned(self, year: int) -> set[date]:
        """The holidays that a year has in any case, and the days that make up for them."""
        found = {date(year, month, day) for month, day, since in _FIXED if year >= since}
        found |= {tet + _DAY * step for tet in self.tets if tet.year == year for step in _TET}
        found |= {day for day in self.kings if day.year == year}
        for lost in sorted(day for day in found if day.weekday() >= _SATURDAY):
            other = lost  # made up on the next working day: article 111
            while other.weekday() >= _SATURDAY or other in found:
                other += _DAY
            found.add(other)
        return found


def read_workdays(path: Path = OUR_LIST) -> Workdays:
    """The list in a file; raises HolidaysError."""
    found: dict[str, set[date]] = {kind: set() for kind in _KINDS}
    years: set[int] = set()
    try:
        lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines()
    except OSError as error:
        raise HolidaysError(path, 0) from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or line.split("\t") == _COLUMNS:
            continue
        kind, _, rest = line.partition("\t")
        words = rest.split("\t")[0].strip()
        try:
            if kind == "year":
                years.add(date(int(words), 1, 1).year)
            else:
                found[kind].update(_days(words))
        except (ValueError, KeyError) as error:
            raise HolidaysError(path, number) from error
    return Workdays(
        frozenset(years),
        *(frozenset(found[kind]) for kind in ("off", "work", "tet", "hung")),
    )


def _days(words: str) -> Iterator[date]:
    """«2026-02-16/2026-02-20», or one day."""
    first, _, last = words.partition("/")
    day, end = date.fromisoformat(first), date.fromisoformat(last or first)
    if not day <= end < day + 31 * _DAY:
        raise ValueError(words)
    while day <= end:
        yield day
        day += _DAY
