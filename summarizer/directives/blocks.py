"""Follow who speaks through an article, and what each says."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from summarizer.directives.actor_words import begins, verb_at
from summarizer.directives.actors import read_actor
from summarizer.directives.clauses import Clause, after_verb, cut, past_lead, past_umbrella
from summarizer.directives.frames import Frame, FrameKind, find_frames
from summarizer.directives.quotes import Quotes
from summarizer.directives.voices import Voice, Voices
from summarizer.language import Doc, Sentence
from summarizer.model import Span
from summarizer.people import Cast

_CONVEYED = re.compile(  # «văn bản truyền đạt ý kiến chỉ đạo của | Thủ tướng …»
    r"""(?: ý[ ]kiến (?:[ ]chỉ[ ]đạo | [ ]kết[ ]luận )? | kết[ ]luận | chỉ[ ]đạo | thông[ ]điệp
          | công[ ]điện [^.;]{0,60} | chỉ[ ]thị | công[ ]văn | thông[ ]báo )
        (?:[ ]của)? [ ] \Z""",
    re.VERBOSE,
)
_SIGNS = re.compile(  # «Thủ tướng … | vừa ký ban hành Chỉ thị …»
    r"""[ ,] (?! [^.;]{0,40} được) [^.;]{0,40}? (?: ký | ban[ ]hành | có | gửi | phát[ ]đi ) [ ] (?:ký[ ])? (?:ban[ ]hành[ ])?
        (?: công[ ]điện | chỉ[ ]thị | ý[ ]kiến | văn[ ]bản | công[ ]văn | quyết[ ]định
          | nghị[ ]quyết | chỉ[ ]đạo | thông[ ]báo )""",
    re.VERBOSE,
)
_RESET = re.compile(  # another occasion: nobody speaks on
    r"""(?: trước[ ]đó | cũng[ ]theo | (?:ngày|tháng|năm)[ ]\d[\d/.-]*[, ] | hồi[ ]tháng | dịp[ ]này | nhân[ ]dịp | được[ ]biết | như[ ]tin | như[ ]đã[ ]đưa
          | cũng[ ](?:tại|trong[ ](?:sáng|chiều|ngày|khuôn)) | kết[ ]thúc | trong[ ]khi[ ]đó
          | trong[ ]khuôn[ ]khổ | (?:sáng|chiều|tối)?[ ]?cùng[ ]ngày | trước[ ](?:buổi|cuộc|hội|phiên)
          | ngay[ ]sau[ ](?:buổi|cuộc|hội|lễ|phiên) | sau[ ](?:buổi|cuộc|hội[ ]nghị|lễ|phiên)
          | hội[ ](?:nghị|thảo)[ ](?:đã|cũng|diễn|khép|kết)
          | tại[ ](?:hội[ ]nghị|buổi[ ][^,]{2,20}|cuộc[ ]họp|phiên[ ]họp|lễ[ ][^,]{2,20}|đại[ ]hội)
            ,[ ](?:các[ ])?(?:đại[ ]biểu|ý[ ]kiến) )""",
    re.VERBOSE,
)
_BACKGROUND = re.compile(  # how things stand: the speaker gives no order here
    r"""(?: hiện[ ]nay | hiện, | thời[ ]gian[ ]qua | trong[ ]thời[ ]gian[ ]qua | đến[ ]nay | vừa[ ]qua
          | mới[ ]đây | gần[ ]đây )""",
    re.VERBOSE,
)
_REPORT = re.compile(
    r"báo cáo|thống kê|số liệu|đánh giá|phản ánh|tìm hiểu|nguồn tin|dự báo|ghi nhận|hồ sơ"
)
_INNER = re.compile(  # «theo chỉ đạo của | Thủ tướng |, các địa phương phải …»
    r"theo (?:yêu cầu|chỉ đạo|ý kiến chỉ đạo|tinh thần chỉ đạo)(?: của)? \Z"
)
_AUTHORS = frozenset({"person", "body"})
_PHRASE = 30  # letters from which a quotation is a sentence, not a word set off
_SPEAKS = frozenset({"nhấn", "cho", "nêu", "khẳng", "chỉ"})  # «nhấn mạnh», «cho rằng»
_TURNS = {"cho", "ghi", "biểu", "đánh", "chúc", "cảm", "hoan"}  # «…, đồng thời biểu dương»
_AHEAD = {",", ";", "và", "thời", "cũng", '"', ".", ":", "-", ")", "song", "nhưng"}


class Utterance(Struct, frozen=True):
    """A clause that somebody says, and how it came: the input of the judgement."""

    clause: Clause
    voice: Voice | None
    kind: FrameKind | None  # of the frame that introduces it, None where speech goes on
    verb: str  # the words of that verb
    frame: Span | None
    told: bool
    quoted: bool
    block: int
    sentence: int
    state: FrameKind  # of the last frame of that voice
    listed: bool  # the frame ends in a colon: what follows is its list
    last: bool  # nothing follows the clause in its frame but a colon


class Listener:
    """Reads sentences in order and keeps in mind who speaks."""

    def __init__(self, doc: Doc, cast: Cast, closed: list[Span]) -> None:
        """Take an article, its people, and spans inside which no clause is cut."""
        self.doc = doc
        self.voices = Voices(doc, cast)
        self.quotes = Quotes(doc)
        self.closed = closed
        self.voice: Voice | None = None
        self.state: FrameKind = "other"
        self.block = 0
        self.listed = False
        self.person: Voice | None = None  # the last person who spoke

    def hear(self, sentence: Sentence) -> list[Utterance]:
        """What is said in a sentence."""
        doc = self.doc
        start = doc.words.index_at(sentence.span.start)
        stop = doc.words.index_at(sentence.span.end)
        frames = self._own(find_frames(doc, self.voices, sentence), start)
        said: list[Utterance] = []
        head = frames[0].first if frames else stop
        if head > start:
            said += self._before(sentence, start, head, frames[0] if frames else None)
        for number, frame in enumerate(frames):
            self._turn(frame)
            end = frames[number + 1].first if number + 1 < len(frames) else stop
            said += self._after(sentence, frame, end)
        return said

    # ------------------------------------------------------------- frames

    def _own(self, frames: list[Frame], start: int) -> list[Frame]:
        """The frames without the verbs that belong to what is demanded."""
        kept: list[Frame] = []
        for frame in frames:
            before = kept[-1] if kept else None
            if before and self._joins(before, frame):
                kept[-1] = replace(frame, voice=before.voice, first=before.first)
            elif before and frame.first < before.past:
                continue
            elif self._is_frame(frame, before, start):
                if before and len(kept) == 1 and self._is_fronted(before, frame, start):
                    kept.clear()
                kept.append(frame)
        return kept

    def _joins(self, before: Frame, frame: Frame) -> bool:
        """Tell whether two verbs share a speaker: «nói và yêu cầu», «thống nhất yêu cầu»."""
        between = self.doc.words.texts[before.past : frame.verb]
        return (
            before.kind in {"say", "other"}
            and frame.kind in {"order", "deed", "say"}
            and between in ([], ["và"], ["và", "đã"], ["rồi"])
            and (frame.kind == "say" or self._commands(frame.past))
        )

    def _is_fronted(self, before: Frame, frame: Frame, start: int) -> bool:
        """Tell whether a verb only leads to the next: «Nhắc nhở các sở, Thủ tướng nêu rõ»."""
        return (
            before.verb == start
            and self._named(frame)
            and self.doc.words.texts[frame.first - 1] == ","
        )

    def _is_frame(self, frame: Frame, before: Frame | None, start: int) -> bool:
        texts = self.doc.words.texts
        ahead = texts[frame.first - 1] if frame.first > start else "."
        if before is None:
            return self._opens(frame, start, ahead)
        ordered = before.kind in {"order", "deed"}
        closing = ahead in {",", ".", '"', "-"} and '"' in texts[frame.first - 3 : frame.first]
        if frame.voice and frame.first >= before.past and ahead not in {",", "và", "thời", ";"}:
            if not ordered:
                return frame.voice.kind == "person" or frame.kind in {"order", "say"}
        if closing and frame.voice and frame.kind != "deed":
            return True
        if frame.voice and frame.voice.kind == "person" and frame.first < frame.verb:
            if ordered and frame.kind == "deed" and not frame.told:
                return False
            if not ordered or texts[frame.first] not in {",", ";"}:
                named = self.doc.words.starts[frame.first] != self.doc.words.starts[frame.verb]
                if named and self._named(frame):
                    return frame.first > before.past and ahead in _AHEAD
        if frame.voice and self._named(frame):
            return frame.kind in {"order", "say"} and ahead in _AHEAD - {"và"} and not ordered
        if frame.kind in {"order", "deed"} and not self._commands(frame.past):
            return False
        verb = texts[frame.verb]
        if ordered:
            return (
                (frame.kind == "order" and ahead in {"và", "thời", ";"} and verb == "yêu")
                or (frame.kind == "say" and ahead in _AHEAD and verb in {"nhấn", "cho", "khẳng"})
                or (frame.kind == "other" and ahead in {"và", "thời"} and verb in _TURNS)
            )
        if frame.kind == "say" and verb not in _SPEAKS:
            return False
        return ahead in _AHEAD and frame.kind != "other"

    def _named(self, frame: Frame) -> bool:
        """Tell whether the speaker stands with the verb, not at the head of the sentence."""
        return (
            frame.voice is not None
            and frame.first < frame.verb
            and (
                self.voices.ending_at(self.doc.words.ends[frame.verb - 1]) is not None
                or frame.voice.issuer.span.start >= self.doc.words.starts[frame.first]
                or bool(
                    self.voices.between(
                        self.doc.words.starts[frame.first], self.doc.words.starts[frame.verb]
                    )
                )
            )
        )

    def _commands(self, index: int) -> bool:
        """Tell whether words begin with an actor, a verb, a topic or a colon."""
        texts = self.doc.words.texts
        if index >= len(texts) or texts[index] in {":", '"', "cho"}:
            return True
        return (
            verb_at(self.doc, index) is not None
            or begins(self.doc, index, "opening")
            or read_actor(self.doc, index, index + 40) is not None
        )

    def _opens(self, frame: Frame, start: int, ahead: str) -> bool:
        """Tell whether the first verb of a sentence is a frame."""
        texts = self.doc.words.texts
        verb = texts[frame.verb]
        going_on = self.voice is not None and self.voice.kind != "none" and self.state != "other"
        if not self._named(frame):
            lead = past_lead(self.doc, start, frame.first)
            if frame.kind == "order":
                return self._commands(frame.past) and (
                    lead >= frame.first
                    or frame.voice is not None
                    or ahead in {"thời", "và", ";"}
                    or begins(self.doc, lead, "opening")
                )
            if frame.kind == "deed":
                own = frame.voice is not None and self._takes_over(frame.voice, going_on=going_on)
                starts = verb == "giao" and (lead >= frame.first or ahead in {"thời", ";", ":"})
                topic = verb == "giao" and begins(self.doc, lead, "opening")
                return self._commands(frame.past) and (own or starts or topic)
            return frame.kind == "say" and verb in _SPEAKS
        if frame.voice is None:
            return False
        if going_on and frame.kind == "deed" and verb in {"chỉ", "quán", "phân", "kiến"}:
            adverb = frame.told or bool(
                {"cũng", "còn", "vừa"} & set(texts[frame.first : frame.verb])
            )
            higher = self.voice is not None and frame.voice.level > self.voice.level
            return self._same(frame.voice) or adverb or higher
        if going_on and frame.kind == "other" and frame.voice.kind != "person":
            return frame.told
        return True

    def _takes_over(self, voice: Voice, *, going_on: bool) -> bool:
        """Tell whether who opens the sentence may be the one who speaks."""
        if voice.kind not in _AUTHORS:
            return False
        higher = self.voice is not None and voice.level >= self.voice.level
        return not going_on or self._same(voice) or (voice.kind == "person" and higher)

    def _same(self, voice: Voice) -> bool:
        """Tell whether `voice` is the one who speaks already."""
        if self.voice is None:
            return False
        if voice.member is not None or self.voice.member is not None:
            return voice.member == self.voice.member
        ours, theirs = self.voice.issuer.text.lower(), voice.issuer.text.lower()
        return ours in theirs or theirs in ours

    def _speaker(self, voice: Voice | None) -> Voice | None:
        """Who speaks in a document: the one whose order it conveys."""
        if voice and voice.kind == "paper" and self.voice and self.voice.kind in _AUTHORS:
            return self.voice
        if voice and voice.kind == "body" and self.voice and " " not in voice.issuer.text:
            return self.voice if self._same(voice) else voice  # «Đoàn» is «Đoàn giám sát»
        return voice

    def _turn(self, frame: Frame) -> None:
        """Take note of who speaks now."""
        voice = self._speaker(frame.voice or self.voice or self.person)
        if voice and voice.kind == "person":
            self.person = voice
        if voice and not self._same(voice):
            self.block += 1
        if voice:
            self.voice = voice
        self.state = frame.kind
        self.listed = False

    # ------------------------------------------------------------ content

    def _before(
        self, sentence: Sentence, start: int, head: int, frame: Frame | None
    ) -> list[Utterance]:
        """What a sentence says before its first frame, or the whole of it without one."""
        doc = self.doc
        last = doc.words.index_at(sentence.span.end)
        quote = self.quotes.around(doc.words.starts[start])
        if frame is None:
            self._conveyed(sentence)
        if frame and frame.voice:
            after = {".", ",", '"', "-"} & set(doc.words.texts[head - 1 : head])
            closes = '"' in doc.words.texts[max(start, head - 3) : head]
            ends = frame.past >= last - 2
            if not closes and not (ends and after):
                return []
            voice = self._speaker(frame.voice)
        else:
            if frame:
                return []
            voice = self._attributed(sentence, quote) or self.voice
        return self._utter(sentence, start, head, voice, None, quoted=quote is not None)

    def _attributed(self, sentence: Sentence, quote: Span | None) -> Voice | None:
        """Who is named after the quotation that holds a sentence: «…», Thủ tướng nói."""
        if quote is None:
            return None
        first = self.doc.words.index_at(quote.end)
        texts = self.doc.words.texts
        while first < len(texts) and texts[first] in {",", ".", "-", '"'}:
            first += 1
        if first >= len(texts):
            return None
        window = Span(self.doc.words.starts[first], quote.end + 160)
        for mention in self.voices.between(window.start, window.end):
            if mention.span.start == window.start:
                return self.voices.of_mention(mention)
            break
        return None

    def _conveyed(self, sentence: Sentence) -> None:
        """Take note of the one whose order a document conveys."""
        folded = self.doc.folded
        if folded.startswith("theo ", sentence.span.start):
            self._according(sentence)
        elif _RESET.match(folded, sentence.span.start):
            self._listen(None, "other")
        elif _BACKGROUND.match(folded, sentence.span.start):
            self.state = "other"
        for mention in self.voices.between(sentence.span.start, sentence.span.end):
            before = folded[max(sentence.span.start, mention.span.start - 90) : mention.span.start]
            after = folded[mention.span.end : min(sentence.span.end, mention.span.end + 90)]
            if _INNER.search(before):
                continue
            if _CONVEYED.search(before) or _SIGNS.match(after):
                self._listen(self.voices.of_mention(mention), "order")

    def _quote_end(self, start: int, stop: int) -> int:
        """The word past the quotation that holds word `start`, at most `stop`."""
        quote = self.quotes.around(self.doc.words.starts[start])
        if quote is None or quote.end - self.doc.words.starts[start] < _PHRASE:
            return stop
        return max(start + 1, min(stop, self.doc.words.index_at(quote.end)))

    def _inner(self, start: int, stop: int, voice: Voice | None) -> tuple[int, Voice | None]:
        """The superior whose order is told: «theo chỉ đạo của | Thủ tướng, các tỉnh phải …»."""
        words = self.doc.words
        end = words.ends[min(stop, start + 30) - 1]
        for mention in self.voices.between(words.starts[start], end)[:1]:
            before = self.doc.folded[words.starts[start] : mention.span.start]
            past = words.index_at(mention.span.end)
            if _INNER.match(before) and past < stop and words.texts[past] == ",":
                return past + 1, self.voices.of_mention(mention)
        return start, voice

    def _according(self, sentence: Sentence) -> None:
        """Take note of a source: «Theo ông A, …», «Theo báo cáo của sở, …»."""
        start = sentence.span.start + len("theo ")
        mentions = self.voices.between(start, start + 80)
        if mentions and mentions[0].span.start == start:
            self._listen(self.voices.of_mention(mentions[0]), "say")
        elif _REPORT.match(self.doc.folded, start):
            self._listen(None, "other")

    def _listen(self, voice: Voice | None, state: FrameKind) -> None:
        self.block += 1
        self.voice = voice
        self.state = state
        self.listed = False

    def _after(self, sentence: Sentence, frame: Frame, end: int) -> list[Utterance]:
        """What follows a frame."""
        doc = self.doc
        self.listed = doc.words.texts[end - 1] == ":"
        start = after_verb(doc, frame.past, end)
        if start >= end:
            return []
        inner = past_umbrella(doc, start, end)
        quoted = self.quotes.around(doc.words.starts[start]) is not None
        return self._utter(sentence, inner, end, self.voice, frame, quoted=quoted)

    def _utter(
        self,
        sentence: Sentence,
        start: int,
        stop: int,
        voice: Voice | None,
        frame: Frame | None,
        *,
        quoted: bool,
    ) -> list[Utterance]:
        doc = self.doc
        said = []
        stop = self._quote_end(start, stop)
        start, voice = self._inner(start, stop, voice)
        ends_colon = doc.words.texts[stop - 1] == ":"
        clauses = cut(doc, start, stop, self.closed)
        for number, clause in enumerate(clauses):
            introduced = frame if number == 0 else None
            span = None
            if introduced:
                span = Span(doc.words.starts[introduced.first], doc.words.ends[introduced.past - 1])
            said.append(
                Utterance(
                    clause=clause,
                    voice=voice,
                    kind=frame.kind if frame else None,
                    verb=" ".join(doc.words.texts[frame.verb : frame.past]) if frame else "",
                    frame=span,
                    told=frame.told if frame else False,
                    quoted=quoted,
                    block=self.block,
                    sentence=sentence.index,
                    state=self.state,
                    listed=self.listed and frame is None,
                    last=ends_colon and number == len(clauses) - 1,
                )
            )
        return said
