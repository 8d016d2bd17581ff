"""What all tests of the gestures need."""

from __future__ import annotations

import pytest

from bot.pool import Pool


@pytest.fixture(scope="session", autouse=True)
def started(pool: Pool) -> None:
    """The worker process is there before any socket is."""
