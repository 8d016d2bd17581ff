"""The forms the database has had: small numbered steps; a released one never changes."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("giaoban")

for name in sorted(module.name for module in iter_modules(__path__)):
    MIGRATIONS(name=name.removeprefix("m"))(import_module(f"{__name__}.{name}").apply)
