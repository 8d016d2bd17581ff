"""Take the words of a PDF from its pages, with the places they stand at."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from msgspec import Struct

from summarizer.reading.errors import BrokenFileError, EncryptedFileError, TooLargeError

_PAGES = 300
_CHARACTERS = 500_000
_IMAGES = 200  # a page
_OBJECTS = 5_000  # looked through for pictures, a page
_PASSWORD = 4  # pdfium's code of a locked file
_GAP = 0.8  # of a letter's height: a wider blank may part two columns
_LEADING = 1.2  # a line's box is so many times higher than its letters
_HYPHENS = {0x02, 0xFFFE}  # how pdfium gives a hyphen at a line's end
_SURROGATES = range(0xD800, 0xE000)


class Box(Struct, frozen=True):
    """A rectangle on a page; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Piece(Struct, frozen=True):
    """Words of one line with no wide blank between them.

    `size` is the height of its letters, `first` the width of its first word, `order` its
    place among the pieces of the file, which need not be that on the page.
    """

    text: str
    box: Box
    size: float
    first: float
    page: int
    order: int

    @property
    def middle(self) -> float:
        """How high the line stands."""
        return (self.box.bottom + self.box.top) / 2


class Page(Struct, frozen=True):
    """The words and the pictures of a page."""

    pieces: list[Piece]
    images: list[Box]


def read_pages(data: bytes) -> list[Page]:
    """The pages of a PDF. Raises BrokenFileError, EncryptedFileError or TooLargeError."""
    import pypdfium2  # noqa: PLC0415 (text needs no pdfium)

    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            return list(_pages(document))
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise EncryptedFileError from error
        raise BrokenFileError from error


def _pages(document: Any) -> Iterator[Page]:
    count = len(document)
    if count > _PAGES:
        raise TooLargeError
    if not count:
        raise BrokenFileError
    characters = 0
    for number in range(count):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            characters += text.count_chars()
            if characters > _CHARACTERS:
                raise TooLargeError
            yield Page(list(_pieces(text, number)), _images(page))


class _Word(Struct, frozen=True):
    text: str
    box: Box


def _pieces(text: Any, page: int) -> Iterator[Piece]:
    """Words are put together while the next one stands close on the same line."""
    words: list[_Word] = []
    order = 0
    for word in _words(text):
        if words and not _follows(words[-1].box, word.box):
            yield _piece(words, page, order)
            order += 1
            words = []
        words.append(word)
    if words:
        yield _piece(words, page, order)


def _words(text: Any) -> Iterator[_Word]:
    from pypdfium2 import raw  # noqa: PLC0415 (text needs no pdfium)

    letters: list[str] = []
    first = last = 0
    for index in range(text.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(text, index))
        if not letter.isspace():
            first = first if letters else index
            last = index
            letters.append(letter[0])
        if letters and letter[-1].isspace():
            yield _word(text, letters, first, last)
            letters = []
    if letters:
        yield _word(text, letters, first, last)


def _letter(code: int) -> str:
    """The letter of a code; a hyphen at a line's end comes with the line's end."""
    if code in _HYPHENS:
        return "-\n"
    if code in _SURROGATES:
        return "\ufffd"
    return " " if code < 0x20 else chr(code)


def _word(text: Any, letters: list[str], first: int, last: int) -> _Word:
    return _Word("".join(letters), _around(_box(text, first), _box(text, last)))


def _box(text: Any, index: int) -> Box:
    from pypdfium2 import raw  # noqa: PLC0415 (text needs no pdfium)

    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
        return Box(0, 0, 0, 0)
    return Box(box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )


def _follows(last: Box, box: Box) -> bool:
    """Whether a word stands right of the last one, on its line and close to it."""
    height = max(last.top - last.bottom, box.top - box.bottom)
    drift = abs((last.bottom + last.top) - (box.bottom + box.top)) / 2
    gap = box.left - last.right
    return drift < height / 2 and -height < gap < height / _LEADING * _GAP


def _piece(words: list[_Word], page: int, order: int) -> Piece:
    box = words[0].box
    for word in words:
        box = _around(box, word.box)
    heights = sorted(word.box.top - word.box.bottom for word in words)
    return Piece(
        text=" ".join(word.text for word in words),
        box=box,
        size=heights[len(heights) // 2],
        first=words[0].box.right - words[0].box.left,
        page=page,
        order=order,
    )


def _images(page: Any) -> list[Box]:
    from pypdfium2 import raw  # noqa: PLC0415 (text needs no pdfium)

    boxes: list[Box] = []
    for index in range(min(raw.FPDFPage_CountObjects(page), _OBJECTS)):
        found = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(found) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        edges = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetBounds(found, *map(ctypes.byref, edges)):
            boxes.append(Box(*(edge.value for edge in edges)))
        if len(boxes) == _IMAGES:
            break
    return boxes
