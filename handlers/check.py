"""Look whether the program can run as it is set."""

from __future__ import annotations

import shutil
import socket
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from bot import texts
from bot.settings import Settings, SettingsError
from bot.telegram.channel import Telegram
from bot.web.tls import read_certificate
from bot.workdays import HolidaysError, read_workdays
from handlers.errors import to_words
from handlers.health import LEAST_ROOM
from storage.store import Store


class Finding(Struct, frozen=True):
    """One thing that was looked at; `reason` says what is wrong with it."""

    name: str
    reason: str | None = None


async def check(settings: Settings) -> AsyncIterator[Finding]:
    """Look at the settings, the database, its folder, the disk, the ports, the token."""
    yield Finding("ADMIN_IDS", _trouble(settings.check_admins))
    yield await _database(settings.database)
    yield Finding(texts.FOLDER, _folder(settings.database))
    yield Finding(texts.DISK, _room(settings.database))
    yield Finding("HOLIDAYS", _trouble(partial(read_workdays, settings.holidays)))
    if settings.lan and settings.lan.tls:
        yield Finding("WEB_TLS_CERT", _trouble(partial(read_certificate, settings.lan.tls)))
    if settings.telegram is None or settings.lan:
        yield Finding("WEB_PORT", _port(settings.web_host, settings.web_port))
    if settings.telegram is None:
        return
    if settings.webhook:
        yield Finding("WEBHOOK_PORT", _port(settings.webhook.host, settings.webhook.port))
    yield await _token(settings)


def _trouble(look: Callable[[], object]) -> str | None:
    """What is wrong, where a look at it finds a setting that is."""
    try:
        look()
    except (SettingsError, HolidaysError) as error:
        return to_words(error)
    return None


async def _database(path: Path) -> Finding:
    try:
        async with await Store.open(path) as store:
            is_sound = await store.upkeep.is_sound()
    except Exception as error:  # whatever it is, the operator is told
        return Finding("DATABASE", to_words(error))
    return Finding("DATABASE", None if is_sound else texts.BROKEN_DATABASE)


def _folder(path: Path) -> str | None:
    if not path.exists():
        return texts.NO_DATABASE
    return texts.OPEN_DATABASE.format(path=path) if path.stat().st_mode & 0o077 else None


def _room(path: Path) -> str | None:
    there = next(each for each in (path, *path.absolute().parents) if each.exists())
    free = shutil.disk_usage(there).free
    return texts.LITTLE_ROOM.format(free=free // 2**20) if free < LEAST_ROOM else None


def _port(host: str, port: int) -> str | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            return texts.PORT_TAKEN.format(port=port)
    return None


async def _token(settings: Settings) -> Finding:
    if settings.telegram is None:
        raise AssertionError  # asked for only where it is set
    try:
        async with Telegram(settings.telegram):
            return Finding("TELEGRAM_TOKEN")
    except Exception as error:  # whatever it is, the operator is told
        return Finding("TELEGRAM_TOKEN", to_words(error))
