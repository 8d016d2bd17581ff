"""Read the word lists: `lexicon/*.tsv`, a comment line, a header line, then rows.

Cells are tab-separated; `|` separates alternatives inside a cell.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.tsv, each a mapping from column to cell.

    Raises FileNotFoundError where there is no such list.
    """
    text = (resources.files(__name__) / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:])


def alternatives(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, such as «BCT|Bộ CT»."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
