"""Keep passwords so that whoever reads them there cannot use them."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import secrets
import unicodedata

from msgspec import Struct

LEAST, MOST = 10, 200  # letters of a password


class Cost(Struct, frozen=True):
    """How much work one guess is: scrypt takes 128 · n · r bytes, p times one after another."""

    n: int
    r: int
    p: int


# 32 MB and under half a second; one of the settings of equal strength of the OWASP Password
# Storage Cheat Sheet (https://cheatsheetseries.owasp.org/, «scrypt»: N=2^15, r=8, p=3)
STRONG = Cost(2**15, 8, 3)


class Passwords:
    """Makes and checks hashes, one at a time: many attempts take no more memory than one."""

    def __init__(self, cost: Cost = STRONG) -> None:
        """Take the cost of those that are made; each says by itself what it has cost."""
        self._cost = cost
        self._one = asyncio.Lock()
        self._nobody = _write(cost, secrets.token_bytes(16), secrets.token_bytes(32))

    async def hash(self, password: str) -> str:
        """What is kept of a password."""
        salt = secrets.token_bytes(16)
        return _write(self._cost, salt, await self._work(password, salt, self._cost))

    async def is_right(self, password: str, kept: str | None) -> bool:
        """Whether it is the password; where none is kept the work is the same."""
        cost, salt, expected = _read(kept or self._nobody)
        is_equal = hmac.compare_digest(await self._work(password, salt, cost), expected)
        return is_equal and kept is not None

    async def _work(self, password: str, salt: bytes, cost: Cost) -> bytes:
        typed = unicodedata.normalize("NFKC", password)  # keyboards write «ệ» in several ways
        async with self._one:
            return await asyncio.to_thread(
                hashlib.scrypt,
                typed.encode("utf-8", "surrogatepass"),
                salt=salt,
                n=cost.n,
                r=cost.r,
                p=cost.p,
                maxmem=256 * cost.n * cost.r,
                dklen=32,
            )


def is_long_enough(password: str) -> bool:
    """Whether it may be a password at all."""
    return LEAST <= len(unicodedata.normalize("NFKC", password)) <= MOST


def _write(cost: Cost, salt: bytes, key: bytes) -> str:
    parts = (base64.b64encode(each).decode() for each in (salt, key))
    return "$".join(("scrypt", str(cost.n), str(cost.r), str(cost.p), *parts))


def _read(kept: str) -> tuple[Cost, bytes, bytes]:
    _, n, r, p, salt, key = kept.split("$")
    return Cost(int(n), int(r), int(p)), base64.b64decode(salt), base64.b64decode(key)
