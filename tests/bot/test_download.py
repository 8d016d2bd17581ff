"""A link at the command line, over real sockets."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.download import download
from bot.fetch import Fetcher
from bot.fetch_errors import GoneError
from bot.reading import digest_source
from bot.sources import Source
from tests.bot.internet import OUTSIDE, Internet, Names, answer, internet, is_outside

LINK = "http://bao.vn/tin"
SAMPLE = Path("docs/sample.txt").read_bytes()


def downloaded(page: bytes) -> Source:
    net = Internet({"/tin": page}, {"bao.vn": [[OUTSIDE]]})

    async def go() -> Source:
        async with internet(net):
            fetcher = Fetcher(resolver=Names(net), allow=is_outside)
            return await asyncio.to_thread(download, LINK, fetcher)

    return asyncio.run(go())


def test_a_page_is_read_and_its_link_is_kept():
    lines = SAMPLE.decode().splitlines()
    page = f"<html><body><h1>{lines[0]}</h1><p>{'</p><p>'.join(lines[1:])}</p></body></html>"
    digest = digest_source(downloaded(answer(page.encode())))
    assert digest.article.url == LINK
    assert digest.event
    assert digest.article.quote(digest.event.span).startswith("hội nghị trực tuyến")


def test_plain_text_is_read_as_text():
    source = downloaded(answer(SAMPLE, kind="text/plain"))
    assert digest_source(source).article.text == SAMPLE.decode()


def test_a_page_that_is_not_there_is_told():
    with pytest.raises(GoneError):
        downloaded(answer(b"", status="404 Not Found"))
