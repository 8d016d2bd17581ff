"""Let in requests of our own pages alone, and tell browsers to be as strict."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping

from aiohttp import web

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "giaoban",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_Admit = Callable[[web.Request], Awaitable[None]]


class Guard:
    """The door of a page: no other site comes in, by whatever name it leads here."""

    def __init__(
        self,
        scheme: str,
        hosts: Collection[str],
        *,
        pages: Collection[str],
        headers: Mapping[str, str] = HEADERS,
    ) -> None:
        """Take the page's own addresses, the paths that links elsewhere may open, the headers."""
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"{scheme}://{host}" for host in hosts)
        self._pages = frozenset(pages)
        self._headers = headers

    def stand_before(self, app: web.Application, admit: _Admit) -> None:
        """Guard every answer of the app; `admit` may refuse a request by an HTTPException."""

        @web.middleware
        async def guarded(request: web.Request, handler: _Handler) -> web.StreamResponse:
            if not self._is_ours(request):
                raise web.HTTPForbidden
            await admit(request)
            return await handler(request)

        async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(self._headers)

        app.middlewares.append(guarded)
        app.on_response_prepare.append(add_headers)

    def _is_ours(self, request: web.Request) -> bool:
        if request.headers.get("Host", "").lower() not in self._hosts:
            return False  # another name that was made to lead here (DNS rebinding)
        origin = request.headers.get("Origin")
        if origin is not None and origin.lower() not in self._origins:
            return False
        if request.method == "POST":
            return origin is not None  # browsers always tell it
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        return site in {"same-origin", "none"} or self._is_visit(request)

    def _is_visit(self, request: web.Request) -> bool:
        """A link elsewhere that opens a page in a tab of its own."""
        is_page = request.method == "GET" and request.path in self._pages
        return is_page and request.headers.get("Sec-Fetch-Mode") == "navigate"
