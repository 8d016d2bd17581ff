"""What the operator sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, TelegramSettings

TOKEN = "123:AAbb-cc_1"  # noqa: S105 (invented)


def test_nothing_set_is_a_database_and_no_bot():
    assert Settings.from_env({}) == Settings(Path("data/giaoban.db"), None)


def test_an_empty_variable_counts_as_not_set():
    assert Settings.from_env({"DATABASE": "", "TELEGRAM_TOKEN": ""}) == Settings.from_env({})


def test_everything_can_be_set():
    settings = Settings.from_env(
        {
            "DATABASE": "/srv/a.db",
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_BASE_URL": "http://localhost:8081/bot",
            "TELEGRAM_BASE_FILE_URL": "http://localhost:8081/file/bot",
            "TELEGRAM_PROXY": "http://proxy:3128",
        }
    )
    assert settings == Settings(
        Path("/srv/a.db"),
        TelegramSettings(
            TOKEN,
            "http://localhost:8081/bot",
            "http://localhost:8081/file/bot",
            "http://proxy:3128",
        ),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "giaoban_bot"),
        ("TELEGRAM_TOKEN", "123:AA bb"),
        ("TELEGRAM_TOKEN", "123:AA/../x"),
        ("TELEGRAM_PROXY", "proxy:3128"),
        ("TELEGRAM_PROXY", "socks4://proxy:1080"),
    ],
)
def test_a_wrong_setting_is_named_but_not_repeated(name: str, value: str):
    with pytest.raises(SettingsError) as raised:
        Settings.from_env({"TELEGRAM_TOKEN": TOKEN, name: value})
    assert name in str(raised.value)
    assert value not in str(raised.value)
