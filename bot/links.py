"""Read links: which may be followed, and where they truly lead."""

from __future__ import annotations

import re

from yarl import URL

_LONGEST = 2048
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?")
_INSIDE = (".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".onion", ".localhost",
           ".test", ".example", ".invalid", ".arpa")  # fmt: skip
_PORTS = {None, 80, 443}
_WRAPPERS = {  # redirecting pages and the parameter that holds the true link
    "www.google.com": ("q", "url"),
    "google.com": ("q", "url"),
    "www.google.com.vn": ("q", "url"),
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "l.messenger.com": ("u",),
}


class ForbiddenLinkError(Exception):
    """The link is none that the bot follows: wrong scheme, port, host or letters."""


def read_link(link: str) -> URL:
    """The address that a link leads to, redirecting pages of searchers unwrapped.

    Raises ForbiddenLinkError. Only http and https on their own ports, a dotted name
    with letters at its end, no log-in part, at most 2,048 letters.
    """
    url = _checked(link)
    names = _WRAPPERS.get(url.host or "", ())
    inner = next(
        (url.query[name] for name in names if url.query.get(name, "").startswith("http")), None
    )
    return _checked(inner) if inner else url


def _checked(link: str) -> URL:
    if len(link) > _LONGEST or _FORBIDDEN.search(link):
        raise ForbiddenLinkError("letters")
    try:
        url = URL(link)
        port, host = url.explicit_port, url.raw_host
    except ValueError as error:
        raise ForbiddenLinkError("not a link") from error
    if url.scheme not in {"http", "https"} or port not in _PORTS:
        raise ForbiddenLinkError("scheme or port")
    if url.user is not None or url.password is not None:
        raise ForbiddenLinkError("log-in")
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
