"""How the operator opens the chat page to the office's network, and what is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.settings import LanSettings, Settings, SettingsError, TlsSettings
from bot.texts import accounts as words
from bot.web.tls import read_certificate
from tests.bot.web.certificates import make_certificate

URL = "https://giaoban.so-noi-vu.local:8443"
FILES = {"WEB_TLS_CERT": "/etc/a.crt", "WEB_TLS_KEY": "/etc/a.key"}


def test_with_a_certificate_it_may_listen_anywhere():
    said = {"WEB_PUBLIC_URL": URL, "WEB_HOST": "0.0.0.0", "WEB_PORT": "8443", **FILES}  # noqa: S104
    assert Settings.from_env(said).lan == LanSettings(
        URL,
        "0.0.0.0",  # noqa: S104
        8443,
        TlsSettings(Path("/etc/a.crt"), Path("/etc/a.key")),
    )


def test_behind_a_proxy_it_listens_on_this_machine():
    assert Settings.from_env({"WEB_PUBLIC_URL": URL}).lan == LanSettings(URL, "127.0.0.1", 8080)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://Giaoban.So-Noi-Vu.local/", "https://giaoban.so-noi-vu.local"),
        ("https://giaoban:443", "https://giaoban"),
        ("https://10.0.0.7:8443", "https://10.0.0.7:8443"),
        ("https://[fd00::7]:8443", "https://[fd00::7]:8443"),
    ],
)
def test_the_address_is_as_browsers_write_it(written: str, url: str):
    lan = Settings.from_env({"WEB_PUBLIC_URL": written}).lan
    assert lan
    assert lan.url == url


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"WEB_PUBLIC_URL": "http://giaoban.local"}, words.NOT_HTTPS),
        ({"WEB_PUBLIC_URL": "HTTP://giaoban.local"}, words.NOT_HTTPS),
        ({"WEB_PUBLIC_URL": "giaoban.local"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://a.local/chat"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://a.local?x=1"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://lan@a.local"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://a.local:84430"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://a_b.local"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": "https://sở.local"}, words.BAD_PUBLIC_URL),
        ({"WEB_PUBLIC_URL": URL, "WEB_HOST": "0.0.0.0"}, words.HOST_WITHOUT_TLS),  # noqa: S104
        ({"WEB_PUBLIC_URL": URL, "WEB_TLS_CERT": "a.crt"}, words.ONE_TLS_FILE),
        ({"WEB_PUBLIC_URL": URL, "WEB_TLS_KEY": "a.key"}, words.ONE_TLS_FILE),
        (FILES, words.TLS_WITHOUT_URL),
    ],
)
def test_what_is_not_safe_is_refused(said: dict[str, str], reason: str):
    with pytest.raises(SettingsError) as refused:
        Settings.from_env(said)
    assert str(refused.value) == reason


def test_without_an_address_the_page_stays_on_this_machine():
    assert Settings.from_env({}).lan is None
    with pytest.raises(SettingsError):
        Settings.from_env({"WEB_HOST": "0.0.0.0"})  # noqa: S104


def test_files_that_are_no_pair_are_refused(tmp_path: Path):
    one = make_certificate(tmp_path, "mot.test", name="one")
    other = make_certificate(tmp_path, "hai.test", name="other")
    read_certificate(one)
    locked = tmp_path / "locked.key"
    lock = ["openssl", "ec", "-in", str(one.key), "-aes256", "-passout", "pass:mo-ra"]
    subprocess.run([*lock, "-out", str(locked)], check=True, capture_output=True)
    empty = tmp_path / "empty.key"
    empty.touch()
    for key in (other.key, one.certificate, locked, empty, Path("README.md")):
        with pytest.raises(SettingsError) as refused:
            read_certificate(TlsSettings(one.certificate, key))
        assert str(refused.value) == words.BAD_TLS_FILES
    for key in (tmp_path / "none.key", tmp_path):
        with pytest.raises(SettingsError, match="WEB_TLS_KEY: không đọc được"):
            read_certificate(TlsSettings(one.certificate, key))
