"""A Bot API server on loopback that keeps the rules of the true one, and breaks on demand.

It acknowledges by offset, polls long, counts letters, reads HTML, knows «message is not
modified», and can answer 429 or 403, or cut the line before or after an act.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web

TOKEN = "999:TEST"  # noqa: S105 (no secret: the fake's own)
Fault = Literal["429", "403", "400", "500", "cut before", "cut after"]
_TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
_TAG = re.compile(r"<(/?)([a-z-]+)([^<>]*)>")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);")


class _RefusedError(Exception):
    """The server answers with an error code and its words."""

    def __init__(self, code: int, words: str, **more: Any) -> None:
        super().__init__(words)
        self.body = {"ok": False, "error_code": code, "description": words, **more}


@dataclass
class FakeTelegram:
    """The server's memory: what waits, what stands in the chats, what goes wrong next."""

    waiting: list[dict[str, Any]] = field(default_factory=list)
    messages: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    url: str = ""
    _numbers: Any = field(default_factory=lambda: itertools.count(1000))
    _updates: Any = field(default_factory=lambda: itertools.count(1))

    def push(self, chat: int, text: str = "", **more: Any) -> dict[str, Any]:
        """Let somebody write in a private chat; the update."""
        message = {
            "message_id": next(self._numbers),
            "date": 1_700_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "Lan"},
            "from": {"id": chat, "is_bot": False, "first_name": "Lan"},
            **({"text": text} if text else {}),
            **more,
        }
        return self.push_update(message=message)

    def press(self, chat: int, label: str) -> dict[str, Any]:
        """Let somebody press the last button of a private chat that is labelled so."""
        shown = [
            (number, button)
            for (where, number), message in sorted(self.messages.items())
            if where == str(chat)
            for row in json.loads(message["reply_markup"] or "{}").get("inline_keyboard", [])
            for button in row
            if button["text"] == label
        ]
        number, button = shown[-1]
        return self.push_update(
            callback_query={
                "id": str(next(self._numbers)),
                "chat_instance": "1",
                "from": {"id": chat, "is_bot": False, "first_name": "Lan"},
                "message": {
                    "message_id": number,
                    "date": 1_700_000_000,
                    "chat": {"id": chat, "type": "private", "first_name": "Lan"},
                },
                "data": button["callback_data"],
            }
        )

    def push_update(self, **update: Any) -> dict[str, Any]:
        """Any update at all."""
        made = {"update_id": next(self._updates), **update}
        self.waiting.append(made)
        return made

    def said_in(self, chat: int) -> list[str]:
        """What stands in a chat from the bot, oldest first, tags left out."""
        return [
            _plain(message["text"])
            for (where, _), message in sorted(self.messages.items())
            if where == str(chat)
        ]

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, in turn."""
        self.faults.setdefault(method, deque()).extend(faults)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call of the Bot API."""
        method = request.match_info["method"]
        fields = await _fields(request)
        if request.match_info["token"] != TOKEN:
            return web.json_response({"ok": False, "error_code": 404}, status=404)
        fault = self.faults[method].popleft() if self.faults.get(method) else None
        self.calls.append((method, fields))
        try:
            if fault == "cut before":
                raise ConnectionResetError
            if fault in {"429", "403", "400", "500"}:
                raise _fault(fault)
            result = await self._answer(method, fields)
        except _RefusedError as error:
            return web.json_response(error.body, status=error.body["error_code"])
        if fault == "cut after":
            raise ConnectionResetError
        return web.json_response({"ok": True, "result": result})

    async def file(self, request: web.Request) -> web.Response:
        """The content of a file."""
        if (body := self.files.get(request.match_info["name"])) is None:
            return web.Response(status=404)
        return web.Response(body=body)

    async def _answer(self, method: str, fields: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                return {"id": 999, "is_bot": True, "first_name": "Giao ban", "username": "giao_bot"}
            case "getUpdates":
                return await self._updates_from(int(fields.get("offset") or 0), fields)
            case "sendMessage":
                return self._put(str(fields["chat_id"]), next(self._numbers), fields)
            case "editMessageText":
                key = (str(fields["chat_id"]), int(fields["message_id"]))
                return self._edit(key, fields)
            case "getFile":
                return {
                    "file_id": fields["file_id"],
                    "file_unique_id": fields["file_id"],
                    "file_path": fields["file_id"],
                }
            case _:
                return True

    async def _updates_from(self, offset: int, fields: dict[str, Any]) -> list[dict[str, Any]]:
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        patience = min(float(fields.get("timeout") or 0), 1.0)
        while not self.waiting and patience > 0:
            await asyncio.sleep(0.01)
            patience -= 0.01
        return self.waiting[:100]

    def _put(self, chat: str, number: int, fields: dict[str, Any]) -> dict[str, Any]:
        _check(fields)
        self.messages[chat, number] = {
            "text": fields["text"], "reply_markup": fields.get("reply_markup"),
        }  # fmt: skip
        return {
            "message_id": number,
            "date": 1_700_000_000,
            "chat": {"id": int(chat), "type": "private"},
            "text": _plain(fields["text"]),
        }

    def _edit(self, key: tuple[str, int], fields: dict[str, Any]) -> dict[str, Any]:
        if key not in self.messages:
            raise _RefusedError(400, "Bad Request: message to edit not found")
        now = {"text": fields["text"], "reply_markup": fields.get("reply_markup")}
        if self.messages[key] == now:
            raise _RefusedError(400, "Bad Request: message is not modified")
        return self._put(*key, fields)


def _fault(fault: Fault) -> _RefusedError:
    if fault == "429":
        return _RefusedError(429, "Too Many Requests", parameters={"retry_after": 0})
    if fault == "403":
        return _RefusedError(403, "Forbidden: bot was blocked by the user")
    if fault == "400":
        return _RefusedError(400, "Bad Request: file is too big")
    return _RefusedError(500, "Internal Server Error")


def _check(fields: dict[str, Any]) -> None:
    text = fields.get("text", "")
    if fields.get("parse_mode") == "HTML":
        _check_html(text)
        text = _plain(text)
    if not text.strip():
        raise _RefusedError(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise _RefusedError(400, "Bad Request: message is too long")
    markup = json.loads(fields.get("reply_markup") or "{}")
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if len(button["callback_data"].encode()) > 64:
                raise _RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")


def _check_html(text: str) -> None:
    stack = []
    for closing, tag, _ in _TAG.findall(text):
        if tag not in _TAGS or (closing and (not stack or stack.pop() != tag)):
            raise _RefusedError(400, f"Bad Request: can't parse entities: Unsupported {tag}")
        if not closing:
            stack.append(tag)
    rest = _ENTITY.sub("", _TAG.sub("", text))
    if stack or "<" in rest or "&" in rest:
        raise _RefusedError(400, "Bad Request: can't parse entities")


def _plain(html: str) -> str:
    bare = _TAG.sub("", html)
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'")):
        bare = bare.replace(entity, letter)
    return bare.replace("&amp;", "&")


async def _fields(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return dict(await request.post())


@asynccontextmanager
async def fake_telegram() -> AsyncIterator[FakeTelegram]:
    """The server on a free port while the block runs."""
    fake = FakeTelegram()
    app = web.Application(client_max_size=50_000_000)
    app.router.add_route("*", "/bot{token}/{method}", fake.handle)
    app.router.add_get("/file/bot{token}/{name}", fake.file)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    fake.url = f"http://{host}:{port}"
    try:
        yield fake
    finally:
        await runner.cleanup()
