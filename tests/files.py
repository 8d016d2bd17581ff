"""Lay an article out as a DOCX or a PDF file, the way that offices and papers do."""

from __future__ import annotations

import atexit
import io
import os
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal, get_args

import docx
import fontpkg_noto_sans
from docx.enum.text import WD_ALIGN_PARAGRAPH
from fontTools import subset
from fontTools.ttLib import TTFont
from fpdf import FPDF
from PIL import Image

from summarizer.model import BlockKind
from summarizer.reading.text import read_text

RUNNING_HEAD = "Bản tin nội bộ của Văn phòng – lưu hành trong cơ quan"
Line = tuple[BlockKind, str]
# flush on both sides with space between paragraphs; ragged; indents and no space; two columns
Layout = Literal["report", "letter", "book", "newspaper"]
LAYOUTS = get_args(Layout)


def lines_of(text: str) -> list[Line]:
    """The blocks of a plain text, as kind and words."""
    article = read_text(text)
    return [(block.kind, article.quote(block.span)) for block in article.blocks]


def to_docx(text: str) -> bytes:
    """Headline and captions by style, lead in bold, byline at the right, a running head."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = RUNNING_HEAD
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    for kind, words in lines_of(text):
        style = {"title": "Title", "heading": "Heading 2", "caption": "Caption"}.get(kind)
        if kind == "caption":
            document.add_picture(io.BytesIO(picture()))
        paragraph = document.add_paragraph(style=style)
        paragraph.add_run(words).bold = kind == "lead" or None
        if kind == "byline":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def to_pdf(text: str, layout: Layout = "report", *, head: str = RUNNING_HEAD) -> bytes:
    """Pages with running heads and numbers, their lines wrapped."""
    pdf = _Paper("P", "mm", "A4" if layout == "newspaper" else (148, 210))
    pdf.head = head
    pdf.add_font("Noto", "", _font())
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.add_page()
    lines = lines_of(text)
    if layout in {"report", "letter"}:
        for kind, words in lines:
            _set_line(pdf, kind, words, layout)
        return bytes(pdf.output())
    first = next(number for number, line in enumerate(lines) if line[0] == "title")
    for kind, words in lines[: first + 1]:
        _set_line(pdf, kind, words, layout)
    pdf.set_font("Noto", size=10)
    is_book = layout == "book"
    columns = pdf.text_columns(ncols=1 if is_book else 2, gutter=8, line_height=1.2)
    with columns as page:
        for kind, words in lines[first + 1 :]:
            with page.paragraph(
                text_align="R" if kind == "byline" else "J",
                first_line_indent=8 if is_book and kind != "byline" else 0,
                bottom_margin=0 if is_book else 3,
            ) as paragraph:
                paragraph.write(words)
    return bytes(pdf.output())


def to_newspaper(text: str) -> bytes:
    """A page in two columns under one headline."""
    return to_pdf(text, "newspaper")


_SIZES: dict[BlockKind, float] = {"title": 17, "heading": 13, "caption": 9}


class _Paper(FPDF):
    head = ""

    def header(self) -> None:
        self.set_font("Noto", size=8)
        self.cell(0, 8, self.head, align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Noto", size=8)
        self.cell(0, 8, str(self.page_no()), align="C")


def _set_line(pdf: FPDF, kind: BlockKind, words: str, layout: Layout) -> None:
    size = _SIZES.get(kind, 11)
    if kind == "caption":
        pdf.image(io.BytesIO(picture()), w=60, h=20, x="C")
    pdf.set_font("Noto", size=size)
    align = {"byline": "R", "caption": "C", "title": "C"}.get(
        kind, "L" if layout == "letter" else "J"
    )
    pdf.multi_cell(0, size * 0.5, words, align=align, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)


@cache
def picture() -> bytes:
    """A grey rectangle as PNG."""
    file = io.BytesIO()
    Image.new("RGB", (60, 20), "grey").save(file, "PNG")
    return file.getvalue()


@cache
def _font() -> Path:
    """Noto Sans with the letters of Vietnamese alone, which is far quicker to embed."""
    font = TTFont(fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf")
    for table in ("fvar", "gvar", "avar", "HVAR", "MVAR", "STAT", "GPOS", "GSUB", "GDEF"):
        del font[table]
    cut = subset.Subsetter()
    cut.populate(unicodes=[*range(0x20, 0x250), *range(0x1EA0, 0x1EFA), *range(0x2010, 0x2040)])
    cut.subset(font)
    folder = Path(mkdtemp())
    atexit.register(_remove, folder, os.getpid())
    path = folder / "NotoSans.ttf"
    font.save(path)
    return path


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # since Python 3.13 a forked worker runs this too when it ends
        shutil.rmtree(folder)
