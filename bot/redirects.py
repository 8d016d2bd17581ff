"""Judge where a page sends its reader."""

from __future__ import annotations

import re

from yarl import URL

from bot.fetch_errors import GoneError, LoginNeededError, RefusedError
from bot.links import ForbiddenLinkError, is_allowed, read_link, site_of

_LOGIN_HOST = re.compile(r"(?:sso|login|signin|accounts?|auth|passport|dangnhap|xacthuc)\.")
_LOGIN_PATH = re.compile(  # /Account/Login.aspx, /dang-nhap, /user_login/
    r"/(?:(?:user|member|account)[_-])?(?:log-?in|sign-?in|logon|sso|dang-?nhap|oauth2?|cas)"
    r"(?:\.[a-z]{1,5})?(?:/|$)",
    re.IGNORECASE,
)


def next_link(url: URL, location: str | None, allow_hosts: frozenset[str]) -> URL:
    """Where the page at `url` has moved to, with https kept once it was had.

    Raises RefusedError without a target, ForbiddenLinkError for one that may not be
    followed, LoginNeededError for a log-in page, GoneError where an article leads home.
    """
    if not location:
        raise RefusedError(url.host)
    try:
        target = read_link(str(url.join(URL(location))), allow_hosts)
    except ValueError as error:
        raise ForbiddenLinkError("redirect") from error
    if _asks_who_reads(target) and not _asks_who_reads(url):
        raise LoginNeededError(url.host)
    if _is_home(target) and not _is_home(url) and site_of(target) == site_of(url):
        raise GoneError(url.host)
    if url.scheme == "https" and target.scheme == "http" and not is_allowed(target, allow_hosts):
        return target.with_scheme("https").with_port(None)
    return target


def _asks_who_reads(url: URL) -> bool:
    return bool(_LOGIN_HOST.match(url.host or "") or _LOGIN_PATH.search(url.path))


def _is_home(url: URL) -> bool:
    return url.path in {"", "/"} and not url.query_string
