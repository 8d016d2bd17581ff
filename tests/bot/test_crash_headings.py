"""The running program is killed at each moment of what comes by itself: none of it is missed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.load.headings import MOMENTS, Moment, trip

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("moment", MOMENTS, ids=[moment.name for moment in MOMENTS])
def test_what_is_due_is_told_once_whenever_the_bot_is_killed(
    tmp_path: Path, moment: Moment
) -> None:
    assert asyncio.run(trip(moment, tmp_path)).faults(moment) == []
