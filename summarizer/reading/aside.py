"""Take all words of a file, those too that are no part of its article: for the guard."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from summarizer.reading.source import find_format

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_BLANKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_TITLES = ("Title", "Subject", "Keywords")


def read_aside(data: bytes, name: str = "") -> str:
    """Every word of a Word or PDF file, a line a paragraph; nothing of others: they are read whole.

    With heads and feet, boxes, watermarks, notes, stamps put upon a page, and the titles in
    the file's properties: there secrecy is marked, and there `read_source` does not look.
    Meant for a file that `read_source` has read: of a broken one it raises what comes.
    """
    match find_format(data, name):
        case "docx":
            return "\n".join(_of_docx(data))
        case "pdf":
            return "\n".join(_of_pdf(data))
        case _:
            return ""


def _of_docx(data: bytes) -> Iterator[str]:
    from lxml import etree  # noqa: PLC0415 (text needs no lxml)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.endswith(".xml") and part.startswith(("word/", "docProps/")):
                root = etree.fromstring(package.read(part), parser)
                if root is None:  # not XML at all
                    continue
                yield from _paragraphs(root) if part.startswith("word/") else root.itertext()


def _paragraphs(root: Any) -> Iterator[str]:
    """The words of each paragraph; one may hold a box with paragraphs of its own."""
    from lxml import etree  # noqa: PLC0415 (text needs no lxml)

    open_ones: list[list[str]] = [[]]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag == f"{_W}p":
            if event == "start":
                open_ones.append([])
            else:
                yield "".join(open_ones.pop())
        elif event == "start":
            if element.tag == f"{_W}t":
                open_ones[-1].append(element.text or "")
            elif element.tag in _BLANKS:
                open_ones[-1].append(_BLANKS[element.tag])
            elif element.tag == _WATERMARK:
                yield element.get("string", "")


def _of_pdf(data: bytes) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415 (text needs no pdfium)

    with closing(pypdfium2.PdfDocument(data)) as document:
        yield from (document.get_metadata_value(title) for title in _TITLES)
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                yield text.get_text_range()
                yield from _stamps(page)


def _stamps(page: Any) -> Iterator[str]:
    """What is written upon a page: stamps, boxes, notes."""
    import ctypes  # noqa: PLC0415 (only pages with stamps)

    from pypdfium2 import raw  # noqa: PLC0415 (text needs no pdfium)

    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        stamp = raw.FPDFPage_GetAnnot(page, number)
        size = raw.FPDFAnnot_GetStringValue(stamp, b"Contents", None, 0)
        letters = ctypes.create_string_buffer(size)
        raw.FPDFAnnot_GetStringValue(
            stamp, b"Contents", ctypes.cast(letters, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
        raw.FPDFPage_CloseAnnot(stamp)
        yield letters.raw.decode("utf-16-le", "replace").rstrip("\0")
