"""The scorer against itself and against the one that it was taken over from."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.quality.compare import Json
from tests.quality.evaluate import add_article
from tests.quality.faithful import unfaithful
from tests.quality.score import score_article
from tests.quality.tally import Figures, Tally

GOLD = Path(__file__).parent.parent / "gold"
ORIGINAL = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
IDS = [path.stem for path in sorted(GOLD.glob("*.json"))]

needs_original = pytest.mark.skipif(
    not ORIGINAL.exists(), reason="the scorer it was taken over from is not here (../shared)"
)


def gold_of(ident: str) -> Json:
    gold: Json = json.loads((GOLD / f"{ident}.json").read_text(encoding="utf-8"))
    return gold


def text_of(ident: str) -> str:
    return (GOLD / f"{ident}.txt").read_bytes().decode("utf-8")


def figures_of(found: dict[str, Json]) -> Figures:
    tally = Tally()
    for ident in IDS:
        score_article(gold_of(ident), found[ident], text_of(ident), tally)
    return tally.figures()


def damaged(gold: Json, chance: random.Random) -> Json:
    """The gold as a careless reader would give it."""
    found = copy.deepcopy(gold)
    for key in ("documents", "people", "where", "directives"):
        found[key] = [item for item in found[key] if chance.random() < 0.8]
    for document in found["documents"]:
        document["date"] = chance.choice([document["date"], None])
        document["issuer"] = chance.choice([document["issuer"], "Chính phủ", None])
        document["subject"] = chance.choice([document["subject"], "Đất đai", None])
        document["number"] = chance.choice([document["number"], "Số 01 – KL/TW"])
    for person in found["people"]:
        person["part"] = chance.choice([person["part"], "khác"])
        person["roles"] = [role + chance.choice(["", " tỉnh"]) for role in person["roles"][:2]]
    for directive in found["directives"]:
        directive["issuer"] = chance.choice([directive["issuer"], "Đồng chí"])
        directive["addressee"] = chance.choice([directive["addressee"], None, "các sở, ngành"])
        directive["deadline"] = chance.choice([directive["deadline"], "2024-06-30"])
        directive["span"] = [directive["span"][0] + chance.randrange(9), directive["span"][1]]
        directive["documents"] = [key.lower() for key in directive["documents"]][:2]
    for key in ("event", "when"):
        found[key] = chance.choice([found[key], None])
    found["summary"] = [{"text": gold["title"], "span": [0, len(gold["title"])]}]
    return found


def test_gold_scored_against_itself_is_perfect():
    figures = figures_of({ident: gold_of(ident) for ident in IDS})
    wrong = {
        name: value
        for name, value in figures.items()
        if value not in {None, 1.0} and not name.startswith("rouge")
    }
    assert wrong == {"directives.false": 0}


@needs_original
@pytest.mark.parametrize("seed", range(3))
def test_both_scorers_give_the_same_figures(tmp_path: Path, seed: int):
    chance = random.Random(seed)  # noqa: S311 (a test's dice)
    found = {ident: damaged(gold_of(ident), chance) for ident in IDS}
    assert_same_figures(found, tmp_path)


@needs_original
def test_both_scorers_give_the_same_figures_for_the_program(tmp_path: Path):
    found = {ident: add_article(gold_of(ident), text_of(ident), Tally()) for ident in IDS}
    assert_same_figures(found, tmp_path)


def assert_same_figures(found: dict[str, Json], folder: Path) -> None:
    for ident, digest in found.items():
        (folder / f"{ident}.json").write_text(json.dumps(digest), encoding="utf-8")
    command = [sys.executable, str(ORIGINAL), str(GOLD), str(folder), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout)["figures"]
    ours = figures_of(found)
    assert {name: ours[name] for name in theirs} == pytest.approx(theirs)


def test_a_string_that_the_article_does_not_have_is_found():
    gold = gold_of("dev-02")
    assert unfaithful(gold, text_of("dev-02")) == []
    gold["people"][0]["roles"].append("Chủ tịch nước")
    assert unfaithful(gold, text_of("dev-02")) == ["Chủ tịch nước"]
