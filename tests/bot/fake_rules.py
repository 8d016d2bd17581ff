"""What the Bot API lets a message be: its rules, and the words with which it refuses."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

MOST_BYTES = 1 << 15  # of a text as it is sent, before its tags are read
MOST_TEXT, MOST_CAPTION = 4096, 1024  # UTF-16 units, after
MOST_BUTTONS = 100
_TAGS = {
    *("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a"),
    *("blockquote", "tg-spoiler", "span", "tg-emoji"),
}
_TAG = re.compile(r"<(/?)([^\s>]*)([^>]*)(>?)")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


class RefusedError(Exception):
    """The server answers with an error code and its words."""

    def __init__(self, code: int, words: str, **parameters: Any) -> None:
        super().__init__(words)
        self.code = code
        self.body = {"ok": False, "error_code": code, "description": words}
        if parameters:
            self.body["parameters"] = parameters


def check_text(fields: dict[str, Any], name: str = "text") -> str:
    """The text of a message, or the caption of a file, as it is shown."""
    text = fields.get(name) or ""
    is_html = fields.get("parse_mode") == "HTML"
    if len(text.encode()) > MOST_BYTES:
        raise RefusedError(400, "Bad Request: text is too long")
    if is_html:
        _check_html(text)
    shown = (plain(text) if is_html else text).strip()
    if name == "text" and not shown:
        raise RefusedError(400, "Bad Request: message text is empty")
    if units(shown) > (MOST_TEXT if name == "text" else MOST_CAPTION):
        what = "message is too long" if name == "text" else "message caption is too long"
        raise RefusedError(400, f"Bad Request: {what}")
    return shown


def check_markup(fields: dict[str, Any]) -> None:
    """The buttons of a message."""
    rows = json.loads(fields.get("reply_markup") or "{}").get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise RefusedError(400, "Bad Request: reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise RefusedError(
                400,
                'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty',
            )
        if "url" not in button and not 1 <= len(button.get("callback_data", "").encode()) <= 64:
            raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")


def check_commands(commands: list[dict[str, str]]) -> None:
    """The menu of commands."""
    if len(commands) > 100:
        raise RefusedError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not _COMMAND.fullmatch(each["command"].removeprefix("/")):
            raise RefusedError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(each["description"]) <= 256:
            raise RefusedError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def check_webhook(fields: dict[str, Any]) -> None:
    """Where updates are to be posted: a server of one's own takes http as well."""
    if not fields["url"].startswith(("http://", "https://")):
        raise RefusedError(
            400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
        )
    secret = fields.get("secret_token", "")
    if len(secret) > 256:
        raise RefusedError(400, "Bad Request: secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise RefusedError(400, "Bad Request: secret token contains unallowed characters")
    if not 1 <= int(fields.get("max_connections", 40)) <= 100:
        raise RefusedError(400, "Bad Request: invalid max_connections specified")


def check_inline(fields: dict[str, Any]) -> None:
    """At most 50 results, their ids unlike and short; each text as that of a message."""
    results = json.loads(fields["results"])
    ids = [each["id"] for each in results]
    if len(results) > 50:
        raise RefusedError(400, "Bad Request: RESULTS_TOO_MUCH")
    if len(set(ids)) < len(ids) or any(not 0 < len(each.encode()) <= 64 for each in ids):
        raise RefusedError(400, "Bad Request: RESULT_ID_INVALID")
    if len(fields.get("next_offset", "").encode()) > 64:
        raise RefusedError(400, "Bad Request: NEXT_OFFSET_INVALID")
    for each in results:
        check_text(each["input_message_content"], "message_text")


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(html: str) -> str:
    """What is shown of a text with tags."""
    return _ENTITY.sub(lambda match: unescape(match[0]), _TAG.sub("", html))


def count_marks(html: str) -> int:
    """How many marks (bold, links) a text has; the server keeps a hundred of them."""
    return sum(not closing for closing, *_ in _TAG.findall(html))


def _check_html(text: str) -> None:
    """As the true server reads tags, one pass from left to right."""
    open_tags: list[str] = []
    for match in _TAG.finditer(text):
        closing, name, _, end = match.groups()
        name, place = name.lower(), f"at byte offset {len(text[: match.start()].encode())}"
        if closing and not open_tags:
            raise _unread(f"Unexpected end tag {place}")
        if not end:
            raise _unread(f"Unclosed {'end' if closing else 'start'} tag {place}")
        if not closing:
            if name not in _TAGS:
                raise _unread(f'Unsupported start tag "{name}" {place}')
            open_tags.append(name)
        elif name != (expected := open_tags.pop()):
            raise _unread(f'Unmatched end tag {place}, expected "</{expected}>", found "</{name}>"')
    if open_tags:
        raise _unread(f'Can\'t find end tag corresponding to start tag "{open_tags[-1]}"')


def _unread(words: str) -> RefusedError:
    return RefusedError(400, f"Bad Request: can't parse entities: {words}")
