"""Tell machines how the bot is: alive or not, and its figures."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from bot.channel import PortTakenError

Look = Callable[[], Awaitable[Sequence[str]]]


@asynccontextmanager
async def serve_health(
    look: Look, registry: CollectorRegistry, *, host: str, port: int
) -> AsyncIterator[str]:
    """Serve /healthz and /metrics while the block runs; their address. Raises PortTakenError.

    `look` gives what is wrong, in words without blanks, and brings the figures up to date.
    """

    async def healthz(_: web.Request) -> web.Response:
        wrong = await look()
        return web.Response(
            text="".join(f"{each}\n" for each in wrong) or "ok\n", status=503 if wrong else 200
        )

    async def metrics(_: web.Request) -> web.Response:
        await look()
        return web.Response(
            body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            site = web.TCPSite(runner, host, port)
            await site.start()
        except OSError as error:
            raise PortTakenError(port, "HEALTH_PORT") from error
        chosen = runner.addresses[0][1]
        yield f"http://{f'[{host}]' if ':' in host else host}:{chosen}"
    finally:
        await runner.cleanup()
