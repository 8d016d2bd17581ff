"""Links: unwrapped or refused; addresses: outside or inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.addresses import is_public
from bot.links import ForbiddenLinkError, read_link


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.google.com/url?sa=t&q=https%3A%2F%2Fbao.vn%2Fa.htm", "bao.vn"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fbao.vn%2Fa.htm&h=x", "bao.vn"),
        ("https://baochinhphu.vn/tin.htm", "baochinhphu.vn"),
        ("HTTP://BAO.VN:80/Tin", "bao.vn"),
    ],
)
def test_a_wrapped_link_leads_to_the_page_itself(link: str, host: str) -> None:
    assert read_link(link).host == host


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "168.63.129.16",
        "100.64.0.1", "0.0.0.1", "224.0.0.1", "255.255.255.255", "192.88.99.1", "198.18.0.1",
        "::1", "::", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::808:808", "2002:808:808::",
        "fe80::1", "fec0::1", "fd00::1", "ff02::1", "2001:db8::1", "3fff::1", "5f00::1", "x", "",
    ],
)  # fmt: skip
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "203.113.131.1", "2400:cb00::1", "::ffff:8.8.8.8"])
def test_an_address_outside_is_public(address: str) -> None:
    assert is_public(address)


@given(st.text(max_size=80))
def test_any_text_is_a_link_or_refused(text: str) -> None:
    try:
        url = read_link(text)
    except ForbiddenLinkError:
        return
    assert url.scheme in {"http", "https"}
    assert url.host
