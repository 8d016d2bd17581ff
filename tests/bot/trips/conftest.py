"""One set of worker processes for all trips, one bot for each module."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.pool import Pool
from tests.bot.trips.bot import Bot, serving
from tests.pools import started

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Raw updates are meant (bot/telegram/channel.py); one filter outlives one test alone."""
    mark = pytest.mark.filterwarnings("ignore:Please use 'Bot.getUpdates'")
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(mark)


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    """Worker processes, started before any socket is open; their temporary files are seen."""
    before = tempfile.tempdir
    tempfile.tempdir = str(tmp_path_factory.mktemp("temporary"))
    with started(Pool(1)) as made:
        yield made
    tempfile.tempdir = before


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, pool: Pool) -> Iterator[Bot]:
    """A bot that serves."""
    with serving(tmp_path_factory.mktemp("bot"), pool) as made:
        yield made


@pytest.fixture
def patient(tmp_path: Path, pool: Pool) -> Iterator[Bot]:
    """A bot that waits long for the rest of a cut text; it goes on at once when that comes."""
    with serving(tmp_path / "bot", pool, burst=20.0) as made:
        yield made
