"""A reply as messages of Telegram's HTML, each within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bot.channel import Line, Run

LONGEST = 4096  # UTF-16 units after the tags are read: safe for each way of counting
_TAGS = {"plain": ("", ""), "strong": ("<b>", "</b>"), "faint": ("<i>", "</i>"),
         "mono": ("<code>", "</code>")}  # fmt: skip
_FOLD = ("<blockquote expandable>", "</blockquote>")


def to_html(lines: tuple[Line, ...], *, longest: int = LONGEST) -> tuple[str, ...]:
    """The lines as one message or more of at most `longest` UTF-16 units each.

    Messages part at line ends; a line longer than a message parts at a blank.
    """
    messages: list[list[Line]] = [[]]
    room = longest
    for line in _short_lines(lines, longest):
        need = _units(line) + 1
        if need > room and messages[-1]:
            messages.append([])
            room = longest
        messages[-1].append(line)
        room -= need
    return tuple(_message(message) for message in messages if message)


def _message(lines: list[Line]) -> str:
    out: list[str] = []
    folded = False
    for line in lines:
        if line.fold != folded:
            out.append(_FOLD[folded])
            folded = line.fold
        elif out:
            out.append("\n")
        out.append("".join(_run(run) for run in line.runs))
    if folded:
        out.append(_FOLD[1])
    return "".join(out).strip("\n")


def _run(run: Run) -> str:
    opens, closes = _TAGS[run.style]
    words = f"{opens}{escape(run.text)}{closes}"
    return f'<a href="{escape(run.link)}">{words}</a>' if run.link else words


def _short_lines(lines: tuple[Line, ...], longest: int) -> Iterator[Line]:
    for line in lines:
        if _units(line) < longest:
            yield line
            continue
        for run in line.runs:
            for piece in _pieces(run.text, longest - 1):
                yield Line((Run(piece, run.style, run.link),), fold=line.fold)


def _pieces(text: str, longest: int) -> Iterator[str]:
    """`text` cut at blanks into pieces of at most `longest` units."""
    while _units_of(text) > longest:
        end = longest // 2 if _units_of(text[:longest]) > longest else longest
        cut = text.rfind(" ", end // 2, end)
        cut = cut if cut > 0 else end
        yield text[:cut]
        text = text[cut:].lstrip(" ")
    if text:
        yield text


def _units(line: Line) -> int:
    return sum(_units_of(run.text) for run in line.runs)


def _units_of(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
