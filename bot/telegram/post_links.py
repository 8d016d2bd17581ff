"""Find the links of a message that may lead to an article."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.channel import LEAST_ARTICLE
from bot.find_links import find_links
from bot.links import link_key
from bot.telegram.wire import Entity, Message

_LINKS = {"url", "text_link"}
_OWN = {"t.me", "telegram.me", "telegram.dog"}  # chats and channels, no articles


def links_of(message: Message) -> tuple[str, ...]:
    """The links of a message in their order, each page once.

    First what is marked in the words; then what stands there unmarked (in code); the page
    that is shown under them; the buttons under a forwarded post. Telegram's own addresses
    count only where there is nothing else to read.
    """
    words = message.words
    for links in (_marked(message), find_links(words), _shown(message), _pressed(message)):
        outside = {link_key(link): link for link in links if not _is_own(link)}
        if outside:
            return tuple(outside.values())
    return _marked(message) if len(words) < LEAST_ARTICLE else ()


def _marked(message: Message) -> tuple[str, ...]:
    words = message.words.encode("utf-16-le")
    entities = message.entities if message.text else message.caption_entities
    return tuple(
        link for entity in entities if entity.type in _LINKS and (link := _link(entity, words))
    )


def _link(entity: Entity, words: bytes) -> str:
    if entity.url:
        return entity.url
    start = 2 * max(entity.offset, 0)
    marked = words[start : start + 2 * max(entity.length, 0)].decode("utf-16-le", "replace")
    (link,) = find_links(marked)[:1] or (marked,)
    is_glued = marked.startswith(link) and link.endswith((".htm", ".html"))  # «…/a.htmThủ tướng»
    return link if is_glued else marked


def _shown(message: Message) -> tuple[str, ...]:
    preview = message.link_preview_options
    return (preview.url,) if preview and preview.url else ()


def _pressed(message: Message) -> tuple[str, ...]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return tuple(button.url for row in rows for button in row if button.url)


def _is_own(link: str) -> bool:
    """«https://t.me/baochinhphu», «tg://join»; but not «t.me/iv?url=…», which holds a page."""
    address = link if "://" in link else f"https://{link}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return parts.scheme == "tg" or (host in _OWN and parts.path.rstrip("/") != "/iv")
