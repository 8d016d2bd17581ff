"""Pairs of articles, and what the second is to the first: the table of `test_near.py`."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from summarizer.digest import make_digest
from summarizer.model import Digest
from summarizer.near import Likeness
from summarizer.reading.text import read_text
from tests.summarizer.near import edits
from tests.summarizer.near.forms import FORMS, fill
from tests.summarizer.near.rewrites import REWRITES

_GOLD = Path("tests/gold")


class Pair(Struct, frozen=True):
    """Two texts; `new` comes when `kept` is there, and may be called one of `allowed`.

    `group` names what was done; the first of `allowed` is what we wish for.
    """

    group: str
    name: str
    new: str
    kept: str
    allowed: tuple[Likeness, ...]

    @property
    def is_copy(self) -> bool:
        """Whether nothing in the new text is news."""
        return self.allowed[0] == "same"


_COPY: tuple[Likeness, ...] = ("same", "related", "different")  # missed, not wrong
_NEWS: tuple[Likeness, ...] = ("related", "different")
_FORM: tuple[Likeness, ...] = ("different",)

# what was done → how, and to which gold articles
_EDITS = {
    "headline, captions, source": (edits.retitled, (2, 5, 9, 14, 22, 28)),
    "10 % of paragraphs dropped": (edits.dropped(10), (3, 13, 16)),
    "25 % of paragraphs dropped": (edits.dropped(25), (4, 8, 15, 23, 29)),
    "40 % of paragraphs dropped": (edits.dropped(40), (6, 10, 18, 24, 26)),
    "synonyms": (edits.reworded, (7, 11, 17, 25)),
    "5 % of words replaced": (edits.replaced(5), (12, 19, 30)),
    "10 % of words replaced": (edits.replaced(10), (2, 13, 20, 21)),
    "20 % of words replaced": (edits.replaced(20), (3, 16, 22)),
    "paragraphs in another order": (edits.shuffled, (4, 9, 29)),
    "all of these at once": (edits.combined, (5, 7, 14, 17, 23, 28)),
    "first half only": (edits.first_half, (6, 11, 15, 25)),
}


def pairs() -> tuple[Pair, ...]:
    """Every pair of the table."""
    return (
        *_edited(),
        *_fuller(),
        *_added(),
        *_changed(),
        *_merged(),
        *_retold(),
        *_filled(),
        *_neighbours(),
    )


@cache
def digest_of(text: str) -> Digest:
    """The digest of a text of the table."""
    return make_digest(read_text(text))


def _edited() -> list[Pair]:
    return [
        Pair(group, _name(number), edit(_gold(number)), _gold(number), _COPY)
        for group, (edit, numbers) in _EDITS.items()
        for number in numbers
    ]


def _fuller() -> list[Pair]:
    """The whole comes when a part is kept: the reader has not seen the rest."""
    return [
        Pair("whole after its half", _name(n), _gold(n), edits.first_half(_gold(n)), _NEWS)
        for n in (6, 11, 15, 25)
    ]


def _added() -> list[Pair]:
    """A later edition with one more demand: short, but what an official must not miss."""
    demand = "Các đơn vị báo cáo kết quả thực hiện về Văn phòng trước ngày 27/12 tới."
    return [
        Pair("one demand added", _name(n), edits.added(_gold(n), demand), _gold(n), _NEWS)
        for n in (5, 8, 21, 24)
    ]


def _changed() -> list[Pair]:
    """One figure or one name is another, all other words are the same."""
    figures = [
        Pair(
            "one figure changed", f"{_name(n)} {at} %", edits.figure(at)(_gold(n)), _gold(n), _NEWS
        )
        for n in (2, 6, 14, 19, 23)
        for at in (10, 60)
    ]
    names = [
        Pair("one name changed", _name(n), _gold(n).replace(name, other), _gold(n), _NEWS)
        for n, name, other in (
            (5, "Mạc Như Hải", "Mạc Như Sơn"),
            (21, "Nghiêm Xuân Hậu", "Nghiêm Xuân Hòa"),
            (24, "Estavia", "Norlandia"),
            (28, "Tây Trà Giang", "Đông Trà Giang"),
        )
    ]
    return figures + names


def _merged() -> list[Pair]:
    """The kept article comes with another in one paste."""
    return [
        Pair(
            "with a second article", _name(n), edits.joined(_gold(n), _gold(m)), _gold(n), _NEWS
        )
        for n, m in ((2, 19), (13, 21), (16, 27), (7, 24))
    ]  # fmt: skip


def _retold() -> list[Pair]:
    return [
        Pair("another newsroom", name, text, (_GOLD / f"{name}.txt").read_text("utf-8"), _NEWS)
        for name, text in REWRITES.items()
    ]


def _filled() -> list[Pair]:
    """The same form, each time another filling."""
    return [
        Pair("form filled in anew", f"{form.name} {a}/{b}", fill(form, b), fill(form, a), _FORM)
        for form in FORMS
        for a, b in combinations(range(len(form.fillings)), 2)
    ]


def _neighbours() -> list[Pair]:
    """Articles of one genre that have nothing to do with each other."""
    return [
        Pair("other news of the genre", f"{n}/{m}", _gold(n), _gold(m), _FORM)
        for n, m in ((2, 3), (5, 6), (6, 7), (8, 28), (21, 27))
    ]


def _name(number: int) -> str:
    return f"dev-{number:02}"


def _gold(number: int) -> str:
    return (_GOLD / f"{_name(number)}.txt").read_text("utf-8")
