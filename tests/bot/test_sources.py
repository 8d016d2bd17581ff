"""What the command line may name."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from bot import sources
from summarizer.reading.errors import TooLargeError


@pytest.mark.parametrize(
    ("words", "day"),
    [("2022-05-19", date(2022, 5, 19)), ("19/5/2022", date(2022, 5, 19))],
)
def test_a_day_is_read_in_both_orders(words: str, day: date):
    assert sources.read_day(words) == day


@pytest.mark.parametrize("words", ["19-5-2022", "31/2/2022", "hôm nay", "", "2022"])
def test_what_is_no_day_is_refused(words: str):
    with pytest.raises(ValueError):  # noqa: PT011 (the standard library words it)
        sources.read_day(words)


def test_a_file_gives_its_bytes(tmp_path: Path):
    path = tmp_path / "tin.txt"
    path.write_bytes(b"\xef\xbb\xbftin")
    assert sources.open_source(str(path)) == b"\xef\xbb\xbftin"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("{folder}/none.txt", sources.MissingFileError),
        ("{folder}", sources.DirectorySourceError),
        ("{folder}/tin.txt/more", sources.UnreadableFileError),
        ("x" * 5000, sources.UnreadableFileError),
        ("a\0b", sources.UnreadableFileError),
        ("https://example.vn/tin.html", sources.LinkSourceError),
    ],
)
def test_a_source_that_cannot_be_had_says_why(tmp_path: Path, source: str, error: type[Exception]):
    (tmp_path / "tin.txt").write_text("tin")
    with pytest.raises(error):
        sources.open_source(source.format(folder=tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told_apart(tmp_path: Path):
    path = tmp_path / "tin.txt"
    path.touch(mode=0)
    with pytest.raises(sources.ForbiddenFileError):
        sources.open_source(str(path))


def test_a_huge_file_is_refused_before_it_fills_the_memory(tmp_path: Path):
    path = tmp_path / "tin.txt"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(TooLargeError):
        sources.open_source(str(path))


def test_a_manifest_gives_days_by_name(tmp_path: Path):
    path = tmp_path / "manifest.jsonl"
    path.write_text('{"id": "a", "published": "2022-05-19"}\n\n{"id": "b", "published": null}\n')
    assert sources.read_manifest(str(path)) == {"a": date(2022, 5, 19), "b": None}


@pytest.mark.parametrize(
    "line", ["tin", "[]", "1", '{"published": null}', '{"id": "a", "published": "nay"}', "\0"]
)
def test_a_bad_line_of_a_manifest_is_named(tmp_path: Path, line: str):
    path = tmp_path / "manifest.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n')
    with pytest.raises(sources.ManifestError) as raised:
        sources.read_manifest(str(path))
    assert raised.value.line == 2
