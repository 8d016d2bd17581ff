"""Flatten a page's elements into paragraphs, each with the part it plays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from summarizer.reading.marks import Role, role_of

_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_SLANTED = frozenset(("em", "i", "cite"))
_PICTURES = frozenset(("img", "amp-img", "picture"))
_CENTERED = re.compile(r"text-align\s*:\s*center")
_CENTER_NAMES = re.compile(r"(?<![a-z])(?:text-center|align-?center|t-?center|center)(?![a-z])")
_BLANKS = re.compile(r"\s+")
_CAPTION = 400  # no caption is longer
_DEEPEST = 400


class Piece(Struct, frozen=True):
    """A paragraph of a page.

    `apart`: slanted or centred, as captions are set; `linked`: nothing but a link.
    """

    text: str
    role: Role | None
    tag: str
    in_body: bool
    apart: bool = False
    after_picture: bool = False
    linked: bool = False


class _State(Struct, frozen=True):
    """What holds for the words inside an element."""

    role: Role | None = None
    tag: str = ""
    in_body: bool = False
    apart: bool = False
    linked: bool = False


class _Walk:
    """The pieces gathered so far, and the words of the one that is still open."""

    def __init__(self, body: Any, skipped: Iterable[Any]) -> None:
        """Start before the first element."""
        self.body = body
        self.skipped = frozenset(skipped)
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self.state = _State()
        self.apart = self.linked = True
        self.picture = False
        self.is_blank = True

    def add(self, words: str | None, state: _State) -> None:
        """Words of the open piece."""
        if not words:
            return
        if words.strip():
            if self.is_blank:
                self.state, self.apart, self.linked = state, True, True
                self.is_blank = False
            self.apart = self.apart and state.apart
            self.linked = self.linked and state.linked
        self.words.append(words)

    def close(self) -> None:
        """End the open piece."""
        text = unicodedata.normalize("NFC", _BLANKS.sub(" ", "".join(self.words)).strip())
        self.words.clear()
        self.is_blank = True
        if not text:
            return
        state = self.state
        self.pieces.append(
            Piece(
                text,
                state.role,
                state.tag,
                state.in_body,
                apart=self.apart,
                after_picture=self.picture,
                linked=self.linked,
            )
        )
        self.picture = False


def flatten(root: Any, body: Any, skipped: Iterable[Any] = ()) -> list[Piece]:
    """The paragraphs under `root`; those under `body` are told apart.

    Elements of `skipped` are kept although their class calls them furniture.
    """
    walk = _Walk(body, skipped)
    _visit(walk, root, _State(), 0)
    walk.close()
    return walk.pieces


def _visit(walk: _Walk, element: Any, outer: _State, depth: int) -> None:
    if not isinstance(element.tag, str) or depth > _DEEPEST:
        return
    role = role_of(element)
    if role == "furniture" and element not in walk.skipped:
        return
    state = _inside(walk, element, outer, role)
    ends = element.tag in _BLOCKS or role is not None
    if ends:
        walk.close()
    if element.tag in _PICTURES:
        walk.close()
        walk.picture = True
    walk.add(element.text, state)
    for child in element:
        _visit(walk, child, state, depth + 1)
        walk.add(child.tail, state)
    if ends:
        walk.close()


def _inside(walk: _Walk, element: Any, outer: _State, role: Role | None) -> _State:
    tag = element.tag
    if role in {None, "body", "furniture"}:
        role = "caption" if tag == "table" and _frames_picture(element) else outer.role
    return _State(
        role=role,
        tag=tag if tag in _BLOCKS and tag not in {"br", "hr"} else outer.tag,
        in_body=outer.in_body or element is walk.body,
        apart=outer.apart or tag in _SLANTED or tag == "center" or _is_centered(element),
        linked=outer.linked or tag == "a",
    )


def _frames_picture(table: Any) -> bool:
    """Whether a table does nothing but set a caption under a picture."""
    if (
        next(table.iter("img", "amp-img"), None) is None
        or next(table.iter("p", "td"), None) is None
    ):
        return False
    return len(_BLANKS.sub(" ", "".join(table.itertext()))) <= _CAPTION


def _is_centered(element: Any) -> bool:
    if element.get("align") == "center":
        return True
    names = element.get("class")
    if names and _CENTER_NAMES.search(names.lower()):
        return True
    return bool(_CENTERED.search(element.get("style") or ""))
