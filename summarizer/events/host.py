"""Find the organ that holds the event."""

from __future__ import annotations

import re
from functools import cache

from summarizer import lexicon
from summarizer.commas import is_inside_name
from summarizer.events.mentions import Mention
from summarizer.folding import CAPITALS, fold
from summarizer.language import Doc
from summarizer.model import Quote, Span

_REACH = 320
_LONGEST = 120
_AFTER = 160
_OF_ITS_HOST = frozenset({"meeting", "session"})  # «họp Hội đồng», but «tiếp Bộ trưởng»
# what the organ does; its name ends before these words
_ACT = re.compile(
    r"""\s (?: bắt\sđầu(?!\w)
    | (?: đã | vừa | mới | sẽ | cũng | cùng | tiếp\stục | (?:long|trang)\strọng ) (?!\w)
    | bàn\s | bầu\s | bế\s(?:mạc|giảng) | biểu\squyết | cho\sý\skiến | chủ\strì | có\s(?:buổi|cuộc)
    | có\s(?:chuyến|phiên) | công\sbố | diễn\sra | do\s | dưới\s | đăng\scai | đến\s | đối\sthoại
    | được\s | gặp | giao\sban | giám\ssát | gồm\s | họp | khai\s(?:mạc|giảng) | kiểm\stra
    | ký\skết | làm\sviệc
    | mở\s | nghe\s | phát\sđộng | phối\shợp | quyết\sđịnh | ra\squân | sinh\shoạt | thăm
    | thảo\sluận
    | thông\squa | tiến\shành | tiếp\s | tiếp\sxúc | tổ\schức | triển\skhai | triệu\stập
    | trọng\sthể
    | xem\sxét )
    | ,\s (?: sáng | chiều | tối | ngày | hôm | các\sđại ) (?!\w)""",
    re.VERBOSE,
)
# what may stand between the head of the event and the name of its host
_BETWEEN = re.compile(
    r"""\s (?: (?:sáng|chiều|tối|ngày) \s \d\S* \s )?
    (?: (?: bất\sthường | báo | cán\sbộ | chuyên\sđề | đầu\stiên | định\skỳ | giao\sban | khẩn
    | lần\sthứ\s\w+ | mở\srộng | quý\s\S+ | tháng\s\S+ | thứ\s\w+ | thường\s(?:kỳ|niên)
    | toàn\squốc | trực\stuyến ) ,?\s ){0,4} (?:của\s)?""",
    re.VERBOSE,
)
_NAME_END = re.compile(
    r"""[;(] | (?P<comma>,) | \.(?=\s|\Z) | \s (?: bàn | chiều | cho | cuối
    | (?<!ủy\sban\s)(?<!đoàn\s)kiểm\stra | cùng | diễn | do | đánh\sgiá
    | đầu | để
    | khóa | kỳ | lần | mở\srộng | năm | ngày | nhằm | nhiệm | quán\striệt | quý | sáng
    | sơ\skết | tại
    | tháng | thường\skỳ | tổng\skết | tối | triển\skhai | trong | trực\stuyến | về | với
    | xây\sdựng ) (?!\w)""",
    re.VERBOSE,
)
_ITS_WORK = re.compile(
    r"""(?: (?:tổng|sơ)\skết | triển\skhai | đánh\sgiá ) \s (?:\w+\s){0,3}?
    (?: công\stác | nhiệm\svụ | hoạt\sđộng | tình\shình ) [^,;]{0,80}? \scủa\s
    | giao\sban [^,;]{0,40}? \scủa\s""",
    re.VERBOSE,
)
# «hội nghị», «bộ trưởng», «ban đầu», «tổ chức» begin like organs
_NOT_YET = r"(?!hội (?:nghị|thảo|đàm|trường))"
_NOT_ONE = r"(?!\w|\s(?:trưởng|phận|viên|đầu|môn|diện|chức)\b)"
_IN_SESSION = re.compile(r"phiên|kỳ họp|họp")
_PIECE_AFTER = re.compile(r",\s")
_AREA = re.compile(r"(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường|phòng|trường) ")
_NAMED_AREA = re.compile(
    rf"(?:thành phố|tp\.?|tỉnh|huyện|quận|thị xã|xã|phường) (?=[{CAPITALS}\d])"
)
_TEAM = re.compile(
    r"""(?:đoàn|tổ|ban|ủy\sban|cục|phòng) \s
    (?:công\stác|kiểm\stra|giám\ssát|khảo\ssát|thanh\stra|đại\sbiểu|tiếp\scông\sdân)""",
    re.VERBOSE,
)
_TERM = re.compile(r",?\s(?:khóa|nhiệm kỳ)\s")  # «HĐND tỉnh khóa X, nhiệm kỳ …»
_BY = re.compile(r"(?<!\w)do\s")
_MADE_BY = re.compile(r"(?:[^.;]|\.\w){2,120}?\s(?:phối hợp|tổ chức|chủ trì tổ chức|đăng cai)")
_PIECE = re.compile(r"(?:\A|,\s|[-–]\s?|\)\s|:\s|theo\s[^,]{3,40}, )")


def find_host(doc: Doc, mention: Mention, event: Span) -> Quote | None:
    """The organ named as subject before `event`, in its name, or after «do»."""
    text, folded, sentence = doc.text, doc.folded, mention.sentence.span
    is_partner = not mention.word.is_noun and mention.word.family not in _OF_ITS_HOST
    return (
        _subject(text, folded, sentence, event)
        or (None if is_partner else _named(text, folded, event, mention.end))
        or _follower(text, folded, event, sentence.end)
        or _maker(text, folded, Span(event.start, sentence.end))
    )


def _subject(text: str, folded: str, sentence: Span, event: Span) -> Quote | None:
    """«Ngày 5/6, UBND tỉnh tổ chức hội nghị …»: the first organ that opens a piece."""
    start = max(sentence.start, event.start - _REACH)
    before = folded[start : event.start]
    for piece in _PIECE.finditer(before):
        offset = piece.end()
        if not opens_host(text, start + offset):
            continue
        act = _ACT.search(folded, _past_team(folded, start + offset), event.start + 12)
        if not act or act[0].strip() == "diễn ra":
            continue
        host = _quote(text, start + offset, act.start())
        if host and not ("," in host.text and _names_area(host.text)):
            return host  # «tại nhà văn hóa, xã An Hòa, Sở Y tế tổ chức»
    return None


def _names_area(words: str) -> bool:
    return bool(_NAMED_AREA.match(words[:1].lower() + words[1:]))


def _past_team(folded: str, start: int) -> int:
    """Past «đoàn kiểm tra», whose second half is no act."""
    team = _TEAM.match(folded, start)
    return team.end() if team else start


def _named(text: str, folded: str, event: Span, head_end: int) -> Quote | None:
    """«phiên họp thường kỳ của Chính phủ», «Hội nghị Thành ủy lần thứ 16»."""
    between = _BETWEEN.match(folded, head_end, event.end)
    if between and opens_host(text, between.end()):
        return _until(text, folded, between.end(), event.end)
    work = _ITS_WORK.search(folded, head_end, event.end)
    if work and opens_host(text, work.end()):
        return _until(text, folded, work.end(), event.end)
    return None


def _follower(text: str, folded: str, event: Span, limit: int) -> Quote | None:
    """«tại phiên họp thứ 5, sáng 5/7, Ủy ban Thường vụ Quốc hội đã …»."""
    if not _IN_SESSION.match(folded, event.start):
        return None
    limit = min(limit, event.end + _AFTER)
    for comma in _PIECE_AFTER.finditer(folded, event.end, limit):
        if opens_host(text, comma.end()):
            act = _ACT.search(folded, comma.end(), limit)
            return _quote(text, comma.end(), act.start()) if act else None
    return None


def _maker(text: str, folded: str, span: Span) -> Quote | None:
    """«… do Sở Y tế tổ chức»."""
    for by in _BY.finditer(folded, span.start, span.end):
        made = _MADE_BY.match(folded, by.end(), span.end)
        if made and opens_host(text, by.end()):
            act = _ACT.search(folded, by.end(), span.end)
            return _quote(text, by.end(), act.start()) if act else None
    return None


def _until(text: str, folded: str, start: int, limit: int) -> Quote | None:
    marks = _NAME_END.finditer(folded, start, limit)
    ends = (mark for mark in marks if not (mark["comma"] and is_inside_name(text, mark.start())))
    end = next(ends, None)
    return _quote(text, start, end.start() if end else limit)


def opens_host(text: str, offset: int) -> bool:
    """Whether the name of an organ begins at `offset`."""
    head = _heads().match(fold(text[offset : offset + 24]))
    area = _AREA.match(text, offset)
    return bool(head) and not (area and text[area.end() : area.end() + 1].islower())


def _quote(text: str, start: int, end: int) -> Quote | None:
    term = _TERM.search(fold(text[start:end]))
    words = text[start : start + term.start() if term else end].rstrip(" \u00a0,-–(")
    words = words.removesuffix(" về")  # «Tổ công tác về | kiểm tra công vụ»
    if len(words) > _LONGEST or words.count("(") != words.count(")") or words.endswith(" này"):
        return None
    return Quote(words, Span(start, start + len(words)))


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted((fold(row["head"]) for row in lexicon.rows("host_heads")), key=len, reverse=True)
    return re.compile(rf"{_NOT_YET}(?:{'|'.join(map(re.escape, heads))}){_NOT_ONE}")
