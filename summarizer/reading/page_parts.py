"""Find the element that holds a page's article, and the one that holds its headline."""

from __future__ import annotations

from typing import Any

from summarizer.folding import fold
from summarizer.reading.marks import role_of
from summarizer.words import words_of

_CHUNK = 40  # letters: shorter runs of words are menus and buttons
_LEAST = 120
_SHARE = 0.7  # of the words: an element with fewer leaves paragraphs out
_HEADLINE = (8, 300)
_CONTAINERS = frozenset((
    "body", "main", "article", "section", "div", "td", "table", "tbody", "tr", "form", "span",
    "font",
))  # fmt: skip


def find_body(tree: Any) -> Any:
    """The innermost element that holds the running text; None where that is not clear."""
    masses = _masses(tree, pruned=True)
    whole = _masses(tree, pruned=False)
    if masses.get(tree, 0) * 5 < whole.get(tree, 0) * 2:
        masses = whole  # the article stands inside something called a sidebar
    total = masses.get(tree, 0)
    if total < _LEAST:
        return None
    marked = [element for element in masses if role_of(element) == "body"]
    marked = [element for element in marked if masses[element] * 5 >= total * 2]
    if marked:
        most = max(masses[element] for element in marked)
        # document order: the last that holds nearly all is the innermost
        return [element for element in marked if masses[element] >= most * 0.9][-1]
    found = _descend(tree, masses)
    return None if masses[found] * 2 < total or _is_spread(found, masses) else found


def _descend(element: Any, masses: dict[Any, int]) -> Any:
    """From the root down to the element whose children share the words out."""
    while True:
        inner = [child for child in element if child in masses and child.tag in _CONTAINERS]
        heaviest = max(inner, key=masses.__getitem__, default=None)
        if heaviest is None or masses[heaviest] < masses[element] * _SHARE:
            return element
        element = heaviest


def _is_spread(element: Any, masses: dict[Any, int]) -> bool:
    """Whether most words stand in several columns: no rule tells which is the article."""
    columns = 0
    for child in element:
        if child in masses and child.tag in _CONTAINERS:
            paragraphs = [inner for inner in child if masses.get(inner)]
            columns += masses[child] if len(paragraphs) > 1 else 0
    return columns * 2 > masses[element]


def _masses(tree: Any, *, pruned: bool) -> dict[Any, int]:
    """Element → letters of running text in it, links left out; in document order."""
    order: list[Any] = []
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag == "a":
            continue
        if element.tag in {"script", "style", "head"} or (
            pruned and role_of(element) == "furniture"
        ):
            continue
        order.append(element)
        waiting.extend(reversed(element))
    masses = dict.fromkeys(order, 0)
    for element in reversed(order):
        masses[element] += _own_mass(element)
        parent = element.getparent()
        if parent in masses:
            masses[parent] += masses[element]
    return masses


def _own_mass(element: Any) -> int:
    """Letters that stand right in an element, between its children."""
    runs = [element.text, *(child.tail for child in element)]
    letters = sum(len(run.strip()) for run in runs if run)
    return letters if letters >= _CHUNK else 0


def find_title(tree: Any, headline: str | None) -> Any:
    """The element that shows the headline: as the page's head gives it, else the first h1."""
    wanted = set(words_of(fold(headline or "")).texts)
    best, best_score = None, 0.0
    for element in tree.iter("h1", "h2", "h3", "td", "div", "span", "p", "strong", "font"):
        if element.tag not in {"h1", "h2"} and role_of(element) != "title":
            continue
        score = _likeness(element, wanted) + (0.5 if element.tag == "h1" else 0)
        if score > best_score:
            best, best_score = element, score
    return best if best_score >= 0.5 else None


def _likeness(element: Any, wanted: set[str]) -> float:
    """Share of words that an element and the head's title have in common."""
    text = " ".join(element.text_content().split()) if len(element) < 20 else ""
    if not _HEADLINE[0] <= len(text) <= _HEADLINE[1]:
        return -1.0
    found = set(words_of(fold(text)).texts)
    return len(found & wanted) / max(len(found | wanted), 1) if wanted else 0.0
