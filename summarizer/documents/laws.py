"""Find laws, codes and ordinances named by what they rule: «Luật Đất đai năm 2024»."""

from __future__ import annotations

import re
from functools import cache

from summarizer import lexicon
from summarizer.documents.heads import Head
from summarizer.documents.mention import Details, Mention, Signed
from summarizer.language import Doc
from summarizer.model import Quote, Span
from summarizer.phrases import Phrases

LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_AMENDED = re.compile(
    r"\s?\(?sửa đổi(?:, bổ sung)?\)|\ssửa đổi(?=[\s,.;]|$)(?!\s[,(]?bổ)(?!\s(?:để|và|một|cho|theo))"
)
_YEAR = re.compile(r"\s\(?(?:năm\s)?(?P<year>(?:19|20)\d\d)\)?(?![\d/])")


def read_law(doc: Doc, head: Head) -> list[Mention]:
    """The law that `head` names; none where no known or capitalised name follows."""
    words = doc.words
    index = words.index_at(head.end)
    known = _names().at(words, index)
    if known is None:
        return []
    name = words.starts[index]
    end = words.ends[known[0] - 1]
    if not head.capital and not doc.text[name].isupper() and known[0] - index < 3:
        return []
    if amended := _AMENDED.match(doc.folded, end):
        end = amended.end()
    signed = None
    if year := _YEAR.match(doc.folded, end):
        signed = Signed(year["year"], Span(*year.span("year")))
    subject = Quote(doc.text[name:end], Span(name, end))
    details = Details(end, signed=signed, subject=subject)
    return [Mention(head.type, Span(head.start, end), None, details)]


@cache
def _names() -> Phrases[bool]:
    return Phrases((row["name"], True) for row in lexicon.rows("law_names"))
