"""Try that the same article is known again, on pairs of articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.near import compare
from summarizer.signature import pairs as pairs_in
from summarizer.signature import resemblance, sign
from tests.summarizer.near.pairs import Pair, digest_of, pairs

PAIRS = pairs()
RECALL = 0.95  # of the copies in the table; only rises


def _told(pair: Pair) -> str:
    return f"{pair.group}, {pair.name}"


def test_the_table_is_large() -> None:
    assert len(PAIRS) >= 100
    assert len({_told(pair) for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair.is_copy], ids=_told)
def test_news_is_never_taken_for_what_is_kept(pair: Pair) -> None:
    assert compare(digest_of(pair.new), digest_of(pair.kept)) in pair.allowed


def test_copies_are_known_again() -> None:
    copies = [pair for pair in PAIRS if pair.is_copy]
    found = [
        pair for pair in copies if compare(digest_of(pair.new), digest_of(pair.kept)) == "same"
    ]
    assert len(found) >= RECALL * len(copies)


@pytest.mark.parametrize("pair", PAIRS, ids=_told)
def test_an_article_is_the_same_as_itself(pair: Pair) -> None:
    assert compare(digest_of(pair.new), digest_of(pair.new)) == "same"


@pytest.mark.parametrize("pair", PAIRS, ids=_told)
def test_the_signatures_tell_how_much_is_shared(pair: Pair) -> None:
    new, kept = digest_of(pair.new).article, digest_of(pair.kept).article
    ours, theirs = sign(new), sign(kept)
    assert ours
    assert theirs
    exact = len(pairs_in(new) & pairs_in(kept)) / len(pairs_in(new) | pairs_in(kept))
    assert resemblance(ours, [theirs])[0] == pytest.approx(exact, abs=0.2)  # four deviations


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_are_compared(new: str, kept: str) -> None:
    assert compare(digest_of(new), digest_of(kept)) in {"same", "related", "different"}


@given(st.text(alphabet="0123456789.,/:- \nABab«»", max_size=400))
def test_figures_without_end_are_compared(text: str) -> None:
    assert compare(digest_of(text), digest_of(text)) in {"same", "different"}
