"""Links in plain text: found whole, without what stands around them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.find_links import find_links

NEWS = "https://baochinhphu.vn/hop-bao-102.htm"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (NEWS, (NEWS,)),
        (f"Mời xem {NEWS} nhé", (NEWS,)),
        (f"Mời xem {NEWS}.", (NEWS,)),
        (f"Mời xem {NEWS}, rồi trả lời!", (NEWS,)),
        (f"({NEWS})", (NEWS,)),
        (f"[tin]({NEWS})", (NEWS,)),
        (f"«{NEWS}»", (NEWS,)),
        (f"“{NEWS}”…", (NEWS,)),
        (f'"{NEWS}"', (NEWS,)),
        (f"<{NEWS}>", (NEWS,)),
        (f"*{NEWS}*", (NEWS,)),
        (f"Nguồn:{NEWS}", (NEWS,)),
        (f"Nguồn\u00a0{NEWS}\u200b", (NEWS,)),
        (f"{NEWS}Thủ tướng chủ trì", (NEWS,)),
        (f"{NEWS}ngày 5/10", (NEWS,)),
        (f"{NEWS}\nhttps://nhandan.vn/b-2.html", (NEWS, "https://nhandan.vn/b-2.html")),
        (f"{NEWS}https://nhandan.vn/b-2.html", (NEWS, "https://nhandan.vn/b-2.html")),
        (f"{NEWS} {NEWS}?utm_source=zalo", (NEWS,)),
        ("https://chinhphu.vn/tin-123Thủ tướng", ("https://chinhphu.vn/tin-123",)),
        ("https://vi.bao.vn/Hà_Nội", ("https://vi.bao.vn/H",)),
        ("https://bao.vn/a_(b)", ("https://bao.vn/a_(b)",)),
        ("(https://bao.vn/a_(b))", ("https://bao.vn/a_(b)",)),
        ("https://bao.vn/a?x=1&y=2#z", ("https://bao.vn/a?x=1&y=2#z",)),
        ("https://bao.vn/a?u=https://nhandan.vn/b", ("https://bao.vn/a?u=https://nhandan.vn/b",)),
        ("HTTP://BAO.VN/A", ("HTTP://BAO.VN/A",)),
        ("http://127.0.0.1/a", ("http://127.0.0.1/a",)),
        ("baochinhphu.vn/hop-bao-102.htm", ("baochinhphu.vn/hop-bao-102.htm",)),
        ("xem baochinhphu.vn/hop-bao-102.htm.", ("baochinhphu.vn/hop-bao-102.htm",)),
        ("tin ở sonla.gov.vn/tin/5, mời đọc", ("sonla.gov.vn/tin/5",)),
        ("theo baochinhphu.vn", ()),
        ("theo baochinhphu.vn/", ()),
        ("thư về vanphong@sonla.gov.vn/tin", ()),
        ("Nghị định 15/2025/NĐ-CP", ()),
        ("ngày 5.3/2025, TP.HCM/Hà Nội, 1.000.000/tháng", ()),
        ("tr.12/34 và/hoặc v.v/x", ()),
        ("https://", ()),
        ("http:// bao.vn", ()),
        ("ftp://bao.vn/a", ()),
        ("", ()),
    ],
)
def test_links_are_found_as_they_were_meant(text: str, links: tuple[str, ...]) -> None:
    assert find_links(text) == links


def test_no_more_than_twenty_links_are_found() -> None:
    text = " ".join(f"https://bao.vn/tin-{number}" for number in range(500))
    assert len(find_links(text)) == 20


@pytest.mark.parametrize(
    "text",
    ["a-" * 200_000, "a." * 200_000, "https://" * 50_000, "https://bao.vn/" + "(" * 400_000,
     "https://bao.vn/" + ")" * 400_000, "https://bao.vn/" + ".htmx" * 80_000, "vn/" * 130_000],
)  # fmt: skip
def test_no_text_makes_the_search_run_away(text: str) -> None:
    begin = time.process_time()
    find_links(text)
    assert time.process_time() - begin < 1.0


@given(st.text(alphabet=st.sampled_from("htps:/.vnao()[]?=&# ,ữ\n"), max_size=200))
def test_every_link_stands_in_the_text(text: str) -> None:
    for link in find_links(text):
        assert link in text
        assert not link.endswith((".", ",", ";"))
