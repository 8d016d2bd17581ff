"""Read what a page's metadata says: day of publication, headline, site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from msgspec import Struct

_HERE = timezone(timedelta(hours=7))  # Vietnam keeps one time, without summer time
_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$"
)
_PUBLISHED = (
    "article:published_time", "article:published", "datepublished", "pubdate", "publishdate",
    "publish-date", "publish_date", "dc.date.issued", "dc.date.created", "dc.date", "date",
)  # fmt: skip
_SITE_TAIL = re.compile(r"\s+[|»–-]\s+[^|»]{2,70}$")
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:\s]+)", re.IGNORECASE)
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report")


class PageFacts(Struct, frozen=True):
    """What stands in the head of a page."""

    title: str | None
    site: str | None
    url: str | None
    published: date | None
    body: str | None


def read_page_facts(tree: Any) -> PageFacts:
    """The metadata of a parsed page."""
    metas = _metas(tree)
    linked = next(_articles(tree), {})
    url = metas.get("og:url") or next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    head = metas.get("og:title") or _text_of(linked, "headline") or _head_title(tree)
    body = _text_of(linked, "articleBody")
    return PageFacts(
        title=" ".join(head.split()) if head else None,
        site=metas.get("og:site_name") or site_of(url),
        url=url if url and url.startswith("http") else None,
        published=_published(linked, metas),
        body=body,
    )


def site_of(url: str | None) -> str | None:
    """The host of a link: «baolangson.vn»."""
    match = _HOST.match(url or "")
    return match[1].lower() if match else None


def read_instant(words: str) -> date | None:
    """The day in Vietnam of an ISO date or instant; None for any other way of writing."""
    match = _INSTANT.match(words.strip())
    if not match:
        return None
    zone = (match[3] or "+07:00").replace("Z", "+00:00")
    try:
        instant = datetime.fromisoformat(f"{match[1]}T{match[2] or '12:00'}{zone}")
    except ValueError:
        return None
    return instant.astimezone(_HERE).date()


def _metas(tree: Any) -> dict[str, str]:
    """Name (or property, itemprop) in small letters → content, of the first of each name."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _published(linked: dict[str, Any], metas: dict[str, str]) -> date | None:
    written = [_text_of(linked, "datePublished"), *(metas.get(name) for name in _PUBLISHED)]
    return next((day for words in written if words and (day := read_instant(words))), None)


def _head_title(tree: Any) -> str | None:
    title = tree.findtext(".//title")
    return _SITE_TAIL.sub("", " ".join(title.split())) if title else None


def _text_of(linked: dict[str, Any], key: str) -> str | None:
    value = linked.get(key)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _articles_in(_json(script.text or ""))


def _json(words: str) -> Any:
    try:
        return json.loads(words, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value[:50]:
            yield from _articles_in(item)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_ARTICLE_TYPES) for kind in kinds):
            yield value
        yield from _articles_in(value.get("@graph"))
