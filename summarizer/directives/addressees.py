"""Find who is told to act in every demanded clause."""

from __future__ import annotations

from summarizer.directives.actor_words import begins, frame_at, past_clause_word
from summarizer.directives.actors import Actor, read_actor
from summarizer.directives.demand import Demand
from summarizer.directives.leads import Position, position_of, told_before
from summarizer.directives.subjects import read_subject
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.model import Quote


def find_addressees(doc: Doc, demands: tuple[Demand, ...]) -> tuple[Quote | None, ...]:
    """Who must act in each of `demands`; None where the article does not say."""
    found: list[Quote | None] = []
    carried: Actor | None = None
    listed: Actor | None = None
    before: Demand | None = None
    for demand in demands:
        if before and _issuer(before) != _issuer(demand):
            carried = listed = None
        position = position_of(doc, before, demand)
        told = told_before(doc, position)
        if position.is_first:
            listed = told or carried
        subject = read_subject(doc, _past_order(doc, position), position.stop)
        if isinstance(subject, Actor) and not _is_issuer(doc, subject, demand):
            carried = told = subject
        elif subject == "nobody":
            carried = None if _frames(doc, position) else carried
            told = None
        else:
            told = (
                told or (listed if position.is_listed else None) or _carry(doc, position, carried)
            )
            carried = told
        found.append(Quote(doc.article.quote(told.span), told.span) if told else None)
        before = demand
    return tuple(found)


def _issuer(demand: Demand) -> str | None:
    return fold(demand.issuer.text) if demand.issuer else None


def _past_order(doc: Doc, position: Position) -> int:
    """The word past an order that a clause begins with: «Yêu cầu | các xã báo cáo»."""
    past = past_clause_word(doc, position.start, "order")
    return past if past and read_actor(doc, past, position.stop) else position.start


def _is_issuer(doc: Doc, actor: Actor, demand: Demand) -> bool:
    """Tell whether an actor is the speaker himself: «Thủ tướng Lê An cũng yêu cầu …»."""
    issuer = _issuer(demand)
    name = fold(doc.article.quote(actor.span))
    return issuer is not None and (name == issuer or (" " in issuer and name.endswith(issuer)))


def _carry(doc: Doc, position: Position, carried: Actor | None) -> Actor | None:
    """The actor of the clause before, where this clause goes on with it."""
    frames = _frames(doc, position)
    anew = begins(doc, position.start, "anew")
    if anew and (position.after_stop or "weak" in frames):
        return None  # «… nhấn mạnh, cần …» is said to everybody
    return None if frames and position.in_new_block else carried


def _frames(doc: Doc, position: Position) -> set[str]:
    """The strengths of the verbs of ordering between the clause before and this one."""
    found = (frame_at(doc, index) for index in range(position.gap, position.start))
    return {strength for strength in found if strength}
