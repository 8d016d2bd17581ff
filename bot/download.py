"""Download a link where no event loop runs: at the command line."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from bot.fetch import Fetcher
from bot.settings import Settings
from bot.sources import Source


def download(link: str, fetcher: Fetcher | None = None) -> Source:
    """The page behind a link; raises ForbiddenLinkError, a FetchError or SettingsError."""
    page = asyncio.run((fetcher or _fetcher()).fetch(link))
    return Source(page.body, page.name, page.url)


def _fetcher() -> Fetcher:
    """A fetcher as the settings want it."""
    settings = Settings.from_env(os.environ, file=Path(".env"))
    return Fetcher(proxy=settings.fetch_proxy, allow_hosts=settings.fetch_allow_hosts)
