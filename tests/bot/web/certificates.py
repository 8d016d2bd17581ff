"""Certificates for the tests, made by openssl in the time of a test."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bot.settings import TlsSettings

_MAKE = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 2 -noenc".split()


def make_certificate(folder: Path, host: str, *, name: str = "tls") -> TlsSettings:
    """A certificate of a host, signed by itself, and its key."""
    made = TlsSettings(folder / f"{name}.crt", folder / f"{name}.key")
    names = ["-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"]
    files = ["-out", str(made.certificate), "-keyout", str(made.key)]
    subprocess.run([*_MAKE, *names, *files], check=True, capture_output=True)
    return made
