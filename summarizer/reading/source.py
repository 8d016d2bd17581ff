"""Read an article from a file of any kind that is known."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from summarizer.model import Article
from summarizer.reading.encodings import decode, mend, require_vietnamese
from summarizer.reading.errors import (
    EmptyTextError,
    EncryptedFileError,
    OldWordFileError,
    TooLargeError,
    UnknownFormatError,
)
from summarizer.reading.limits import LARGEST, LARGEST_TEXT
from summarizer.reading.paragraphs import Layout, lay_out
from summarizer.reading.text import read_text

Format = Literal["text", "html", "docx", "pdf"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97, and any Office file with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
# archives, pictures, programs, films, other writers' files
_FOREIGN = (
    b"{\\rtf", b"\x7fELF", b"MZ", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b",
    b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"%!PS", b"ID3", b"OggS", b"SQLite format 3",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1c\x1d\x1e"))
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]")


def read_source(
    data: bytes,
    name: str = "",
    *,
    published: date | None = None,
    received: date | None = None,
    url: str | None = None,
) -> Article:
    """The article in the bytes of a file; `name` is the file's, for its ending.

    Raises a ReadingError that tells what is wrong with the file.
    """
    kind = find_format(data, name)
    if kind == "html":
        return _read_page(data, published=published, received=received, url=url)
    layout = _lay_out(data, kind)
    if not _WORD.search(layout.text):
        raise EmptyTextError
    require_vietnamese(layout.text)
    return read_text(
        layout.text, published=published, received=received, url=url, known=layout.known
    )


def _read_page(
    data: bytes, *, published: date | None, received: date | None, url: str | None
) -> Article:
    from summarizer.reading.html import read_html  # noqa: PLC0415 (text needs no lxml)

    article = read_html(data, published=published, received=received, url=url)
    require_vietnamese(article.text)
    return article


def find_format(data: bytes, name: str = "") -> Format:
    """What kind of file it is: by how it begins, then by its name's ending."""
    if len(data) > LARGEST:
        raise TooLargeError
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if data.startswith(_OLE):
        raise _ole_error(data)
    if data.startswith(_FOREIGN) or _is_binary(data):
        raise UnknownFormatError
    if len(data) > LARGEST_TEXT:
        raise TooLargeError
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _MARKUP.match(
        data[:4000].lstrip(b"\xef\xbb\xbf")
    ):
        return "html"
    return "text"


def _lay_out(data: bytes, kind: Format) -> Layout:
    match kind:
        case "docx":
            from summarizer.reading.docx import read_docx  # noqa: PLC0415 (text needs no lxml)

            return lay_out(read_docx(data))
        case "pdf":
            from summarizer.reading.pdf import read_pdf  # noqa: PLC0415 (text needs no pdfium)

            return lay_out(read_pdf(data))
        case _:
            return Layout(mend(decode(data)), {})


def _ole_error(data: bytes) -> Exception:
    if _LOCKED in data:
        return EncryptedFileError()
    return OldWordFileError() if _OLD_WORD in data else UnknownFormatError()


def _is_binary(data: bytes) -> bool:
    """More control codes than any text has; UTF-16 has its zeros in every other place."""
    sample = data[:8000]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    if max(zeros) * 5 > len(sample[::2]) and min(zeros) * 20 <= max(zeros):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 100 > len(sample)
