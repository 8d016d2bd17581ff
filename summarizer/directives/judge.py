"""Decide whether a clause is demanded."""

from __future__ import annotations

import re
from functools import cache

from summarizer import lexicon
from summarizer.directives.authority import is_foreign, level_of
from summarizer.directives.blocks import Utterance
from summarizer.directives.clauses import span_of
from summarizer.language import Doc

_BASE = "whatever"  # the row that counts for every clause
_POWERLESS = 1  # voters, experts, firms, people without an office
_HEAD = 90  # letters in which the one who is asked stands
_ASKING = frozenset({"đề nghị", "kiến nghị"})
_LABEL = re.compile(  # a line of a list that tells no task
    r"thời hạn hoàn thành|mốc thời gian|(?:phương án|bước|ảnh|câu hỏi|điều) \d|thưa các đồng chí"
)


def may_be_demanded(doc: Doc, said: Utterance) -> bool:
    """Tell whether somebody speaks who could order it of those he speaks to."""
    voice = said.voice
    if voice is None or voice.kind == "none" or voice.level <= _POWERLESS or said.last:
        return False
    span = span_of(doc, said.clause)
    head = doc.folded[span.start : min(span.end, span.start + _HEAD)]
    if _LABEL.match(head):
        return False
    if said.kind and said.verb in _ASKING:
        return level_of(head) <= voice.level and not is_foreign(head)
    return True


def is_demanded(cues: list[str]) -> bool:
    """Tell whether the weights of the cues speak for a demand."""
    weights = _weights()
    return weights[_BASE] + sum(weights.get(cue, 0.0) for cue in cues) > 0


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in lexicon.rows("demand_cues")}
