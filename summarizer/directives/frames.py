"""Find where somebody speaks: the verb of saying or ordering with its speaker."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from summarizer import lexicon
from summarizer.directives.actor_words import verb_at
from summarizer.directives.actors import read_actor
from summarizer.directives.nouns import is_noun
from summarizer.directives.voices import Voice, Voices
from summarizer.language import Doc, Sentence
from summarizer.phrases import Phrases

FrameKind = Literal["order", "deed", "say", "other"]
ORDERING: frozenset[FrameKind | None] = frozenset({"order", "deed"})  # not saying, nor telling

_LONGEST = 24  # words of an organ's name before its verb
_OPENING = 60  # words in which the one who opens the sentence stands
_LOOSE = 2  # words of an organ's name that no list knows
_LISTED = 6  # words from the head of a list of actors to its last name
_AHEAD = 14  # words from the speaker to a verb that does not follow at once
_BOUNDS = frozenset({",", ";", ":", ".", '"', "(", ")", "-", "!", "?"})
_ADVERBS = frozenset(
    "cũng đã vừa còn đồng thời đặc biệt tiếp tục thống nhất đều luôn thẳng thắn mới lại liên "
    "nhiều lần trực tiếp ngay có rất thường xuyên cụ thể kiên quyết chính thức sau đó hôm nay "
    "qua khẩn tiếp quyết liệt nghiêm khắc chân thành thì".split()
)
_PASSING = frozenset("vừa đã có cũng mới phát ký gửi còn đều tiếp thống ngay tại".split())
_ASKS = frozenset({"kiến nghị", "đề nghị", "đề xuất", "báo cáo", "yêu cầu", "mong muốn"})
_BROKEN = frozenset("phải cần được bị sẽ không nên để do".split())  # no verb of saying after these
_SELF = frozenset({"tôi", "chúng tôi"})


class Frame(Struct, frozen=True):
    """A verb of saying with its speaker; `voice` is None where it goes on with the last one.

    Words `first` … `verb` hold the speaker, `verb` … `past` the verb; what stands before
    them is said by it, or by the verb joined to it: «“…”, ông A nói và yêu cầu …».
    """

    kind: FrameKind
    voice: Voice | None
    first: int
    verb: int
    past: int
    told: bool  # «đã yêu cầu»: the verb stands in the past
    joined: FrameKind | None = None  # of the first of two verbs

    @property
    def of_words_before(self) -> FrameKind:
        """The kind of the verb that says what stands before."""
        return self.joined or self.kind


def find_frames(doc: Doc, voices: Voices, sentence: Sentence) -> list[Frame]:
    """The verbs of saying and ordering of a sentence, in order."""
    start = doc.words.index_at(sentence.span.start)
    stop = doc.words.index_at(sentence.span.end)
    frames: list[Frame] = []
    for verb, past, kind in _verbs().find(doc.words, start, stop):
        low = frames[-1].past if frames else start
        frame = _Reader(doc, voices, start, stop, low).read(verb, past, kind)
        if frame:
            frames.append(frame)
    return frames


class _Reader(Struct, frozen=True):
    """Reads the speaker before a verb in the words `start` … `stop` of a sentence."""

    doc: Doc
    voices: Voices
    start: int
    stop: int
    low: int  # the word past the verb before

    def read(self, verb: int, past: int, kind: FrameKind) -> Frame | None:
        """The frame of a verb, None where the words are a noun or nobody says them."""
        if is_noun(self.doc, (self.start, self.stop), verb, past):
            return None
        texts = self.doc.words.texts
        subject, person = self._subject(verb)
        told = any(word in {"đã", "từng"} for word in texts[subject:verb])
        if "thể" in texts[subject:verb]:
            return None  # «có thể đề nghị»
        if person:
            first = self.doc.words.index_at(person[1])
            asked = self._is_asked(first)
            return None if asked else Frame(kind, person[0], first, verb, past, told)
        joined = subject > self.start and texts[subject - 1] in {"và", "rồi"}
        if joined and kind == "say":
            return self._inherited(subject, verb, past, kind, told=told)
        if past >= self.stop or (texts[past] in {".", ","} and kind in {"say", "other"}):
            return self._far(verb, past, kind)
        if texts[past] == "." or (texts[past] == "," and not verb_at(self.doc, past + 1)):
            return None  # «… cũng yêu cầu, | tổ chức kiểm điểm …» goes on
        first = _segment(texts, self.low, subject)
        if joined or first == subject or " ".join(texts[first:subject]) in _SELF:
            return self._inherited(subject if joined else first, verb, past, kind, told=told)
        return self._far(verb, past, kind)

    def _subject(self, verb: int) -> tuple[int, tuple[Voice, int] | None]:
        """The word past the speaker's name, and the person whose name ends there."""
        texts = self.doc.words.texts
        index = verb
        if verb > self.start + 1 and texts[verb - 1] == ",":
            person = self.voices.ending_at(self.doc.words.ends[verb - 2])
            informs = texts[verb] == "cho"
            if person and (informs or self._has_comma(person[1], verb - 1)):
                return verb - 1, person  # «Ông An, Chủ tịch xã, | yêu cầu», «Ông An, | cho biết»
        while index > self.start:
            end = index
            if texts[index - 1] == ")":  # «Nguyễn Văn A (đơn vị huyện B) | hỏi»
                end = self._bracket(index - 1)
            person = (
                self.voices.ending_at(self.doc.words.ends[end - 1]) if end > self.start else None
            )
            if person:
                return index, person
            if texts[index - 1] not in _ADVERBS:
                break
            index -= 1
        return index, None

    def _has_comma(self, offset: int, index: int) -> bool:
        """Tell whether a comma stands from letter `offset` up to word `index`."""
        return "," in self.doc.folded[offset : self.doc.words.starts[index]]

    def _is_asked(self, first: int) -> bool:
        """Tell whether the name is that of one who is asked: «kiến nghị | Thủ tướng giao»."""
        ahead = self.doc.words.texts[first - 1] if first > self.start else ""
        if ahead in {"được", "do", "bị", "việc"}:
            return True  # «được | Bộ trưởng giao nhiệm vụ», «việc | Thủ tướng ra lệnh …»
        first -= ahead == "với"
        return " ".join(self.doc.words.texts[max(self.start, first - 2) : first]) in _ASKS

    def _bracket(self, index: int) -> int:
        for opening in range(index - 1, max(self.start, index - 12), -1):
            if self.doc.words.texts[opening] == "(":
                return opening
        return index

    def _far(self, verb: int, past: int, kind: FrameKind) -> Frame | None:
        """The frame of a speaker who opens the stretch: «Bộ Y tế vừa có công văn yêu cầu»."""
        texts = self.doc.words.texts
        first = _segment(texts, self.low, verb)
        glued = self.doc.text[self.doc.words.starts[first] - 1 : self.doc.words.starts[first]]
        if first == verb or glued in {"-", "/"} or _BROKEN & set(texts[first:verb]):
            return None
        if first > self.low and texts[first - 1] not in _BOUNDS:
            return None  # too far back: it would begin inside a name
        told = any(word in {"đã", "từng"} for word in texts[first:verb])
        mentions = self.voices.between(self.doc.words.starts[first], self.doc.words.starts[verb])
        if mentions and mentions[0].span.start == self.doc.words.starts[first]:
            past_name = self.doc.words.index_at(mentions[0].span.end)
            if kind in ORDERING and verb - past_name <= _AHEAD:
                return Frame(kind, self.voices.of_mention(mentions[0]), first, verb, past, told)
            return None
        end = next((i for i in range(first + 1, verb) if texts[i] in _PASSING), verb)
        actor = read_actor(self.doc, first, end) if end == verb else None
        if actor and actor.past < end - _LOOSE:
            return None
        voice = self.voices.of_noun(first, end)
        if voice is None or verb - end > _AHEAD:
            return None
        return Frame(kind, voice, first, verb, past, told)

    def _inherited(self, first: int, verb: int, past: int, kind: FrameKind, *, told: bool) -> Frame:
        """The frame of a verb without a speaker of its own: «…, yêu cầu các sở …»."""
        return Frame(kind, self._opener(verb), first, verb, past, told)

    def _opener(self, verb: int) -> Voice | None:
        """Who opens the sentence: «Ngày 8/3, | Thủ tướng | chủ trì cuộc họp, chỉ đạo …»."""
        texts = self.doc.words.texts
        near = range(self.start, min(verb, self.start + _OPENING))
        heads = [i for i in near if i == self.start or texts[i - 1] == ","]
        for head in heads[:4]:
            offset = self.doc.words.starts[head]
            last = min(verb, head + _OPENING)
            mentions = self.voices.between(offset, self.doc.words.starts[last])
            if mentions and mentions[0].span.start == offset:
                return self.voices.of_mention(mentions[0])
            if not self._is_capital(head) and self._is_listed(head, verb):
                continue
            end = next((i for i in range(head + 1, last) if texts[i] in _PASSING), None)
            actor = read_actor(self.doc, head, verb)
            end = actor.past if actor else end
            if end and end < verb - 1:
                voice = self.voices.of_noun(head, end)
                if voice:
                    return voice
        return None

    def _is_listed(self, head: int, verb: int) -> bool:
        """Tell whether a name ends a list: «bàn giao 19 tập đoàn, | tổng công ty»."""
        before = range(max(self.start, head - _LISTED), head - 1)
        actors = (read_actor(self.doc, index, verb) for index in before)
        return any(actor.past > head for actor in actors if actor)

    def _is_capital(self, index: int) -> bool:
        return index > self.start and self.doc.is_capital(index)


def _segment(texts: list[str], start: int, stop: int) -> int:
    """The first word of the stretch between marks that ends at `stop`, past brackets."""
    depth = 0
    for index in range(stop - 1, max(start, stop - _LONGEST) - 1, -1):
        if texts[index] == ")":
            depth += 1
        elif texts[index] == "(" and depth:
            depth -= 1
        elif texts[index] in _BOUNDS and not depth:
            return index + 1
    return max(start, stop - _LONGEST)


@cache
def _verbs() -> Phrases[FrameKind]:
    rows = lexicon.rows("frame_verbs")
    return Phrases([(row["verb"], row["kind"]) for row in rows])  # type: ignore[misc]
