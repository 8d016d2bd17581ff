"""Name what speaks for and against a clause being demanded."""

from __future__ import annotations

import re

from msgspec import Struct

from summarizer.directives.blocks import Utterance
from summarizer.directives.clauses import span_of
from summarizer.directives.forms import Form
from summarizer.directives.frames import ORDERING
from summarizer.language import Doc

NEVER = 9  # sentences or lines after which the last demand no longer counts
_HEAD = 90  # letters in which a mark counts
_SHORT = 4  # words
_LOW = 3  # below a province
# no \b opens them, no word ends in one of these: the search skips to their first letters
_PAST = re.compile(r"(?:đã|vừa|từng|đang|mới)\b")
_SUFFERS = re.compile(
    r"(?:bị|vi phạm|sai phạm|vẫn|còn|không (?:ai|tổ chức|thực hiện)|ghi rõ|nhưng)\b"
)
_WILL = re.compile(r"(?:sẽ|dự kiến)\b")
_STATE = re.compile(
    r"(?:chưa|vẫn còn|còn (?:nhiều|một số|chậm|thấp|hạn chế)|đạt|tăng|giảm|chiếm)\b"
)
_FIGURE = re.compile(r"\d(?:[.,]\d+)? ?(?:%|tỷ|tỉ|triệu|nghìn|ha\b|km|m2|người|hộ|vụ|dự án)")
_IS = re.compile(
    r"(?:là|cho thấy|cho biết|theo thủ tướng|có ý nghĩa|có thể|bởi vì|vì sao|tại sao)\b"
)
_DUE = re.compile(
    r"(?:trước (?:ngày|\d)|chậm nhất|trong (?:quý|tháng|năm|tuần)|(?:xong|hoàn thành) trước)\b"
)
_TIME = re.compile(
    r"""(?: trước\ đó | tại\ (?:buổi|hội|cuộc|phiên|đại|lễ) | theo\ (?!đó|dõi|tinh)
          | qua\ (?:kiểm|giám|thanh) | ngay\ sau | sau\ (?:khi|đó) | sáng | chiều | ngày\ \d
          | liên\ quan | hôm | đây\ là | đó\ là | phát\ biểu | kết\ quả | năm\ \d | hiện
          | mặc\ dù | tuy\ nhiên | thực\ tế | để\ xảy | việc\ này | báo\ cáo | vì | bởi )\b""",
    re.VERBOSE,
)
_TALE = re.compile(  # what opens a report, a reason, a contrast
    r"""(?: trong\ khi | (?: làm\ )? như\ (?: vậy | thế ) | hay\ là | không\ ít | có\ ý\ kiến
          | dự\ kiến | thống\ kê | dựa\ (?:trên|vào)\ (?:số|báo)
          | đơn\ cử | nguyên\ nhân | điều\ này | bởi | thế\ nhưng | nhiều | một\ số | đa\ số
          | phần\ lớn | hầu\ hết | trong\ (?:năm|thời\ gian)\ qua | do\ (?:đặc|nhu|lo|thiếu|chưa)
          | nên\ | vậy\ | không\ chỉ | từ\ đầu\ năm | đã\ | mới\ | phải\ chăng
          | khi\ (?:chúng|xây\ dựng) | qua\ (?:thanh|kiểm) | sau\ khi\ nhận | cho\ đến\ nay )""",
    re.VERBOSE,
)
_SPEAKS = re.compile(  # somebody else says something in the clause
    r"(?:cho biết|cho hay|phản ánh|trả lời|bày tỏ|chia sẻ|lý giải|giải thích|thừa nhận|xác nhận"
    r"|nhận thấy|cho rằng|cho thấy|trao đổi với|họp báo|mong muốn)\b"
)
_ASKS = re.compile(r"(?:làm gì|như thế nào|tại sao|vì sao| hay (?:không|chưa)|đến đâu)\b")
_OURSELVES = re.compile(r"(?:tôi|chúng tôi|chính phủ sẽ|quốc hội sẽ|bộ sẽ|tỉnh sẽ)\b")
_PAPER = re.compile(r"văn bản|công văn|công điện|chỉ thị|ý kiến|thông báo")
_VERBS = {
    "đề nghị",
    "kiến nghị",
    "cho rằng",
    "nêu rõ",
    "nói",
    "nhấn mạnh",
    "khẳng định",
    "lưu ý",
    "chỉ đạo",
    "giao",
    "nêu",
    "chỉ ra",
    "kêu gọi",
    "quán triệt",
}


class Before(Struct, frozen=True):
    """What came before a clause: was the last one demanded, by the same, how far back."""

    demanded: bool
    sentences: int  # since the last demand of this voice
    paragraphs: int
    since_frame: int  # sentences since the last frame
    orders: bool  # the voice gives orders somewhere in the article
    in_new_section: bool  # a sub-heading stands between the last frame and the clause


def cues_of(
    doc: Doc, said: Utterance, form: Form, before: Before, *, starts_line: bool
) -> list[str]:
    """The cues of a clause, by name."""
    span = span_of(doc, said.clause)
    words = doc.folded[span.start : span.end]
    marks = _marks(words, said)
    if "?" in doc.folded[span.end : span.end + 2]:
        marks.append("asks")
    if said.frame and _PAPER.search(doc.folded, max(0, said.frame.start - 70), span.start):
        marks.append("paper")
    speech = _speech(said, before)
    marks.append(f"{speech[0]}: {form.bid}")
    if said.quoted:
        marks.append(f"quoted: {form.bid}")
    flow = _flow(said, before, starts_line=starts_line)
    return [*speech, *flow, *_form(said, form), *marks]


def _speech(said: Utterance, before: Before) -> list[str]:
    voice = said.voice
    tests = (
        (f"frame {said.kind or f'on {said.state}'}", True),
        (f"verb {said.verb}", said.frame and said.verb in _VERBS),
        ("told", said.told and said.frame),
        ("quoted", said.quoted),
        ("listed", said.listed),
        (f"voice {voice.kind}" if voice else "", voice),
        ("low", voice and voice.level <= _LOW),
        ("presides", voice and voice.presides),
        ("orders", before.orders),
        ("addressed", said.addressed),
        ("no demand so far", before.sentences >= NEVER),
    )
    return [name for name, hit in tests if hit]


def _flow(said: Utterance, before: Before, *, starts_line: bool) -> list[str]:
    if said.frame:
        return []
    if said.kind:
        return ["same sentence", "after demand" if before.demanded else "after none"]
    since, gap = min(before.since_frame, 4), min(before.sentences, 4)
    found = [
        f"since frame {since}",
        f"gap {gap}",
        f"since frame {min(since, 3)}, gap {min(gap, 3)}",
        f"lines {min(before.paragraphs, 3)}",
    ]
    if starts_line:
        found.append("new line")
    if before.sentences > 1:
        found.append(f"on {said.state} after none")
    if before.in_new_section:
        found.append("new section")
    return found


def _mode(said: Utterance) -> str:
    """Whether the clause stands under a verb of ordering."""
    return "framed" if said.kind in ORDERING else "free"


def _form(said: Utterance, form: Form) -> list[str]:
    mode = _mode(said)
    found = [f"{mode} {form.subject} {form.verb}", f"{mode} bid {form.bid}"]
    if form.opens:
        found.append(f"{mode} opening")
    if form.narrates:
        found.append(f"{mode} narrates")
    if form.denies:
        found.append(f"{mode} denies")
    if said.clause.stop - said.clause.start < _SHORT:
        found.append("short")
    return found


def _marks(words: str, said: Utterance) -> list[str]:
    mode = _mode(said)
    head = words[:_HEAD]
    tests = (
        ("past", _PAST.search(head)),
        ("past later", _PAST.search(words, _HEAD)),
        ("suffers", _SUFFERS.search(words)),
        ("will", _WILL.search(head)),
        ("state", _STATE.search(head)),
        ("figure", _FIGURE.search(words)),
        ("is", _IS.search(head)),
        ("due", _DUE.search(words)),
        ("opens with a time", _TIME.match(words)),
        ("we", _OURSELVES.search(head)),
        ("asks", _ASKS.search(words)),
        ("opens a tale", _TALE.match(words)),
        ("speaks", _SPEAKS.search(head)),
    )
    return [f"{mode} {name}" for name, hit in tests if hit]
