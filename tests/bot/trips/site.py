"""A web site on loopback with the pages that a trip puts there."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from summarizer.reading.text import read_text
from tests.portals import chinhphu, page_of


@dataclass
class Site:
    """What stands at which path, and how often each was asked for."""

    host: str = ""
    pages: dict[str, web.Response] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    _paths: itertools.count[int] = field(default_factory=itertools.count)

    def puts(
        self, body: str | bytes, *, status: int = 200, kind: str = "text/html", **head: str
    ) -> str:
        """Put a page up; the link to it."""
        path = f"/tin-{next(self._paths)}.htm"
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = web.Response(body=data, status=status, content_type=kind, headers=head)
        return f"http://{self.host}{path}"

    def prints(self, text: str) -> str:
        """Put an article up as a portal prints it; the link to it."""
        return self.puts(chinhphu(page_of(read_text(text))))

    async def handle(self, request: web.Request) -> web.Response:
        """The page that is asked for."""
        self.asked.append(request.path)
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        return web.Response(body=page.body, status=page.status, headers=page.headers)


@asynccontextmanager
async def site() -> AsyncIterator[Site]:
    """The site on a free port while the block runs."""
    made = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", made.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.host = ":".join(map(str, runner.addresses[0][:2]))
    try:
        yield made
    finally:
        await runner.cleanup()
