"""Write what must be compared, but never read, as a number."""

from __future__ import annotations

from hashlib import blake2b


def short_key(*parts: str | int, bits: int = 63) -> int:
    """A number of `bits` bits for these parts, the same in every run."""
    written = "\x1f".join(map(str, parts)).encode()
    return int.from_bytes(blake2b(written, digest_size=8).digest()) >> (64 - bits)
