"""What a message of ours says, as it is written down and as python-telegram-bot wants it."""

from __future__ import annotations

import msgspec
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.channel import Button


class Body(msgspec.Struct, frozen=True):
    """What a message is to say: HTML, and buttons by rows."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


def answering(reply_to: str | None) -> tuple[int | None, ReplyParameters | None]:
    """The topic, and the message in it that is answered: «5/77», «77»."""
    thread, _, message = (reply_to or "").rpartition("/")
    answering = ReplyParameters(int(message), allow_sending_without_reply=True) if message else None
    return int(thread) if thread else None, answering


def keyboard(says: Body) -> InlineKeyboardMarkup | None:
    """The buttons under a message, by rows."""
    rows = [
        [InlineKeyboardButton(button.label, callback_data=button.command) for button in row]
        for row in says.buttons
    ]
    return InlineKeyboardMarkup(rows) if rows else None
