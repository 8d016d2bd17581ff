"""Tell whether two articles report one event, each newsroom in its own words.

A wrong join hides an event, a missed one shows it twice, so what is not sure stays apart.
Both must be of the same time; nothing that says which event it is may differ (another
commune, the fifth session, the other half of the day); each must be about what the other
tells; and enough must be common that two events of a day rarely share: people, figures,
documents, host.
"""

from __future__ import annotations

from datetime import timedelta

from summarizer.telling import Named, Telling

# set by hand against tests/apart_events and tests/summarizer/events_pairs.py
_PERSON, _FIGURE, _MOST = 0.6, 0.5, 3
_TOPIC, _HOST, _NUMBER, _PART = 2.5, 0.5, 0.5, 0.4
_ENOUGH = 2.1
_ENOUGH_UNDATED = 3.0  # where one of them does not say when
_LEAST_TOPIC = 0.15  # of what the one is about is told by the other
_LEAST_TOPIC_ALONE = 0.48  # of both on average, where no figure and no document is common
_LATE = timedelta(days=2)  # after the event, in which it is reported


def tell_one_event(one: Telling, other: Telling) -> bool:
    """Whether two articles surely tell of one event; the order does not matter.

    Copies of one article that tell of no event are `near`'s to know.
    """
    if contradict(one, other) or not (one.moment or other.moment):
        return False
    topics = _topic(one, other), _topic(other, one)
    topic = sum(topics) / 2
    is_backed = one.figures & other.figures or one.numbers & other.numbers
    if min(topics) < _LEAST_TOPIC or (topic < _LEAST_TOPIC_ALONE and not is_backed):
        return False
    is_dated = one.moment and other.moment
    weight = _TOPIC * topic + _shared(one, other)
    return weight >= (_ENOUGH if is_dated else _ENOUGH_UNDATED)


def contradict(one: Telling, other: Telling) -> bool:
    """Whether something that both tell says that these are two events."""
    return (
        not _may_be_one_time(one, other)
        or differ(one.ordinals, other.ordinals)
        or differ(one.places, other.places)
        or _hosts_differ(one, other)
        or _chairs_differ(one, other)
    )


def differ(ours: Named, theirs: Named) -> bool:
    """Whether both name some of one kind («xã», «lần»), and none of them is the same."""
    return any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs.keys())


def _shared(one: Telling, other: Telling) -> float:
    """How much of what tells events apart is common to both."""
    weight = _PERSON * min(_MOST, len(one.people & other.people))
    weight += _FIGURE * min(_MOST, len(one.figures & other.figures))
    weight += _HOST * bool(one.host and other.host)  # they do not differ
    weight += _NUMBER * bool(one.numbers & other.numbers)
    parts = [told.moment and told.moment.part for told in (one, other)]
    return weight + _PART * (parts[0] is not None and parts[0] == parts[1])


def _topic(one: Telling, other: Telling) -> float:
    """How much of what the one is about the other tells, from 0 to 1."""
    return len(one.about & other.words) / max(1, len(one.about))


def _may_be_one_time(one: Telling, other: Telling) -> bool:
    ours, theirs = one.moment, other.moment
    if ours and theirs:
        is_apart = ours.start > theirs.end or theirs.start > ours.end
        return not is_apart and (not ours.part or not theirs.part or ours.part == theirs.part)
    if not (one.came and other.came):
        return True
    if moment := ours or theirs:
        came = other.came if ours else one.came
        return moment.end <= came <= moment.end + _LATE
    return abs(one.came - other.came) < _LATE


def _hosts_differ(one: Telling, other: Telling) -> bool:
    """Whether each names a host, and less than half of the shorter name is in the longer."""
    ours, theirs = set(one.host.split()), set(other.host.split())
    return bool(ours and theirs) and 2 * len(ours & theirs) < min(len(ours), len(theirs))


def _chairs_differ(one: Telling, other: Telling) -> bool:
    """Whether each says who chaired, and nobody of the one is named by the other."""
    if not (one.chairs and other.chairs):
        return False
    return one.chairs.isdisjoint(other.people) and other.chairs.isdisjoint(one.people)
