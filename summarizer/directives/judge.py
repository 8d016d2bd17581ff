"""Decide by cues whether a clause is demanded."""

from __future__ import annotations

from functools import cache

from summarizer import lexicon

_BASE = "whatever"  # the row that counts for every clause


def is_demanded(cues: list[str]) -> bool:
    """Tell whether the weights of the cues speak for a demand."""
    weights = _weights()
    return weights[_BASE] + sum(weights.get(cue, 0.0) for cue in cues) > 0


@cache
def _weights() -> dict[str, float]:
    return {row["cue"]: float(row["weight"]) for row in lexicon.rows("demand_cues")}
