"""What holds for all tests: few examples each, none fails because the machine is busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("giaoban", deadline=None, max_examples=50)  # more: `make robust`
settings.load_profile("giaoban")
