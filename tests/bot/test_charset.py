"""Letters over the wire: whatever header and page claim, the bytes decide."""

from __future__ import annotations

import asyncio
import unicodedata

import pytest

from bot.download import Source
from bot.fetch import Fetcher
from bot.page import Page
from bot.reading import digest_source
from tests.bot.internet import OUTSIDE, Internet, Names, answer, internet, is_outside
from tests.bot.test_fetch import QUICK

_TOLD = "Huyện ủy Sông Lam tổ chức hội nghị sơ kết công tác quý III, triển khai nhiệm vụ quý IV. "
_HTML = "<html><head>{}<title>Huyện ủy họp</title></head><body><h1>Huyện ủy họp</h1><div>{}</div></body></html>"
_CUT = _HTML.format("", f"<p>{_TOLD * 6}</p><p>Đồng chí").encode() + "ế".encode()[:2]


def page(meta: str = "") -> str:
    return _HTML.format(meta, f"<p>{_TOLD * 3}</p>" * 2)


def narrow(text: str) -> bytes:
    """Text as windows-1258 writes it: tones as letters of their own."""
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(base + tones)
    return "".join(letters).encode("cp1258")


CASES = {
    "UTF-8, header says latin1": (page().encode(), "iso-8859-1"),
    "UTF-8 cut amid a letter": (_CUT, "utf-8"),
    "windows-1258, right meta": (narrow(page('<meta charset="windows-1258">')), None),
    "windows-1258, no hint": (narrow(page()), None),
    "windows-1258, header says utf-8": (narrow(page()), "utf-8"),
    "UTF-8 with its mark, header 1258": (b"\xef\xbb\xbf" + page().encode(), "windows-1258"),
    "UTF-16 with its mark, header utf-8": (page().encode("utf-16"), "utf-8"),
    "UTF-8, header names no charset there is": (page().encode(), "x-khong-co"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_read_in_its_own_letters(name: str) -> None:
    body, charset = CASES[name]
    kind = "text/html" + (f"; charset={charset}" if charset else "")

    async def go() -> Page:
        net = Internet({"/a": answer(body, kind=kind)}, names={"bao.vn": [[OUTSIDE]]})
        async with internet(net):
            fetcher = Fetcher(QUICK, resolver=Names(net), allow=is_outside)
            return await fetcher.fetch("http://bao.vn/a")

    got = asyncio.run(go())
    assert _TOLD.strip() in digest_source(Source(got.body, got.name, got.url)).article.text
