"""A collection as an Excel workbook: articles, documents, directives."""

from __future__ import annotations

import io
from datetime import date
from typing import Any, get_args

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from bot.render.files.collection import Collection
from bot.render.files.table import Cell, Sheet, Table, sheet_of

_LONGEST = 32_000  # letters of a cell; Excel takes 32,767
_WIDTHS = range(6, 61)  # of a column, in digits
_LINE, _TALLEST = 16.5, 409.0  # points; Excel has no taller row
_HEAD = Font(name="Times New Roman", size=12, bold=True, color="FFFFFF")
_BODY = Font(name="Times New Roman", size=12)
_FILL = PatternFill("solid", fgColor="9C1F1F")
_RULE = Border(*[Side("thin", "D0CEC6")] * 4)
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="top")  # figures touch the words beside them


def to_excel(collection: Collection) -> bytes:
    """The bytes of an .xlsx: days are days, every column can be filtered, headings stay."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title = collection.title
    book.properties.creator = "giaoban"
    sheets = [sheet_of(collection, table) for table in reversed(get_args(Table))]
    for sheet in [sheet for sheet in sheets if sheet.rows] or sheets:
        _add(book, sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _add(book: Any, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name)
    for column, heading in enumerate(sheet.headings, 1):
        _style(page.cell(1, column, heading), _HEAD).fill = _FILL
    for number, row in enumerate(sheet.rows, 2):
        for column, cell in enumerate(row, 1):
            _put(page.cell(number, column), cell)
    widths = [_width(sheet, column) for column in range(len(sheet.headings))]
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width + 1
    for number, row in enumerate(sheet.rows, 2):  # not every program finds the height itself
        lines = max(-(-len(_shown(cell)) // width) for cell, width in zip(row, widths, strict=True))
        page.row_dimensions[number].height = min(max(1, lines) * _LINE, _TALLEST)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(_shown(row[column])) for row in sheet.rows), default=0)
    return min(max(longest, len(sheet.headings[column]) + 3, _WIDTHS[0]), _WIDTHS[-1])


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _put(cell: Any, value: Cell) -> None:
    """Words stay words, whatever they begin with."""
    cell.value = value[:_LONGEST] if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith("=")
    _style(cell, _BODY)
    if not isinstance(value, str):
        cell.alignment = _MIDDLE
    if isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"


def _style(cell: Any, font: Font) -> Any:
    cell.font, cell.alignment, cell.border = font, _TOP, _RULE
    return cell
