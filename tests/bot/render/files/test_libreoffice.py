"""LibreOffice opens what is given out, and shows every word of it."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.render.files.collection import Collection
from bot.render.files.formats import KINDS, Format, write_file
from storage.model import Kept
from tests.summarizer.events_pairs import EVENTS, by_the_province, digest_of

SOFFICE = shutil.which("soffice")
NOW = datetime(2025, 10, 20, 3, 0, tzinfo=UTC)
TOLD = EVENTS[:4]
DEADLINES = ("30/03/2026", "30/11/2025", "15/10/2025", "30/09/2025")
_UTF8 = {"word": "txt:Text (encoded):UTF8", "excel": "csv:Text - txt - csv (StarCalc):44,34,76,1"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        SOFFICE is None, reason="LibreOffice is not here (apt install libreoffice-writer-nogui ...)"
    ),
]


def opened(form: Format, folder: Path) -> str:
    """What LibreOffice reads in the file, as text."""
    kept = tuple(
        Kept(number, number, 1, NOW, digest_of(by_the_province(event)))
        for number, event in enumerate(TOLD, 1)
    )
    path = folder / f"tin{KINDS[form].suffix}"
    path.write_bytes(write_file(Collection("Bản tin ngày 20/10/2025", NOW, kept), form))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    subprocess.run(
        [str(SOFFICE), home, "--headless", "--convert-to", _UTF8[form], "--outdir", folder, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"tin.{_UTF8[form].partition(':')[0]}").read_text(encoding="utf-8-sig")


def test_the_word_file_shows_every_article_and_demand(tmp_path: Path) -> None:
    words = " ".join(opened("word", tmp_path).split())
    for event in TOLD:
        assert event.topic in words
        assert event.chair in words
    for deadline in DEADLINES:
        assert deadline in words
    assert "BẢN TIN NGÀY 20/10/2025" in words


def test_the_workbook_shows_every_directive_with_its_day(tmp_path: Path) -> None:
    head, *rows = csv.reader(opened("excel", tmp_path).splitlines())
    assert head[:3] == ["STT", "Việc", "Người giao"]
    assert [row[4] for row in rows] == sorted(DEADLINES, key=lambda day: day.split("/")[::-1])
    assert {row[2] for row in rows} == {event.chair for event in TOLD}
