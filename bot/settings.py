"""Read the settings from the environment; a wrong one is named with what it should be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from bot import texts

_DEFAULTS = {
    "DATABASE": "data/giaoban.db",
    "TELEGRAM_BASE_URL": "https://api.telegram.org/bot",
    "TELEGRAM_BASE_FILE_URL": "https://api.telegram.org/file/bot",
}


class SettingsError(Exception):
    """A setting is not what it should be; its words say which and how."""


class Settings(Struct, frozen=True):
    """What the operator has set; `token` None where no Telegram bot is to run."""

    database: Path
    token: str | None
    base_url: str
    base_file_url: str
    proxy: str | None

    @classmethod
    def from_env(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings; raises SettingsError."""
        said = {**_DEFAULTS, **{name: value for name, value in environment.items() if value}}
        token = said.get("TELEGRAM_TOKEN")
        if token is not None and ":" not in token:
            raise SettingsError(texts.BAD_TOKEN)
        proxy = said.get("TELEGRAM_PROXY")
        if proxy is not None and not proxy.startswith(("http://", "https://", "socks5://")):
            raise SettingsError(texts.BAD_PROXY)
        return cls(
            database=Path(said["DATABASE"]),
            token=token,
            base_url=said["TELEGRAM_BASE_URL"],
            base_file_url=said["TELEGRAM_BASE_FILE_URL"],
            proxy=proxy,
        )
