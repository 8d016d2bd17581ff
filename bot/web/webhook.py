"""Let Telegram post its updates to us; each is answered once it is written down."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Callable
from typing import Self
from urllib.parse import urlsplit

from aiohttp import web

from bot.channel import PortTakenError
from bot.settings import WebhookSettings
from bot.web.arrivals import Arrivals, NotTakenError
from storage.model import NewEvent

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the header's name)
_LARGEST = 1_000_000  # bytes: a message of 4,096 letters with all its marks is a tenth of it
_SECONDS = 10.0  # for the whole body


class Webhook:
    """A door for those who know the secret, at the path of the public address."""

    def __init__(
        self, settings: WebhookSettings, read: Callable[[object], NewEvent | None]
    ) -> None:
        """Take the settings, and what reads an update: None where it asks nothing."""
        self._settings = settings
        self._path = urlsplit(settings.url).path or "/"
        self._read = read
        self._arrivals = Arrivals()
        self._app = web.Application(client_max_size=_LARGEST)
        self._app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Open the door; raises PortTakenError."""
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._settings.host, self._settings.port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise PortTakenError(self._settings.port, "WEBHOOK_PORT") from error
        return self

    async def __aexit__(self, *_: object) -> None:
        """Shut it; what is not written down by then is posted again by Telegram."""
        if self._runner:
            await self._runner.cleanup()

    def events(self) -> AsyncIterator[list[NewEvent]]:
        """What was posted; asking for the next says that these are written down."""
        return self._arrivals.events()

    async def _answer(self, request: web.Request) -> web.Response:
        if request.path != self._path:
            return web.Response(status=404)
        if request.method != "POST":
            return web.Response(status=405, headers={"Allow": "POST"})
        if not self._is_known(request):
            return web.Response(status=403)
        if request.content_type != "application/json":
            return web.Response(status=415)
        return web.Response(status=await self._take(request))

    def _is_known(self, request: web.Request) -> bool:
        given = request.headers.get(_SECRET, "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._settings.secret.encode())

    async def _take(self, request: web.Request) -> int:
        """The status that answers an update."""
        try:
            async with asyncio.timeout(_SECONDS):
                body = await request.read()
        except TimeoutError:
            return 408
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return 400
        if not isinstance(update, dict):
            return 400
        event = self._read(update)
        if event is None:
            return 200
        try:
            await self._arrivals.put(event)
        except NotTakenError:
            return 503
        return 200
