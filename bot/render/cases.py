"""Write what readers have corrected as cases to learn from."""

from __future__ import annotations

from typing import Any

from bot import texts
from bot.render.contract import to_json
from bot.render.facts import brief, fact_lines
from bot.render.lines import Line, Piece
from storage.corrected import correct_digest
from storage.model import Correction, Kept
from summarizer.model import Digest


def to_case(kept: Kept) -> dict[str, Any]:
    """The article, its digest as it should be, and each correction; not who made it."""
    article = kept.digest.article
    return {
        "id": f"sua-{kept.id}",
        "text": article.text,
        "digest": to_json(correct_digest(kept.digest, kept.corrections)),
        "corrections": [
            {
                "kind": each.kind,
                "fact": each.fact.kind,
                "span": [each.fact.span.start, each.fact.span.end],
                "words": article.quote(each.fact.span),
                "value": each.value,
                "made": each.made.isoformat(),
            }
            for each in kept.corrections
        ],
    }


def lay_out_case(kept: Kept) -> tuple[Line, ...]:
    """The headline, and under it each corrected line as it was read with what is said of it."""
    title = kept.digest.article.title
    head = texts.CORRECTED_OF.format(id=kept.id, title=title.text if title else "…")
    return (
        Line((Piece(head, "title"),)),
        *(_correction(kept.digest, each) for each in kept.corrections),
        Line(),
    )


def _correction(digest: Digest, correction: Correction) -> Line:
    told = {line.fact: brief(line) for line in fact_lines(digest)}
    words = told.get(correction.fact) or digest.article.quote(correction.fact.span)
    kind = texts.CORRECTION_KINDS[correction.kind]
    value = correction.value or (texts.NO_DEADLINE if correction.kind == "deadline" else "")
    said = Piece(f"→ {kind} {value}".rstrip(), "deadline")
    return Line((Piece(words), said), 2, Piece("•", "faint"), 2)
