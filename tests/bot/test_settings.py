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
        ("TELEGRAM_BASE_URL", "api.telegram.org/bot"),
        ("TELEGRAM_PACING", "fast"),
        ("WEBHOOK_URL", "ftp://a.vn/hook"),
        ("WEB_HOST", "192.168.1.7"),
        ("WEB_PORT", "80a"),
        ("WEB_PORT", "70000"),
        ("ADMIN_IDS", "lan"),
        ("ALLOWED_IDS", "12,x"),
        ("LIMIT_A_MINUTE", "-5"),
        ("FETCH_PROXY", "socks5://a:1"),
        ("FETCH_ALLOW_HOSTS", "localhost"),
        ("TELEGRAM_PROXY", "socks4://proxy:1080"),
    ],
)
def test_a_wrong_setting_is_named_but_not_repeated(name: str, value: str):
    with pytest.raises(SettingsError) as raised:
        Settings.from_env({"TELEGRAM_TOKEN": TOKEN, name: value})
    assert name in str(raised.value)
    assert value not in str(raised.value)


def test_every_setting_is_read():
    settings = Settings.from_env(
        {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_PROXY": "socks5://proxy:1080",
            "TELEGRAM_PACING": "off",
            "WEBHOOK_URL": "https://bot.haivan.gov.vn/hook",
            "WEBHOOK_PORT": "9000",
            "ADMIN_IDS": "1, 2,1",
            "ALLOWED_IDS": "-1001234567890",
            "TIMEZONE": "UTC",
            "WEB_PORT": "9090",
            "LIMIT_A_MINUTE": "5",
            "LIMIT_A_DAY": "50",
            "FETCH_PROXY": "http://proxy:3128",
            "FETCH_ALLOW_HOSTS": "127.0.0.1:8000, http://LOCALHOST:81/",
        }
    )
    assert settings.telegram is not None
    assert not settings.telegram.pacing
    assert settings.webhook is not None
    assert (settings.webhook.port, len(settings.webhook.secret)) == (9000, 64)
    assert settings.admins == ("1", "2")
    assert settings.allowed == ("-1001234567890",)
    assert settings.zone.key == "UTC"
    assert (settings.web_port, settings.a_minute, settings.a_day) == (9090, 5, 50)
    assert settings.fetch_allow_hosts == {"127.0.0.1:8000", "localhost:81"}


def test_the_environment_wins_over_the_file(tmp_path: Path):
    file = tmp_path / ".env"
    file.write_text("DATABASE=/srv/a.db\nADMIN_IDS=7\n")
    settings = Settings.from_env({"ADMIN_IDS": "8"}, file=file)
    assert (settings.database, settings.admins) == (Path("/srv/a.db"), ("8",))


def test_a_bot_without_admins_does_not_run():
    with pytest.raises(SettingsError, match="ADMIN_IDS"):
        Settings.from_env({"TELEGRAM_TOKEN": TOKEN}).check_admins()
