"""The kinds of files that digests can be had as."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from bot.render.contract import to_json
from bot.render.files.collection import Collection
from bot.render.files.csv_file import to_csv
from bot.render.files.table import sheet_of
from storage.model import Kept
from summarizer.model import Digest

Format = Literal["word", "excel", "lich", "csv", "json"]


class Kind(Struct, frozen=True):
    """How a file ends, what it is to the world, and what writes it."""

    suffix: str
    media: str
    write: Callable[[Collection], bytes]


def _word(collection: Collection) -> bytes:
    from bot.render.files.word import to_word

    return to_word(collection)


def _excel(collection: Collection) -> bytes:
    from bot.render.files.excel import to_excel

    return to_excel(collection)


def _calendar(collection: Collection) -> bytes:
    from bot.render.files.ics import to_calendar

    return to_calendar(collection)


def _csv(collection: Collection) -> bytes:
    return to_csv(sheet_of(collection, "directives"))


def _json(collection: Collection) -> bytes:
    if collection.orders is not None:
        return msgspec.json.format(msgspec.json.encode(collection.orders), indent=1)
    digests = [
        {"number": kept.number, "made": kept.made.isoformat(), **_plain(kept, digest)}
        for kept, digest in collection.digests
    ]
    return json.dumps(digests, ensure_ascii=False, indent=1).encode()


def _plain(kept: Kept, digest: Digest) -> dict[str, Any]:
    return {"corrections": len(kept.corrections), "digest": to_json(digest, with_text=True)}


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS: dict[Format, Kind] = {
    "word": Kind(".docx", f"{_OFFICE}.wordprocessingml.document", _word),
    "excel": Kind(".xlsx", f"{_OFFICE}.spreadsheetml.sheet", _excel),
    "lich": Kind(".ics", "text/calendar", _calendar),
    "csv": Kind(".csv", "text/csv", _csv),
    "json": Kind(".json", "application/json", _json),
}


class NoFormatError(Exception):
    """Nobody has said what kind of file is wanted, and its name does not tell."""


def form_of(path: Path, said: Format | None) -> Format:
    """The form that was said, or that of the file's ending; raises NoFormatError."""
    if said:
        return said
    for form, kind in KINDS.items():
        if kind.suffix == path.suffix.lower():
            return form
    raise NoFormatError(path.name)


def write_file(collection: Collection, form: Format) -> bytes:
    """The bytes of the file; runs in a worker process, which alone loads what it needs."""
    return KINDS[form].write(collection)
