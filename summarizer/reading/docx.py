"""Read the paragraphs of a Word file (.docx)."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from summarizer.model import BlockKind
from summarizer.reading.errors import (
    BrokenFileError,
    EncryptedFileError,
    TooLargeError,
    UnknownFormatError,
)
from summarizer.reading.numbering import Numbering
from summarizer.reading.paragraphs import Paragraph

_Element = Any  # of lxml, which ships no types

_MAIN = "word/document.xml"
_XML_LIMIT = 50 * 2**20  # bytes of all XML, unpacked
_LIMIT = 200 * 2**20  # bytes of all parts, unpacked
_RATIO = 100  # times smaller than its content: no writer packs that tight
_SMALL = 2**20
_PARTS = 5_000
_PARAGRAPHS = 50_000
_DOCTYPE = (
    b"<!DOCTYPE",
    b"<!ENTITY",
    "<!DOCTYPE".encode("utf-16-le"),
    "<!DOCTYPE".encode("utf-16-be"),
)
# what zipfile, lxml and python-docx raise for a damaged file
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, KeyError, ValueError,
    IndexError, AttributeError, TypeError, NotImplementedError, AssertionError, SyntaxError,
    RecursionError,
)  # fmt: skip
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_ASIDE = {
    f"{_W}txbxContent",
    f"{_W}del",
    f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_PICTURES = (f"{_W}drawing", f"{_W}pict")
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LINE = 300  # letters: no caption, byline or heading is longer


def read_docx(data: bytes) -> list[Paragraph]:
    """The paragraphs and table rows of the body, in order.

    Headers, footers, text boxes, comments and deleted words are left out.
    """
    _check(data)
    import docx  # noqa: PLC0415 (half a second that text never needs)

    try:
        document = docx.Document(io.BytesIO(data))
        return list(_Body(document).paragraphs())
    except _BROKEN as error:
        raise BrokenFileError from error


def _check(data: bytes) -> None:
    """Look into the directory of the file before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_sizes(package.infolist())
            _check_parts(package)
    except _BROKEN as error:
        raise BrokenFileError from error
    except RuntimeError as error:  # zipfile's word for a locked part
        raise EncryptedFileError from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if _MAIN not in names:
        raise UnknownFormatError
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedFileError
    xml = sum(part.file_size for part in parts if _is_xml(part))
    whole = sum(part.file_size for part in parts)
    if len(parts) > _PARTS or xml > _XML_LIMIT or whole > _LIMIT:
        raise TooLargeError
    if any(p.file_size > max(_SMALL, p.compress_size * _RATIO) for p in parts):
        raise TooLargeError


def _check_parts(package: zipfile.ZipFile) -> None:
    for part in package.infolist():
        if _is_xml(part):
            xml = package.read(part)
            if any(mark in xml for mark in _DOCTYPE):  # no writer declares entities
                raise BrokenFileError
            if part.filename == "[Content_Types].xml" and b"macroEnabled" in xml:
                raise UnknownFormatError


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".rels"))


class _Body:
    """The body of a document, with what its styles and lists mean."""

    def __init__(self, document: Any) -> None:
        self._body: _Element = document.element.body
        self._styles = _read_styles(document)
        self._numbering = Numbering(document)
        self._count = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        yield from self._read(self._body)

    def _read(self, parent: _Element) -> Iterator[Paragraph]:
        pictured = False  # the paragraph above holds a picture
        for child in parent.iterchildren():
            if child.tag == f"{_W}p":
                paragraph = self._paragraph(child, pictured=pictured)
                has_picture = any(next(child.iter(tag), None) is not None for tag in _PICTURES)
                pictured = has_picture or (pictured and not paragraph.text)
                yield paragraph
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag not in _ASIDE:
                yield from self._read(child)  # content controls, tracked insertions

    def _table(self, table: _Element) -> Iterator[Paragraph]:
        """A row of several cells is a line; a cell of its own is laid-out text."""
        pictured = False
        for row in table.iterchildren(f"{_W}tr"):
            cells = [list(self._read(cell)) for cell in row.iterchildren(f"{_W}tc")]
            filled = [cell for cell in cells if any(part.text for part in cell)]
            if len(filled) == 1:
                for part in filled[0]:
                    kind = "caption" if pictured and len(part.text) < _LINE else part.kind
                    yield Paragraph(part.text, kind)
            elif filled:
                lines = (" ".join(part.text for part in cell if part.text) for cell in filled)
                yield Paragraph(" | ".join(line.replace("\n", " ") for line in lines), None)
            pictured = any(next(row.iter(tag), None) is not None for tag in _PICTURES)

    def _paragraph(self, element: _Element, *, pictured: bool) -> Paragraph:
        self._count += 1
        if self._count > _PARAGRAPHS:
            raise TooLargeError
        text = "".join(_letters(element)).strip()
        look = _Look(element, self._styles)
        label = self._numbering.label(element, look.style) if text else ""
        return Paragraph(label + text, look.kind(text, pictured=pictured))


class _Look:
    """How a paragraph is set."""

    def __init__(self, element: _Element, styles: dict[str, str]) -> None:
        self.style = _value(element, "pStyle") or ""
        self._name = styles.get(self.style, "").lower()
        self._side = _value(element, "jc")
        runs = [run for run in element.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
        self._is_bold = bool(runs) and all(_is_on(run, "b") for run in runs)
        self._is_italic = bool(runs) and all(_is_on(run, "i") for run in runs)

    def kind(self, text: str, *, pictured: bool) -> BlockKind | None:
        """What the setting says of `text`; `pictured`: a picture stands above it."""
        heading = _HEADING.fullmatch(self._name)
        is_bold_text = self._is_bold and len(text) > _LINE // 3 and text.endswith((".", "…"))
        is_under_picture = pictured and (self._is_italic or self._side == "center")
        claims: dict[BlockKind, bool] = {
            "title": self._name == "title" or (heading is not None and heading[1] == "1"),
            "heading": heading is not None and len(text) < _LINE,
            "lead": (self._name == "subtitle" or is_bold_text) and len(text) < 2 * _LINE,
            "caption": (self._name == "caption" or is_under_picture) and len(text) < _LINE,
            "byline": self._side in {"right", "end"} and len(text) < _LINE // 3,
        }
        return next((kind for kind, holds in claims.items() if holds and text), None)


def _letters(element: _Element) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _LETTERS:
            yield _LETTERS[child.tag]
        elif child.tag not in _ASIDE and child.tag != f"{_W}pPr":
            yield from _letters(child)


def _value(element: _Element, name: str) -> str | None:
    found = element.find(f"{_W}pPr/{_W}{name}")
    return None if found is None else found.get(f"{_W}val")


def _is_on(run: _Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in {"0", "false", "none"}


def _read_styles(document: Any) -> dict[str, str]:
    """Style names by id."""
    names = {}
    for style in document.styles.element.iterchildren(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "")
    return names
