"""Redirects: followed, upgraded, or taken for what they say."""

from __future__ import annotations

import pytest
from yarl import URL

from bot.fetch_errors import FetchError, GoneError, LoginNeededError, RefusedError
from bot.links import ForbiddenLinkError
from bot.redirects import next_link

NEWS = "https://bao.vn/tin/hop-1.htm"


@pytest.mark.parametrize(
    ("link", "location", "target"),
    [
        (NEWS, "/tin/hop-2.htm", "https://bao.vn/tin/hop-2.htm"),
        (NEWS, "hop-2.htm", "https://bao.vn/tin/hop-2.htm"),
        (NEWS, "//moi.vn/a", "https://moi.vn/a"),
        (NEWS, "http://bao.vn/a", "https://bao.vn/a"),
        (NEWS, "http://bao.vn:80/a", "https://bao.vn/a"),
        ("http://bao.vn/a", "http://bao.vn/b", "http://bao.vn/b"),
        ("http://bao.vn/", "https://www.bao.vn/", "https://www.bao.vn/"),
        (NEWS, "https://khac.vn/", "https://khac.vn/"),
        (NEWS, "/ky-thi-dang-nhap-ngu.htm", "https://bao.vn/ky-thi-dang-nhap-ngu.htm"),
        (NEWS, "/caselaw/1", "https://bao.vn/caselaw/1"),
        ("https://bao.vn/login", "/login/2", "https://bao.vn/login/2"),
    ],
)
def test_a_redirect_leads_on(link: str, location: str, target: str) -> None:
    assert str(next_link(URL(link), location, frozenset())) == target


@pytest.mark.parametrize(
    ("location", "error"),
    [
        (None, RefusedError),
        ("", RefusedError),
        ("/login?next=/tin", LoginNeededError),
        ("/Account/Login.aspx", LoginNeededError),
        ("/dang-nhap", LoginNeededError),
        ("/user_login/", LoginNeededError),
        ("https://sso.bao.vn/x", LoginNeededError),
        ("https://accounts.google.com/v3/signin", LoginNeededError),
        ("/", GoneError),
        ("https://www.bao.vn", GoneError),
    ],
)
def test_a_redirect_says_why_there_is_no_article(
    location: str | None, error: type[FetchError]
) -> None:
    with pytest.raises(error):
        next_link(URL(NEWS), location, frozenset())


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://[", "//127.0.0.1/", "http://u:p@bao.vn/"]
)
def test_a_redirect_may_not_lead_where_no_link_may(location: str) -> None:
    with pytest.raises(ForbiddenLinkError):
        next_link(URL(NEWS), location, frozenset())
