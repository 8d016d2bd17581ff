"""What the command line may name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot import sources
from bot.links import ForbiddenLinkError
from summarizer.reading.errors import TooLargeError


def test_a_file_gives_its_bytes(tmp_path: Path):
    path = tmp_path / "tin.txt"
    path.write_bytes(b"\xef\xbb\xbftin")
    assert sources.open_source(str(path)) == sources.Source(b"\xef\xbb\xbftin", str(path))


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("{folder}/none.txt", sources.MissingFileError),
        ("{folder}", sources.DirectorySourceError),
        ("{folder}/tin.txt/more", sources.UnreadableFileError),
        ("x" * 5000, sources.UnreadableFileError),
        ("a\0b", sources.UnreadableFileError),
        ("HTTPS://10.0.0.1/tin.html", ForbiddenLinkError),
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
