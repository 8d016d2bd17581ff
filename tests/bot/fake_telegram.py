"""A Bot API server on loopback that keeps the rules of the true one, and breaks on demand.

It acknowledges by offset, polls long, lets one poller in at a time or posts to a webhook,
counts letters, reads HTML, knows groups that move, «message is not modified» and presses
that are too old, and can answer 429 or 403, be slow, or cut the line before or after an act.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import socket
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.settings import TelegramSettings
from tests.bot import fake_rules as rules
from tests.bot.fake_rules import RefusedError

TOKEN = "999:TEST"  # noqa: S105 (no secret: the fake's own)
MOST_BYTES_OF_FILE = 20 << 20
_DATE = 1_700_000_000
_TOKEN = re.compile(r"\d+:[\w-]+")
_FAULTS = {  # «429:3» is a 429 that asks for a rest of 3 seconds, «400:words» has its own words
    "400": "Bad Request: file is too big",
    "401": "Unauthorized",
    "403": "Forbidden: bot was blocked by the user",
    "409": "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
}
_SENT = {"sendDocument": "document", "sendPhoto": "photo"}


@dataclass(frozen=True)
class Call:
    """A call as the server saw it: when it came (monotonic seconds), what, of which chat."""

    at: float
    method: str
    chat: str | None


@dataclass(frozen=True)
class SentFile:
    """A file that the bot has sent."""

    name: str
    media: str
    content: bytes


@dataclass
class FakeTelegram:
    """The server's memory: what waits, what stands in the chats, what goes wrong next."""

    waiting: list[dict[str, Any]] = field(default_factory=list)
    messages: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    times: list[Call] = field(default_factory=list)
    faults: dict[str, deque[str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    latency: float = 0.0  # seconds of a round trip
    longest_poll: float = 1.0  # seconds
    presses: set[str] = field(default_factory=set)  # those that may still be answered
    answered: dict[str, str] = field(default_factory=dict)  # presses, with what was shown
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)  # by scope, JSON
    inline: dict[str, dict[str, Any]] = field(default_factory=dict)  # queries with their answers
    webhook: dict[str, Any] | None = None
    moved: dict[str, int] = field(default_factory=dict)  # groups that have got another id
    refusing: dict[str, str] = field(default_factory=dict)  # chats, with the words of a 403
    url: str = ""
    _numbers: Any = field(default_factory=lambda: itertools.count(1000))
    _updates: Any = field(default_factory=lambda: itertools.count(1))
    _polls: Any = field(default_factory=lambda: itertools.count(1))
    _poll: int = 0

    def settings(self, *, pacing: bool = False) -> TelegramSettings:
        """How a bot reaches this server, as fast as it can unless it is to keep its pace."""
        return TelegramSettings(TOKEN, f"{self.url}/bot", f"{self.url}/file/bot", pacing=pacing)

    def push(self, chat: int, text: str = "", **more: Any) -> dict[str, Any]:
        """Let somebody write in a private chat, or in the group of a negative id; the update.

        In a group it is Lan, 7, who writes, unless `more` has another `from`.
        """
        return self.push_update(message=self.message(chat, text, **more))

    def message(self, chat: int, text: str = "", **more: Any) -> dict[str, Any]:
        """A message as an update has it."""
        return {
            "message_id": next(self._numbers),
            "date": _DATE,
            "chat": chat_of(chat),
            "from": person(chat if chat > 0 else 7),
            **({"text": text} if text else {}),
            **more,
        }

    def press(self, chat: int, label: str, *, is_old: bool = False) -> dict[str, Any]:
        """Let somebody press the last button of a chat that is labelled so.

        An old press can no longer be answered.
        """
        shown = [
            (number, button)
            for (where, number), message in sorted(self.messages.items())
            if where == str(chat)
            for row in json.loads(message["reply_markup"] or "{}").get("inline_keyboard", [])
            for button in row
            if button["text"] == label
        ]
        number, button = shown[-1]
        return self.push_press(chat, number, button["callback_data"], is_old=is_old)

    def push_press(
        self, chat: int, number: int, command: str, *, is_old: bool = False
    ) -> dict[str, Any]:
        """Let somebody press a button that stands for `command` under a message."""
        press = str(next(self._numbers))
        if not is_old:
            self.presses.add(press)
        return self.push_update(
            callback_query={
                "id": press,
                "chat_instance": "1",
                "from": person(chat if chat > 0 else 7),
                "message": {"message_id": number, "date": _DATE, "chat": chat_of(chat)},
                "data": command,
            }
        )

    def push_update(self, **update: Any) -> dict[str, Any]:
        """Any update at all."""
        made = {"update_id": next(self._updates), **update}
        self.waiting.append(made)
        return made

    def migrate(self, old: int, new: int) -> None:
        """Let a group become a supergroup: its old id is answered with the new one."""
        self.moved[str(old)] = new
        self.push(old, migrate_to_chat_id=new)
        self.push(new, migrate_from_chat_id=old)

    def said_in(self, chat: int) -> list[str]:
        """What stands in a chat from the bot, oldest first, tags left out."""
        return [
            rules.plain(message["text"])
            for (where, _), message in sorted(self.messages.items())
            if where == str(chat)
        ]

    def sent_to(self, chat: int) -> list[dict[str, Any]]:
        """The messages that stand in a chat from the bot, oldest first, with all their fields."""
        return [
            message for (where, _), message in sorted(self.messages.items()) if where == str(chat)
        ]

    def fail(self, method: str, *faults: str) -> None:
        """Let the next calls of a method go wrong, in turn: «429:3», «403», «cut after», «odd».

        One of «» goes well.
        """
        self.faults.setdefault(method, deque()).extend(faults)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call of the Bot API."""
        method = request.match_info["method"]
        try:
            fields = await _fields(request)
        except ConnectionResetError:  # the bot was killed while it spoke
            return web.Response()
        if (token := request.match_info["token"]) != TOKEN:
            code = 401 if _TOKEN.fullmatch(token) else 404
            words = "Unauthorized" if code == 401 else "Not Found"
            return _refusal(RefusedError(code, words))
        fault = self.faults[method].popleft() if self.faults.get(method) else ""
        chat = str(fields["chat_id"]) if "chat_id" in fields else None
        self.calls.append((method, fields))
        self.times.append(Call(time.monotonic(), method, chat))
        pause = 0 if method == "getUpdates" else self.latency / 2
        try:
            await asyncio.sleep(pause)
            if fault == "cut before":
                return _cut(request)
            if fault == "odd":
                return web.json_response({"ok": True, "result": {}})
            if fault and fault != "cut after":
                raise _fault(fault)
            result = await self._answer(method, fields)
        except RefusedError as error:
            return _refusal(error)
        await asyncio.sleep(pause)
        if fault == "cut after":
            return _cut(request)
        return web.json_response({"ok": True, "result": result})

    async def file(self, request: web.Request) -> web.Response:
        """The content of a file."""
        if (body := self.files.get(request.match_info["name"])) is None:
            return web.Response(status=404)
        return web.Response(body=body)

    async def _answer(self, method: str, fields: dict[str, Any]) -> Any:  # noqa: C901 (a table)
        self._check_chat(fields)
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
            case "sendDocument" | "sendPhoto":
                return self._put_file(_SENT[method], fields)
            case "deleteMessage":
                return self._delete((str(fields["chat_id"]), int(fields["message_id"])))
            case "answerCallbackQuery":
                return self._answer_press(fields)
            case "answerInlineQuery":
                rules.check_inline(fields)
                self.inline[fields["inline_query_id"]] = fields
                return True
            case "getFile":
                return self._file(fields["file_id"])
            case "setMyCommands":
                commands = json.loads(fields["commands"])
                rules.check_commands(commands)
                self.commands[fields.get("scope", "")] = commands
                return True
            case _:
                return self._answer_of_webhook(method, fields)

    def _answer_of_webhook(self, method: str, fields: dict[str, Any]) -> Any:
        match method:
            case "setWebhook":
                rules.check_webhook(fields)
                self.webhook = fields
            case "deleteWebhook":
                self.webhook = None
            case "getWebhookInfo":
                url = self.webhook["url"] if self.webhook else ""
                return {
                    "url": url,
                    "has_custom_certificate": False,
                    "pending_update_count": len(self.waiting),
                }
        return True

    def _check_chat(self, fields: dict[str, Any]) -> None:
        chat = str(fields.get("chat_id", ""))
        if chat in self.refusing:
            raise RefusedError(403, self.refusing[chat])
        if chat in self.moved:
            raise RefusedError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved[chat],
            )

    async def _updates_from(self, offset: int, fields: dict[str, Any]) -> list[dict[str, Any]]:
        """What waits from `offset` on; a poll that comes in between ends the one before."""
        if self.webhook:
            raise RefusedError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._poll = poll = next(self._polls)
        self.drop_before(offset)
        self._drop_kinds(json.loads(fields.get("allowed_updates") or "[]"))
        patience = min(float(fields.get("timeout") or 0), self.longest_poll)
        while not self.waiting and patience > 0:
            await asyncio.sleep(0.01)
            patience -= 0.01
            if self._poll != poll:
                raise _fault("409")
            self._drop_kinds(json.loads(fields.get("allowed_updates") or "[]"))
        return self.waiting[: int(fields.get("limit") or 100)]

    def drop_before(self, offset: int) -> None:
        """Forget the updates that are acknowledged."""
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]

    def _drop_kinds(self, allowed: list[str]) -> None:
        """Forget the updates of kinds that the bot has not asked for."""
        if allowed:
            kept = {"update_id", *allowed}
            self.waiting = [update for update in self.waiting if update.keys() <= kept]

    def _put(self, chat: str, number: int, fields: dict[str, Any]) -> dict[str, Any]:
        shown = rules.check_text(fields)
        rules.check_markup(fields)
        reference = json.loads(fields.get("reply_parameters") or "{}")
        known = self.messages.get((chat, number), {})
        self.messages[chat, number] = {
            "text": fields["text"],
            "reply_markup": fields.get("reply_markup"),
            "marks": rules.count_marks(fields["text"]),
            "reply_to": reference.get("message_id") or known.get("reply_to"),
            "thread": fields.get("message_thread_id") or known.get("thread"),
        }
        return {"message_id": number, "date": _DATE, "chat": chat_of(int(chat)), "text": shown}

    def _edit(self, key: tuple[str, int], fields: dict[str, Any]) -> dict[str, Any]:
        if key not in self.messages:
            raise RefusedError(400, "Bad Request: message to edit not found")
        if all(self.messages[key][name] == fields.get(name) for name in ("text", "reply_markup")):
            raise RefusedError(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        return self._put(*key, fields)

    def _put_file(self, kind: str, fields: dict[str, Any]) -> dict[str, Any]:
        chat, number = str(fields["chat_id"]), next(self._numbers)
        caption = rules.check_text(fields, "caption")
        rules.check_markup(fields)
        reference = json.loads(fields.get("reply_parameters") or "{}")
        self.messages[chat, number] = {
            "text": fields.get("caption") or "",
            "reply_markup": fields.get("reply_markup"),
            "reply_to": reference.get("message_id"),
            "thread": fields.get("message_thread_id"),
            kind: fields.get(kind),
        }
        file = {"file_id": f"sent{number}", "file_unique_id": f"sent{number}"}
        return {
            "message_id": number,
            "date": _DATE,
            "chat": chat_of(int(chat)),
            "caption": caption,
            kind: file if kind == "document" else [{**file, "width": 1, "height": 1}],
        }

    def _delete(self, key: tuple[str, int]) -> bool:
        if self.messages.pop(key, None) is None:
            raise RefusedError(400, "Bad Request: message to delete not found")
        return True

    def _answer_press(self, fields: dict[str, Any]) -> bool:
        press = fields["callback_query_id"]
        if press not in self.presses:
            raise RefusedError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self.presses.discard(press)
        self.answered[press] = fields.get("text", "")
        return True

    def _file(self, name: str) -> dict[str, Any]:
        if len(self.files.get(name, b"")) > MOST_BYTES_OF_FILE:
            raise RefusedError(400, "Bad Request: file is too big")
        return {"file_id": name, "file_unique_id": name, "file_path": name}


def person(number: int) -> dict[str, Any]:
    """Somebody who writes."""
    return {"id": number, "is_bot": False, "first_name": "Lan"}


def chat_of(number: int) -> dict[str, Any]:
    """A private chat; a group where the id is negative, a supergroup where it begins with -100."""
    if number > 0:
        return {"id": number, "type": "private", "first_name": "Lan"}
    kind = "supergroup" if str(number).startswith("-100") else "group"
    return {"id": number, "type": kind, "title": "Phòng Tổng hợp"}


def _fault(fault: str) -> RefusedError:
    code, _, more = fault.partition(":")
    if code == "429":
        rest = int(more or 1)
        return RefusedError(429, f"Too Many Requests: retry after {rest}", retry_after=rest)
    return RefusedError(int(code), more or _FAULTS[code])


def _refusal(error: RefusedError) -> web.Response:
    return web.json_response(error.body, status=error.code)


def _cut(request: web.Request) -> web.Response:
    """Let the line break before a word of the answer is sent."""
    if request.transport:
        # a worker process may hold a copy of the socket: closing ours would end nothing
        request.transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        request.transport.abort()
    return web.Response()


async def _fields(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    fields = dict(await request.post())
    return {name: _sent_file(value) for name, value in fields.items()}


def _sent_file(value: Any) -> Any:
    """A file as it was sent: name, type, content; whatever else as it is."""
    if isinstance(value, web.FileField):
        return SentFile(value.filename, value.content_type, value.file.read())
    return value


def fake_application(fake: FakeTelegram) -> web.Application:
    """The server's routes."""
    app = web.Application(client_max_size=50_000_000)
    app.router.add_route("*", "/bot{token}/{method}", fake.handle)
    app.router.add_get("/file/bot{token}/{name}", fake.file)
    return app


@asynccontextmanager
async def fake_telegram(fake: FakeTelegram | None = None) -> AsyncIterator[FakeTelegram]:
    """The server on a free port while the block runs; `fake` is its memory, else a new one."""
    fake = fake or FakeTelegram()
    runner = web.AppRunner(fake_application(fake), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    fake.url = f"http://{host}:{port}"
    try:
        yield fake
    finally:
        await runner.cleanup()
