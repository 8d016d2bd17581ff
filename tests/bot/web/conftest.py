"""What several tests of the pages share."""

from __future__ import annotations

import pytest

from bot.pool import Pool
from bot.settings import TlsSettings
from tests.bot.web.certificates import make_certificate
from tests.bot.web.offices import HOST


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> TlsSettings:
    """The certificate of the office's page."""
    return make_certificate(tmp_path_factory.mktemp("tls"), HOST)


@pytest.fixture(scope="session", autouse=True)
def started(pool: Pool) -> None:
    """The worker process is there before any socket is."""
