"""What holds for all tests: few examples each, none fails because the machine is busy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from bot.pool import Pool
from tests.pools import shared_pool, started

settings.register_profile("giaoban", deadline=None, max_examples=50)  # more: `make robust`
settings.load_profile("giaoban")


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    """The worker process, started before any socket is open."""
    with started(shared_pool()) as made:
        yield made
