"""Unpack a page while it comes, no further than there is room."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from bot.fetch_errors import NotReadableError, PageTooLargeError


def unpacker(encoding: str, room: int) -> Callable[[bytes], bytes]:
    """What turns the bytes on the wire into those of the page, at most `room` and one."""
    if encoding == "identity":
        return bytes
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise NotReadableError(encoding)
    stream = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib by its head
    left = room + 1

    def unpack(chunk: bytes) -> bytes:
        nonlocal left
        try:
            part = stream.decompress(chunk, left)
        except zlib.error as error:
            raise NotReadableError(encoding) from error
        left -= len(part)
        if left <= 0 or stream.unused_data:  # a second member would start again
            raise PageTooLargeError(encoding)
        return part

    return unpack
