"""Tell what part of a page an element is, by its tag and its class."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from summarizer import lexicon

Role = Literal["furniture", "body", "lead", "caption", "author", "date", "title"]
# which role an element has when its class names several
_ORDER: tuple[Role, ...] = ("caption", "furniture", "title", "lead", "author", "date", "body")

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # «lblTieuDe»
# «has-sidebar», «tag-hanoi»: classes that say what a page has or is about, not what it is
_ABOUT = re.compile(r"(?<!\S)(?:has|is|no|with|tag|category|status|type|format)-\S+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_NEVER = frozenset((
    "script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "aside",
    "button", "select", "input", "textarea", "object", "embed", "amp-ad", "amp-sidebar",
    "amp-social-share", "amp-analytics", "video", "audio", "ins", "dialog",
))  # fmt: skip


def role_of(element: Any) -> Role | None:
    """The part that an element says to be, if any."""
    if element.tag in _NEVER or _is_hidden(element):
        return "furniture"
    if element.tag == "figcaption":
        return "caption"
    if element.tag in {"html", "body", "main"}:
        return None
    names = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "rel"))))
    return _role_of_names(names[:400]) if names else None


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((role, _pattern(role)) for role in _ORDER)


def _pattern(role: Role) -> re.Pattern[str]:
    marks = sorted((row["mark"] for row in _rows(role)), key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, marks))})(?![a-z0-9])")


def _rows(role: Role) -> list[dict[str, str]]:
    return [row for row in lexicon.rows("portal_marks") if row["role"] == role]


@cache
def _role_of_names(names: str) -> Role | None:
    words = _ABOUT.sub("", _HUMP.sub("-", names).lower()).replace("_", "-").replace("--", "-")
    return next((role for role, pattern in _patterns() if pattern.search(words)), None)
