"""What holds for all tests: no example fails because the machine is busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("giaoban", deadline=None)  # speed is measured in `make bench`
settings.load_profile("giaoban")
