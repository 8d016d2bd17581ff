"""Try that documents named in two articles are joined where they are surely one."""

from __future__ import annotations

import pytest

from summarizer.joining.compare import compare
from tests.summarizer.joining.pairs import Pair, pairs

TABLES = ("pairs", "apart")
RECALL = {"pairs": 46 / 48, "apart": 23 / 24}  # only rises
ALL = [pair for name in TABLES for pair in pairs(name)]


def test_the_tables_are_large() -> None:
    same = [pair for pair in ALL if pair.is_same]
    assert len(same) >= 60
    assert len(ALL) - len(same) >= 60
    assert len({pair.words for pair in ALL}) == len(ALL)
    assert 3 * len(pairs("apart")) >= len(ALL) - 4


@pytest.mark.parametrize("pair", [pair for pair in ALL if not pair.is_same], ids=lambda p: p.words)
def test_two_documents_are_never_joined(pair: Pair) -> None:
    assert pair.judged != "same"


@pytest.mark.parametrize("name", TABLES)
def test_one_document_is_joined_however_it_is_cited(name: str) -> None:
    same = [pair for pair in pairs(name) if pair.is_same]
    found = [pair for pair in same if pair.judged == "same"]
    assert len(found) >= RECALL[name] * len(same)


def test_the_order_of_two_citations_does_not_matter() -> None:
    for pair in ALL:
        assert compare(pair.other, pair.one) == pair.judged, pair.words
        assert compare(pair.one, pair.one) != "different", pair.words
        assert compare(pair.other, pair.other) != "different", pair.words
