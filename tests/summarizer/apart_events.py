"""Join events that nobody wrote rules for: `python -m tests.summarizer.apart_events`.

`tests/apart_events/` holds 26 invented events, each told by three newsrooms (a, b, c) and
followed by one or two others that are easily taken for it (x, y). They were written by
others who had seen neither the program nor its tests. The rules were mended with the first
16 at hand; the last ten came after (docs/quality.md).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain, combinations
from pathlib import Path

from msgspec import Struct

from summarizer.digest import make_digest
from summarizer.gathering import gather
from summarizer.model import Digest
from summarizer.reading.text import read_text
from summarizer.same_event import tell_one_event
from summarizer.telling import read_telling

FOLDER = Path(__file__).parents[1] / "apart_events"
_TOLD = ("a", "b", "c")


class Telling(Struct, frozen=True):
    """An article: «01-a», the event that it tells, its digest."""

    name: str
    event: str
    digest: Digest


@cache
def tellings() -> tuple[Telling, ...]:
    """All articles, each as if it had come on the day of its event."""
    with (FOLDER / "days.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(chain.from_iterable(map(_tellings, csv.DictReader(file, delimiter="\t"))))


def _tellings(row: dict[str, str]) -> Iterator[Telling]:
    """The articles of an event and of what is taken for it."""
    for letter in (*_TOLD, "x", "y"):
        day = row["told" if letter in _TOLD else letter]
        if day:
            name = f"{row['event']}-{letter}"
            event = row["event"] if letter in _TOLD else name
            text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
            article = read_text(text, published=date.fromisoformat(day))
            yield Telling(name, event, make_digest(article))


class Counted(Struct, frozen=True):
    """Pairs of one event that were missed, pairs of two that were joined; of how many."""

    same: int
    missed: tuple[str, ...]
    different: int
    joined: tuple[str, ...]


def count() -> Counted:
    """Each article held against each other one."""
    told = [(each, read_telling(each.digest)) for each in tellings()]
    names: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for (one, ours), (other, theirs) in combinations(told, 2):
        is_one = tell_one_event(ours, theirs)
        names[one.event == other.event, is_one].append(f"{one.name} {other.name}")
    missed, joined = names[True, False], names[False, True]
    same, different = len(missed) + len(names[True, True]), len(joined) + len(names[False, False])
    return Counted(same, tuple(missed), different, tuple(joined))


def main() -> None:
    """Print what was missed and what was joined."""
    found = count()
    print(f"one event: {found.same} pairs, missed {len(found.missed)}: {', '.join(found.missed)}")
    print(f"two: {found.different} pairs, joined {len(found.joined)}: {', '.join(found.joined)}")
    together = gather([each.digest for each in tellings()])
    print("gathered:", *(len(group) for group in together if len(group) > 1))


if __name__ == "__main__":
    main()
