"""Write anew what the documents quote from the program: `python -m tests.documents`.

A quotation stands between `<!-- made by: COMMAND -->` and `<!-- end -->`; COMMAND is what
Python is given to run.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

_QUOTED = re.compile(r"<!-- made by: (?P<command>[^\n]+) -->\n.*?<!-- end -->\n", re.DOTALL)


def renewed(page: str) -> str:
    """The page with every quotation as the program says it now."""
    return _QUOTED.sub(_quotation, page)


def _quotation(match: re.Match[str]) -> str:
    said = _said(match["command"])
    fenced = said if said.startswith("```") else f"```text\n{said}```\n"
    return f"<!-- made by: {match['command']} -->\n{fenced}<!-- end -->\n"


def _said(command: str) -> str:
    done = subprocess.run(
        [sys.executable, *shlex.split(command)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
