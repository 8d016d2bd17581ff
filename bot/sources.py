"""Open what the command line names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from summarizer.reading.errors import TooLargeError
from summarizer.reading.limits import LARGEST

STDIN = "-"
_LINK = ("http://", "https://")


class Source(Struct, frozen=True):
    """What is to be read: its bytes, a name whose ending tells its kind, its link if any."""

    data: bytes
    name: str
    url: str | None = None


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


def open_source(source: str) -> Source:
    """The page behind a link, the file of a name, or standard input for «-».

    Raises a SourceError or TooLargeError; for a link ForbiddenLinkError or a FetchError.
    """
    if source.lower().startswith(_LINK):
        from bot.download import download  # noqa: PLC0415 (files need no aiohttp)

        return download(source)
    return Source(read_file(source), source)


def read_file(path: str) -> bytes:
    """The bytes of a file, or of standard input for «-»; raises SourceError or TooLargeError."""
    if path == STDIN:
        return _read(sys.stdin.buffer)
    try:
        with Path(path).open("rb") as file:
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


def _read(file: BinaryIO) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLargeError
    return data
