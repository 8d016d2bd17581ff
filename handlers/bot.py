"""Put the bot together and serve its chats."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot import texts
from bot.channel import Attachment, Channel
from bot.fetch import Fetcher
from bot.gate import Gate
from bot.nursery import Nursery
from bot.pool import Pool
from bot.run import run
from bot.settings import LanSettings, Settings
from bot.stopping import unless_stopped
from bot.telegram.calls import Patience
from bot.telegram.channel import Telegram
from bot.texts import accounts, health
from bot.web.channel import CHAT, Local
from bot.web.health import Look, serve_health
from bot.web.members import Members
from bot.web.office import serve_office
from bot.web.pages import Pages
from bot.web.passwords import Passwords
from bot.web.server import serve_page
from bot.web.sessions import Sessions
from bot.workdays import read_workdays
from bot.worker import Gestures, Worker
from handlers.due import writers_of
from handlers.errors import to_words
from handlers.health import look_for_machines
from handlers.inline import find_inline
from handlers.routes import answer, apologise
from handlers.services import Services
from handlers.statistics import count
from storage.lock import alone
from storage.store import Store

log = logging.getLogger(__name__)

_WORKERS = 2  # while one reads a long article, the other serves the rest
_SAMPLE = Path(__file__).parent.parent / "docs" / "sample.txt"


async def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve the chats of every channel that is set until the program is stopped.

    That is a Telegram bot, the chat page of an office or both; without either the chat page
    of this machine. `tell` gets the addresses. Raises SettingsError, DatabaseError, InUseError,
    NoConnectionError or PortTakenError before anything is served, RefusedWebhookError soon
    after.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # at INFO it tells the token
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # its errors quote the answers
    if settings.fetch_allow_hosts:
        log.warning(
            "FETCH_ALLOW_HOSTS is set: %d hosts inside may be opened by links; for tests alone",
            len(settings.fetch_allow_hosts),
        )
    if settings.telegram and not settings.telegram.pacing:
        log.warning("TELEGRAM_PACING is off: for tests alone")
    async with AsyncExitStack() as opened:
        opened.enter_context(alone(settings.database))
        nursery = opened.enter_context(Nursery())
        pool = await opened.enter_async_context(Pool(_WORKERS, nursery.fork))
        store = await opened.enter_async_context(await Store.open(settings.database))
        channels: dict[str, Channel] = {}
        services = _services(settings, store, pool, channels)
        if settings.telegram:
            telegram = Telegram(
                settings.telegram,
                webhook=settings.webhook,
                admins=settings.admins,
                patience=Patience(),
                find=partial(find_inline, services=services),
            )
            channels[telegram.name] = telegram
            if await unless_stopped(opened.enter_async_context(telegram)) is None:
                return
        if settings.lan:
            members = Members(store.accounts)
            channels[members.name] = members
            serving = _open_office(members, services, settings.lan)
            address = await opened.enter_async_context(serving)
            tell(accounts.SERVED_AT.format(url=settings.lan.url, address=address))
            if not await store.accounts.get_all():
                tell(accounts.NOBODY)
        elif not settings.telegram:
            local = Local()
            channels[local.name] = local
            address = await opened.enter_async_context(_open_page(local, services, settings))
            tell(texts.PAGE_AT.format(address=address))
        if settings.health_port is not None:
            look = partial(look_for_machines, services)
            address = await opened.enter_async_context(_open_health(look, services, settings))
            tell(health.HEALTH_AT.format(address=address))
        gate = Gate(store, admins=settings.admins, allowed=settings.allowed)
        gestures = Gestures(
            partial(answer, services=services), partial(apologise, services=services)
        )
        worker = Worker(store, channels, gestures, meter=services.meter)
        due = writers_of(services, channels.keys())
        gc.freeze()  # what has been loaded stays: else each full collection takes 30 ms over it
        await run(store, list(channels.values()), gate, worker, due)


def _services(
    settings: Settings, store: Store, pool: Pool, channels: Mapping[str, Channel]
) -> Services:
    """What the gestures work with."""

    async def load(channel: str, attachment: Attachment) -> bytes:
        return await channels[channel].load(attachment)

    return Services(
        store,
        Fetcher(proxy=settings.fetch_proxy, allow_hosts=settings.fetch_allow_hosts),
        pool,
        load,
        lambda: datetime.now(UTC),
        admins=_admins(settings),
        allowed=settings.allowed,
        zone=settings.zone,
        a_minute=settings.a_minute,
        a_day=settings.a_day,
        workdays=read_workdays(settings.holidays),
        folder=settings.database.absolute().parent,
        channels=channels.keys(),
    )


def _admins(settings: Settings) -> tuple[str, ...]:
    """Those of Telegram; whoever sits at the page of this machine; the office keeps its own."""
    if settings.telegram:
        return settings.admins
    return () if settings.lan else (CHAT,)


def _open_health(
    look: Look, services: Services, settings: Settings
) -> AbstractAsyncContextManager[str]:
    port = settings.health_port or 0
    return serve_health(look, services.meter.registry, host=settings.health_host, port=port)


def _open_page(
    local: Local, services: Services, settings: Settings
) -> AbstractAsyncContextManager[str]:
    return serve_page(local, _pages(services), host=settings.web_host, port=settings.web_port)


def _open_office(
    members: Members, services: Services, settings: LanSettings
) -> AbstractAsyncContextManager[str]:
    sessions = Sessions(services.store.accounts, Passwords())
    return serve_office(members, sessions, _pages(services), settings, to_words=to_words)


def _pages(services: Services) -> Pages:
    return Pages(services.store, partial(count, services=services), sample=_sample())


def _sample() -> str:
    return _SAMPLE.read_text(encoding="utf-8") if _SAMPLE.exists() else ""
