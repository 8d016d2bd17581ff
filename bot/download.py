"""Download a link where no event loop runs: at the command line."""

from __future__ import annotations

import asyncio

from bot.fetch import Fetcher
from bot.sources import Source


def download(link: str, fetcher: Fetcher | None = None) -> Source:
    """The page behind a link; raises ForbiddenLinkError or a FetchError."""
    page = asyncio.run((fetcher or Fetcher()).fetch(link))
    return Source(page.body, page.name, page.url)
