"""Tell who a speaker is: somebody of the cast, an organ, a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Literal

from msgspec import Struct

from summarizer import lexicon
from summarizer.directives.actor_words import organ_at, verb_at
from summarizer.directives.actors import read_actor
from summarizer.directives.authority import level_of, level_of_offices
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import Quote, Span
from summarizer.people import Cast, Mention
from summarizer.phrases import Phrases

VoiceKind = Literal["person", "body", "paper", "none"]
_MANY = frozenset({"các", "một", "nhiều", "số", "những"})
_BEFORE = 60  # letters before a name that tell that its holder concludes
_MANAGER = 2  # the level of an office that names no organ
_LOCAL = 4  # the level of an organ whose name does not tell it: «Đoàn giám sát»
_PRESIDES = re.compile(  # «Bí thư Tỉnh ủy Lê An | đã chủ trì hội nghị»
    r"""[^.;:"\n]{0,90}? \b (?: chủ[ ]trì | chủ[ ]tọa | điều[ ]hành | kết[ ]luận | chỉ[ ]đạo
          | kiểm[ ]tra | làm[ ]trưởng[ ]đoàn | dẫn[ ]đầu | thị[ ]sát | giám[ ]sát
          | (?:có[ ]buổi[ ])? làm[ ]việc[ ]với | đến[ ]thăm | thăm ) \b""",
    re.VERBOSE,
)
_CONCLUDING = re.compile(  # «Kết luận hội nghị, | đồng chí Lê An yêu cầu»
    r"""(?: kết[ ]luận | phát[ ]biểu[ ]chỉ[ ]đạo | chỉ[ ]đạo[ ](?:tại|hội) | chủ[ ]trì
          | thay[ ]mặt[ ](?:ban|thường|lãnh) ) [^.;:"\n]{0,50} \Z""",
    re.VERBOSE,
)


class Voice(Struct, frozen=True):
    """Somebody who speaks: `issuer` as the digest names him, `level` how high he stands."""

    kind: VoiceKind
    issuer: Quote
    level: int
    member: int | None = None
    presides: bool = False  # told to chair, conclude, direct or inspect


class Voices:
    """The speakers of one article, found by where they stand."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        """Take an article and its cast."""
        self._doc = doc
        self._cast = cast
        self._starts = [mention.span.start for mention in cast.mentions]
        self._heads: frozenset[int] | None = None
        self._holders: dict[str, list[int]] = {}
        self._offices = [[fold(role.text) for role in member.roles] for member in cast.members]
        self._found: dict[Span, Voice] = {}
        self._full = [[span.start for span in member.mentions] for member in cast.members]

    def ending_at(self, end: int) -> tuple[Voice, int] | None:
        """The person whose mention ends at offset `end`, and where the mention starts."""
        place = bisect_right(self._starts, end) - 1
        for mention in self._cast.mentions[max(0, place - 1) : place + 1]:
            if mention.span.start < end == mention.span.end:
                return self.of_mention(mention), mention.span.start
        return None

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that stand in the stretch `start` … `end`."""
        low = bisect_right(self._starts, start - 1)
        high = bisect_right(self._starts, end - 1)
        return [m for m in self._cast.mentions[low:high] if m.span.end <= end]

    def of_mention(self, mention: Mention) -> Voice:
        """The speaker that a mention stands for."""
        voice = self._found.get(mention.span)
        if voice is None:
            voice = self._found[mention.span] = self._voice_of(mention)
        return voice

    def _voice_of(self, mention: Mention) -> Voice:
        folded = self._doc.folded
        words = folded[mention.span.start : mention.span.end]
        number = self._member(mention, words)
        if number is None:
            quote = Quote(self._doc.article.quote(mention.core), mention.core)
            return Voice("person", quote, level_of(words) or _MANAGER)
        member = self._cast.members[number]
        offices = self._offices[number]
        starts = self._full[number]
        nearest = member.mentions[max(0, bisect_right(starts, mention.span.start) - 1)]
        level = level_of_offices(offices) or level_of(words)
        if not level and (offices or words.startswith("đồng chí")):
            level = _MANAGER
        presides = number in self._presiding()
        return Voice("person", Quote(member.name, nearest), level, number, presides)

    def _member(self, mention: Mention, words: str) -> int | None:
        """Who is meant; «Bộ trưởng» is the only one named who holds such an office."""
        if mention.member is not None:
            return mention.member
        if words not in self._holders:
            self._holders[words] = [
                number
                for number, offices in enumerate(self._offices)
                if any(office.startswith(words) for office in offices)
            ]
        holders = self._holders[words]
        return holders[0] if len(holders) == 1 else None

    def _presiding(self) -> frozenset[int]:
        """The members who are told to chair, conclude, direct or inspect."""
        if self._heads is None:
            self._heads = frozenset(
                mention.member
                for mention in self._cast.mentions
                if mention.member is not None and self._heads_something(mention.span)
            )
        return self._heads

    def _heads_something(self, span: Span) -> bool:
        folded = self._doc.folded
        before = max(0, span.start - _BEFORE)
        return bool(
            _PRESIDES.match(folded, span.end) or _CONCLUDING.search(folded, before, span.start)
        )

    def of_noun(self, index: int, stop: int) -> Voice | None:
        """The organ, document or powerless speaker whose noun begins at word `index`."""
        words = self._doc.words
        first = index
        while index < stop and words.texts[index] in _MANY:
            index += 1
        if index < stop - 2 and words.texts[index : index + 2] == ["lãnh", "đạo"]:
            index += 2  # «lãnh đạo | Bộ Công an»: the organ speaks
        if index >= stop:
            return None
        found = _nouns().at(words, index)
        if found is None and organ_at(self._doc, index, stop) is None:
            return None
        kind: VoiceKind = found[1] if found else "body"
        if words.texts[first] in _MANY and kind == "body":
            kind = "none"  # «các bộ, ngành báo cáo»: those who are told, not one who tells
        actor = read_actor(self._doc, index, stop)
        if actor and kind == "body" and actor.past < stop:
            if verb_at(self._doc, actor.past) in {"act", "modal", "done"}:
                return None  # «Bảo hiểm xã hội xây dựng Đề án | giao chỉ tiêu …»
            stop = actor.past
        span = Span(words.starts[index], words.ends[stop - 1])
        level = level_of(self._doc.folded[span.start : span.end]) or _LOCAL
        return Voice(
            kind,
            Quote(self._doc.article.quote(span), span),
            0 if kind == "none" else level,
        )


@cache
def _nouns() -> Phrases[VoiceKind]:
    rows = lexicon.rows("voices")
    return Phrases([(row["voice"], row["kind"]) for row in rows])  # type: ignore[misc]
