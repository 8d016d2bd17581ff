"""Read the days of publication that are told beside the sources."""

from __future__ import annotations

import json
from datetime import date, datetime

from bot.sources import SourceError, read_file


class ManifestError(SourceError):
    """A line of the manifest is not what it should be."""

    def __init__(self, path: str, line: int) -> None:
        """Keep where it stands."""
        super().__init__(path, line)
        self.path, self.line = path, line


def read_manifest(path: str) -> dict[str, date | None]:
    """The day of publication by name of source, from JSON Lines; raises SourceError."""
    text = read_file(path).decode("utf-8", "replace")
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
