"""Link keys: links to one page have one key, links to two pages have two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import link_key

NEWS = "https://baochinhphu.vn/hop-bao-102.htm"
SAME = [
    (NEWS, "http://baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://www.baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://m.baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://amp.baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://www.m.baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://BaoChinhPhu.vn/hop-bao-102.htm"),
    (NEWS, "https://baochinhphu.vn./hop-bao-102.htm"),
    (NEWS, "https://baochinhphu.vn:443/hop-bao-102.htm"),
    (NEWS, "http://baochinhphu.vn:80/hop-bao-102.htm"),
    (NEWS, "baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, f"  {NEWS}\n"),
    (NEWS, f"{NEWS}#binh-luan"),
    (NEWS, f"{NEWS}?"),
    (NEWS, f"{NEWS}?utm_source=zalo&utm_medium=zalo&utm_campaign=zalo"),
    (NEWS, f"{NEWS}?zarsrc=30&gidzl=aBc_1-x"),
    (NEWS, f"{NEWS}?fbclid=IwAR0xyz&mibextid=Zxz2cZ"),
    (NEWS, f"{NEWS}?gclid=x&UTM_Term=y"),
    (NEWS, f"{NEWS}?vnnsource=trangchu&vnnloc=vitri2"),
    (NEWS, f"{NEWS}?vn_source=Home&vn_campaign=Box&vn_medium=Item-1"),
    (NEWS, f"{NEWS}?igsh=abc&si=def"),
    (NEWS, f"{NEWS}?amp=1"),
    (NEWS, f"{NEWS}?amp"),
    (NEWS, "https://www.google.com/url?sa=t&url=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm&ved=2"),
    (NEWS, "https://google.com.vn/url?q=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm"),
    (NEWS, "https://www.google.com/amp/s/baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://l.facebook.com/l.php?u=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm%3Ffbclid%3DIw&h=AT"),
    (NEWS, "https://lm.facebook.com/l.php?u=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm"),
    (NEWS, "https://link.zalo.me/?u=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm"),
    (NEWS, "https://t.me/iv?url=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm&rhash=1a"),
    (NEWS, "https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fbaochinhphu.vn%2Fhop-bao-102.htm&data=05"),
    ("https://chinhphu.vn/tin/", "https://chinhphu.vn/tin"),
    ("https://chinhphu.vn/", "https://chinhphu.vn"),
    ("https://angiang.gov.vn/tin?id=7&muc=2", "https://angiang.gov.vn/tin?muc=2&id=7"),
    ("https://bao.vn/tin-%c4%91i%e1%bb%87n", "https://bao.vn/tin-điện"),
    ("https://bao.vn/tin-1.htm/amp", "https://bao.vn/tin-1.htm"),
]  # fmt: skip
DIFFERENT = [
    (NEWS, "https://baochinhphu.vn/hop-bao-103.htm"),
    (NEWS, "https://chinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://en.baochinhphu.vn/hop-bao-102.htm"),
    (NEWS, "https://baochinhphu.vn:8443/hop-bao-102.htm"),
    (NEWS, "https://baochinhphu.vn/Hop-Bao-102.htm"),
    (NEWS, f"{NEWS}?trang=2"),
    ("https://angiang.gov.vn/tin?id=7", "https://angiang.gov.vn/tin?id=8"),
    ("https://angiang.gov.vn/tin?id=7", "https://angiang.gov.vn/tin?ID=7"),
    ("https://angiang.gov.vn/tin?id=7", "https://angiang.gov.vn/tin"),
    ("https://bao.vn/tin?x=1%26y=2", "https://bao.vn/tin?x=1&y=2"),
    ("https://bao.vn/a%2Fb", "https://bao.vn/a/b"),
    ("https://bao.vn/#!/tin/1", "https://bao.vn/#!/tin/2"),
    ("https://m.gov.vn/tin", "https://gov.vn/tin"),
    ("https://m.vn/tin", "https://www.vn/tin"),
    ("https://www.google.com/search?q=https%3A%2F%2Fbao.vn", "https://bao.vn"),
    ("https://media.bao.vn/tin", "https://bao.vn/tin"),
    ("https://bao.vn/simple?sid=1", "https://bao.vn/simple?sid=2"),
    ("https://bao.vn/amp", "https://bao.vn/tamp"),
    ("ftp://bao.vn/tin", "https://bao.vn/tin"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_links_to_one_page_have_one_key(one: str, other: str) -> None:
    assert link_key(one) == link_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_links_to_two_pages_have_two_keys(one: str, other: str) -> None:
    assert link_key(one) != link_key(other)


def test_a_key_reads_like_a_link() -> None:
    assert link_key("https://www.bao.vn/tin/?b=2&a=1&utm_source=x#y") == "bao.vn/tin?a=1&b=2"


@given(st.text(max_size=80))
def test_any_text_at_all_has_a_key(text: str) -> None:
    assert isinstance(link_key(text), str)


@given(st.from_regex(r"[a-zA-Z0-9/._-]{0,30}(\?[a-z]{1,3}=[a-z0-9]{0,5})?", fullmatch=True))
def test_what_follows_the_reader_never_changes_a_key(path: str) -> None:
    link = f"https://bao.vn/{path}"
    glue = "&" if "?" in path else "?"
    assert link_key(f"{link}{glue}utm_source=zalo&fbclid=x#y") == link_key(link)
