"""A table as CSV that Excel opens rightly by a double click."""

from __future__ import annotations

import csv
import io
from datetime import date

from bot.render.files.table import Cell, Sheet

_STARTS = ("=", "+", "-", "@", "\t", "\r")  # Excel would compute what begins so (OWASP)


def to_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a mark, days as 19/05/2022; words that look like a formula get a «'»."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(sheet.headings)
    writer.writerows([_cell(cell) for cell in row] for row in sheet.rows)
    return lines.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, str) and cell.startswith(_STARTS):
        return f"'{cell}"
    return cell
