"""Whatever the text: no exception, no word that is not the article's, cost linear in length."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.render.contract import to_json
from bot.render.marked import to_marked
from bot.render.plain import to_plain
from summarizer.digest import make_digest
from summarizer.reading.text import read_text
from tests.quality.compare import fold
from tests.quality.faithful import unfaithful

GOLD = Path(__file__).parent / "gold"
ARTICLES = [path.read_bytes().decode("utf-8") for path in sorted(GOLD.glob("*.txt"))]
MEGABYTE = 2**20
QUARTER = MEGABYTE // 4
NOISE = 0.05  # CPU seconds: what is shorter tells nothing of growth

# what gets into a text on its way: other scripts, direction marks, emoji, control codes
STRAY = [
    *("\u202e", "\u202d", "\u200b", "\ufeff", "\u00ad", "\u0000", "\r", "\t", "\u2028"),
    *("📌", "👨‍👩‍👧", "مؤتمر", "会議", "İ", "ß", "ﬁ", "\u0301", "\U0010ffff", "½"),
    *("“", "”", "(", ")", ";", ":", "…", "–", "/", "1/1/2024", "số", "Đồng chí", "yêu cầu"),
]
# a text made of nothing else
REPEATED = [
    *("a", "A", "Đ", " ", "\n", ";", ".", "…", '"', "“", "(", "-", "/", "1", "0/", "\u0301", "📌"),
    *("a;", "a.", "A. ", "1. ", "a\n", "A\n\n", "; và ", "Nguyễn ", "Nguyễn Văn An, ", "đồng chí "),
    *("Bộ trưởng Bộ ", "Chủ tịch UBND tỉnh ", "ngày 1/1/2024 ", "từ ngày ", "Nghị quyết ", "số "),
    *("Nghị quyết số 01/NQ-CP, ", "Luật Đất đai; ", "về việc ", "yêu cầu ", "giao Bộ Y tế; "),
    *("Thủ tướng yêu cầu các bộ làm ngay; ", "hội nghị ", "tại ", "trước ngày 1/1/2024; "),
    *("Ông An nói: “Phải làm”. ", "Sở Y tế, Sở Nội vụ và ", "15/2025/", "NĐ-CP-"),
    *(
        "Nghị quyết 01-KL/TW, ",
        "Ông Lê An, Giám đốc Sở Y tế; ",
        "Ông cũng; ",
        "Mục lục\nTin vắn\n\n",
    ),
    # what a careless pattern tries in a million ways: letters of no code, blanks after a label
    *(f"Nghị quyết số 1-A{'đ' * 80}é ", f"Tin: a{' ' * 80}x\n"),
]

robust = pytest.mark.robust


def assert_sound(text: str) -> None:
    """The digest of any text says nothing that the text does not say.

    A name may be printed over two lines, or once as «Hoà» and once as «Hòa».
    """
    article = read_text(text)
    digest = make_digest(article)
    written = to_json(digest)
    assert unfaithful(written, article.text, spelling=fold) == []
    for words, span in said(written):
        assert fold(article.text[slice(*span)]) == fold(words)
    to_plain(digest)
    to_marked(digest, colour=True)


def said(value: Any) -> Iterator[tuple[str, list[int]]]:
    """Every string of the contract that has its span beside it."""
    if isinstance(value, list):
        for item in value:
            yield from said(item)
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        yield from said(item)
        span = value.get("span") if key == "text" else value.get(f"{key}_span")
        if isinstance(item, str) and span and key not in {"deadline", "date"}:
            yield item, span
    yield from zip(value.get("roles", []), value.get("role_spans", []), strict=True)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A gold article as it may arrive: cut, doubled, shuffled, with stray marks in it."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 (a test's dice)
    lines = draw(st.sampled_from(ARTICLES)).split("\n")
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        lines = change(lines, chance)
    return "\n".join(lines)


def delete(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines if chance.random() < 0.7]


def double(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines for _ in range(chance.choice((1, 1, 2)))]


def shuffle(lines: list[str], chance: random.Random) -> list[str]:
    return chance.sample(lines, len(lines))


def join(lines: list[str], chance: random.Random) -> list[str]:
    return [chance.choice(("", " ", "; ")).join(lines)]


def wrap(lines: list[str], chance: random.Random) -> list[str]:
    return [word for line in lines for word in line.split(" ", chance.randint(0, 30))]


def cut(lines: list[str], chance: random.Random) -> list[str]:
    return [line[chance.randint(0, 9) : len(line) - chance.randint(0, 9)] for line in lines]


def sprinkle(lines: list[str], chance: random.Random) -> list[str]:
    return [
        "".join(
            letter + (chance.choice(STRAY) if chance.random() < 0.02 else "") for letter in line
        )
        for line in lines
    ]


def shout(lines: list[str], chance: random.Random) -> list[str]:
    return [line.upper() if chance.random() < 0.3 else line for line in lines]


def whisper(lines: list[str], chance: random.Random) -> list[str]:
    return [line.lower() if chance.random() < 0.3 else line for line in lines]


CHANGES = [delete, double, shuffle, join, wrap, cut, sprinkle, shout, whisper]


@given(mutated())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutated_article_is_digested_soundly(text: str):
    assert_sound(text)


@robust
@given(mutated())
@settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_many_mutated_articles_are_digested_soundly(text: str):
    assert_sound(text)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_is_digested_soundly(text: str):
    assert_sound(text)


@given(st.lists(st.sampled_from([*STRAY, *REPEATED]), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_the_genres_words_is_digested_soundly(parts: list[str]):
    assert_sound("".join(parts))


@pytest.mark.slow
@pytest.mark.parametrize("unit", REPEATED)
def test_ten_thousand_of_one_thing_are_digested_soundly(unit: str):
    assert_sound((unit * 10_000)[:20_000])


@robust
@pytest.mark.parametrize("unit", [*REPEATED, "\n\n".join(ARTICLES)])
def test_cost_grows_linearly_up_to_a_megabyte(unit: str):
    whole = (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]
    # before and after: the machine may change its speed meanwhile
    before, taken, after = (cost(text) for text in (whole[:QUARTER], whole, whole[:QUARTER]))
    assert taken < 4 * 1.6 * max(before, after, NOISE)


@robust
def test_nonsense_costs_no_more_than_news():
    news = ("\n\n".join(ARTICLES) * 2)[: MEGABYTE // 8]
    bound = 16 * cost(news)  # lines of one letter are the dearest: about ten times
    slow = {unit: cost((unit * len(news))[: len(news)]) / bound for unit in REPEATED}
    assert {unit: ratio for unit, ratio in slow.items() if ratio > 1} == {}


def cost(text: str) -> float:
    """CPU seconds of one digest."""
    start = time.process_time()
    make_digest(read_text(text))
    return time.process_time() - start
