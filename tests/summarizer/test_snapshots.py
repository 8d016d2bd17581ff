"""What is read of each of the project's articles, read by a person before it was accepted.

The gold beside the articles says what would be right, in shares; this says what is, to the
letter. `ACCEPT=1 pytest tests/summarizer/test_snapshots.py` writes it anew; read the
difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from summarizer.digest import make_digest
from summarizer.model import Digest, Quote
from summarizer.reading.text import read_text

TESTS = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"
ARTICLES = sorted(path for folder in ("gold", "apart") for path in (TESTS / folder).glob("*.txt"))


def lines(digest: Digest) -> Iterator[str]:
    """A line a fact: what it is, and all that is said of it."""

    def told(*parts: object) -> str:
        return " | ".join("-" if part is None else str(part) for part in parts)

    def words(quote: Quote | None) -> str | None:
        return quote.text if quote else None

    if digest.event:
        yield told("event", digest.event.kind, words(digest.event.host))
    for person in digest.people:
        roles = "; ".join(role.text for role in person.roles)
        yield told("person", person.name, roles or None, person.part, len(person.mentions))
    for document in digest.documents:
        issuer, subject = words(document.issuer), words(document.subject)
        yield told("document", document.key, document.date, issuer, subject, len(document.mentions))
    for order in digest.directives:
        said = digest.article.quote(order.span)
        yield told("order", words(order.issuer), words(order.addressee), order.deadline, said)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_read_as_it_was_accepted(article: Path) -> None:
    day = json.loads(article.with_suffix(".json").read_text("utf-8"))["source"]["published"]
    published = date.fromisoformat(day) if day else None
    digest = make_digest(read_text(article.read_text("utf-8"), published=published))
    found = "\n".join([*lines(digest), ""])
    path = SNAPSHOTS / f"{article.stem}.txt"
    if os.environ.get("ACCEPT"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
