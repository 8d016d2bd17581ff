"""What is read of each of the project's articles, read by a person before it was accepted.

The gold beside the articles says what would be right, in shares; this says what is, to the
letter. `ACCEPT=1 pytest tests/summarizer/test_snapshots.py` writes it anew; read the
difference.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from summarizer.digest import make_digest
from summarizer.reading.text import read_text
from tests.summarizer.facts import ARTICLES, facts_of

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_read_as_it_was_accepted(article: Path) -> None:
    day = json.loads(article.with_suffix(".json").read_text("utf-8"))["source"]["published"]
    published = date.fromisoformat(day) if day else None
    digest = make_digest(read_text(article.read_text("utf-8"), published=published))
    found = "\n".join([*facts_of(digest), ""])
    path = SNAPSHOTS / f"{article.stem}.txt"
    if os.environ.get("ACCEPT"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
