"""The pages about the chat page of the office: log in, set or change a password, log out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web
from msgspec import Struct

from bot.web import log_in_errors as errors
from bot.web.bodies import read_json
from bot.web.pages import static, to_json
from bot.web.sessions import Sessions
from storage.accounts import LONGEST

COOKIE = "__Host-giaoban"
LOG_IN, JOIN, CHANGE = "/login", "/join", "/password"
FILES = {
    LOG_IN: "login.html",
    JOIN: "join.html",
    "/entry.js": "entry.js",
    "/entry.css": "entry.css",
    "/page.css": "page.css",
}
_ASKED = {"/session", "/invitation"}
OPEN = frozenset({*FILES, *_ASKED})  # to whoever is not logged in
_MOST = 4096  # bytes of what is said, mostly by somebody who is not logged in
_SECONDS = 10.0
_STATUSES: dict[type[errors.LogInError], int] = {
    errors.WrongPasswordError: 401,
    errors.EndedSessionError: 401,
    errors.WrongOldPasswordError: 403,
    errors.UnknownLinkError: 410,
    errors.WeakPasswordError: 422,
    errors.TooManyAttemptsError: 429,
}

ToWords = Callable[[Exception], str]


class _LogIn(Struct, frozen=True):
    name: str
    password: str


class _Link(Struct, frozen=True):
    link: str


class _Join(Struct, frozen=True):
    link: str
    password: str


class _Change(Struct, frozen=True):
    old: str
    password: str


class _Said(Struct, frozen=True):
    """What the page is told: whose link it is, or what is wrong."""

    name: str = ""
    reason: str = ""


class Entry:
    """The answers to whoever is not logged in yet, wants to be so no more, or otherwise."""

    def __init__(self, sessions: Sessions, to_words: ToWords, *, is_proxied: bool) -> None:
        """Take the sessions, what says what is wrong, and whether a proxy tells who asks."""
        self._sessions = sessions
        self._to_words = to_words
        self._is_proxied = is_proxied

    def routes(self) -> list[web.RouteDef]:
        """Where each is asked for."""
        return [
            *static({**FILES, CHANGE: "password.html"}),
            web.get("/session", self.look),
            web.post(LOG_IN, self.log_in),
            web.post("/invitation", self.tell_name),
            web.post(JOIN, self.join),
            web.post(CHANGE, self.change_password),
            web.post("/logout", self.log_out),
        ]

    async def look(self, request: web.Request) -> web.StreamResponse:
        """Whether somebody is logged in: a link elsewhere opens the page without the cookie."""
        account = await self._sessions.find(request.cookies.get(COOKIE, ""))
        return to_json(_Said(account.name)) if account else web.Response(status=204)

    async def log_in(self, request: web.Request) -> web.StreamResponse:
        """A session for a name and its password."""
        said = await read_json(request, _LogIn, most=_MOST, seconds=_SECONDS)
        return await self._enter(
            self._sessions.log_in(said.name, said.password, self._address(request))
        )

    async def tell_name(self, request: web.Request) -> web.StreamResponse:
        """Whose password a one-time link sets; it is not used up."""
        said = await read_json(request, _Link, most=_MOST, seconds=_SECONDS)
        try:
            account = await self._sessions.invited(said.link, self._address(request))
        except errors.LogInError as error:
            return self._refusal(error)
        return to_json(_Said(account.name))

    async def join(self, request: web.Request) -> web.StreamResponse:
        """A password and a session for a one-time link, which is used up."""
        said = await read_json(request, _Join, most=_MOST, seconds=_SECONDS)
        return await self._enter(
            self._sessions.join(said.link, said.password, self._address(request))
        )

    async def change_password(self, request: web.Request) -> web.StreamResponse:
        """Another password for whoever is logged in and knows the one that is."""
        said = await read_json(request, _Change, most=_MOST, seconds=_SECONDS)
        token, address = request.cookies.get(COOKIE, ""), self._address(request)
        try:
            await self._sessions.change_password(token, said.old, said.password, address)
        except errors.LogInError as error:
            return self._refusal(error)
        return web.Response(status=204)

    async def log_out(self, request: web.Request) -> web.StreamResponse:
        """The end of a session, here and in the browser."""
        await self._sessions.log_out(request.cookies.get(COOKIE, ""))
        response = web.Response(status=204)
        response.del_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="Strict")
        return response

    async def _enter(self, token: Awaitable[str]) -> web.Response:
        """Give the browser the secret of its new session, or say why there is none."""
        try:
            return _welcome(await token)
        except errors.LogInError as error:
            return self._refusal(error)

    def _refusal(self, error: errors.LogInError) -> web.Response:
        response = to_json(_Said(reason=self._to_words(error)))
        response.set_status(_STATUSES[type(error)])
        if isinstance(error, errors.TooManyAttemptsError):
            response.headers["Retry-After"] = str(error.seconds)
        return response

    def _address(self, request: web.Request) -> str:
        """Who asks: behind a proxy the last address that it has written down."""
        if self._is_proxied and (told := request.headers.getall("X-Forwarded-For", [])):
            return told[-1].rpartition(",")[2].strip()
        return request.remote or ""


def _welcome(token: str) -> web.Response:
    response = web.Response(status=204)
    age = int(LONGEST.total_seconds())
    response.set_cookie(
        COOKIE, token, path="/", max_age=age, secure=True, httponly=True, samesite="Strict"
    )
    return response
