"""How long a test waits for what must come: far longer than it takes on a busy machine."""

from __future__ import annotations

PATIENCE = 90.0  # seconds, after which it hangs
