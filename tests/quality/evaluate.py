"""Measure the program against annotated articles: `main.py evaluate GOLD_DIR`."""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date
from pathlib import Path

from bot import texts
from bot.render.contract import to_json
from summarizer.digest import make_digest
from summarizer.language import segment
from summarizer.people import Settle
from summarizer.reading.source import read_source
from tests.quality.compare import Json
from tests.quality.faithful import strings_of, unfaithful
from tests.quality.score import score_article
from tests.quality.tally import Figures, Tally

FLOORS = Path(__file__).parent / "floors.toml"
CEILINGS = "max"


def report(gold: str, *, floors: str | None = None, verbose: bool = False) -> int:
    """Print the figures of a folder of gold; 1 when one of them is beyond its floor."""
    tally = Tally()
    paths = sorted(Path(gold).glob("*.json"))
    if not paths:
        print(texts.FAILED.format(source=gold, reason=texts.NO_GOLD), file=sys.stderr)
        return 1
    for path in paths:
        tally.notes.clear()
        annotated = json.loads(path.read_text(encoding="utf-8"))
        add_article(annotated, path.with_suffix(".txt").read_bytes().decode("utf-8"), tally)
        if verbose:
            print(path.stem, *tally.notes, sep="\n")
    print(tally.table())
    print(f"{len(paths)} articles of {gold}")
    faults = _beyond(tally.figures(), floors) if floors else []
    for fault in faults:
        print(f"BEYOND ITS FLOOR: {fault}", file=sys.stderr)
    return 1 if faults else 0


def add_article(gold: Json, text: str, tally: Tally, settle: Settle | None = segment) -> Json:
    """Digest one article, add it to the tally; the digest."""
    published = gold["source"]["published"]
    day = date.fromisoformat(published) if published else None
    article = read_source(text.encode(), published=day)
    found = to_json(make_digest(article, settle=settle))
    score_article(gold, found, text, tally)
    wrong = unfaithful(found, text)
    for _ in strings_of(found):
        tally.right("strings", ok=True)
    tally.rights["strings"][0] -= len(wrong)
    for string in wrong:
        tally.note("unfaithful", "string", string)
    return found


def _beyond(figures: Figures, name: str) -> list[str]:
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    if name not in tables:
        return [texts.NO_FLOORS.format(name=name)]
    floors = tables[name]
    ceilings = floors.pop(CEILINGS, {})
    low = [
        f"{measure} is {figures[measure]}, at least {floor} was reached before"
        for measure, floor in floors.items()
        if (value := figures[measure]) is None or value < floor
    ]
    high = [
        f"{measure} is {figures[measure]}, at most {ceiling} before"
        for measure, ceiling in ceilings.items()
        if (value := figures[measure]) is None or value > ceiling
    ]
    return low + high
