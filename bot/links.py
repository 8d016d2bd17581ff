"""Read links: which may be followed, where they truly lead, which are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yarl import URL

_LONGEST = 2048
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_BARE = re.compile(_HOST.pattern + r"(?=/|$)", re.IGNORECASE)  # «baochinhphu.vn/tin»
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?")
_INSIDE = (".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".onion", ".localhost",
           ".test", ".example", ".invalid", ".arpa")  # fmt: skip
_PORTS = {None, 80, 443}
_DEPTH = 3  # a searcher's link to a network's link to the page
_WRAPPERS = {  # redirecting pages and the parameter that holds the true link
    "google.com/url": ("q", "url"),
    "google.com.vn/url": ("q", "url"),
    "youtube.com/redirect": ("q",),
    "facebook.com/l.php": ("u",),
    "facebook.com/sharer/sharer.php": ("u",),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "l.messenger.com/l.php": ("u",),
    "l.instagram.com": ("u",),
    "l.threads.net": ("u",),
    "zalo.me/redirect": ("url", "u", "link"),
    "l.zalo.me": ("url", "u", "link"),
    "link.zalo.me": ("url", "u", "link"),
    "t.me/iv": ("url",),
    "duckduckgo.com/l": ("uddg",),
}
_SAFE_LINKS = ".safelinks.protection.outlook.com"
_AMP_VIEWER = "google.com/amp/s/"  # google.com/amp/s/bao.vn/tin.htm
_ENTRANCES = ("www.", "m.", "mobile.", "amp.")  # doors of one house
_SUFFIXES = {"com", "net", "org", "gov", "edu", "info", "ac", "co"}  # «gov.vn» is no site
_TRACKING = {
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
    "ttclid", "igsh", "igshid", "mibextid", "zarsrc", "gidzl", "si", "vnnsource", "vnnloc",
    "vnnsrc", "amp", "mc_cid", "mc_eid", "_ga", "_gl", "__tn__", "fb_action_ids",
    "fb_comment_id", "rdid", "share_url", "srsltid",
}  # fmt: skip
_TRACKING_BEGINS = ("utm_", "itm_", "vn_", "__cft__", "mtm_", "pk_")


class ForbiddenLinkError(Exception):
    """The link is none that the bot follows: wrong scheme, port, host or letters."""


def read_link(link: str, allow_hosts: frozenset[str] = frozenset()) -> URL:
    """The address that a link leads to, redirecting pages of searchers unwrapped.

    A link without its scheme, «baochinhphu.vn/tin», is one of https. Raises
    ForbiddenLinkError: only http and https on their own ports, a dotted name with letters
    at its end, no log-in part, at most 2,048 letters. `allow_hosts`, «127.0.0.1:8000», pass as they
    are: for tests.
    """
    url = _checked(_with_scheme(link), allow_hosts)
    for _ in range(_DEPTH):
        inner = _inner(url)
        if inner is None:
            break
        url = _checked(inner, allow_hosts)
    return url


def is_allowed(url: URL, allow_hosts: frozenset[str]) -> bool:
    """Whether exactly this host at exactly this port is among `allow_hosts`."""
    return f"{(url.host or '').lower()}:{url.port}" in allow_hosts


def site_of(url: URL) -> str:
    """The name of a link's site, whichever of its doors was taken."""
    return _house(url.host or "")


def link_key(link: str) -> str:
    """What two links to one page have in common: «baochinhphu.vn/tin-1.htm».

    Only for telling duplicates, never for a request; any text at all has a key.
    """
    try:
        url = URL(_with_scheme(link.strip())[:_LONGEST])
        for _ in range(_DEPTH):
            url = URL(_inner(url) or url)
        host, port = url.host or "", url.explicit_port
    except ValueError:
        return link.strip()
    if url.scheme not in {"http", "https"} or not host:
        return link.strip()
    place = "" if port in _PORTS else f":{port}"
    asked = url.with_query(sorted(_telling(url))).raw_query_string
    shown = url.fragment if url.fragment.startswith(("!", "/")) else ""  # a page of its own
    return (
        _house(host)
        + place
        + url.raw_path.rstrip("/").removesuffix("/amp")
        + (f"?{asked}" if asked else "")
        + (f"#{shown}" if shown else "")
    )


def _with_scheme(link: str) -> str:
    return f"https://{link}" if _BARE.match(link) else link


def _checked(link: str, allow_hosts: frozenset[str]) -> URL:
    if len(link) > _LONGEST or _FORBIDDEN.search(link):
        raise ForbiddenLinkError("letters")
    try:
        url = URL(link)
        port, host = url.explicit_port, url.raw_host
    except ValueError as error:
        raise ForbiddenLinkError("not a link") from error
    if url.scheme not in {"http", "https"}:
        raise ForbiddenLinkError("scheme")
    if url.user is not None or url.password is not None:
        raise ForbiddenLinkError("log-in")
    if is_allowed(url, allow_hosts):
        return url
    if port not in _PORTS:
        raise ForbiddenLinkError("port")
    if not host or not _is_outside_name(host.lower()):
        raise ForbiddenLinkError("host")
    return url


def _is_outside_name(host: str) -> bool:
    name = host.removesuffix(".")
    return (
        bool(_HOST.fullmatch(name))
        and not _NUMERIC.fullmatch(name)
        and not name.endswith(_INSIDE)
        and len(name) <= 253
    )


def _inner(url: URL) -> str | None:
    """The link that a redirecting page holds."""
    place = ((url.host or "") + url.path).removeprefix("www.").rstrip("/")
    if place.startswith(_AMP_VIEWER):
        return "https://" + place.removeprefix(_AMP_VIEWER)
    names = ("url",) if (url.host or "").endswith(_SAFE_LINKS) else _WRAPPERS.get(place, ())
    held = (url.query.get(name, "") for name in names)
    return next((link for link in held if link.lower().startswith(("http://", "https://"))), None)


def _telling(url: URL) -> Iterator[tuple[str, str]]:
    """The parameters that choose the page, without those that follow its reader."""
    for name, value in url.query.items():
        low = name.lower()
        if low not in _TRACKING and not low.startswith(_TRACKING_BEGINS):
            yield name, value


def _house(host: str) -> str:
    """The name of a site, whichever of its doors was taken."""
    name = host.lower().removesuffix(".")
    for entrance in _ENTRANCES:
        rest = name.removeprefix(entrance)
        labels = rest.split(".")
        if rest != name and len(labels) > 1 and not (len(labels) == 2 and labels[0] in _SUFFIXES):
            name = rest
    return name
