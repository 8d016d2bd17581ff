"""One event by two newsrooms is one; what is easily taken for it is not."""

from __future__ import annotations

import pytest

from summarizer.gathering import gather
from summarizer.model import Digest
from summarizer.same_event import differ, tell_one_event
from summarizer.telling import ordinals_of, read_telling
from tests.summarizer.apart_events import count, tellings
from tests.summarizer.events_pairs import different_pairs, same_pairs

_RECALL = 0.9  # of the pairs that are one event; docs/quality.md tells the figure of the day


def are_one_event(one: Digest, other: Digest) -> bool:
    return tell_one_event(read_telling(one), read_telling(other))


def test_there_are_enough_pairs():
    assert len(list(same_pairs())) >= 60
    assert len(list(different_pairs())) >= 60


def test_two_events_are_never_joined():
    joined = [
        what
        for what, one, other in different_pairs()
        if are_one_event(one, other) or are_one_event(other, one)
    ]
    assert joined == []


def test_one_event_is_known_again():
    known = [what for what, one, other in same_pairs() if are_one_event(one, other)]
    assert len(known) >= _RECALL * len(list(same_pairs()))
    assert all(
        are_one_event(other, one) == are_one_event(one, other) for _, one, other in same_pairs()
    )


def test_events_by_another_hand_are_not_joined_and_many_are_known_again():
    found = count()
    assert (found.same, found.different) == (78, 6138)
    assert found.joined == ()
    assert len(found.missed) <= 38  # a floor: it only falls


def test_no_item_of_a_briefing_holds_two_events():
    told = list(tellings())
    groups = [group for group in gather([each.digest for each in told]) if len(group) > 1]
    assert all(len({told[at].event for at in group}) == 1 for group in groups)
    assert len(groups) >= 24  # of 26 events


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Hội nghị Thành uỷ lần thứ 16", "Hội nghị Thành ủy lần thứ 22", True),
        ("Kỳ họp thứ sáu, HĐND tỉnh khóa XVII", "Kỳ họp thứ 6, HĐND tỉnh", False),
        ("Kỳ họp thứ nhất, HĐND khoá XVII", "Kỳ họp thứ nhất, HĐND khóa XVIII", True),
        ("phiên họp thường kỳ tháng 4", "phiên họp tháng 4 năm 2026", False),
        ("phiên họp thường kỳ tháng 4", "phiên họp thường kỳ tháng 5", True),
        ("tổng kết năm 2025, nhiệm vụ năm 2026", "tổng kết năm 2025", False),
        ("hội nghị quý I", "hội nghị quý 2", True),
        ("hội nghị giao ban", "hội nghị giao ban lần thứ 3", False),
    ],
)
def test_meetings_of_a_row_are_told_apart_by_their_numbers(one: str, other: str, *, apart: bool):
    assert differ(ordinals_of(one), ordinals_of(other)) is apart
    assert differ(ordinals_of(other), ordinals_of(one)) is apart


if __name__ == "__main__":
    missed = [what for what, one, other in same_pairs() if not are_one_event(one, other)]
    joined = [what for what, one, other in different_pairs() if are_one_event(one, other)]
    print(f"same: {len(list(same_pairs()))}, missed {missed}")
    print(f"different: {len(list(different_pairs()))}, joined {joined}")
