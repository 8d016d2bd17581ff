"""Write an article with every fact of its digest marked at its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from bot import texts
from bot.render.marks import Kind, Mark, marks_of
from summarizer.model import Digest

# what opens and closes a fact, and its colour in a terminal
_SIGNS: dict[Kind, tuple[str, str, str]] = {
    "event": ("⟦", "⟧", "1;35"),
    "time": ("⟨", "⟩", "33"),
    "place": ("⌈", "⌋", "34"),
    "person": ("‹", "›", "1;36"),
    "role": ("(:", ":)", "36"),
    "group": ("‹‹", "››", "36"),
    "document": ("{", "}", "1;32"),
    "directive": ("«", "»", "31"),
    "party": ("[", "]", "35"),
    "summary": ("★ ", "", "4"),
}
_OFF = "\033[0m"

Paint = Callable[[str, Kind], str]


def to_marked(digest: Digest, *, colour: bool = False) -> str:
    """The article between signs, the legend of the signs beneath."""
    paint = _colour if colour else _bare
    marks = marks_of(digest)
    text = digest.article.text
    edges = _edges(marks)
    written: list[str] = []
    open_marks: list[Mark] = []
    at = 0
    for place in sorted(edges):
        written.append(_shown(text[at:place], open_marks, paint))
        closing, opening = edges[place]
        written += [_close(mark, paint) for mark in closing]
        open_marks = [mark for mark in open_marks if mark not in closing] + opening
        written += [_open(mark, paint) for mark in opening]
        at = place
    written.append(_shown(text[at:], (), paint))
    return "".join(written).rstrip() + "\n\n" + _legend(marks, paint)


def _edges(marks: tuple[Mark, ...]) -> dict[int, tuple[list[Mark], list[Mark]]]:
    """What closes and what opens at each place: the inner closes first, the outer opens first."""
    edges: dict[int, tuple[list[Mark], list[Mark]]] = defaultdict(lambda: ([], []))
    for mark in marks:
        edges[mark.span.start][1].append(mark)
    for mark in reversed(marks):
        edges[mark.span.end][0].append(mark)
    return edges


def _open(mark: Mark, paint: Paint) -> str:
    return paint(_SIGNS[mark.kind][0] + (f"{mark.number} " if mark.number else ""), mark.kind)


def _close(mark: Mark, paint: Paint) -> str:
    return paint(_SIGNS[mark.kind][1], mark.kind)


def _shown(words: str, marks: Sequence[Mark], paint: Paint) -> str:
    safe = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)
    if not marks:
        return safe
    inner = min(marks, key=lambda mark: mark.span.end - mark.span.start)
    return paint(safe, inner.kind)


def _legend(marks: Sequence[Mark], paint: Paint) -> str:
    used = {mark.kind for mark in marks}
    lines = [f"{texts.LEGEND}:"]
    for kind, (start, end, _) in _SIGNS.items():
        if kind in used:
            lines.append(f"  {paint(f'{start}…{end}', kind)}  {texts.MARKS[kind]}")
    return "\n".join(lines) + "\n"


def _bare(words: str, _: Kind) -> str:
    return words


def _colour(words: str, kind: Kind) -> str:
    return f"\033[{_SIGNS[kind][2]}m{words}{_OFF}" if words else ""
