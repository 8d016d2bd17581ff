"""Show the bot's commands in Telegram's menu, to admins theirs as well."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from telegram import Bot, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot import texts
from bot.telegram.pacer import Pacer

log = logging.getLogger(__name__)


async def show_menu(bot: Bot, admins: Sequence[str], pacer: Pacer) -> None:
    """Register the commands; the bot works as well where that fails, so it is only told."""
    everybody = BotCommandScopeDefault()
    async with pacer.turn(None):
        await _register(bot, texts.COMMANDS, everybody)
    for admin in admins:
        if not admin.startswith("-"):
            scope = BotCommandScopeChat(admin)
            async with pacer.turn(None):
                await _register(bot, texts.COMMANDS | texts.ADMIN_COMMANDS, scope)


async def _register(bot: Bot, commands: Mapping[str, str], scope: BotCommandScope) -> None:
    listed = [(name.removeprefix("/"), words) for name, words in commands.items()]
    try:
        await bot.set_my_commands(listed, scope=scope)
    except TelegramError as error:  # «chat not found»: an admin who has not written yet
        log.warning("a menu of commands was refused: %s", type(error).__name__)
