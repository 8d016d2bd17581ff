"""Hear what is said in an article, clause by clause, and by whom."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from summarizer.directives.actors import read_actor
from summarizer.directives.choice import Chooser
from summarizer.directives.clauses import Clause, Closed, after_verb, cut, past_umbrella
from summarizer.directives.frames import ORDERING, Frame, FrameKind, find_frames
from summarizer.directives.quotes import Quotes
from summarizer.directives.turns import Turns
from summarizer.directives.voices import Voice, Voices
from summarizer.folding import fold
from summarizer.language import Doc, Sentence
from summarizer.model import Span
from summarizer.people import Cast

_INNER = re.compile(  # «theo chỉ đạo của | Thủ tướng |, các địa phương phải …»
    r"(?:(?:về|đối với|với) [^,;.:]{2,60}, )?"
    r"theo (?:yêu cầu|chỉ đạo|ý kiến chỉ đạo|tinh thần chỉ đạo)(?: của)? \Z"
)
_IN_PAPER = re.compile(r"(?: (?:tại|trong) [^,;.:]{3,90})?,")  # «… tại Công điện số 5,»
_NO_ORDER_FOLLOWS = frozenset("và rồi như tại trong với khi thêm sáng chiều ngày".split())
_PHRASE = 30  # letters from which a quotation is a sentence, not a word set off
_NEAR = 160  # letters after a quotation in which its speaker is named
_FIRST_ITEM = re.compile(r"\(?1[.)]|một là|thứ nhất")
_FIRST = 30  # words in which an inner issuer stands


class Utterance(Struct, frozen=True):
    """A clause that somebody says, and how it came: the input of the judgement."""

    clause: Clause
    voice: Voice | None
    kind: FrameKind | None  # of the frame that introduces it, None where speech goes on
    verb: str  # the words of that verb
    frame: Span | None  # None but for the first clause of a frame
    told: bool  # the verb stands in the past
    quoted: bool
    sentence: int
    state: FrameKind  # of the last frame
    listed: Sentence | None  # the sentence whose colon opens the list that this stands in
    last: bool  # ends in a colon: it only opens a list
    told_of: bool  # the speaker is the subject of the clause, which tells what he did
    addressed: bool = False  # «yêu cầu các sở: | rà soát …»: who must do it stands ahead


class Listener:
    """Reads the sentences of an article in order."""

    def __init__(self, doc: Doc, cast: Cast, closed: Closed) -> None:
        """Take an article, its people, and the names inside which no clause is cut."""
        self._doc = doc
        self._voices = Voices(doc, cast)
        self._quotes = Quotes(doc)
        self._closed = closed
        self._turns = Turns(doc, self._voices)

    def hear(self, sentence: Sentence) -> list[Utterance]:
        """What is said in a sentence."""
        words = self._doc.words
        start = words.index_at(sentence.span.start)
        stop = words.index_at(sentence.span.end)
        chooser = Chooser(self._doc, self._voices, self._turns, start)
        frames = chooser.choose(find_frames(self._doc, self._voices, sentence))
        if not frames:
            return self._without_frame(sentence, start, stop)
        said = self._before(sentence, start, stop, frames[0])
        ends = [*(frame.first for frame in frames[1:]), stop]
        for frame, end in zip(frames, ends, strict=True):
            self._turns.take(frame)
            said += self._after(sentence, frame, end)
        return said

    def _without_frame(self, sentence: Sentence, start: int, stop: int) -> list[Utterance]:
        """What a sentence says without a verb of saying: the speech goes on."""
        self._turns.pass_by(sentence)
        quote = self._quotes.around(sentence.span.start)
        named = self._named_after(quote) if quote else None
        said = self._utter(sentence, (start, stop), named or self._turns.voice, None)
        return [replace(each, kind="say", state="say") for each in said] if named else said

    def _before(self, sentence: Sentence, start: int, stop: int, frame: Frame) -> list[Utterance]:
        """What stands before the first frame: «“…”, Thủ tướng nói», «…, Chỉ thị nêu rõ»."""
        texts = self._doc.words.texts
        if frame.voice is None or frame.first == start:
            return []
        closes = '"' in texts[max(start, frame.first - 3) : frame.first]
        ends = frame.past >= stop - 2 and texts[frame.first - 1] in {".", ",", '"', "-"}
        if not closes and not ends:
            return []
        voice = self._turns.speaker(frame.voice)
        said = self._utter(sentence, (start, frame.first), voice, None)
        kind = frame.of_words_before
        follows = texts[frame.past] if frame.past < stop else "."
        if kind in ORDERING and follows.isalpha() and follows not in _NO_ORDER_FOLLOWS:
            kind = "say"  # «“…”, ông A yêu cầu | các sở …»
        return [replace(each, kind=kind, state=kind, frame=self._span_of(frame)) for each in said]

    def _after(self, sentence: Sentence, frame: Frame, end: int) -> list[Utterance]:
        """What follows a frame."""
        self._turns.listed = sentence if self._doc.words.texts[end - 1] == ":" else None
        start = after_verb(self._doc, frame.past, end)
        if start >= end:
            return []
        inner = past_umbrella(self._doc, start, end)
        is_addressed = inner > start and read_actor(self._doc, start, inner) is not None
        if is_addressed and frame.kind == "say":
            # «Chỉ thị nêu rõ, | các bộ: | Thực hiện …»: the colon bids, not the verb
            frame = replace(frame, kind="order", verb=frame.past)
            self._turns.state = "order"
        if inner == end:
            return []  # «yêu cầu các sở:», and what follows is a list or nothing
        if is_addressed and _FIRST_ITEM.match(self._doc.folded, self._doc.words.starts[inner]):
            self._turns.listed = sentence  # «… các sở: 1. Rà soát … 2. Tổ chức …»
        said = self._utter(sentence, (inner, end), self._turns.voice, frame)
        return [replace(each, addressed=True) for each in said] if is_addressed else said

    def _named_after(self, quote: Span) -> Voice | None:
        """Who is named after a quotation: «…», Thủ tướng nói."""
        words = self._doc.words
        first = words.index_at(quote.end)
        while first < len(words.texts) and words.texts[first] in {",", ".", "-", '"'}:
            first += 1
        if first >= len(words.texts):
            return None
        mentions = self._voices.between(words.starts[first], quote.end + _NEAR)
        if mentions and mentions[0].span.start == words.starts[first]:
            return self._voices.of_mention(mentions[0])
        return None

    def _utter(
        self,
        sentence: Sentence,
        place: tuple[int, int],
        voice: Voice | None,
        frame: Frame | None,
    ) -> list[Utterance]:
        """The clauses of the words in `place`, said by `voice`."""
        if voice is None and frame is None:
            return []
        doc = self._doc
        start, stop = place[0], self._quote_end(*place)
        if start >= stop:
            return []
        quoted = self._quotes.around(doc.words.starts[start]) is not None
        start, superior = self._inner(start, stop)
        voice = superior or voice
        kind = "order" if superior else frame.kind if frame else None
        ends_colon = doc.words.texts[stop - 1] == ":"
        clauses = cut(doc, start, stop, self._closed)
        return [
            Utterance(
                clause=clause,
                voice=voice,
                kind=kind,
                verb=" ".join(doc.words.texts[frame.verb : frame.past]) if frame else "",
                frame=self._span_of(frame) if frame and number == 0 else None,
                told=frame is not None and frame.told,
                quoted=quoted,
                sentence=sentence.index,
                state=self._turns.state,
                listed=self._turns.listed if frame is None else None,
                last=ends_colon and number == len(clauses) - 1,
                told_of=frame is None and self._is_told_of(clause, voice),
            )
            for number, clause in enumerate(clauses)
        ]

    def _is_told_of(self, clause: Clause, voice: Voice | None) -> bool:
        """Tell whether a clause tells of its speaker: «Kết thúc, | Thủ tướng | trao quà …»."""
        if voice is None:
            return False
        if voice.member is None:
            return voice.kind == "body" and self._opens_with(clause, voice.issuer.text)
        words = self._doc.words
        start, end = words.starts[clause.start], words.ends[clause.stop - 1]
        for mention in self._voices.between(start, end):
            if self._voices.of_mention(mention).member == voice.member:
                before = self._doc.folded[max(start, mention.span.start - 2) : mention.span.start]
                return before in {"", ", "}
        return False

    def _opens_with(self, clause: Clause, organ: str) -> bool:
        """Tell whether an organ, perhaps cut short, is the subject: «Ủy ban | cũng xem xét …»."""
        actor = read_actor(self._doc, clause.start, clause.stop)
        if actor is None:
            return False
        name = self._doc.folded[actor.span.start : actor.span.end]
        return f"{fold(organ)} ".startswith(f"{name} ")

    def _quote_end(self, start: int, stop: int) -> int:
        """The word past the quotation that holds word `start`, at most `stop`."""
        if start >= stop:
            return stop
        quote = self._quotes.around(self._doc.words.starts[start])
        if quote is None or quote.end - self._doc.words.starts[start] < _PHRASE:
            return stop
        return max(start + 1, min(stop, self._doc.words.index_at(quote.end)))

    def _inner(self, start: int, stop: int) -> tuple[int, Voice | None]:
        """The superior whose order is told: «theo chỉ đạo của | Thủ tướng, các tỉnh phải …».

        With the first word of what he orders; None and `start` where there is no such one.
        """
        words = self._doc.words
        end = words.ends[min(stop, start + _FIRST) - 1]
        for mention in self._voices.between(words.starts[start], end)[:1]:
            before = self._doc.folded[words.starts[start] : mention.span.start]
            after = _IN_PAPER.match(self._doc.folded, mention.span.end, words.ends[stop - 1])
            if _INNER.match(before) and after:
                return words.index_at(after.end()), self._voices.of_mention(mention)
        return start, None

    def _span_of(self, frame: Frame) -> Span:
        words = self._doc.words
        return Span(words.starts[frame.first], words.ends[frame.past - 1])
