"""Find attendees without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from summarizer.language import Doc, Sentence
from summarizer.model import NEWS, Quote, Span
from summarizer.people import Cast

_LONGEST = 200
_FEWEST_WORDS = 2
_COMMA = ", "
# what opens a list of those present; a comma is put before the sentence, so that every
# branch begins with letters the search can skip to
_PRESENT = re.compile(
    r"""
      [,;:.]\s(?:[^\s,;]+\s){0,2}
      (?: (?:cùng|đến|tới|tham|còn)?\s?dự | cùng\s(?:đi|tham\sgia) | tháp\stùng | về\sphía
        | tham\sgia\s(?:đoàn|buổi|hội\snghị|cuộc|lễ|cùng) | làm\sviệc\svới\sđoàn
      )\b [^\n;:]{0,140}?\b(?:có|gồm)\b                  # Cùng dự có; Dự hội nghị có
    | với\ssự\stham\s(?:dự|gia)\scủa\b                  # với sự tham dự của
    | làm\sviệc\svới(?=\slãnh\sđạo|\sban\sthường\svụ)
    """,
    re.VERBOSE,
)
_HEAD = re.compile(
    r"""
    (?: (?<=[;:]\s) | (?<=\bvà\s) | (?<=\bcùng\s) | (?<=\bvới\s) | (?<=\bcó\s)
      | (?<=\bgồm\s) | (?<=\bcủa\s) )
    (?: (?:hơn|trên|gần|khoảng|đông\sđảo|toàn\sthể|một\ssố|đầy\sđủ|còn\scó)\s )?
    (?: \d[\d./]*\s )?
    (?: (?:các|những)\s(?:đồng\schí|đại\sbiểu|thành\sviên|bộ\strưởng|thứ\strưởng|chuyên\sgia|vị
                          |ủy\sviên|cán\sbộ|nhà|phó|doanh\snghiệp|cơ\squan|đơn\svị)
      | đại\sbiểu | đại\sdiện | lãnh\sđạo | thủ\strưởng | thành\sviên | cán\sbộ | nhân\sdân
      | bà\scon | cử\stri | doanh\snghiệp | chuyên\sgia | đảng\sviên | chiến\ssĩ | hội\sviên
      | đoàn\sviên | học\sviên | giáo\sviên | người\sdân | phóng\sviên | thường\strực
      | đồng\schí\s(?=ủy\sviên|là) | ban\sthường\svụ | (?:bí\sthư|chủ\stịch|trưởng)\s(?=các|\d)
    )\b
    """,
    re.VERBOSE,
)
# where the words of a group end: a full stop apart, a verb, another clause
_END = re.compile(
    r"""
    ;|:|\.{3}|…|\n
    | ,?\s(?:thay\smặt|đã|sẽ|đang|đến|tới|về|để|nhằm|tại\s(?:điểm|hội|cuộc|buổi)|do
        |dự(?!\sán)|tham\sdự|chủ\strì|phát\sbiểu|báo\scáo|cho\sbiết|diễn\sra|theo\sdõi|được)\b
    | \( | \svà\s(?:đi|thăm|kiểm|tặng|trao|đã|sẽ)\b
    """,
    re.VERBOSE,
)
_TAIL = re.compile(r"(?:[\s,.]|\b(?:và|cùng|cùng\svới|với|có))+$")


def find_groups(doc: Doc, cast: Cast) -> tuple[Quote, ...]:
    """Groups such as «lãnh đạo các sở, ban, ngành», in order of the text."""
    starts = [mention.span.start for mention in cast.mentions]
    groups: list[Quote] = []
    for sentence in doc.sentences:
        if sentence.kind in NEWS:
            spans = _groups_in(doc, sentence, starts)
            groups.extend(Quote(doc.article.quote(span), span) for span in spans)
    return tuple(groups)


def _groups_in(doc: Doc, sentence: Sentence, mentions: list[int]) -> list[Span]:
    opening = _PRESENT.search(_COMMA + doc.folded[sentence.span.start : sentence.span.end])
    if opening is None:
        return []
    begin = sentence.span.start + opening.end() - len(_COMMA)
    heads = [match.start() for match in _HEAD.finditer(doc.folded, begin, sentence.span.end)]
    spans: list[Span] = []
    for head, following in pairwise([*heads, sentence.span.end]):
        end = _end_of_group(doc, head, following)
        number = bisect_left(mentions, head)
        if number < len(mentions) and mentions[number] < end:
            end = mentions[number]
        end = max(end, head)
        tail = _TAIL.search(doc.folded, max(head, end - 12), end)
        end = tail.start() if tail else end
        words = doc.folded[head:end].split()
        if words == ["các", "đồng", "chí"] or end - head > _LONGEST:
            continue
        if len(words) > _FEWEST_WORDS or (len(words) == _FEWEST_WORDS and words[0][0].isdigit()):
            spans.append(Span(head, end))
    return spans


def _end_of_group(doc: Doc, head: int, following: int) -> int:
    match = _END.search(doc.folded, head + 1, following)
    if match is None:
        return following
    if match[0] == ":":
        return head  # «các đồng chí Phó Bí thư: A, B» are named
    return match.start()
