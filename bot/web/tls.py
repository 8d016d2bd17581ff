"""Take the certificate that the office's chat page shows."""

from __future__ import annotations

import ssl

from bot.settings import SettingsError, TlsSettings
from bot.texts import accounts as words


def read_certificate(settings: TlsSettings) -> ssl.SSLContext:
    """TLS 1.2 or later with this certificate; raises SettingsError."""
    for name, path in (("WEB_TLS_CERT", settings.certificate), ("WEB_TLS_KEY", settings.key)):
        try:
            path.read_bytes()
        except OSError as error:
            raise SettingsError(words.NO_TLS_FILE.format(name=name, path=path)) from error
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # an empty password: else OpenSSL asks for one at the terminal
        context.load_cert_chain(settings.certificate, settings.key, password="")
    except (ssl.SSLError, ValueError) as error:
        raise SettingsError(words.BAD_TLS_FILES) from error
    return context
