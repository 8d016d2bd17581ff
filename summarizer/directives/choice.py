"""Choose the verbs by which somebody speaks from those that belong to what is demanded."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from summarizer.directives.actor_words import begins, verb_at
from summarizer.directives.actors import read_actor
from summarizer.directives.clauses import past_lead
from summarizer.directives.frames import ORDERING, Frame
from summarizer.directives.turns import Turns
from summarizer.directives.voices import Voices
from summarizer.language import Doc

_SPEAKS = frozenset({"nhấn", "cho", "nêu", "khẳng", "chỉ"})  # «nhấn mạnh», «cho rằng»
_ADDS = frozenset({"nhấn", "cho", "khẳng"})
_TURNS = frozenset({"cho", "ghi", "biểu", "đánh", "chúc", "cảm", "hoan"})  # «…, biểu dương»
_DONE_BY_OTHERS = frozenset({"chỉ", "quán", "phân", "kiến"})  # «các sở chỉ đạo, quán triệt …»
_INFORMS = frozenset({"cho", "thừa", "hoan"})  # «cho biết», «thừa nhận»: no order to do so
_BOUNDS = frozenset({",", ";", "và", "thời", "cũng", '"', ".", ":", "-", ")", "song", "nhưng"})
_COUPLES = frozenset({",", "và", "thời", ";"})
_AGAIN = frozenset({"và", "thời", ";"})  # «đồng | thời yêu cầu»
_ALSO = frozenset({"cũng", "còn", "vừa"})
_BETWEEN = 2  # words between two verbs of one speaker
_LONGEST = 40  # words in which an actor is read


class Chooser(Struct, frozen=True):
    """Chooses among the frames of a sentence that begins at word `start`."""

    doc: Doc
    voices: Voices
    turns: Turns
    start: int

    def choose(self, frames: list[Frame]) -> list[Frame]:
        """The frames in which somebody speaks, in order."""
        kept: list[Frame] = []
        for frame in frames:
            before = kept[-1] if kept else None
            if before and self._joins(before, frame):
                joined = before.of_words_before
                kept[-1] = replace(frame, voice=before.voice, first=before.first, joined=joined)
            elif before and frame.first < before.past:
                continue
            elif self._follows(frame, before) if before else self._opens(frame):
                if before and len(kept) == 1 and self._is_fronted(before, frame):
                    kept.clear()
                kept.append(frame)
        return kept

    def _joins(self, before: Frame, frame: Frame) -> bool:
        """Tell whether two verbs share a speaker: «nói và yêu cầu», «thống nhất yêu cầu»."""
        if frame.verb - before.past > _BETWEEN:
            return False
        between = self.doc.words.texts[before.past : frame.verb]
        return (
            before.kind in {"say", "other"}
            and frame.kind in {"order", "deed", "say"}
            and between in ([], ["và"], ["và", "đã"], ["rồi"])
            and (frame.kind == "say" or self._commands(frame.past))
        )

    def _is_fronted(self, before: Frame, frame: Frame) -> bool:
        """Tell whether a verb only leads to the next: «Nhắc nhở các sở, Thủ tướng nêu rõ»."""
        return (
            before.verb == self.start
            and self._is_named(frame)
            and self.doc.words.texts[frame.first - 1] == ","
        )

    def _follows(self, frame: Frame, before: Frame) -> bool:
        """Tell whether a verb after the first one is a frame too."""
        texts = self.doc.words.texts
        ahead = texts[frame.first - 1]
        ordered = before.kind in ORDERING
        closes = ahead in {",", ".", '"', "-"} and '"' in texts[frame.first - 3 : frame.first]
        if frame.voice and ahead not in _COUPLES and not ordered:
            return frame.voice.kind == "person" or frame.kind in {"order", "say"}
        if frame.voice and closes and frame.kind != "deed":
            return True
        if frame.voice and self._is_named(frame):
            return self._is_new_speaker(frame, before, ahead, ordered=ordered)
        if frame.kind in ORDERING and not self._commands(frame.past):
            return False
        return self._goes_on(frame, texts[frame.verb], ahead, ordered=ordered)

    def _is_new_speaker(self, frame: Frame, before: Frame, ahead: str, *, ordered: bool) -> bool:
        """Tell whether a named actor speaks, rather than being told: «giao ông A chỉ đạo»."""
        if frame.voice and frame.voice.kind == "person":
            told = ordered and frame.kind == "deed" and not frame.told
            return not told and frame.first > before.past and ahead in _BOUNDS
        return frame.kind in {"order", "say"} and ahead in _BOUNDS - {"và"} and not ordered

    def _goes_on(self, frame: Frame, verb: str, ahead: str, *, ordered: bool) -> bool:
        """Tell whether the speaker goes on with another verb: «…, đồng thời yêu cầu …»."""
        if ordered:
            return (
                (frame.kind == "order" and ahead in _AGAIN and verb == "yêu")
                or (verb == "giao" and ahead in {"thời", ";"})
                or (frame.kind == "say" and ahead in _BOUNDS and verb in _ADDS)
                or (frame.kind == "other" and ahead in {"và", "thời"} and verb in _TURNS)
            )
        if frame.kind == "say" and verb not in _SPEAKS:
            return False
        return ahead in _BOUNDS and frame.kind != "other"

    def _opens(self, frame: Frame) -> bool:
        """Tell whether the first verb of a sentence is a frame."""
        texts = self.doc.words.texts
        verb = texts[frame.verb]
        if not self._is_named(frame) or frame.voice is None:
            return self._opens_unnamed(frame, verb)
        voice, turns = frame.voice, self.turns
        if turns.going_on and frame.kind == "deed" and verb in _DONE_BY_OTHERS:
            also = frame.told or bool(_ALSO & set(texts[frame.first : frame.verb]))
            higher = turns.voice is not None and voice.level > turns.voice.level
            return turns.is_same(voice) or also or higher
        if turns.going_on and frame.kind == "other" and voice.kind != "person":
            return frame.told or verb in _INFORMS
        return True

    def _opens_unnamed(self, frame: Frame, verb: str) -> bool:
        """The same for a verb without a speaker beside it: «Giao Bộ Y tế …»."""
        texts = self.doc.words.texts
        ahead = texts[frame.first - 1] if frame.first > self.start else "."
        lead = past_lead(self.doc, self.start, frame.first)
        if frame.kind in ORDERING and not self._commands(frame.past):
            return False
        opened = lead >= frame.first or begins(self.doc, lead, "opening")
        if frame.kind == "order":
            return opened or frame.voice is not None or ahead in _AGAIN
        if frame.kind == "deed":
            own = frame.voice is not None and self.turns.may_take_over(frame.voice)
            assigns = opened or ahead in {"thời", ";", ":"} or (ahead == "," and self._orders_on())
            return own or (verb == "giao" and assigns)
        return frame.kind == "say" and verb in _SPEAKS

    def _orders_on(self) -> bool:
        """Tell whether whoever spoke last gave orders."""
        return self.turns.going_on and self.turns.state in ORDERING

    def _is_named(self, frame: Frame) -> bool:
        """Tell whether the speaker stands with the verb, not at the head of the sentence."""
        if frame.voice is None or frame.first >= frame.verb:
            return False
        words = self.doc.words
        return (
            frame.voice.issuer.span.start >= words.starts[frame.first]
            or self.voices.ending_at(words.ends[frame.verb - 1]) is not None
            or bool(self.voices.between(words.starts[frame.first], words.starts[frame.verb]))
        )

    def _commands(self, index: int) -> bool:
        """Tell whether words begin with an actor, a verb, a topic or a colon."""
        texts = self.doc.words.texts
        if index >= len(texts) or texts[index] in {":", '"', "cho"}:
            return True
        return (
            verb_at(self.doc, index) is not None
            or begins(self.doc, index, "opening")
            or read_actor(self.doc, index, index + _LONGEST) is not None
        )
