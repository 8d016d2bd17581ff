"""Serve the chat page to the members of an office, over TLS."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from aiohttp import web

from bot import texts
from bot.render.statistics import PAGE as STATISTICS
from bot.settings import LanSettings
from bot.web.entry import CHANGE, COOKIE, FILES, JOIN, LOG_IN, OPEN, Entry, ToWords
from bot.web.guard import HEADERS, Guard
from bot.web.members import Members
from bot.web.pages import CHAT_PAGE, Pages, static
from bot.web.seat import SEAT, Seat
from bot.web.server import listening, running
from bot.web.sessions import Sessions
from bot.web.tls import read_certificate
from storage.accounts import Account

_HEADERS = {**HEADERS, "Strict-Transport-Security": "max-age=31536000"}
_CHAT_FILES = {path: name for path, name in CHAT_PAGE.items() if path not in FILES}
_PAGES = frozenset({"/", STATISTICS, CHANGE})  # lead to the log-in; anything else is refused
_ADMIN_COMMANDS = {
    name: words for name, words in texts.ADMIN_COMMANDS.items() if name != "/chophep"
}


@asynccontextmanager
async def serve_office(
    members: Members,
    sessions: Sessions,
    pages: Pages,
    settings: LanSettings,
    *,
    to_words: ToWords,
) -> AsyncIterator[str]:
    """Serve the members while the block runs; where it listens.

    `to_words` says why somebody is not logged in. Raises SettingsError where the certificate
    is none, PortTakenError.
    """
    tls = read_certificate(settings.tls) if settings.tls else None
    host = settings.url.partition("://")[2]
    guard = Guard("https", [host], pages=["/", LOG_IN, JOIN], headers=_HEADERS)
    with listening(settings.host, settings.port) as door:
        app = web.Application()
        guard.stand_before(app, partial(_admit, members, sessions))
        app.add_routes([
            *static(_CHAT_FILES),
            *pages.routes(),
            *Entry(sessions, to_words, is_proxied=tls is None).routes(),
        ])  # fmt: skip
        async with running(app, door, tls):
            try:
                host, port = door.getsockname()[:2]
                yield f"{f'[{host}]' if ':' in host else host}:{port}"
            finally:
                members.close()


async def _admit(members: Members, sessions: Sessions, request: web.Request) -> None:
    """Seat whoever is logged in; of the others only those come in who want to be."""
    if request.path in OPEN:
        return
    token = request.cookies.get(COOKIE, "")
    account = await sessions.find(token)
    if account is None:
        if request.path in _PAGES and request.method == "GET":
            raise web.HTTPSeeOther(LOG_IN)
        raise web.HTTPUnauthorized
    request[SEAT] = _seat(members, sessions, account, token)


def _seat(members: Members, sessions: Sessions, account: Account, token: str) -> Seat:
    async def is_taken() -> bool:
        return await sessions.find(token) is not None

    return Seat(
        members.name,
        account.name,
        members.chat_of(account),
        say=partial(members.say, account),
        given=partial(members.given, account),
        commands=texts.COMMANDS | (_ADMIN_COMMANDS if account.is_admin else {}),
        member=account.name,
        is_taken=is_taken,
    )
