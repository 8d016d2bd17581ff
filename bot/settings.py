"""Read the settings from the environment; a wrong one is named with what it should be."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from msgspec import Struct

from bot import texts
from bot.texts import accounts
from bot.workdays import OUR_LIST

_ID = re.compile(r"-?\d{1,20}")
_SECRET = re.compile(r"[\w-]{1,256}", re.ASCII)
_HOST_PORT = re.compile(r"[\w.\-\[\]:]+:\d{1,5}")
_PUBLIC = re.compile(r"https://(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?")
_TOKEN = re.compile(r"\d+:[\w-]+")  # 123456:AAbb-cc_1
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_DEFAULTS = {
    "DATABASE": "data/giaoban.db",
    "TELEGRAM_BASE_URL": "https://api.telegram.org/bot",
    "TELEGRAM_BASE_FILE_URL": "https://api.telegram.org/file/bot",
    "TELEGRAM_PACING": "on",
    "WEBHOOK_HOST": "127.0.0.1",
    "WEBHOOK_PORT": "8443",
    "WEB_HOST": "127.0.0.1",
    "WEB_PORT": "8080",
    "HEALTH_HOST": "127.0.0.1",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "LIMIT_A_MINUTE": "20",
    "LIMIT_A_DAY": "300",
}


class SettingsError(Exception):
    """A setting is not what it should be; its words say which and how."""


class TelegramSettings(Struct, frozen=True):
    """How the Bot API is reached."""

    token: str
    base_url: str
    base_file_url: str
    proxy: str | None = None
    pacing: bool = True


class WebhookSettings(Struct, frozen=True):
    """How Telegram reaches us, where it is to: the public address, our own door, the secret."""

    url: str
    secret: str
    host: str
    port: int


class TlsSettings(Struct, frozen=True):
    """The files of a certificate and of its key."""

    certificate: Path
    key: Path


class LanSettings(Struct, frozen=True):
    """How the chat page is opened to an office's network: the public address, our own door.

    Without `tls` a proxy on this machine stands before it.
    """

    url: str
    host: str
    port: int
    tls: TlsSettings | None = None


class Settings(Struct, frozen=True):
    """What the operator has set; `telegram` None where no Telegram bot is to run."""

    database: Path
    telegram: TelegramSettings | None = None
    webhook: WebhookSettings | None = None
    admins: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    zone: ZoneInfo = ZoneInfo("Asia/Ho_Chi_Minh")
    lan: LanSettings | None = None
    web_host: str = "127.0.0.1"
    web_port: int = 8080
    health_host: str = "127.0.0.1"
    health_port: int | None = None
    holidays: Path = OUR_LIST
    a_minute: int = 20
    a_day: int = 300
    fetch_proxy: str | None = None
    fetch_allow_hosts: frozenset[str] = frozenset()

    @classmethod
    def from_env(cls, environment: Mapping[str, str], *, file: Path | None = None) -> Settings:
        """Read the settings, those of `file` (.env) where the environment is silent.

        Raises SettingsError.
        """
        written = dotenv_values(file) if file else {}
        said = dict(_DEFAULTS)
        for source in (written, environment):
            said |= {name: value.strip() for name, value in source.items() if value}
        return cls(
            database=Path(said["DATABASE"]),
            telegram=_telegram(said),
            webhook=_webhook(said),
            admins=_ids(said, "ADMIN_IDS"),
            allowed=_ids(said, "ALLOWED_IDS"),
            zone=_zone(said["TIMEZONE"]),
            lan=_lan(said),
            web_host=said["WEB_HOST"] if "WEB_PUBLIC_URL" in said else _loopback(said["WEB_HOST"]),
            web_port=_whole(said, "WEB_PORT", 0, 65535),
            holidays=Path(said["HOLIDAYS"]) if "HOLIDAYS" in said else OUR_LIST,
            health_host=said["HEALTH_HOST"],
            health_port=_whole(said, "HEALTH_PORT", 0, 65535) if "HEALTH_PORT" in said else None,
            a_minute=_whole(said, "LIMIT_A_MINUTE", 1, 10_000),
            a_day=_whole(said, "LIMIT_A_DAY", 1, 1_000_000),
            fetch_proxy=_proxy(said, "FETCH_PROXY", ("http://",)),
            fetch_allow_hosts=_hosts(said),
        )

    def check_admins(self) -> None:
        """Raise SettingsError where a Telegram bot would run that nobody can let people into."""
        if self.telegram and not self.admins:
            raise SettingsError(texts.NO_ADMINS)


def _telegram(said: Mapping[str, str]) -> TelegramSettings | None:
    token = said.get("TELEGRAM_TOKEN")
    if token is None:
        return None
    if not _TOKEN.fullmatch(token):
        raise SettingsError(texts.BAD_TOKEN)
    for name in ("TELEGRAM_BASE_URL", "TELEGRAM_BASE_FILE_URL"):
        if not said[name].startswith(("http://", "https://")):
            raise SettingsError(texts.BAD_URL.format(name=name))
    pacing = said["TELEGRAM_PACING"].lower()
    if pacing not in {"on", "off"}:
        raise SettingsError(texts.BAD_PACING)
    proxy = _proxy(said, "TELEGRAM_PROXY", ("http://", "https://", "socks5://"))
    return TelegramSettings(
        token,
        said["TELEGRAM_BASE_URL"],
        said["TELEGRAM_BASE_FILE_URL"],
        proxy,
        pacing=pacing == "on",
    )


def _webhook(said: Mapping[str, str]) -> WebhookSettings | None:
    url = said.get("WEBHOOK_URL")
    if url is None or "TELEGRAM_TOKEN" not in said:
        return None
    if not url.startswith(("https://", "http://")):
        raise SettingsError(texts.BAD_URL.format(name="WEBHOOK_URL"))
    derived = hmac.new(said["TELEGRAM_TOKEN"].encode(), b"webhook", "sha256").hexdigest()
    secret = said.get("WEBHOOK_SECRET", derived)
    if not _SECRET.fullmatch(secret):
        raise SettingsError(texts.BAD_SECRET)
    port = _whole(said, "WEBHOOK_PORT", 0, 65535)
    return WebhookSettings(url, secret, said["WEBHOOK_HOST"], port)


def _lan(said: Mapping[str, str]) -> LanSettings | None:
    files = [Path(said[name]) for name in ("WEB_TLS_CERT", "WEB_TLS_KEY") if name in said]
    if len(files) == 1:
        raise SettingsError(accounts.ONE_TLS_FILE)
    if "WEB_PUBLIC_URL" not in said:
        if files:
            raise SettingsError(accounts.TLS_WITHOUT_URL)
        return None
    url = said["WEB_PUBLIC_URL"].lower().removesuffix("/").removesuffix(":443")
    if url.startswith("http://"):
        raise SettingsError(accounts.NOT_HTTPS)
    if not (found := _PUBLIC.fullmatch(url)) or int(found[1] or 443) > 65535:
        raise SettingsError(accounts.BAD_PUBLIC_URL)
    if not (files or said["WEB_HOST"] in _LOOPBACK):
        raise SettingsError(accounts.HOST_WITHOUT_TLS)
    port = _whole(said, "WEB_PORT", 0, 65535)
    return LanSettings(url, said["WEB_HOST"], port, TlsSettings(*files) if files else None)


def _ids(said: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Ids parted by commas; groups have negative ones."""
    ids = [part.strip() for part in said.get(name, "").split(",") if part.strip()]
    if not all(_ID.fullmatch(each) for each in ids):
        raise SettingsError(texts.BAD_IDS.format(name=name))
    return tuple(dict.fromkeys(ids))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(texts.BAD_ZONE.format(value=name)) from error


def _loopback(host: str) -> str:
    if host not in _LOOPBACK:
        raise SettingsError(texts.BAD_WEB_HOST)
    return host


def _whole(said: Mapping[str, str], name: str, least: int, most: int) -> int:
    value = said[name]
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise SettingsError(texts.BAD_NUMBER.format(name=name, least=least, most=most))
    return int(value)


def _proxy(said: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    proxy = said.get(name)
    if proxy is not None and not proxy.startswith(schemes):
        raise SettingsError(texts.BAD_PROXY.format(name=name, schemes=", ".join(schemes)))
    return proxy


def _hosts(said: Mapping[str, str]) -> frozenset[str]:
    """«127.0.0.1:8000, http://localhost:81» as plain «host:port»."""
    hosts = [part.strip().lower() for part in said.get("FETCH_ALLOW_HOSTS", "").split(",")]
    plain = [host.removeprefix("http://").rstrip("/") for host in hosts if host]
    if not all(_HOST_PORT.fullmatch(host) for host in plain):
        raise SettingsError(texts.BAD_HOSTS)
    return frozenset(plain)
