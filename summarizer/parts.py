"""Tell what part each person took in the event."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import Directive, Event, Part, Person, Span
from summarizer.part_cues import BEFORE, EVENT
from summarizer.people import Cast
from summarizer.phrases import Phrases

_PARTS: tuple[Part, ...] = ("chủ trì", "chỉ đạo", "phát biểu", "dự")  # strongest first
_PART_OF_VERB: dict[str, Part] = {
    "chair": "chủ trì",
    "direct": "chỉ đạo",
    "ask": "phát biểu",
    "speak": "phát biểu",
    "attend": "dự",
}
_MOST_STRANGE = 3
_MOST_WORDS_AFTER = 14
_WINDOW = 400
_LONG_LIST = 2
_LONGEST_LIST = 2000
_OBJECT_WINDOW = 24


def find_parts(
    doc: Doc, cast: Cast, event: Event | None, directives: tuple[Directive, ...]
) -> tuple[Person, ...]:
    """The members of the cast, each with the strongest part that holds."""
    told = _told_parts(doc, cast, directives)
    issuers = {fold(directive.issuer.text) for directive in directives if directive.issuer}
    people: list[Person] = []
    for member, parts in zip(cast.members, told, strict=True):
        if event is None:  # nobody chairs or attends what does not take place
            parts -= {"chủ trì", "dự"}
        if fold(member.name) in issuers:
            parts.add("chỉ đạo")
        strongest: Part = next((part for part in _PARTS if part in parts), "khác")
        people.append(
            Person(name=member.name, roles=member.roles, part=strongest, mentions=member.mentions)
        )
    return tuple(people)


def _told_parts(doc: Doc, cast: Cast, directives: tuple[Directive, ...]) -> list[set[Part]]:
    """For each member the parts that the words around the mentions tell."""
    told: list[set[Part]] = [set() for _ in cast.members]
    ends = _ends_of_lists(doc, cast)
    starts = [*(mention.span.start for mention in cast.mentions), len(doc.text)]
    demanded = sorted(directive.span for directive in directives)
    for place, mention in enumerate(cast.mentions):
        if mention.member is None or _stands_in(demanded, mention.span):
            continue
        behind = cast.mentions[ends[place]].span.end
        after = _parts_after(doc, mention.span, behind=behind, before=starts[ends[place] + 1])
        if not cast.members[mention.member].roles:  # «Cử tri A yêu cầu»
            after = ["phát biểu" if part == "chỉ đạo" else part for part in after]
        told[mention.member].update(after, _parts_before(doc, mention.span))
    return told


def _stands_in(spans: list[Span], inner: Span) -> bool:
    """Whether a person is named inside a demand: ordered, not ordering."""
    number = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return number >= 0 and inner.end <= spans[number].end


def _parts_before(doc: Doc, span: Span) -> list[Part]:
    """The part that the words before a mention tell, in its sentence."""
    number = bisect_right(doc.sentences, span.start, key=lambda item: item.span.start) - 1
    if number < 0:
        return []
    opening = doc.sentences[number].span.start
    start = max(opening, span.start - _WINDOW)
    if start > opening and doc.folded.count(";", start, span.start) >= _LONG_LIST:
        start = opening  # «Dự hội nghị có các đồng chí: …; …; …; A»
    part = _part_told_by(", " + doc.folded[start : min(span.start, start + _LONGEST_LIST)])
    return [part] if part else []


@lru_cache(maxsize=4)  # far down a long list all stand after the same words
def _part_told_by(before: str) -> Part | None:
    return next((part for part, pattern in BEFORE if pattern.search(before)), None)


def _parts_after(doc: Doc, span: Span, *, behind: int, before: int) -> list[Part]:
    """The verbs whose subject stands at `span`.

    They follow the list of people that ends at `behind`, and stand before the mention
    that starts at `before`.
    """
    if _OBJECT.search(doc.folded, max(0, span.start - _OBJECT_WINDOW), span.start):
        return []
    if doc.folded.endswith("theo ", 0, span.start) and doc.folded.startswith(",", behind):
        return []  # «Theo ông A, khối lượng, yêu cầu công việc cao hơn»
    company = _COMPANY.match(doc.folded, behind)
    behind = company.end() if company else behind
    past = doc.words.index_at(behind)
    is_subject = _opens(doc, span)
    index = _after_apposition(doc, past, is_subject=is_subject)
    if index == past and not is_subject and _turns_away(doc, past):
        return []  # «Nghe tin của ông A, người dân cho biết»
    stop = min(index + _MOST_WORDS_AFTER, doc.words.index_at(before))
    index, parts = _verbs_from(doc, index, stop)
    return parts + _later_parts(doc, index, before, first=parts)


def _verbs_from(doc: Doc, index: int, stop: int) -> tuple[int, list[Part]]:
    """The first verb of a subject that ends at `index`, with those joined to it by «và»."""
    parts: list[Part] = []
    strange = 0
    while index < stop and strange <= _MOST_STRANGE and not _ends(doc, index):
        after, kind = _verb_at(doc, index) or (index + 1, "")
        if kind == "stop":
            break
        joint = doc.words.texts[index] in {"và", ","} or kind == "adverb"
        if kind in _PART_OF_VERB:
            parts.append(_PART_OF_VERB[kind])
            if doc.words.texts[after : after + 1] not in (["và"], [","]):
                return after, parts
        elif parts and not joint:
            break
        strange += not kind
        index = after
    return index, parts


def _later_parts(doc: Doc, index: int, before: int, *, first: list[Part]) -> list[Part]:
    """«đã kiểm tra công trường và chủ trì cuộc họp»: a second verb behind an object."""
    if not first or first[0] != "dự" or index >= len(doc.words.texts):
        return []
    start = doc.words.starts[index]
    found = _LATER.search(doc.folded, start, min(start + _WINDOW, before))
    if found is None:
        return []
    return ["chủ trì" if found["chair"] else "phát biểu"]


def _ends(doc: Doc, index: int) -> bool:
    """Whether the clause ends at word `index`; the stop of «TP.» does not end it."""
    word = doc.words.texts[index]
    if word != ".":
        return word in _STOPS
    after = doc.words.starts[index] + 1
    following = doc.text[after : after + 2]
    return not following[:1].isalnum() and not following.strip().islower()


def _opens(doc: Doc, span: Span) -> bool:
    """Whether a clause begins at a mention, so that the next verb is its own."""
    return doc.folded[max(0, span.start - 3) : span.start].rstrip()[-1:] in _CLAUSE_MARKS


def _after_apposition(doc: Doc, index: int, *, is_subject: bool) -> int:
    """The word after «(đơn vị huyện A)», «, nông dân ấp B,» that follow a name.

    A subject may have one without an end: «Chị A, hộ dân ở xã B cho biết».
    """
    texts = doc.words.texts
    mark = texts[index] if index < len(texts) else ""
    closing = _CLOSINGS.get(mark)
    if closing is None or (not is_subject and _counts(doc, index + 1)):
        return index
    if mark == "," and _verb_at(doc, index + 1):
        return index + 1
    for after in range(index + 1, min(index + 1 + _MOST_WORDS_ASIDE, len(texts))):
        if texts[after] == closing:
            return after + 1
        if mark == "," and is_subject and _speaks(doc, after):
            return after
        if mark != "(" and _ends(doc, after):
            break
    return index


def _counts(doc: Doc, index: int) -> bool:
    """«… ông A, | 8 phiếu đề nghị …», not «ông A, | 45 tuổi, cho biết»."""
    number, noun = (*doc.words.texts[index : index + 2], "", "")[:2]
    return number.isdigit() and noun != "tuổi"


def _turns_away(doc: Doc, index: int) -> bool:
    """Whether a comma and no verb of theirs follow somebody."""
    if doc.words.texts[index : index + 1] != [","]:
        return False
    return _verb_at(doc, index + 1) is None


def _speaks(doc: Doc, index: int) -> bool:
    verb = _verb_at(doc, index)
    return bool(verb and verb[1] == "speak")


def _verb_at(doc: Doc, index: int) -> tuple[int, str] | None:
    """The word past a verb at `index`, and its kind; «Sở | Giao thông» is none."""
    found = _verbs().at(doc.words, index)
    return None if found and doc.is_capital(index) else found


def _ends_of_lists(doc: Doc, cast: Cast) -> list[int]:
    """For each mention the last one of the list of full names it stands in: «A, B và C»."""
    full = {span for member in cast.members for span in member.mentions}
    mentions = cast.mentions
    ends = list(range(len(mentions)))
    for place in range(len(mentions) - 2, -1, -1):
        start, end = mentions[place].span.end, mentions[place + 1].span.start
        if mentions[place + 1].core in full and _SEPARATOR.fullmatch(doc.folded, start, end):
            ends[place] = ends[place + 1]
    return ends


_CLAUSE_MARKS = frozenset({"", ".", ",", ":", ";", "…", '"', "!", "?"})
_STOPS = frozenset({".", ";", ":", "!", "?"})
# «cử ông A tham gia», «giao đồng chí A chủ trì»: told to act, not acting
_OBJECT = re.compile(
    r"\b(?:cử|bầu|bổ\snhiệm|giới\sthiệu|giao|phân\scông|yêu\scầu|đề\snghị|mời|để|cho|kết\sluận|giúp)"
    r"\s$"
)
# «A và lãnh đạo các sở | dự hội nghị»
_COMPANY = re.compile(
    r"""
    \s(?:và|cùng)\s(?:với\s)?(?:lãnh\sđạo|đại\sdiện|các|đoàn|một\ssố|hơn|\d)\b[^\n,.;:]{0,80}?
    (?=\s(?:đã\s)?(?:(?:tham\s)?dự|(?:đồng\s)?chủ\strì|kiểm\stra|thăm|làm\sviệc|khảo\ssát)\b)
    """,
    re.VERBOSE,
)
_LATER = re.compile(
    r"(?:\bvà|,|;|\bđồng\sthời)\s(?:(?P<chair>(?:đồng\s)?chủ\strì\s"
    + EVENT
    + r")|trình\sbày\b|báo\scáo\b|phát\sbiểu\b)"
)
_CLOSINGS = {"(": ")", ",": ",", "-": "-"}
_MOST_WORDS_ASIDE = 14
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:và\s*|cùng\s*)?|và\s*|cùng\s*)")


@cache
def _verbs() -> Phrases[str]:
    return Phrases((row["verb"], row["kind"]) for row in lexicon.rows("person_verbs"))
