"""Show the words of the article behind each line of its digest."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.channel import Button, Reply, Request
from bot.render.evidence import AT_ONCE, lay_out_evidence, proven_lines
from bot.render.lines import Line, Piece
from handlers.numbers import named_digest, no_such_digest, read_number
from handlers.services import Services


async def show_evidence(request: Request, services: Services) -> Sequence[Reply]:
    """The lines of the digest that is named («/goc 3»), from a line on («/goc 3 31»)."""
    kept = await named_digest(request, services)
    if kept is None:
        return (no_such_digest(request),)
    count = len(proven_lines(kept.digest, kept.corrections))
    first = read_number(" ".join(request.argument.split()[1:2])) or 1
    if not 1 <= first <= count:
        first = 1
    last = min(count, first - 1 + AT_ONCE)
    head = texts.EVIDENCE_OF.format(number=kept.name, first=first, last=last, all=count)
    more = ((Button(texts.MORE, f"/goc {kept.name} {last + 1}"),),) if last < count else ()
    lines = lay_out_evidence(kept.digest, kept.corrections, start=first - 1)
    above = (Line((Piece(head, "faint"),)), Line()) if count else ()
    return (Reply((*above, *lines), buttons=more, digest=kept.id),)
