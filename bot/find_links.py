"""Find the links in plain text."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.links import link_key

_MOST = 20
# visible ASCII but quotes, angle brackets, braces, «\», «^», «`», «|»: what a link is made of
_LETTERS = r"[!#-;=?-\[\]_a-z~]"
_NAMED = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}"
_ENDS = r"(?:vn|com|net|org|info|gov|edu|asia|news|media|online|site|io|me|tv|ly)"
_LINK = re.compile(  # https://baochinhphu.vn/tin-1.htm, baochinhphu.vn/tin-1.htm
    rf"https?://{_LETTERS}+|(?<![\w@./:-]){_NAMED}{_ENDS}(?::\d{{1,5}})?/{_LETTERS}+",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?<![=/])https?://", re.IGNORECASE)  # «…/a.htmhttps://…»: two links
_PAGE_END = re.compile(  # «…/a.htm|Thủ tướng»
    r"\.(?:html?+|aspx?+|php|vnp|chn|vov|ldo|tpo|pdf|docx)(?=[A-Za-z])", re.IGNORECASE
)
_GLUED = re.compile(r"(?:(?<=\d)[a-z]{1,6}|(?<=[a-z0-9])[A-Z][a-z]{0,5})$")  # «…-102Th|ủ tướng»
_AFTER = ".,;:!?'*_~-"
_BRACKETS = {")": "(", "]": "["}


def find_links(text: str) -> tuple[str, ...]:
    """The links of a text in their order, each page once, at most 20.

    A link without its scheme is one only where a page follows the site's name.
    """
    found: dict[str, str] = {}
    for match in _LINK.finditer(text):
        for part in _parted(match[0]):
            is_last = match[0].endswith(part)
            follows = text[match.end() : match.end() + 1] if is_last else ""
            link = _trimmed(part, is_glued=follows.isalpha())
            if "." in link:
                found.setdefault(link_key(link), link)
        if len(found) >= _MOST:
            break
    return tuple(found.values())[:_MOST]


def _parted(run: str) -> list[str]:
    """Links with nothing between them, one by one."""
    starts = [0, *(match.start() for match in _NEXT.finditer(run, 1)), len(run)]
    return [run[start:end] for start, end in pairwise(starts)]


def _trimmed(link: str, *, is_glued: bool) -> str:
    """A link without the words glued to it and the punctuation after it."""
    ends = [match.end() for match in _PAGE_END.finditer(link)]
    if ends and not set("?#&/") & set(link[ends[-1] :]):
        link = link[: ends[-1]]
    elif is_glued:
        link = _GLUED.sub("", link)
    open_left = {shut: link.count(shut) - link.count(mark) for shut, mark in _BRACKETS.items()}
    end = len(link)
    while end and (link[end - 1] in _AFTER or open_left.get(link[end - 1], 0) > 0):
        if link[end - 1] in open_left:
            open_left[link[end - 1]] -= 1
        end -= 1
    return link[:end]
