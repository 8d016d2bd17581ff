"""Decide whether a clause is demanded."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from summarizer import lexicon
from summarizer.directives.authority import HIGHEST, is_foreign, level_of
from summarizer.directives.blocks import Utterance
from summarizer.directives.clauses import span_of
from summarizer.directives.cues import NEVER, Before, cues_of
from summarizer.directives.forms import Form, read_form
from summarizer.directives.frames import ORDERING
from summarizer.directives.voices import Voice
from summarizer.folding import fold
from summarizer.language import Doc, Sentence

BASE = "whatever"  # the row that counts for every clause
_POWERLESS = 1  # voters, experts, firms, people without an office
_HEAD = 90  # letters in which the one who is asked stands
_SHORT = 4  # words: «chỉ đạo thực hiện» demands nothing
_BARE = 8  # words: «vấn đề Thủ tướng chỉ đạo | Bộ Nội vụ thời gian tới» tells no task
_IF = ("trường hợp", "nếu ", "khi ")
_ASKING = frozenset({"đề nghị", "kiến nghị"})
_LABEL = re.compile(  # a line of a list that tells no task
    r"thời hạn hoàn thành|mốc thời gian|(?:phương án|bước|ảnh|câu hỏi|điều) \d|thưa các đồng chí"
    r"|xem thêm|chủ tịch hồ chí minh|bác hồ|bác từng|\w+ \w+ này (?:thay thế|có hiệu lực|bãi bỏ)"
    r"|(?:thống nhất|đồng ý|nhất trí) (?:chủ trương|với|cho|về|đề nghị|đề xuất|bổ sung)"
)
_THERE_ARE = re.compile(  # «trong đó, | có các tuyến cao tốc …»
    r"có (?:các|một số|những|nhiều|hai|ba) (?!(?:biện|giải) pháp|chính sách|cơ chế|hình thức"
    r"|kế hoạch|phương án|chế tài|quy định)"
)
_TOPIC = re.compile(r"(?:về|đối với) ")  # «Chỉ đạo hội nghị | về nhiệm vụ thời gian tới, …»
_PAPER = re.compile(  # «đã quán triệt | Kết luận số 01-KL/TW …»: «kết luận» is no verb there
    r"(?:kết luận|chỉ thị|nghị quyết|nghị định|quyết định|quy định|thông tư|thông báo|công văn"
    r"|công điện|kế hoạch|hướng dẫn|chương trình|đề án|văn bản) (?:\d|(?:số|của|này)\b)"
)
_DESCRIBES = re.compile(  # a document is told of: «Quyết định 24 ban hành năm 2016 …»
    r"(?:quyết định|kết luận|thông báo|báo cáo|công văn|quy định) (?:số|do|của|này|trên|\d)"
)
_VERDICT = re.compile(  # how things stand: «Quản lý nhà nước về biển còn lúng túng, …»
    r"""(?: chưa | còn | có\ lúc\ chưa ) [ ]
        (?: thường\ xuyên | kịp\ thời | kiên\ quyết | chủ\ động | quyết\ liệt | sâu\ sát
          | nghiêm | tốt | đầy\ đủ | chặt\ chẽ | tương\ xứng | thiếu | chậm | ít ) \b
      | (?: (?! \b (?: khắc\ phục | chấn\ chỉnh | xử\ lý | rà\ soát | giải\ quyết | tháo\ gỡ
            | làm\ rõ | kiểm | khẩn\ trương | tập\ trung | sớm | kịp\ thời | chủ\ động
            | tăng\ cường | đẩy\ mạnh | quan\ tâm | hỗ\ trợ | thu\ hồi | phê\ bình | đôn\ đốc
            | hướng\ dẫn | ưu\ tiên | tiếp\ tục | phải | cần | gì | những | nào | nơi | thì ) \b )
        [^.;] ){8,}?
        \b (?: còn | vẫn | chưa ) [ ]
        (?: (?: thực\ sự | thật\ sự | được | rất | khá | còn | tương\ đối | bị | có ) [ ] )*
        (?: cao | tốt | đáp\ ứng | tương\ xứng | đồng\ bộ | đầy\ đủ | hiệu\ quả | nghiêm
          | chặt\ chẽ | kịp\ thời | rõ | đúng | lớn | thấp | chậm | yếu | kém | hạn\ chế
          | lúng\ túng | dàn\ trải | chồng\ chéo | bất\ cập | khó | khoảng | nhiều | ý\ kiến
          | công\ bố | thiếu | tồn\ tại ) \b""",
    re.VERBOSE,
)
_SUPERVISES = re.compile(r"thanh tra|kiểm toán|kiểm tra|giám sát|kiểm sát|ủy ban (?!nhân dân)|đoàn")
_STANDING = re.compile(  # organs that nobody on their own level orders about
    r"(?:ban thường vụ|thường trực|ban chấp hành|quốc hội|bộ chính trị|ban bí thư)\b"
)


class Judge:
    """Weighs the clauses of an article one after the other."""

    def __init__(self, doc: Doc, heard: list[Utterance]) -> None:
        """Take an article and all that is said in it."""
        self._doc = doc
        self._givers = {
            said.voice.issuer.text for said in heard if said.voice and said.frame and _orders(said)
        }
        self._last: Sentence | None = None  # of the last demand
        self._framed: Sentence | None = None  # of the last frame
        headings = (block.kind == "heading" for block in doc.article.blocks)
        self._headings = list(accumulate(headings))  # up to each block
        self._before: tuple[str | None, bool] = (None, False)
        self._in_vain: Voice | None = None  # who asks those above him

    def weigh(self, sentence: Sentence, said: Utterance) -> list[str] | None:
        """The cues of a clause; None where it cannot be a demand at all."""
        if said.frame:
            self._in_vain = said.voice if _asks_in_vain(self._doc, said) else None
        if said.voice is None or said.voice.kind == "none" or said.voice.level <= _POWERLESS:
            return None
        if said.last or self._in_vain == said.voice:
            return None
        form = read_form(self._doc, said.clause)
        if not _may_be_demanded(self._doc, said, form):
            return None
        name = said.voice.issuer.text
        last = self._last
        if said.listed and (last is None or last.index < said.listed.index):
            last = said.listed
        framed = self._framed
        before = Before(
            demanded=self._before == (name, True),
            sentences=min(NEVER, sentence.index - last.index) if last else NEVER,
            paragraphs=min(NEVER, sentence.block - last.block) if last else NEVER,
            since_frame=min(NEVER, sentence.index - framed.index) if framed else NEVER,
            orders=name in self._givers,
            in_new_section=self._headings[sentence.block]
            > self._headings[framed.block if framed else 0],
        )
        line = self._doc.article.blocks[sentence.block].span.start
        starts_line = line == sentence.span.start
        return cues_of(self._doc, said, form, before, starts_line=starts_line)

    def note(self, sentence: Sentence, said: Utterance, *, demanded: bool) -> None:
        """Take note of how a clause was judged."""
        self._before = (said.voice.issuer.text if said.voice else None, demanded)
        if said.frame:
            self._framed = sentence
        if demanded or (said.last and said.listed) or _opens_orders(said):
            self._last = sentence


def is_demanded(cues: list[str]) -> bool:
    """Tell whether the weights of the cues speak for a demand."""
    weights = _weights()
    return weights[BASE] + sum(weights.get(cue, 0.0) for cue in cues) > 0


def _may_be_demanded(doc: Doc, said: Utterance, form: Form) -> bool:
    """Tell whether a clause has the form of a demand."""
    span = span_of(doc, said.clause)
    head = doc.folded[span.start : min(span.end, span.start + _HEAD)]
    if _LABEL.match(head) or (_THERE_ARE.match(head) and form.bid != "modal"):
        return False
    size = said.clause.stop - said.clause.start
    if form.subject == "actor" and form.verb == "no verb" and size <= _BARE:
        return False
    if form.bid == "none" and _TOPIC.match(head):
        return False
    if _PAPER.match(head) and form.bid not in {"modal", "told", "actor"}:
        return False
    if _orders(said):
        return said.kind == "order" or size >= _SHORT
    if (form.reports or said.told_of) and form.bid != "modal":
        return False
    tells = _DESCRIBES.match(head) or _VERDICT.match(doc.folded, span.start, span.end)
    if tells and form.bid not in {"modal", "told"}:
        return False
    return form.bid != "none" and not (
        form.bid in {"opening", "comma"} and form.narrates and not head.startswith(_IF)
    )


def _opens_orders(said: Utterance) -> bool:
    """Tell whether orders may follow: a list, the words of one who presides."""
    if said.frame is None or said.kind == "other":
        return False
    return said.last or (said.voice is not None and said.voice.presides)


def _asks_in_vain(doc: Doc, said: Utterance) -> bool:
    """Tell whether somebody asks one who stands above him, or a foreign partner."""
    if said.voice is None or said.verb not in _ASKING:
        return False
    span = span_of(doc, said.clause)
    head = doc.folded[span.start : min(span.end, span.start + _HEAD)]
    level = level_of(head)
    equals = level == said.voice.level and (said.voice.kind == "body" or level == HIGHEST)
    if equals and _STANDING.match(head):
        return True  # an inspection asks the committee that it serves
    if said.verb == "kiến nghị" and not _SUPERVISES.search(fold(said.voice.issuer.text)):
        return said.voice.kind == "body" or not level or level > said.voice.level
    return level > said.voice.level or is_foreign(head)


def _orders(said: Utterance) -> bool:
    return said.kind in ORDERING


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in lexicon.rows("demand_cues")}
