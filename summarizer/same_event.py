"""Tell whether two articles report one event, each newsroom in its own words.

A wrong join hides an event, a missed one shows it twice, so what is not sure stays apart.
Both must tell of the same day; nothing that says which event it is may be told by each and
be foreign to the other (another district, the fifth session, the plan for 2026); and
something must be shared that two events of a day rarely share: who chairs, host and topic,
the document that it is about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.folding import fold, strip_marks
from summarizer.lexicon import rows
from summarizer.model import Digest, DocumentRef, Person, When
from summarizer.organs import organ_norm

_ENOUGH = 2.0
_ENOUGH_UNDATED = 3.0  # where one of them does not say when
_HEADING = {"chủ trì", "chỉ đạo"}
_TOPIC = 0.5  # of the words of the shorter name of the event
_NAME, _LEAST_NAME = 0.7, 5
_LEAST_CALLED = 2  # words, where the two are called by just the same ones
_LEAST_TOPIC = 4  # words: «hội nghị trực tuyến» alone says nothing
_DAYS = re.compile(
    r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|ngày \d{1,2}(?: tháng \d{1,2}(?: năm \d{4})?)?"
)
_WORD = re.compile(r"[^\W_]+(?:[/-][^\W_]+)*")
_ROMAN = re.compile(r"[IVX]{1,6}")
# which of a row of meetings: «lần thứ 16», «kỳ họp thứ sáu», «khoá XI», «quý I», «năm 2026»
_ORDINAL = re.compile(
    r"\b(lần|thứ|khoá|khóa|đợt|quý|tháng|năm)\s+(?:thứ\s+)?(\d+|[ivx]+|[^\W\d_]+)\b"
)
_COUNTED = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_FIGURES = {
    **{word: str(at) for at, word in enumerate(_COUNTED, 1)},
    **{roman: str(at) for at, roman in enumerate(_ROMANS, 1)},
}
# words of the name of an event that another newsroom leaves out or puts otherwise
_SMALL = frozenset(
    "và của về với các những tại trong cho theo do ở được là từ đến một việc công tác tổ chức "
    "hội nghị cuộc họp buổi làm việc phiên lễ trực tuyến đồng chí tỉnh năm triển khai".split()
)


def are_one_event(one: Digest, other: Digest) -> bool:
    """Whether two digests surely tell of one event; the order does not matter.

    Copies of one article that tell of no event are `near`'s to know.
    """
    if not (one.event and other.event) or _class(one) != _class(other):
        return False
    if one.when and other.when and not _is_one_time(one.when, other.when):
        return False
    if (_foreign(one, other) and _foreign(other, one)) or ordinals_differ(
        _named(one), _named(other)
    ):
        return False
    if _hosts_differ(one, other) or _chairs_differ(one, other) or _topics_differ(one, other):
        return False
    return _shared(one, other) >= (_ENOUGH if one.when and other.when else _ENOUGH_UNDATED)


def _is_one_time(one: When, other: When) -> bool:
    """Whether both tell of the same days, and of no other part of the day."""
    is_day = (one.start, one.end) == (other.start, other.end)
    return is_day and (one.part is None or other.part is None or one.part == other.part)


def _shared(one: Digest, other: Digest) -> float:
    """How much of what tells events apart is common to both."""
    chairs = _names(one, _HEADING) & _names(other, _HEADING)
    people = _names(one) & _names(other)
    weight = min(2, len(chairs)) * 0.75 + min(3, len(people - chairs)) * 0.25
    weight += 0.75 * (_host(one) is not None and _host(one) == _host(other))
    weight += 1.5 * _is_one_name(one, other) or 1.0 * _is_one_topic(one, other)
    weight += 0.5 * bool(_numbers(one) & _numbers(other))
    return weight


def _is_one_name(one: Digest, other: Digest) -> bool:
    """Whether the events are called by nearly the same words, and by enough of them."""
    ours, theirs = (frozenset(_words(_named(each))) - _SMALL for each in (one, other))
    shorter = min(len(ours), len(theirs))
    return shorter >= _LEAST_NAME and len(ours & theirs) >= _NAME * shorter


def _is_one_topic(one: Digest, other: Digest) -> bool:
    called = [frozenset(_words(_named(each))) - _SMALL for each in (one, other)]
    if called[0] == called[1] and len(called[0]) >= _LEAST_CALLED:
        return True
    ours, theirs = _topic(one), _topic(other)
    shorter = min(len(ours), len(theirs))
    return shorter >= _LEAST_TOPIC and len(ours & theirs) >= _TOPIC * shorter


def _topic(digest: Digest) -> frozenset[str]:
    """The telling words of the event's name and of the headline."""
    title = digest.article.title.text if digest.article.title else ""
    return frozenset(_words(_named(digest)) | _words(title)) - _SMALL


def _topics_differ(one: Digest, other: Digest) -> bool:
    """Whether the events are called by words of which none is common."""
    ours, theirs = (frozenset(_words(_named(each))) - _SMALL for each in (one, other))
    return min(len(ours), len(theirs)) >= _LEAST_TOPIC and not ours & theirs


def _foreign(one: Digest, other: Digest) -> bool:
    """Whether the name of the one event holds a name or figure that the other never says."""
    known = _words(other.article.text)
    return any(word not in known for word in _telling(_DAYS.sub(" ", _named(one))))


def ordinals_differ(one: str, other: str) -> bool:
    """Whether two names of events both say which of a row it is, and not the same one."""
    ours, theirs = _ordinals(one), _ordinals(other)
    return any(ours[head].isdisjoint(theirs[head]) for head in ours.keys() & theirs.keys())


def _ordinals(named: str) -> dict[str, set[str]]:
    """By what is counted, the numbers of it that are told: {«lần»: {«16»}}."""
    found: dict[str, set[str]] = {}
    for head, value in _ORDINAL.findall(fold(_DAYS.sub(" ", named))):
        figure = value.lstrip("0") if value.isdigit() else _FIGURES.get(value)
        if figure:
            found.setdefault(strip_marks(head), set()).add(figure)
    return found


def _telling(text: str) -> set[str]:
    """Names, figures, roman numbers; the first word and short forms say nothing."""
    words = _WORD.findall(text)
    told = {fold(word) for word in words if any(map(str.isdigit, word)) or _ROMAN.fullmatch(word)}
    return told | {fold(word) for word in words[1:] if word[0].isupper() and not word.isupper()}


def _named(digest: Digest) -> str:
    return digest.article.quote(digest.event.span) if digest.event else ""


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def _host(digest: Digest) -> str | None:
    host = digest.event.host if digest.event else None
    return organ_norm(host.text) if host else None


def _hosts_differ(one: Digest, other: Digest) -> bool:
    """Whether each names a host, and neither name is the beginning of the other."""
    ours, theirs = _host(one), _host(other)
    if ours is None or theirs is None:
        return False
    return not (ours.startswith(theirs) or theirs.startswith(ours))


def _chairs_differ(one: Digest, other: Digest) -> bool:
    """Whether each says who chaired, and nobody of the one is named by the other."""
    ours, theirs = _names(one, {"chủ trì"}), _names(other, {"chủ trì"})
    return bool(ours and theirs) and not (ours & _names(other) or theirs & _names(one))


def _names(digest: Digest, parts: set[str] | None = None) -> set[str]:
    def is_wanted(person: Person) -> bool:
        return parts is None or person.part in parts

    return {fold(person.name) for person in digest.people if is_wanted(person)}


def _numbers(digest: Digest) -> set[str]:
    def key(document: DocumentRef) -> str:
        return re.sub(r"[\W_]+", "", fold(document.number or ""))

    return {key(document) for document in digest.documents if document.number}


def _class(digest: Digest) -> str:
    """What kind of event it is, as far as newsrooms agree on it."""
    kind = digest.event.kind if digest.event else ""
    return _classes().get(kind, kind)


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Meetings, sessions and working visits are told by each other's names."""
    loose = {"meeting", "session", "working", "part"}
    classes = {row["kind"]: row["class"] for row in rows("event_nouns")}
    return {kind: "meeting" if each in loose else each for kind, each in classes.items()}
