"""Show a digest that is kept, with what can be done to it."""

from __future__ import annotations

from bot import texts
from bot.channel import Button, Reply
from bot.render.lines import Line, Piece
from bot.render.page import lay_out
from storage.model import Kept


def shown(kept: Kept, *heads: str, in_place: bool = False, can_redo: bool = False) -> Reply:
    """The digest as an answer, `heads` above it; with *Làm lại* where it was there before."""
    above = [Line((Piece(head, "faint"),)) for head in heads]
    number = kept.name
    buttons = [
        Button(texts.EVIDENCE, f"/goc {number}"),
        Button(texts.CORRECT, f"/sua {number}"),
        Button(texts.REMOVE, f"/xoa {number}"),
    ]
    if can_redo:
        buttons.append(Button(texts.REDO, f"/lamlai {number}"))
    return Reply(
        (
            *above,
            *([Line()] if above else []),
            *lay_out(kept.digest, kept.corrections),
            *([] if kept.digest.article.url else [Line()]),
            Line((Piece(texts.NUMBER.format(number=number), "faint"),)),
        ),
        buttons=(tuple(buttons),),
        digest=kept.id,
        in_place=in_place,
    )
