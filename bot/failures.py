"""Tell a failure to the operator: what kind and where, never its words."""

from __future__ import annotations

import traceback


def where_raised(error: BaseException) -> str:
    """«KeyError at updates.py:47»; an error's own words may hold a text, a name or the token."""
    frames = traceback.extract_tb(error.__traceback__)
    kind = type(error).__name__
    if not frames:
        return kind
    return f"{kind} at {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}"
