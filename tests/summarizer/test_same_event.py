"""One event by two newsrooms is one; what is easily taken for it is not."""

from __future__ import annotations

import pytest

from summarizer.model import Digest
from summarizer.same_event import are_one_event
from tests.summarizer.events_pairs import different_pairs, same_pairs

SAME = list(same_pairs())
DIFFERENT = list(different_pairs())
_RECALL = 0.9  # of the pairs that are one event; docs/quality.md tells the figure of the day


def test_there_are_enough_pairs():
    assert len(SAME) >= 60
    assert len(DIFFERENT) >= 60


@pytest.mark.parametrize(("what", "one", "other"), DIFFERENT, ids=[what for what, *_ in DIFFERENT])
def test_two_events_are_never_joined(what: str, one: Digest, other: Digest):
    assert not are_one_event(one, other)
    assert not are_one_event(other, one)


def test_one_event_is_known_again():
    known = [what for what, one, other in SAME if are_one_event(one, other)]
    assert len(known) >= _RECALL * len(SAME)
    assert all(are_one_event(other, one) == are_one_event(one, other) for _, one, other in SAME)


if __name__ == "__main__":
    missed = [what for what, one, other in SAME if not are_one_event(one, other)]
    joined = [what for what, one, other in DIFFERENT if are_one_event(one, other)]
    print(f"same: {len(SAME)}, missed {missed}")
    print(f"different: {len(DIFFERENT)}, joined {joined}")
