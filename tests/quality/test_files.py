"""An article in a file must be understood like its plain text."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bot.render.contract import to_json
from summarizer.digest import make_digest
from summarizer.model import Article
from summarizer.reading.source import read_source
from tests import files
from tests.letters import to_tcvn3
from tests.quality.compare import Json
from tests.quality.score import score_article
from tests.quality.tally import Figures, Tally

pytestmark = pytest.mark.slow

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("*.json"))
NEAR = 0.02
Layout = Callable[[str], bytes]


def to_tcvn3_file(text: str) -> bytes:
    """A file typed in a TCVN3 font, whose toned capitals are lost."""
    return to_tcvn3(text).encode()


# half of the articles each, since it takes long to set a page
CASES: list[tuple[Layout, slice]] = [
    (files.to_docx, slice(1, None, 2)),
    (to_tcvn3_file, slice(0, None, 2)),
    (files.to_pdf, slice(0, None, 2)),
    (files.to_newspaper, slice(1, None, 2)),
]
# a layout's tests stay together: they share what was set and read
EACH = [
    pytest.param(*case, marks=pytest.mark.xdist_group(case[0].__name__), id=case[0].__name__)
    for case in CASES
]


@pytest.mark.parametrize(("lay_out", "part"), EACH)
def test_every_figure_is_that_of_the_plain_text(lay_out: Layout, part: slice):
    figures = _figures(lay_out, GOLD[part])
    for name, plain in _figures(str.encode, GOLD[part]).items():
        if name == "fidelity" and lay_out is to_tcvn3_file:
            continue  # words found are those of the file, letter case is not
        assert figures[name] == (plain if plain is None else pytest.approx(plain, abs=NEAR)), name


@pytest.mark.parametrize(("lay_out", "part"), EACH)
def test_the_day_of_publication_is_never_wrong(lay_out: Layout, part: slice):
    for path in GOLD[part]:
        assert _article(path, lay_out).published in {None, _published(path)}, path.stem


def _figures(lay_out: Layout, paths: list[Path]) -> Figures:
    tally = Tally()
    for path in paths:
        gold: Json = json.loads(path.read_text(encoding="utf-8"))
        text = _text(path)
        article = _article(path, lay_out)
        article = replace(article, published=_published(path) or article.published)
        found = to_json(make_digest(article))
        score_article(gold, _moved(found, _places(article, text)), text, tally)
    return tally.figures()


@cache
def _article(path: Path, lay_out: Layout) -> Article:
    return read_source(lay_out(_text(path)))


def _text(path: Path) -> str:
    return path.with_suffix(".txt").read_text(encoding="utf-8")


def _published(path: Path) -> date | None:
    gold: Json = json.loads(path.read_text(encoding="utf-8"))
    published = gold["source"]["published"]
    return date.fromisoformat(published) if published else None


def _places(article: Article, text: str) -> list[int]:
    """Where each letter of the article stands in the plain text, which differs in blanks."""
    start = 0
    if article.blocks[0].kind == "furniture":  # the running head of a single page
        start = article.blocks[0].span.end
    letters = [place for place, letter in enumerate(text) if not letter.isspace()]
    places = [0] * start
    number = 0
    for letter in article.text[start:]:
        places.append(letters[min(number, len(letters) - 1)])
        number += not letter.isspace()
    return [*places, len(text)]


def _moved(found: Any, places: list[int]) -> Any:
    """The digest with its spans, and the words at them, counted over the plain text."""
    if isinstance(found, dict):
        return {key: _moved(value, places) for key, value in found.items()}
    if isinstance(found, list):
        if len(found) == 2 and all(type(place) is int for place in found):
            return [places[found[0]], places[found[1] - 1] + 1]
        return [_moved(value, places) for value in found]
    return found
