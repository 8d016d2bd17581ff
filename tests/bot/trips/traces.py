"""Look for words in all that a bot has written to the disk."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import zstandard

from storage.packing import unpacker
from summarizer.folding import fold, strip_marks

_FRAME = b"\x28\xb5\x2f\xfd"  # how what is packed by zstd begins
_MOST = 1_000_000


def traces(folder: Path, *words: str) -> list[str]:
    """Which files hold any of the words: those of `folder`, and the temporary ones.

    Looked for as they are and without diacritics, as the index has them, in UTF-8 and
    UTF-16, plain and packed.
    """
    # by another process: SQLite would lose its locks where this one opens and closes its files
    with tempfile.TemporaryDirectory(dir=folder.parent) as copy:
        subprocess.run(["cp", "-r", folder, tempfile.gettempdir(), copy], check=True)
        return holding(Path(copy), words)


def holding(folder: Path, words: Sequence[str]) -> list[str]:
    """Which files of a folder that nobody has open hold any of the words."""
    forms = {form for each in words for form in (each, strip_marks(fold(each)))}
    needles = [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le")]
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(_holds(path.read_bytes(), needle) for needle in needles)
    )


def _holds(data: bytes, needle: bytes) -> bool:
    return needle in data or any(needle in unpacked for unpacked in _unpacked(data))


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What is packed in the data."""
    at = data.find(_FRAME)
    while at >= 0:
        stream = unpacker().decompressobj()
        with suppress(zstandard.ZstdError):
            yield stream.decompress(data[at : at + _MOST])
        at = data.find(_FRAME, at + 1)
