"""The trainer of demands learns from what it is shown."""

from __future__ import annotations

from pathlib import Path

from summarizer.directives.judge import BASE
from tests.quality.train_demands import fit, gold_lessons, rate

GOLD = Path("tests/gold")
EXAMPLES = [(["phải"], True), (["đã"], False), (["phải", "nay"], True), (["đã", "nay"], False)] * 5


def test_a_cue_of_demands_weighs_for_and_a_cue_of_tales_against() -> None:
    weights = fit(EXAMPLES)
    assert weights["phải"] > 1
    assert weights["đã"] < -1
    assert abs(weights["nay"]) < 0.1
    assert BASE in weights


def test_a_rare_cue_weighs_nothing() -> None:
    assert "một lần" not in fit([*EXAMPLES, (["một lần"], True)])


def test_unseen_articles_are_judged_by_what_others_teach() -> None:
    lessons = gold_lessons(GOLD)[:8]
    count = rate(lessons)[GOLD]
    assert count["gold"] == sum(lesson.total for lesson in lessons)
    assert count["hit"] > 0.7 * count["gold"]
