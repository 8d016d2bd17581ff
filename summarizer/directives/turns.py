"""Keep in mind who speaks, from sentence to sentence."""

from __future__ import annotations

import re

from summarizer.directives.authority import level_of
from summarizer.directives.frames import Frame, FrameKind
from summarizer.directives.voices import Voice, Voices
from summarizer.folding import fold
from summarizer.language import Doc, Sentence

_CONVEYED = re.compile(  # «văn bản truyền đạt ý kiến chỉ đạo của | Thủ tướng …»
    r"""(?: ý[ ]kiến (?:[ ]chỉ[ ]đạo | [ ]kết[ ]luận )? | kết[ ]luận | chỉ[ ]đạo | thông[ ]điệp
          | công[ ]điện [^.;]{0,60} | chỉ[ ]thị | công[ ]văn | thông[ ]báo )
        (?:[ ]của)? [ ] \Z""",
    re.VERBOSE,
)
_SIGNS = re.compile(  # «Thủ tướng … | vừa ký ban hành Chỉ thị …»
    r"""[ ,] (?! [^.;]{0,40} (?:được | sớm | phải | cần | khẩn)) [^.;]{0,40}?
        (?: ký | ban[ ]hành | có | gửi | phát[ ]đi ) [ ] (?:ký[ ])? (?:ban[ ]hành[ ])?
        (?: công[ ]điện | chỉ[ ]thị | ý[ ]kiến | văn[ ]bản | công[ ]văn | quyết[ ]định
          | nghị[ ]quyết | chỉ[ ]đạo | thông[ ]báo )""",
    re.VERBOSE,
)
_RESET = re.compile(  # another occasion: nobody speaks on
    r"""(?: trước[ ]đó | cũng[ ]theo | (?:ngày|tháng|năm)[ ]\d[\d/.-]*[, ] | hồi[ ]tháng
          | dịp[ ]này | nhân[ ]dịp | được[ ]biết | như[ ]tin | như[ ]đã[ ]đưa | kết[ ]thúc
          | cũng[ ](?:tại|trong[ ](?:sáng|chiều|ngày|khuôn)) | trong[ ]khi[ ]đó
          | trong[ ]khuôn[ ]khổ | (?:sáng|chiều|tối)?[ ]?cùng[ ]ngày
          | (?:ngay[ ])?sau[ ](?:buổi|cuộc|hội[ ]nghị|lễ|phiên) | trước[ ](?:buổi|cuộc|hội|phiên)
          | hội[ ](?:nghị|thảo)[ ](?:đã|cũng|diễn|khép|kết)
          | tại[ ](?:hội[ ]nghị|buổi[ ][^,]{2,20}|cuộc[ ]họp|phiên[ ]họp|lễ[ ][^,]{2,20}|đại[ ]hội)
            ,[ ](?:các[ ])?(?:đại[ ]biểu|ý[ ]kiến) )""",
    re.VERBOSE,
)
_BACKGROUND = re.compile(  # how things stand: the speaker gives no order here
    r"""(?: hiện[ ]nay | hiện, | (?:trong[ ])?thời[ ]gian[ ]qua | đến[ ]nay | vừa[ ]qua
          | mới[ ]đây | gần[ ]đây )""",
    re.VERBOSE,
)
_REPORT = re.compile(
    r"báo cáo|thống kê|số liệu|đánh giá|phản ánh|tìm hiểu|nguồn tin|dự báo|ghi nhận|hồ sơ"
)
_TOLD_BY = re.compile(  # «theo chỉ đạo của | Thủ tướng |, các địa phương phải …»
    r"theo (?:yêu cầu|chỉ đạo|ý kiến chỉ đạo|tinh thần chỉ đạo)(?: của)? \Z"
)
_ACCORDING = "theo "
_NEAR = 90  # letters before and after a name that tell that he gives an order
AUTHORS = frozenset({"person", "body"})


class Turns:
    """Who speaks at a place of the article, and with what verb he was last heard."""

    def __init__(self, doc: Doc, voices: Voices) -> None:
        """Nobody speaks at first."""
        self.voice: Voice | None = None
        self.state: FrameKind = "other"
        self.listed: Sentence | None = None  # the last frame, where its colon opens a list
        self._person: Voice | None = None  # the last person who spoke
        self._doc = doc
        self._voices = voices

    @property
    def going_on(self) -> bool:
        """Tell whether somebody speaks who may give orders."""
        return self.voice is not None and self.voice.kind != "none" and self.state != "other"

    def take(self, frame: Frame) -> None:
        """Take note of a frame: its speaker has the word."""
        voice = self.speaker(frame.voice or self.voice or self._person)
        if voice and voice.kind == "person":
            self._person = voice
        if voice:
            self.voice = voice
        self.state = frame.kind
        self.listed = None

    def pass_by(self, sentence: Sentence) -> None:
        """Take note of a sentence without a frame: a document conveys an order, time passes."""
        folded = self._doc.folded
        if folded.startswith(_ACCORDING, sentence.span.start):
            self._according(sentence)
        elif _RESET.match(folded, sentence.span.start):
            self._give(None, "other")
        elif _BACKGROUND.match(folded, sentence.span.start):
            self.state = "other"
        for mention in self._voices.between(sentence.span.start, sentence.span.end):
            low = max(sentence.span.start, mention.span.start - _NEAR)
            before = folded[low : mention.span.start]
            after = folded[mention.span.end : min(sentence.span.end, mention.span.end + _NEAR)]
            conveyed = _CONVEYED.search(before) and not _TOLD_BY.search(before)
            if conveyed or _SIGNS.match(after):
                self._give(self._voices.of_mention(mention), "order")

    def speaker(self, voice: Voice | None) -> Voice | None:
        """The one meant: a document conveys a person's order, «Đoàn» is «Đoàn giám sát»."""
        if voice is None or self.voice is None or self.voice.kind not in AUTHORS:
            return voice
        if voice.kind == "paper":  # not «Nghị quyết 112 của | Chính phủ», where an office speaks
            return voice if level_of(fold(voice.issuer.text)) > self.voice.level else self.voice
        short = voice.kind == "body" and " " not in voice.issuer.text
        return self.voice if short and self.is_same(voice) else voice

    def is_same(self, voice: Voice) -> bool:
        """Tell whether `voice` is the one who speaks already."""
        if self.voice is None:
            return False
        if voice.member is not None or self.voice.member is not None:
            return voice.member == self.voice.member
        ours, theirs = self.voice.issuer.text.lower(), voice.issuer.text.lower()
        return ours in theirs or theirs in ours

    def may_take_over(self, voice: Voice) -> bool:
        """Tell whether who opens a sentence may be the one who gives its order."""
        if voice.kind not in AUTHORS:
            return False
        if not self.going_on or self.voice is None or self.is_same(voice):
            return True
        return voice.kind == "person" and voice.level >= self.voice.level

    def _according(self, sentence: Sentence) -> None:
        """Take note of a source: «Theo ông A, …», «Theo báo cáo của sở, …»."""
        start = sentence.span.start + len(_ACCORDING)
        mentions = self._voices.between(start, start + _NEAR)
        if mentions and mentions[0].span.start == start:
            self._give(self._voices.of_mention(mentions[0]), "say")
        elif _REPORT.match(self._doc.folded, start):
            self._give(None, "other")

    def _give(self, voice: Voice | None, state: FrameKind) -> None:
        self.voice = voice
        self.state = state
        self.listed = None
