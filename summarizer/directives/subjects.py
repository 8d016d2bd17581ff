"""Tell who the subject of a demanded clause is."""

from __future__ import annotations

from typing import Literal

from summarizer.directives.actor_words import actor_at, begins, verb_at
from summarizer.directives.actors import Actor, read_actor
from summarizer.language import Doc

_FIRST = 45  # words in which the subject of a clause must begin
_MODAL = 24  # words before the «phải» of a subject that cannot act
_LIST = 12  # words of an actor before a comma and another
_TIME = 6  # words of a leading time without a comma: «sau Tết các đơn vị …»
_PARTS = frozenset({",", "thì"})


def read_subject(doc: Doc, start: int, stop: int) -> Actor | Literal["left out", "nobody"]:
    """The subject of the clause of words `start` … `stop`.

    An actor, left out («rà soát …»), or nobody who can act («công tác cán bộ phải …»).
    """
    actor = read_actor(doc, start, stop)
    if actor:
        return "nobody" if _suffers(doc, actor.past, stop) else actor
    if verb_at(doc, start) == "done":  # «cần được các bộ …»
        return read_actor(doc, start + 2, stop) or "left out"
    opens = begins(doc, start, "opening")
    actor = _after_opening(doc, start, stop) if opens else _after_case(doc, start, stop)
    if actor:
        return actor
    main = _main(doc, start, stop) if opens else start
    return "nobody" if _is_thing(doc, main, stop) else "left out"


def _suffers(doc: Doc, start: int, stop: int) -> bool:
    """Tell whether the subject is acted upon: «cán bộ yếu kém … phải bị thay thế»."""
    kinds = (verb_at(doc, index) for index in range(start, min(stop, start + _MODAL)))
    return next((kind for kind in kinds if kind), None) == "done"


def _after_opening(doc: Doc, start: int, stop: int) -> Actor | None:
    """The actor after a leading time, purpose or topic: «Trong quý III, các sở …»."""
    end = min(stop, start + _FIRST)
    close = _close(doc, start, stop) if begins(doc, start, "time") else None
    if close:
        return close
    for index in range(start + 1, end):
        if doc.words.texts[index - 1] in _PARTS:
            actor = read_actor(doc, index, stop)
            if actor and verb_at(doc, actor.past) in {"modal", "passive"}:
                return actor
    return _marked(doc, start, end, stop)


def _close(doc: Doc, start: int, stop: int) -> Actor | None:
    """The actor after a short time without a comma: «sau Tết | các đơn vị | cần …»."""
    for index in range(start + 1, min(stop, start + _TIME + 1)):
        if doc.words.texts[index] == "các":
            actor = read_actor(doc, index, stop)
            return actor if actor and verb_at(doc, actor.past) else None
    return None


def _marked(doc: Doc, start: int, end: int, stop: int) -> Actor | None:
    """The first actor that follows a comma and stands in no other's name."""
    for index in range(start + 1, end):
        if doc.words.texts[index - 1] in _PARTS:
            actor = read_actor(doc, index, stop)
            if actor and actor.acts and not _goes_on(doc, max(start + 1, index - _LIST), index):
                return actor
    return None


def _goes_on(doc: Doc, first: int, index: int) -> bool:
    """Tell whether a list of actors begins before word `index`: «công chức, | viên chức»."""
    actors = (read_actor(doc, before, index + _LIST) for before in range(first, index - 1))
    return any(actor.past > index for actor in actors if actor)


def _after_case(doc: Doc, start: int, stop: int) -> Actor | None:
    """The actor after «thì»: «Đường hỏng kéo dài thì chủ tịch xã phải …»."""
    for index in range(start + 1, min(stop, start + _MODAL)):
        if doc.words.texts[index] == "thì":
            return read_actor(doc, index + 1, stop)
    return None


def _main(doc: Doc, start: int, stop: int) -> int:
    """The word after the leading phrases of a clause."""
    for index in range(start + 1, min(stop, start + _FIRST)):
        if doc.words.texts[index - 1] in _PARTS and not begins(doc, index, "opening"):
            return index
    return start


def _is_thing(doc: Doc, start: int, stop: int) -> bool:
    """Tell whether a clause begins with a noun that cannot act: «Công tác cán bộ phải …»."""
    while (found := actor_at(doc, start, stop)) and found[1] == "quantifier":
        start = found[0]
    if begins(doc, start, "thing"):
        return True
    if verb_at(doc, start) or begins(doc, start, "opening"):
        return False
    for index in range(start, min(stop, start + _MODAL)):
        if doc.words.texts[index] in {",", ";", ":"}:
            return False
        if verb_at(doc, index) in {"modal", "done"}:
            return True
    return False
