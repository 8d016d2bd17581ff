"""Write chat and number as one id, so that a chat is a range of ids."""

from __future__ import annotations

_BITS = 32


def chat_range(chat: int) -> tuple[int, int]:
    """The first and last id that a chat's digests can have."""
    return chat << _BITS, ((chat + 1) << _BITS) - 1


def split_id(number: int) -> tuple[int, int]:
    """The chat of a digest, and its number there."""
    return divmod(number, 1 << _BITS)
