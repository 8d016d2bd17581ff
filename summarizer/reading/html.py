"""Read an article from a web page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from summarizer.folding import fold
from summarizer.model import Article, BlockKind, Span
from summarizer.reading.bylines import read_byline
from summarizer.reading.encodings import decode, mend
from summarizer.reading.errors import NotAnArticleError, PaywalledError
from summarizer.reading.flatten import Piece, flatten
from summarizer.reading.no_article import is_list, is_notice, is_paywalled, why_none
from summarizer.reading.page_facts import PageFacts, read_page_facts, site_of
from summarizer.reading.page_parts import find_body, find_title
from summarizer.reading.published import read_day, rest_of_date_line
from summarizer.reading.text import read_text

_LEAST = 120  # letters: with fewer a page tells nothing
_NOTICE = 600  # a longer one tells more than that there is nothing
_SHORT = 1_500  # a longer text is read, whatever is asked below it
_LEAST_TEASERS = 5
_CAPTION = 300
_LEAD = (40, 1200)
_KINDS: dict[str, BlockKind] = {"caption": "caption", "lead": "lead", "title": "title"}


def read_html(
    page: str | bytes,
    *,
    published: date | None = None,
    received: date | None = None,
    url: str | None = None,
) -> Article:
    """Read the article of a web page; its text is built from the page's paragraphs.

    Raises NotAnArticleError where the page holds none, DamagedTextError where its letters
    cannot be mended.
    """
    html = page if isinstance(page, str) else decode(page)
    tree = _parse(html)
    if tree is None:
        raise NotAnArticleError
    facts = read_page_facts(tree)
    pieces = _mended(_pieces(tree, facts) or _extracted(html, tree, facts))
    letters = sum(len(piece.text) for piece in pieces if not piece.role)
    if letters < _SHORT:
        _require_whole(_parse(html), letters)
    text, known = _lay_out(pieces)
    day = published or _published(pieces, facts, received)
    article = read_text(text, published=day, received=received, url=url or facts.url, known=known)
    return replace(article, site=facts.site or site_of(article.url))


def _require_whole(tree: Any, letters: int) -> None:
    """Raise a NotAnArticleError for few words that are no article, or but its beginning."""
    if letters < _LEAST or (letters < _NOTICE and is_notice(tree)):
        raise why_none(tree)
    if is_paywalled(tree):
        raise PaywalledError


def _parse(html: str) -> Any:
    """The page as a tree; None where there is no element in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(html.replace("\0", " ").encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None


def _pieces(tree: Any, facts: PageFacts) -> list[Piece]:
    """What the portal's own marks tell; empty where they do not lead to an article.

    Raises NotAnArticleError where they lead to a list of articles.
    """
    body = find_body(tree)
    if body is None:
        return []
    title = find_title(tree, facts.title)
    ancestors = [body, *body.iterancestors()]
    root = body
    if title is not None:
        above = {title, *title.iterancestors()}
        root = next((element for element in ancestors if element in above), body)
        ancestors += above
    pieces = flatten(root, body, ancestors)
    if _lists_news(pieces):
        raise NotAnArticleError
    headline = " ".join(title.text_content().split()) if title is not None else facts.title
    return _select(pieces, headline)


def _lists_news(pieces: list[Piece]) -> bool:
    """Whether a page is a list: a headline to click on before nearly every paragraph."""
    told = [piece for piece in pieces if piece.in_body and not piece.linked]
    teasers = sum(
        above.linked and below.in_body and not below.linked for above, below in pairwise(pieces)
    )
    return teasers >= _LEAST_TEASERS and teasers * 5 >= len(told) * 3


def _select(pieces: list[Piece], headline: str | None) -> list[Piece]:
    """The headline and the pieces that belong to the article; headline and lead once."""
    selected = [_piece(headline, "title")] if headline else []
    seen = {fold(headline or "")}
    for piece in _recast(pieces, fold(headline or "")):
        key = fold(piece.text)
        if key not in seen:
            selected.append(piece)
        if piece.role == "lead":
            seen.add(key)
    return selected


def _recast(pieces: list[Piece], headline: str) -> Iterator[Piece]:
    """The pieces of the article, with the role of lead for the lead alone."""
    has_begun = False
    under_headline = False
    for piece in pieces:
        role = None if piece.role == "title" else piece.role
        fits = not has_begun and _LEAD[0] < len(piece.text) < _LEAD[1]
        if role == "lead" and not fits:
            role = None
        elif fits and under_headline and not (role or piece.in_body or piece.linked):
            # no class says so, but it stands between headline and text
            role = None if _belongs(piece) else "lead"
        cast = replace(piece, role=role)
        if role == "lead" or (piece.in_body and not _is_headline(cast)) or _belongs(piece):
            yield cast
        has_begun = has_begun or (piece.in_body and role is None and len(piece.text) > _LEAD[0])
        under_headline = under_headline or fold(piece.text) == headline


def _is_headline(piece: Piece) -> bool:
    """A link to other news among the paragraphs; a byline may be a link too."""
    return piece.linked and not piece.role and not _is_byline(piece)


def _is_byline(piece: Piece) -> bool:
    return read_byline(piece.text, Span(0, len(piece.text))) is not None


def _belongs(piece: Piece) -> bool:
    """A caption, byline or date line that stands beside the body."""
    match piece.role:
        case "caption":
            return True
        case "author":
            return _is_byline(piece)
    rest = rest_of_date_line(fold(piece.text), Span(0, len(piece.text)))
    return rest is not None and rest.start == rest.end and read_day(fold(piece.text)) is not None


def _piece(text: str, role: Any, *, in_body: bool = False) -> Piece:
    return Piece(text, role, "", in_body)


def _extracted(html: str, tree: Any, facts: PageFacts) -> list[Piece]:
    """What the page's JSON-LD or the general extractor gives as its text.

    Raises NotAnArticleError where that is a list of headlines.
    """
    import trafilatura

    body = facts.body or trafilatura.extract(html, include_comments=False, favor_recall=True) or ""
    lines = [" ".join(line.split()) for line in body.splitlines() if line.strip()]
    if not lines:
        return []
    if is_list(tree, lines):
        raise NotAnArticleError
    title = [_piece(facts.title, "title")] if facts.title else []
    return title + [_piece(line, None, in_body=True) for line in lines if line != facts.title]


def _mended(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the letters that were meant: the whole page tells how they are coded."""
    words = mend("\n\n".join(piece.text for piece in pieces)).split("\n\n")
    if len(words) != len(pieces):
        return pieces
    told = zip(pieces, words, strict=True)
    return [replace(piece, text=text.strip()) for piece, text in told if text.strip()]


def _lay_out(pieces: list[Piece]) -> tuple[str, dict[Span, BlockKind]]:
    """The text, a paragraph a line with blank lines between, and the kinds that are known."""
    known: dict[Span, BlockKind] = {}
    start = 0
    for piece in pieces:
        span = Span(start, start + len(piece.text))
        kind = _kind(piece)
        if kind:
            known[span] = kind
        start = span.end + 2
    return "\n\n".join(piece.text for piece in pieces), known


def _kind(piece: Piece) -> BlockKind | None:
    if piece.role == "caption" or (
        piece.after_picture and piece.apart and len(piece.text) <= _CAPTION
    ):
        return "caption"
    if piece.role == "author" and _is_byline(piece):
        return "byline"
    return _KINDS.get(piece.role or "")


def _published(pieces: Iterable[Piece], facts: PageFacts, received: date | None) -> date | None:
    """The day that the head or the date line of the page gives; None where in doubt."""
    if facts.published:
        return None if received and facts.published > received else facts.published
    lines = (fold(piece.text) for piece in pieces if piece.role == "date" and not piece.in_body)
    day = next((day for line in lines if (day := read_day(line))), None)
    return None if day and received and day > received else day
