"""The rows of a collection as tables with headings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import astuple

from bot import texts
from bot.render.files.collection import Collection

Cell = str | int | date | None
Table = Literal["articles", "documents", "directives"]


class Sheet(Struct, frozen=True):
    """A table: its name, a heading for each column, the rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet_of(collection: Collection, table: Table) -> Sheet:
    """One table of a collection; directives with the nearest deadline first."""
    match table:
        case "articles":
            return Sheet(texts.ARTICLES, texts.ARTICLE_COLUMNS, _rows(collection.articles()))
        case "documents":
            return Sheet(texts.DOCUMENTS, texts.DOCUMENT_COLUMNS, _rows(collection.documents()))
        case "directives":
            orders = sorted(
                collection.directives(),
                key=lambda row: (row.deadline or date.max, f"{row.article:>12}"),
            )
            rows = tuple((number, *astuple(row)[1:]) for number, row in enumerate(orders, 1))
            return Sheet(texts.DIRECTIVES, texts.DIRECTIVE_COLUMNS, rows)


def _rows(structs: Iterator[Struct]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(astuple(row) for row in structs)
