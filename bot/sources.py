"""Open what the command line names."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from summarizer.reading.errors import TooLargeError
from summarizer.reading.limits import LARGEST

STDIN = "-"


class SourceError(Exception):
    """A source cannot be had."""


class MissingFileError(SourceError):
    """There is no such file."""


class DirectorySourceError(SourceError):
    """A directory was named where a file is meant."""


class ForbiddenFileError(SourceError):
    """The file may not be read."""


class UnreadableFileError(SourceError):
    """The system cannot read the file: a broken disk, a name it does not take."""


class LinkSourceError(SourceError):
    """A link was named; the command line reads files."""


class ManifestError(SourceError):
    """A line of the manifest is not what it should be."""

    def __init__(self, path: str, line: int) -> None:
        """Keep where it stands."""
        super().__init__(path, line)
        self.path, self.line = path, line


def open_source(source: str) -> bytes:
    """The bytes of a file, or of standard input for «-»."""
    if source == STDIN:
        return _read(sys.stdin.buffer)
    if source.startswith(("http://", "https://")):
        raise LinkSourceError
    try:
        with Path(source).open("rb") as file:
            return _read(file)
    except FileNotFoundError as error:
        raise MissingFileError from error
    except IsADirectoryError as error:
        raise DirectorySourceError from error
    except PermissionError as error:
        raise ForbiddenFileError from error
    except (OSError, ValueError) as error:  # a name too long, or with a zero byte
        raise UnreadableFileError from error


def name_of(source: str) -> str:
    """The name of a source in JSON Lines: the file's stem."""
    return Path(source).stem


def read_manifest(path: str) -> dict[str, date | None]:
    """The day of publication by name of source, from JSON Lines."""
    text = open_source(path).decode("utf-8", "replace")
    days: dict[str, date | None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            published = row.get("published")
            days[str(row["id"])] = read_day(published) if published else None
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise ManifestError(path, number) from error
    return days


def read_day(words: str) -> date:
    """The day written as «2022-05-19» or «19/5/2022»; ValueError for anything else."""
    if "/" in words:
        return datetime.strptime(words, "%d/%m/%Y").date()  # noqa: DTZ007 (a day has no zone)
    return date.fromisoformat(words)


def _read(file: BinaryIO) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLargeError
    return data
