"""Whole pages, read by a person before they were accepted.

`ACCEPT=1 pytest tests/bot/render/test_snapshots.py` writes them anew; read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.render.evidence import lay_out_evidence
from bot.render.html import to_html
from bot.render.marked import to_marked
from bot.render.page import lay_out
from bot.render.plain import to_plain
from bot.render.terminal import to_terminal
from summarizer.model import Digest
from tests.annotated import annotated

SNAPSHOTS = Path(__file__).parent / "snapshots"


def narrow(digest: Digest) -> str:
    return to_plain(digest, width=50)


def sent(digest: Digest) -> str:
    return "\n=====\n".join(to_html(lay_out(digest))) + "\n"


def proven(digest: Digest) -> str:
    return "\n=====\n".join(to_html(lay_out_evidence(digest))) + "\n"


def coloured(digest: Digest) -> str:
    return to_marked(digest, colour=True)


@pytest.mark.parametrize(
    ("name", "ident", "write"),
    [
        ("government", "dev-02", to_plain),  # many directives with deadlines
        ("party", "dev-05", to_plain),  # documents, no deadline
        ("assembly", "dev-13", to_plain),
        ("nothing", "dev-20", to_plain),
        ("narrow", "dev-22", narrow),
        ("colour", "dev-22", to_terminal),
        ("telegram", "dev-13", sent),
        ("telegram_long", "dev-02", sent),
        ("evidence", "dev-22", proven),
        ("marked", "dev-22", to_marked),
        ("marked_colour", "dev-22", coloured),
    ],
)
def test_a_page_looks_as_it_was_accepted(name: str, ident: str, write: Callable[[Digest], str]):
    page = write(annotated(ident))
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("ACCEPT"):
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")
