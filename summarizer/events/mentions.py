"""Find the words of an article that name an event."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct, convert

from summarizer import lexicon
from summarizer.language import Doc, Sentence
from summarizer.phrases import Phrases

# «tiếp ngài …», «tiếp Đại sứ …», not «tiếp tục», «tiếp thu»
_GUEST = re.compile(
    r"""\s(?:xã\sgiao\s|thân\smật\s)?(?:và\slàm\sviệc\svới\s)?
    (?: ông|bà|ngài|đoàn|đại\s(?:sứ|diện|biểu) |thủ\stướng|chủ\stịch|tổng|bộ\strưởng
    | phó|các|nguyên|cựu|quốc\svương|thống\sđốc|giám\sđốc|thứ\strưởng|bí\sthư|nghị\ssĩ
    |tư\slệnh )(?!\w)""",
    re.VERBOSE,
)


_BEFORE_HOI = frozenset({"quốc", "xã", "hiệp"})  # «Quốc hội thảo luận»
_VENUES = frozenset({"tâm", "nhà", "cung", "phòng"})  # «Trung tâm Hội nghị tỉnh», «phòng họp»

Form = Literal["noun", "verb", "act"]


class Word(Struct, frozen=True):
    """What the lexicon says of an event word; an act is the event where somebody does it."""

    form: Form
    kind: str
    family: str

    @property
    def is_noun(self) -> bool:
        """Whether the word is the name of an event, not what somebody does."""
        return self.form == "noun"


class Mention(Struct, frozen=True):
    """An event word in the text: `start` … `end` of the head, and its sentence."""

    start: int
    end: int
    word: Word
    sentence: Sentence


def find_mentions(doc: Doc) -> list[Mention]:
    """Every event word in a sentence of the prose, in order of the text."""
    phrases, words, text = _phrases(), doc.words, doc.folded
    mentions: list[Mention] = []
    for sentence in doc.sentences:
        first = words.index_at(sentence.span.start)
        last = words.index_at(sentence.span.end)
        for begin, end, word in phrases.find(words, first, last):
            stop = words.ends[end - 1]
            before = words.texts[begin - 1] if begin else ""
            if before in _VENUES or (words.texts[begin] == "hội" and before in _BEFORE_HOI):
                continue
            is_host = word.kind == "buổi tiếp" and not word.is_noun
            if is_host and not _GUEST.match(text, words.ends[begin]):
                continue
            mentions.append(Mention(words.starts[begin], stop, word, sentence))
    return mentions


@cache
def _phrases() -> Phrases[Word]:
    return Phrases(
        (row["phrase"], convert(row | {"family": row["class"]}, Word))
        for row in lexicon.rows("event_nouns")
    )
