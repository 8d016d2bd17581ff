"""Cut what somebody says into clauses, and trim what only introduces or ends them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from msgspec import Struct

from summarizer import lexicon
from summarizer.directives.actor_words import begins, verb_at
from summarizer.directives.actors import read_actor
from summarizer.language import Doc
from summarizer.model import Span
from summarizer.phrases import Phrases

_NUMBER = re.compile(
    r"""(?: \(? (?: \d{1,2} | [a-zđ] ) [.)] (?=\s|\D)     # «1.», «(2)», «b)»
          | [-–+•*]+ ) \s*""",
    re.VERBOSE,
)
_LABEL = re.compile(
    r"""(?: về | đối[ ]với | với | trong[ ]lĩnh[ ]vực | lĩnh[ ]vực | công[ ]tác )
        [ ] [^.:;"\n]{2,120} : \s*""",
    re.VERBOSE,
)
_UMBRELLA = re.compile(  # «tập trung vào các việc sau:»
    r"""[^.;"\n]{0,240}? \b (?: sau(?:[ ]đây)? | như | gồm | trọng[ ]tâm | cụ[ ]thể | (?<!về[ ])việc
        | nhiệm[ ]vụ | giải[ ]pháp | nội[ ]dung ) [ ]? : \s* """,
    re.VERBOSE,
)
_BEHIND = 4  # words: a colon behind a name may stand so far
_AFTER_VERB = frozenset({"rằng", "là", "cho", ":", ",", '"', "-", "thêm", "rõ"})
_TAIL = " \t\n.,;:…!?-–/+"
_OPENERS = "\"'“”‘’«»(["
_LABELS = frozenset({"như", "sau", "đây", ")", "gồm"})
_ENDLESS = frozenset({"và", "song", "nhưng"})
_ENDLESS_PAIRS = frozenset({("đồng", "thời"), (",", "đồng"), (",", "thời"), (",", "cùng")})


class Clause(Struct, frozen=True, gc=False):
    """A clause by its words `start` … `stop`."""

    start: int
    stop: int


class Closed:
    """Names and titles of documents: no clause is cut inside one, none begins with one."""

    def __init__(self, spans: list[Span]) -> None:
        """Take the spans of names and titles, in any order."""
        self._opens = frozenset(span.start for span in spans)
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, offset: int) -> bool:
        """Tell whether the letter at `offset` stands inside a name."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._ends[place]

    def opens(self, offset: int) -> bool:
        """Tell whether a name begins at `offset`."""
        return offset in self._opens


def past_lead(doc: Doc, start: int, stop: int) -> int:
    """The first word past the connectives and numbers that open words `start` … `stop`."""
    return _skip(doc, start, stop + 1)


def cut(doc: Doc, start: int, stop: int, closed: Closed) -> list[Clause]:
    """The clauses of words `start` … `stop`; no cut is made inside a name or title."""
    several = ";" in doc.words.texts[start:stop]
    cuts = _cuts(doc, start, stop, closed) if several else [start]
    clauses = (trim(doc, low, high) for low, high in zip(cuts, [*cuts[1:], stop], strict=True))
    return [clause for clause in clauses if clause]


def trim(doc: Doc, start: int, stop: int) -> Clause | None:
    """The clause without connectives, numbers and labels before it and marks after it."""
    first = _skip(doc, start, stop)
    label = _LABEL.match(doc.folded, doc.words.starts[first]) if first < stop else None
    if label and label.end() < doc.words.ends[stop - 1]:
        first = _skip(doc, doc.words.index_at(label.end()), stop)
    last = stop
    while last > first and (_leads_on(doc, last) or _is_tail(doc, first, last)):
        last -= 1
    return Clause(first, last) if last - first > 1 else None


def span_of(doc: Doc, clause: Clause) -> Span:
    """Where the clause stands."""
    return Span(doc.words.starts[clause.start], doc.words.ends[clause.stop - 1])


def after_verb(doc: Doc, index: int, stop: int) -> int:
    """The first word of what is said, past «rằng», «là», a colon, a quotation mark."""
    while index < stop and doc.words.texts[index] in _AFTER_VERB:
        index += 1
    return index


def past_umbrella(doc: Doc, index: int, stop: int) -> int:
    """The first word past «tập trung vào các việc sau:», or `index` where none stands."""
    if ":" not in doc.words.texts[index:stop]:
        return index
    actor = read_actor(doc, index, stop)
    colon = _colon_behind(doc, actor.past, stop) if actor else None
    if colon:
        return colon + 1
    found = _UMBRELLA.match(doc.folded, doc.words.starts[index], doc.words.ends[stop - 1])
    return doc.words.index_at(found.end()) if found else index


def _colon_behind(doc: Doc, index: int, stop: int) -> int | None:
    """The colon right behind a name: «các xã:», «Ban Chấp hành | khóa mới:»."""
    for colon in range(index, min(stop - 1, index + _BEHIND)):
        if doc.words.texts[colon] == ":":
            return colon
        if verb_at(doc, colon) or not doc.words.texts[colon].isalpha():
            return None
    return None


def _cuts(doc: Doc, start: int, stop: int, closed: Closed) -> list[int]:
    """The first word, and those after a semicolon that begin a clause."""
    texts = doc.words.texts
    cuts = [start]
    depth = 0
    listed = False
    for index in range(start + 1, stop - 1):
        depth += (texts[index] == "(") - (texts[index] == ")")
        listed = listed or (texts[index] == ":" and texts[index - 1] not in _LABELS)
        if texts[index] != ";" or depth > 0 or closed.holds(doc.words.starts[index]):
            continue
        following = _skip(doc, index + 1, stop)
        named = following < stop and closed.opens(doc.words.starts[following])
        if named or (listed and not read_actor(doc, following, stop)):
            continue
        if _acts(doc, following, stop) and not _only_names(doc, cuts[-1], index):
            cuts.append(index + 1)
    return cuts


def _skip(doc: Doc, index: int, stop: int) -> int:
    """The first word past connectives, numbers and opening marks."""
    while index < stop:
        number = _NUMBER.match(doc.folded, doc.words.starts[index])
        connective = _connectives().at(doc.words, index)
        if number:
            past = doc.words.index_at(number.end())
        elif connective and connective[0] < stop:
            past, kind = connective
            comma = doc.words.texts[past] in {",", ":"}
            if kind == "comma" and not comma:
                return index
            past += comma
        elif doc.words.texts[index] in {'"', "'", ",", ":", ".", "…", "(", "*"}:
            past = index + 1
        else:
            return index
        index = past
    return index


def _only_names(doc: Doc, start: int, stop: int) -> bool:
    """Tell whether words only name who must act: «các Bộ: A, B; | Ngân hàng C thực hiện …»."""
    actor = read_actor(doc, _skip(doc, start, stop), stop)
    return actor is not None and actor.past >= stop - 1


def _acts(doc: Doc, index: int, stop: int) -> bool:
    """Tell whether a new verb follows: «; rà soát …», «; các sở phải …»."""
    if index >= stop:
        return False
    if doc.words.texts[index : index + 2] == ["cũng", "như"]:
        return False
    if verb_at(doc, index) or doc.words.texts[index] in {
        "nếu",
        "trường",
        "không",
        "chỉ",
        "ai",
        "nơi",
    }:
        return True
    actor = read_actor(doc, index, stop)
    if actor and actor.acts:
        return True
    if begins(doc, index, "opening"):
        parts = [
            i for i in range(index, min(stop, index + 40)) if doc.words.texts[i] in {",", "thì"}
        ]
        return any(verb_at(doc, part + 1) for part in parts)
    if actor:
        return False
    return any(verb_at(doc, ahead) == "modal" for ahead in range(index, min(stop, index + 14)))


def _leads_on(doc: Doc, last: int) -> bool:
    """Tell whether words up to `last` end with what leads on: «…, | đồng thời», «… | và»."""
    texts = doc.words.texts
    return texts[last - 1] in _ENDLESS or tuple(texts[max(0, last - 2) : last]) in _ENDLESS_PAIRS


def _is_tail(doc: Doc, first: int, last: int) -> bool:
    """Tell whether the last word is a mark that does not belong to the clause."""
    word = doc.words.texts[last - 1]
    if word in {'"', ")"}:
        inside = doc.words.texts[first : last - 1]
        if word == '"':
            return inside.count('"') % 2 == 0
        return inside.count("(") <= inside.count(")")
    return word in _TAIL or word in _OPENERS


@cache
def _connectives() -> Phrases[str]:
    return Phrases([(row["word"], row["kind"]) for row in lexicon.rows("connectives")])
