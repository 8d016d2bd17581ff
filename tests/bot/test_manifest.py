"""The days of publication beside the sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.manifest import ManifestError, read_day, read_manifest


@pytest.mark.parametrize(
    ("words", "day"),
    [("2022-05-19", date(2022, 5, 19)), ("19/5/2022", date(2022, 5, 19))],
)
def test_a_day_is_read_in_both_orders(words: str, day: date):
    assert read_day(words) == day


@pytest.mark.parametrize("words", ["19-5-2022", "31/2/2022", "hôm nay", "", "2022"])
def test_what_is_no_day_is_refused(words: str):
    with pytest.raises(ValueError):  # noqa: PT011 (the standard library words it)
        read_day(words)


def test_a_manifest_gives_days_by_name(tmp_path: Path):
    path = tmp_path / "manifest.jsonl"
    path.write_text('{"id": "a", "published": "2022-05-19"}\n\n{"id": "b", "published": null}\n')
    assert read_manifest(str(path)) == {"a": date(2022, 5, 19), "b": None}


@pytest.mark.parametrize(
    "line", ["tin", "[]", "1", '{"published": null}', '{"id": "a", "published": "nay"}', "\0"]
)
def test_a_bad_line_of_a_manifest_is_named(tmp_path: Path, line: str):
    path = tmp_path / "manifest.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n')
    with pytest.raises(ManifestError) as raised:
        read_manifest(str(path))
    assert raised.value.line == 2
