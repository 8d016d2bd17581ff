"""Write an answer in plain words, its buttons as commands to be typed."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from bot import texts
from bot.channel import Button
from bot.render.lines import Line, Piece, Style, printable
from bot.render.parting import BULLET, part_lines

_STRONG: set[Style] = {"name", "deadline"}
_DEEPEST = 8  # blanks before a line


def to_typed(
    lines: tuple[Line, ...], buttons: tuple[tuple[Button, ...], ...] = (), *, longest: int
) -> tuple[str, ...]:
    """The lines as messages of at most `longest` code points, the commands under the last.

    A button is «/goc 3 — câu gốc»; buttons that are only numbered stand in one line, as
    «/xem 3» or «3: /chidao 12/1».
    Words made bold amid others are between asterisks.
    """
    commands = tuple(line for row in buttons for line in _commands(row))
    whole = (*map(_marked, lines), *((Line(), *commands) if commands else ()))
    messages = part_lines(
        whole,
        longest=longest - _DEEPEST,
        size=len,
        weigh=lambda line: (len(_row(line)) + 1,),
        most=(longest + 1,),
    )
    return tuple(map(_message, messages)) or (texts.NOTHING,)


def _message(lines: list[Line]) -> str:
    return "\n".join(map(_row, lines)).strip("\n")


def _row(line: Line) -> str:
    label = printable(line.label.text)
    if label and line.label.style == "label":
        label += ":"
    elif label and line.label.style == "deadline":
        label = f"{BULLET.text} {label}:"
    words = (label, *(printable(piece.text) for piece in line.pieces))
    return " " * min(line.indent, _DEEPEST) + " ".join(each for each in words if each)


def _marked(line: Line) -> Line:
    """The line with asterisks around the words that are bold after plain ones."""
    pieces = list(line.pieces)
    for number, (before, piece) in enumerate(pairwise(line.pieces), 1):
        if piece.style in _STRONG and before.style == "plain" and piece.text.strip():
            pieces[number] = replace(piece, text=f"*{piece.text}*")
    return replace(line, pieces=tuple(pieces))


def _commands(row: tuple[Button, ...]) -> list[Line]:
    """A row of buttons as lines."""
    if row and all(button.label.isdigit() for button in row):
        return [Line((Piece(" · ".join(map(_numbered, row))),))]
    return [
        Line((Piece(f"{button.command} — {button.label[:1].lower()}{button.label[1:]}"),))
        for button in row
    ]


def _numbered(button: Button) -> str:
    """The command, after the number that it stands for where it does not end with it."""
    is_told = button.command.endswith(f" {button.label}")
    return button.command if is_told else f"{button.label}: {button.command}"
