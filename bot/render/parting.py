"""Part lines into messages, each within what a channel takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from itertools import pairwise

from msgspec.structs import replace

from bot.render.lines import Line, Piece, printable

Weight = tuple[int, ...]  # of a line, of a message: one figure for each limit

BULLET = Piece("•")
_WIDEST = "😀"  # no letter counts more, however a channel counts


def part_lines(
    lines: tuple[Line, ...],
    *,
    longest: int,
    size: Callable[[str], int],
    weigh: Callable[[Line], Weight],
    most: Weight,
) -> list[list[Line]]:
    """The lines as messages that weigh at most `most`, none of them blank, without columns.

    Messages part at line ends, not under a heading; a line of more than `longest`, as
    `size` counts, parts at a blank.
    """

    def add(weight: Weight, line: Line) -> Weight:
        return tuple(map(sum, zip(weight, weigh(line), strict=True)))

    def fits(weight: Weight) -> bool:
        return all(each <= limit for each, limit in zip(weight, most, strict=True))

    nothing: Weight = (0,) * len(most)
    messages: list[list[Line]] = [[]]
    weight = nothing
    for line in _short_lines(_listed(lines), longest, size):
        heavier = add(weight, line)
        if messages[-1] and not fits(heavier):
            messages.append(_take_headings(messages[-1], line))
            heavier = add(reduce(add, messages[-1], nothing), line)
            if not fits(heavier):  # the headings alone are a message
                messages.append([])
                heavier = add(nothing, line)
        messages[-1].append(line)
        weight = heavier
    return [message for message in messages if not _is_blank(message)]


def bare(line: Line) -> str:
    """All that may be shown of a line: its label with the marks around it, and its words."""
    added = {"label": ":", "deadline": "• :"}.get(line.label.style, "") if line.label.text else ""
    return " ".join((line.label.text + added, *(piece.text for piece in line.pieces)))


def _listed(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Several lines under one label are a list under it."""
    is_list = False
    for line, following in pairwise((*lines, Line())):
        is_more = bool(line.column) and not line.label.text
        goes_on = bool(following.column) and not following.label.text
        if not is_more:
            is_list = False
            if goes_on and line.label.style == "label" and line.column:
                yield replace(line, pieces=(), fact=None, column=0)
                is_list = True
        if line.label.text == BULLET.text or (is_list and line.column):
            yield replace(line, label=BULLET)
        else:
            yield line


def _short_lines(lines: Iterator[Line], longest: int, size: Callable[[str], int]) -> Iterator[Line]:
    for line in lines:
        if size(bare(line)) < longest:
            yield line
            continue
        for piece in (line.label, *line.pieces):
            style = (
                "plain" if piece.style == "link" else piece.style
            )  # half an address opens nothing
            for text in _cut(piece.text, longest - 1, size):
                yield replace(line, pieces=(Piece(text, style),), label=Piece(""))


def _cut(text: str, longest: int, size: Callable[[str], int]) -> Iterator[str]:
    """`text` in pieces of at most `longest`, cut at blanks where there are any."""
    while size(text) > longest:
        end = longest // size(_WIDEST)
        blank = text.rfind(" ", end // 2, end)
        cut = blank if blank > 0 else end
        yield text[:cut]
        text = text[cut:].lstrip(" ")
    if text:
        yield text


def _take_headings(message: list[Line], line: Line) -> list[Line]:
    """The headings at the end of a message under which `line` stands, taken out of it."""
    taken: list[Line] = []
    below = line
    while len(message) > 1 and (not message[-1].pieces or message[-1].indent < below.indent):
        below = message.pop()
        taken.insert(0, below)
    return taken


def _is_blank(lines: list[Line]) -> bool:
    """Nothing that would show: no channel takes such a message."""
    return not any(printable(bare(line)).strip() for line in lines)
