"""What was said in a chat, as it is kept until it is answered; the pieces of one text joined."""

from __future__ import annotations

from itertools import pairwise

import msgspec
from msgspec import Struct

from bot.channel import Request
from bot.render.html import units

_CUT_FROM = 2048  # Telegram's clients cut long pastes from here on
_LONGEST = 4096
_TRIMMED = 16  # units that a client may have taken away at a cut: blanks, line ends
_LONGEST_HEADLINE = 200  # letters
_SECONDS = 2  # between the pieces of one paste
_OURS_BETWEEN = 2  # messages


class Said(Struct, frozen=True, omit_defaults=True):
    """A message or the press of a button: what it asks, and what it may belong to.

    `press` is the id by which a press is acknowledged. `is_text` tells a text from a
    caption: no client cuts captions. `origin` is the chat or person that a forwarded
    message comes from, `origin_message` its number there.
    """

    request: Request
    press: str | None = None
    album: str | None = None
    is_text: bool = False
    origin: str | None = None
    origin_message: int | None = None


def read_said(raw: bytes) -> Said | None:
    """What was kept; None where it is not of this program's making."""
    try:
        return msgspec.json.decode(raw, type=Said)
    except msgspec.DecodeError:
        return None


def read_request(raws: list[bytes]) -> Request | None:
    """One message, or the pieces of a long text or an album, as a request."""
    pieces = [said.request for raw in raws if (said := read_said(raw))]
    if len(pieces) < 2:
        return pieces[0] if pieces else None
    return msgspec.structs.replace(
        pieces[0],
        text=_joined([piece.text for piece in pieces if piece.text]),
        links=tuple(dict.fromkeys(link for piece in pieces for link in piece.links)),
        files=tuple(file for piece in pieces for file in piece.files),
    )


def press_number(raw: bytes) -> str:
    """The id by which a press is acknowledged; empty where it is none."""
    said = read_said(raw)
    return (said.press if said else None) or ""


def may_go_on(raw: bytes) -> bool:
    """A text that a client may have cut, or one item of an album."""
    said = read_said(raw)
    return said is not None and (said.album is not None or _may_be_cut(said))


def goes_on(before: bytes, after: bytes) -> bool:
    """The same album; or the rest of a text that a client has cut.

    Where a client had to cut is known. Nobody writes two texts within two seconds, but a
    program or a fast hand may paste two articles, and two that were forwarded together are two.
    """
    one, other = read_said(before), read_said(after)
    if one is None or other is None:
        return False
    if one.album is not None:
        return one.album == other.album
    if not (_may_be_cut(one) and _is_plain(other) and _follows(one, other)):
        return False
    return _would_not_fit(one, other) or not (one.origin or _opens_with_headline(other))


def _would_not_fit(one: Said, other: Said) -> bool:
    """Whether a client had to cut there.

    It cuts as late as it can: at the last paragraph end within 4,096 units, where there is
    none at a line, a sentence or a blank. So the first paragraph of the rest did not fit.
    """
    before, rest = one.request.text, other.request.text
    has_blank_lines = "\n\n" in before or "\n\n" in rest
    paragraph = rest.partition("\n\n" if has_blank_lines else "\n")[0]
    return units(before) + units(paragraph) + _TRIMMED > _LONGEST


def _opens_with_headline(said: Said) -> bool:
    """A short line that ends no sentence, and more below."""
    first, _, below = said.request.text.partition("\n")
    is_sentence = first.rstrip().endswith((*".!?…:;,",)) or first[:1].islower()
    return bool(below.strip()) and len(first) <= _LONGEST_HEADLINE and not is_sentence


def _is_plain(said: Said) -> bool:
    return said.is_text and said.album is None and said.request.command is None


def _may_be_cut(said: Said) -> bool:
    return _is_plain(said) and units(said.request.text) >= _CUT_FROM


def _follows(one: Said, other: Said) -> bool:
    """Whether a message comes right after another, where it stands and where it comes from.

    An answer of ours may have come between them, and taken a number.
    """
    pause = abs((other.request.received - one.request.received).total_seconds())
    is_next = 0 < _number(other) - _number(one) <= 1 + _OURS_BETWEEN
    comes_from = one.origin_message
    is_next_there = comes_from is None or other.origin_message == comes_from + 1
    return is_next and is_next_there and one.origin == other.origin and pause <= _SECONDS


def _number(said: Said) -> int:
    message = said.request.message
    return int(message) if message.isdigit() else 0


def _joined(texts: list[str]) -> str:
    """The pieces of a text, parted as they were before the cut as far as it can be known."""
    glued = "".join(piece + _glue(piece, rest) for piece, rest in pairwise(texts))
    return glued + texts[-1] if texts else ""


def _glue(piece: str, rest: str) -> str:
    if units(piece) == _LONGEST:  # cut anywhere, also in a word
        return ""
    is_sentence_end = not rest[:1].islower() or piece[-1:] in ".!?…:;"
    return "\n" if is_sentence_end else " "
