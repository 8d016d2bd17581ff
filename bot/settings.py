"""Read the settings from the environment; a wrong one is named with what it should be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from bot import texts

_TOKEN = re.compile(r"\d+:[\w-]+")  # 123456:AAbb-cc_1
_DEFAULTS = {
    "DATABASE": "data/giaoban.db",
    "TELEGRAM_BASE_URL": "https://api.telegram.org/bot",
    "TELEGRAM_BASE_FILE_URL": "https://api.telegram.org/file/bot",
}


class SettingsError(Exception):
    """A setting is not what it should be; its words say which and how."""


class TelegramSettings(Struct, frozen=True):
    """How the Bot API is reached."""

    token: str
    base_url: str
    base_file_url: str
    proxy: str | None = None


class Settings(Struct, frozen=True):
    """What the operator has set; `telegram` None where no Telegram bot is to run."""

    database: Path
    telegram: TelegramSettings | None

    @classmethod
    def from_env(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings; raises SettingsError."""
        said = {**_DEFAULTS, **{name: value for name, value in environment.items() if value}}
        return cls(Path(said["DATABASE"]), _telegram(said))


def _telegram(said: Mapping[str, str]) -> TelegramSettings | None:
    token, proxy = said.get("TELEGRAM_TOKEN"), said.get("TELEGRAM_PROXY")
    if token is None:
        return None
    if not _TOKEN.fullmatch(token):
        raise SettingsError(texts.BAD_TOKEN)
    if proxy is not None and not proxy.startswith(("http://", "https://")):
        raise SettingsError(texts.BAD_PROXY)
    return TelegramSettings(token, said["TELEGRAM_BASE_URL"], said["TELEGRAM_BASE_FILE_URL"], proxy)
