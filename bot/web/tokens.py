"""Make secrets that stand for somebody, and what is kept of them instead."""

from __future__ import annotations

import hashlib
import secrets


def make_token() -> str:
    """A secret of 256 bits, in letters that an address can hold."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> bytes:
    """What is kept of it: a secret that nobody can guess needs no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
