"""A page as it was downloaded, and what it may hold."""

from __future__ import annotations

from msgspec import Struct

from bot.fetch_errors import NotReadableError

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
FILES = frozenset({"application/pdf", _DOCX, "application/octet-stream", "binary/octet-stream"})
_MAGIC = (b"%PDF-", b"PK\x03\x04")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class Page(Struct, frozen=True):
    """What was downloaded: the last address, the declared type, the bytes.

    The declared charset is left out: how the letters are coded is read from the bytes,
    which never lie about it.
    """

    url: str
    type: str
    body: bytes

    @property
    def name(self) -> str:
        """A file's name that tells the kind; documents tell theirs by how they begin."""
        return "page.txt" if self.type == "text/plain" else "page.html"


def check_kind(kind: str) -> None:
    """Raise NotReadableError for a type that holds neither page nor document."""
    if kind not in PAGES | FILES:
        raise NotReadableError(kind)


def check_magic(kind: str, body: bytes) -> None:
    """Raise NotReadableError where the bytes are not what the type says."""
    is_document = body.startswith(_MAGIC)
    is_binary = b"\x00" in body[:1024] and not body.startswith(_WIDE)
    if kind in PAGES and (is_document or is_binary):
        raise NotReadableError(kind)
    if kind in FILES and not is_document:
        raise NotReadableError(kind)
