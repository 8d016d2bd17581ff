"""Tell in what form a clause bids somebody act, if it does."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from summarizer.directives.actor_words import begins, verb_at, verb_found
from summarizer.directives.actors import Actor, read_actor
from summarizer.directives.clauses import Clause, span_of
from summarizer.directives.subjects import read_subject
from summarizer.language import Doc

Bid = Literal["modal", "told", "verb", "actor", "opening", "comma", "none"]

_HEAD = 140  # letters in which the «phải» of a demand stands
_FIRST = 40  # words in which the verb after a leading topic stands
# no \b opens them, no word ends in one of these: the search skips to their first letters
_MODAL = re.compile(
    r"""(?: phải (?!\ chăng|\ nói\ rằng|\ là\b) | cần (?!\ (?:thiết|thơ|giờ|giuộc|đước)\b)
          | không\ được (?!\ (?:ông|bà|ai|chấp)) | không\ để | hãy
          | đừng | không\ nên | tuyệt\ đối\ không | chớ | nghiêm\ cấm ) \b
      | (?: có | chịu )\ trách\ nhiệm (?!\ (?:trong|chính|liên|của))""",
    re.VERBOSE,
)
_BEFORE_NO_MODAL = ("đã ", "không ", "điều ", "nhu ", "ai ")  # «đã phải», «điều cần», «nhu cần»
_TOLD = re.compile(
    r"(?<!nhiệm vụ )(?<!chỉ tiêu )(?<!biên chế )(?<!kế hoạch )(?<!dự toán )(?<!đáp ứng )"
    r"được (?:giao|yêu cầu|phân công|đề nghị|chỉ đạo)\b"
    r"(?! theo(?! dõi)|[,.;]|$| (?:là )?(?:khoảng |hơn |gần )?\d)"
)
_PAST = re.compile(r"(?:đã|vừa|từng|đang|sẽ)\b")
_NARRATES = re.compile(  # a verb that tells what is or was
    r"""có\ (?! văn\ bản | (?:biện|giải)\ pháp | kế\ hoạch | phương\ án | trách\ nhiệm | ý\ kiến
      | hướng\ dẫn | chính\ sách | cơ\ chế | hiệu\ quả | hình\ thức | liên\ quan | thể\b | chất
      | nhiệm\ vụ | chế\ tài | lộ\ trình | thẩm\ quyền | trọng | tiêu\ chí | mục | đánh\ giá | sự )
      | được\ (?: coi | đưa | xem | ban\ hành | phát\ hiện | tổ\ chức | xây\ dựng | biết )
      | (?: xảy\ ra | diễn\ ra | khép\ lại | trao | tặng | khai\ mạc | kết\ thúc | phản\ ánh | bầu
          | thông\ qua | công\ nhận | khen\ thưởng | vấp | gây(?<!ngây) | dẫn\ đến | trở\ thành
          | vượt | cho\ thấy | nhận\ thấy )\b""",
    re.VERBOSE,
)
_ASIDE = re.compile(
    r"""(?:,\s)? (?:theo|căn\scứ|trong\sphạm\svi|trên\scơ\ssở) \s
    (?:phạm\svi\s)? chức\snăng (?:,\s(?:nhiệm\svụ|quyền\shạn))*
    (?:\svà\squyền\shạn)? (?:\s(?:được\sgiao|của\smình|quản\slý))* ,?\s""",
    re.VERBOSE,
)
_DENIES = re.compile(r"(?:không (?!được|để|nên)|chưa |cũng không |vẫn )")
_ACTS = frozenset({"act", "manner", "modal", "passive", "soft"})
_ADVERBS = frozenset({"cũng", "đều", "luôn", "vẫn", "rất", "có", "được", "bị", "là", "sẽ"})
_DID = frozenset({"đã", "vừa", "từng", "đang"})
_NOT = frozenset({"không", "chỉ", "chớ"})


class Form(Struct, frozen=True):
    """How a clause is built: its subject, the verb after it, how it bids, what it tells."""

    subject: Literal["actor", "left out", "nobody"]
    verb: str  # the kind of the first verb, «no verb» without one
    bid: Bid
    opens: bool  # a time, purpose or topic stands first
    narrates: bool  # told as a fact: «đã», «có 9 phòng», «được ban hành»
    reports: bool  # what its actor did or does: «bộ Công an đã …»
    denies: bool  # what its actor does not: «chính quyền không thể …»


def read_form(doc: Doc, clause: Clause) -> Form:
    """The form of a clause."""
    span = span_of(doc, clause)
    head = doc.folded[span.start : min(span.end, span.start + _HEAD)]
    subject = read_subject(doc, clause.start, clause.stop)
    place = _past_aside(doc, subject.past) if isinstance(subject, Actor) else clause.start
    name = "actor" if isinstance(subject, Actor) else subject
    narrates = _narrates(head)
    bid = _bid(doc, clause, head, subject, place)
    opens = begins(doc, clause.start, "opening")
    if bid == "opening" and not opens:
        bid = "comma"
    if bid == "none" and isinstance(subject, Actor) and subject.acts and not narrates:
        bid = "actor"
    return Form(
        subject=name,
        verb=verb_at(doc, place) or "no verb",
        bid=bid,
        opens=opens,
        narrates=narrates,
        reports=name == "actor" and bool(_DID & set(doc.words.texts[place : place + 2])),
        denies=name == "actor" and _denies(doc, place),
    )


def _past_aside(doc: Doc, place: int) -> int:
    """Past «theo chức năng, nhiệm vụ được giao», which parts an actor from the verb."""
    if place >= len(doc.words.starts):
        return place
    aside = _ASIDE.match(doc.folded, doc.words.starts[place])
    return doc.words.index_at(aside.end()) if aside else place


def _denies(doc: Doc, place: int) -> bool:
    starts = doc.words.starts
    return place < len(starts) and _DENIES.match(doc.folded, starts[place]) is not None


def _bid(doc: Doc, clause: Clause, head: str, subject: Actor | str, place: int) -> Bid:
    if _is_modal(head):
        return "modal"
    if _TOLD.search(head):
        return "told"
    if subject != "nobody" and _is_verb(doc, place):
        return "actor" if isinstance(subject, Actor) else "verb"
    stop = min(clause.stop, clause.start + _FIRST)
    for index in range(clause.start + 1, stop):
        word = doc.words.texts[index - 1]
        parts = word == "thì" or (word == "," and subject != "nobody")
        if parts and _starts_act(doc, index, clause.stop):
            return "opening"
    return "none"


def _is_modal(head: str) -> bool:
    return any(
        not head.endswith(_BEFORE_NO_MODAL, 0, modal.start()) for modal in _MODAL.finditer(head)
    )


def _narrates(head: str) -> bool:
    return bool(_PAST.search(head) or _NARRATES.search(head))


def _is_verb(doc: Doc, index: int) -> bool:
    word = doc.words.texts[index] if index < len(doc.words.texts) else ""
    found = verb_found(doc, index)
    if found is None or found[1] not in _ACTS:
        return word in _NOT
    return found[0] > index + 1 or word not in _ADVERBS


def _starts_act(doc: Doc, index: int, stop: int) -> bool:
    if _is_verb(doc, index):
        return True
    actor = read_actor(doc, index, stop)
    return actor is not None and _is_verb(doc, actor.past)
