"""Read the name of somebody who can be told to act, and find where it ends."""

from __future__ import annotations

from msgspec import Struct

from summarizer.directives.actor_words import (
    ENDS,
    actor_at,
    begins,
    may_begin_actor,
    organ_at,
    past_clause_word,
    verb_at,
    verb_found,
)
from summarizer.directives.heads import Head, read_head
from summarizer.directives.matters import MATTERS, is_of_project, past_matter
from summarizer.language import Doc
from summarizer.model import Span

_LONGEST = 60  # words of one name, a list of organs included
_LOOSE = 6  # words that no list knows, between the head of a name and its verb
_PART = 5  # words of the last part of a name, a mark included
_NEAR = 4  # words between two verbs of which the first describes the actor
_AHEAD = 8  # words between a verb that describes the actor and the verb of the clause
_BRACKET = 30  # words in brackets inside a name
_JOINS = frozenset({",", "và", "-", "/", "&", "cùng", "hoặc", ";"})
_ALSO = frozenset({"cũng", "đều", "vẫn", "luôn", "thấy"})
_TAILS = frozenset({"ở", "của", "tại", "thuộc", "trong", "trên", "về", "với", "các"})
_FIRST = frozenset({"thứ", "một", "trước"})  # «Ban Chấp hành khóa mới: | Thứ nhất, …»
_TIMES = frozenset({"ngày", "tuần", "tháng", "quý", "năm"})
_REACHES = frozenset({"từ", "đến"})
_DOTTED = frozenset({"t", "tp", "tx", "tt", "q", "p", "h"})  # «T.Ư», «UBND Q.1»


class Actor(Struct, frozen=True):
    """Somebody told to act: the name, the word past it, whether a verb follows."""

    span: Span
    past: int
    acts: bool


def read_actor(doc: Doc, index: int, stop: int) -> Actor | None:
    """The actor whose name begins at word `index` and ends before word `stop`."""
    stop = min(stop, index + _LONGEST, len(doc.words.texts))
    if index >= stop or not may_begin_actor(doc, index) or _is_glued(doc, index):
        return None
    head = read_head(doc, index, stop)
    if head is None:
        return None
    past = _past(doc, head, stop)
    while past > head.past and _dangles(doc, past - 1):
        past -= 1
    named = None if head.proper else _named(doc, head.past, stop)
    if named:
        return named
    span = Span(doc.words.starts[index], doc.words.ends[past - 1])
    acts = any(verb_at(doc, ahead) for ahead in range(past, min(stop, past + _AHEAD)))
    return Actor(span, past, acts)


def _is_glued(doc: Doc, index: int) -> bool:
    """«Nghị định 96/2014/NĐ-| CP | của Chính phủ»: the end of a symbol is no name."""
    return doc.text[max(0, doc.words.starts[index] - 1) : doc.words.starts[index]] in {"-", "/"}


def _dangles(doc: Doc, index: int) -> bool:
    """Tell whether word `index` ends no name: «các sở | tại»; «các đơn vị nói trên» may."""
    ahead = verb_found(doc, index - 1)
    return doc.words.texts[index] in _TAILS and not (ahead and ahead[0] == index + 1)


def _named(doc: Doc, index: int, stop: int) -> Actor | None:
    """Who is named behind «là»: «cơ quan chủ trì soạn thảo Luật là | Bộ Y tế | tiếp thu …»."""
    for place in range(index, min(stop - 1, index + _AHEAD)):
        word = doc.words.texts[place]
        if word == "là" and organ_at(doc, place + 1, stop):
            return read_actor(doc, place + 1, stop)
        if word in _JOINS or word in ENDS or verb_at(doc, place) == "modal":
            return None
    return None


def _past(doc: Doc, head: Head, stop: int) -> int:
    """The word past the name that begins with `head`."""
    index = sure = head.past
    loose = 0
    while index < stop and loose <= _LOOSE and not _is_past(doc, index, stop):
        word = doc.words.texts[index]
        known = None if loose and word.isdigit() else _known(doc, index, stop)
        joined = _joined(doc, head, index, stop) if word in _JOINS else None
        if word == ":":
            joined = _listed(doc, index, stop)
        if word in MATTERS and (matter := past_matter(doc, index, stop)):
            return matter
        if known or joined:
            head = joined or head
            index = sure = known or head.past
            loose = 0
            continue
        verb = verb_found(doc, index)
        within = _past_inner(doc, index, verb, is_loose=bool(loose))
        if within:
            index = sure = within
        elif verb and verb[1] != "with":
            is_frame = verb[1] == "passive" and index == sure and _ends_name(doc, index, stop)
            if is_frame or not _describes(doc, verb, stop, proper=head.proper):
                return index
            index, loose = verb[0], 0
        elif _stops(doc, index):
            break
        else:
            loose += 1
            index += 1
            if loose == 1 and doc.is_capital(index - 2):
                sure = index  # «Bộ Nội | vụ»
    return sure


def _past_inner(
    doc: Doc, index: int, verb: tuple[int, str] | None, *, is_loose: bool
) -> int | None:
    """The word past a verb that belongs to the name, or past a part of a project's."""
    if is_of_project(doc, index):
        return verb[0] if verb else index + 2
    if verb and verb[1] == "with" and not (is_loose and doc.words.texts[index] == "các"):
        return verb[0]
    return None


def _is_past(doc: Doc, index: int, stop: int) -> bool:
    """«các bộ | cũng được giao», «Bộ Y tế | trong ngày 29-8 phải …»."""
    word = doc.words.texts[index]
    if word == "trong" and index + 1 < stop:
        return doc.words.texts[index + 1] in _TIMES
    return word in _ALSO


def _ends_name(doc: Doc, index: int, stop: int) -> bool:
    """Tell whether a proper name ends before word `index`: «Tổng Thư ký Quốc hội | được giao»."""
    organs = (organ_at(doc, first, stop) for first in range(max(0, index - _PART), index))
    return doc.is_capital(index - 1) or index in organs


def _stops(doc: Doc, index: int) -> bool:
    """Tell whether a name cannot go on at word `index`; «từ Quảng Ninh đến Hà Tĩnh» may."""
    word = doc.words.texts[index]
    if word in _REACHES and doc.is_capital(index + 1):
        return False
    return word in _JOINS or word in ENDS or begins(doc, index, "object")


def _known(doc: Doc, index: int, stop: int) -> int | None:
    """The word past an organ, an actor, a capital, a number or a bracket of the name."""
    word = doc.words.texts[index]
    if word == "(":
        return _bracket(doc, index, stop)
    if word == ".":
        return index + 1 if doc.words.texts[index - 1] in _DOTTED else None
    organ = organ_at(doc, index, stop)
    if organ or word.isdigit():
        return organ or index + 1
    if doc.is_capital(index):
        return _capitals(doc, index, stop)
    found = actor_at(doc, index, stop)
    return found[0] if found and found[1] == "common" else None


def _bracket(doc: Doc, index: int, stop: int) -> int | None:
    for past in range(index + 1, min(stop, index + _BRACKET)):
        if doc.words.texts[past] == ")":
            return past + 1
    return None


def _joined(doc: Doc, head: Head, index: int, stop: int) -> Head | None:
    """The next of a list of actors, or the rest of a name, after a comma, dash or «và»."""
    after = past_clause_word(doc, index + 1, "link") or index + 1
    if after >= stop:
        return None
    if doc.words.texts[index + 1] == "với":
        return None  # «Sở Tài chính, | với vai trò …»
    following = read_head(doc, after, stop)
    if following:
        return following
    if doc.is_capital(after):
        return Head(_capitals(doc, after, stop), proper=True)
    if doc.words.texts[index] == "-" and head.proper:
        return Head(_capitals(doc, after, stop), proper=True)  # «Phòng Giáo dục - đào tạo»
    rest = _rest(doc, after, stop)
    return Head(rest, head.proper) if rest else None


def _listed(doc: Doc, index: int, stop: int) -> Head | None:
    """The first of a list of proper names after a colon: «các Bộ: | Tài chính, Xây dựng»."""
    after = index + 1
    if after >= stop or not doc.is_capital(after) or doc.words.texts[after] in _FIRST:
        return None
    past = _capitals(doc, after, stop)
    begins_list = past < stop and doc.words.texts[past] in _JOINS
    return Head(past, proper=True) if begins_list or not verb_found(doc, after) else None


def _capitals(doc: Doc, index: int, stop: int) -> int:
    """The word past a capital one, and past its second half: «Ban | Quản lý», «Đào tạo»."""
    verb = verb_found(doc, index)
    return min(verb[0], stop) if verb else index + 1


def _rest(doc: Doc, index: int, stop: int) -> int | None:
    """The word past the last part of a name: «tập đoàn điện lực, | than, | dầu khí»."""
    for past in range(index, min(stop, index + _PART)):
        word = doc.words.texts[past]
        if word in _JOINS or verb_found(doc, past):
            return past if past > index else None
        if word in ENDS or begins(doc, past, "object") or begins(doc, past, "opening"):
            return None
    return None


def _describes(doc: Doc, verb: tuple[int, str], stop: int, *, proper: bool) -> bool:
    """Tell whether a verb belongs to the name: «đơn vị thi công | khẩn trương …»."""
    past, kind = verb
    if kind in {"modal", "manner", "done"} or (proper and kind != "soft"):
        return False
    for index in range(past, min(stop, past + _AHEAD)):
        word = doc.words.texts[index]
        if word == "," and kind == "soft" and read_head(doc, index + 1, stop):
            return True  # «nhà thầu thi công, | tư vấn giám sát …»
        if word in _JOINS or word in ENDS or begins(doc, index, "object"):
            return False
        following = verb_at(doc, index)
        if following == "modal" or (following == "passive" and kind == "soft"):
            return True
        if following and not proper:
            near = index == past if kind == "passive" else index - past < _NEAR
            return kind != "act" and (near or (kind == "soft" and following == "manner"))
    return False
