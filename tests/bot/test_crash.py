"""The running program is killed again and again: nothing is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.load.crash import Plan, storm

pytestmark = pytest.mark.slow


def test_a_bot_that_is_killed_answers_every_article_once(tmp_path: Path) -> None:
    plan = Plan("kill", articles=10, ends=2, kills_workers=True, work=0.8)
    assert asyncio.run(storm(plan, seed=1, folder=tmp_path)).faults(plan) == []
