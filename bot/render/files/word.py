"""A collection as a Word file in the manner of an office's papers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from msgspec.structs import replace

from bot import texts
from bot.render.facts import title_of
from bot.render.files.collection import Collection
from bot.render.files.table import Cell, sheet_of
from bot.render.lines import Line, Piece, printable
from bot.render.page import lay_out
from bot.render.shaping import day
from bot.texts import export as words
from storage.model import Kept

_FONT = "Times New Roman"
# page and letters as Decree 30/2020/NĐ-CP, annex I, asks of offices' papers
_MARGINS = {"top": 2.0, "bottom": 2.0, "left": 3.0, "right": 1.5}  # cm
_SIZE = Pt(13)
_COLUMNS = (1.3, 6.3, 2.7, 2.9, 2.2, 1.1)  # cm; together the width between the margins
_RED = RGBColor(0x9C, 0x1F, 0x1F)


class _End:
    """The end of a paper, before which paragraphs are added.

    To add one to the paper itself, python-docx looks through all that stand there, and to give
    it a style by its name through all styles.
    """

    def __init__(self, paper: Any) -> None:
        self._end = paper.add_paragraph()
        self._styles = {level: paper.styles[f"Heading {level}"].style_id for level in (1, 2, 3)}

    def add_paragraph(self, text: str = "") -> Any:
        return self._end.insert_paragraph_before(text)

    def add_heading(self, text: str, level: int) -> Any:
        heading = self.add_paragraph(text)
        heading._p.style = self._styles[level]  # noqa: SLF001 (python-docx has no verb)
        return heading

    def remove(self) -> None:
        self._end._p.getparent().remove(self._end._p)  # noqa: SLF001 (python-docx has no verb)


def to_word(collection: Collection) -> bytes:
    """The bytes of a .docx: the directives in one table, then each digest, then the sources."""
    paper = docx.Document()
    _lay_out_pages(paper, collection)
    title = paper.add_paragraph(style="Title")
    title.add_run(collection.title.upper())
    under = paper.add_paragraph(_made(collection))
    under.alignment = WD_ALIGN_PARAGRAPH.CENTER
    under.runs[0].italic = True
    number = iter(("I", "II", "III"))
    orders = sheet_of(collection, "directives")
    if orders.rows:
        paper.add_heading(f"{next(number)}. {texts.ORDERS_HEADING}", 1)
        _add_table(paper, texts.WORD_COLUMNS, [row[:6] for row in orders.rows])
    if collection.kept:
        paper.add_heading(f"{next(number)}. {texts.ARTICLES_HEADING}", 1)
        end = _End(paper)
        for kept in collection.kept:
            _add_digest(end, kept)
        _add_sources(end, collection, next(number))
        end.remove()
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def _lay_out_pages(paper: Any, collection: Collection) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for side, size in _MARGINS.items():
        setattr(section, f"{side}_margin", Cm(size))
    sizes = {"Normal": _SIZE, "Title": Pt(16), "Heading 1": Pt(14), "Heading 2": _SIZE}
    for name, size in (sizes | {"Heading 3": _SIZE}).items():
        font = paper.styles[name].font
        font.name, font.size = _FONT, size
        properties = paper.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            properties.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            properties.attrib.pop(qn(theme), None)
        if name != "Normal":
            font.bold, font.color.rgb = True, RGBColor(0, 0, 0)
    title = paper.styles["Title"].paragraph_format
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in paper.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    space = paper.styles["Normal"].paragraph_format
    space.space_after, space.line_spacing = Pt(3), 1.1
    paper.core_properties.title = collection.title
    paper.core_properties.author = "giaoban"
    paper.core_properties.created = paper.core_properties.modified = collection.made
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(foot, "PAGE")
    foot.add_run("/")
    _add_field(foot, "NUMPAGES")


def _made(collection: Collection) -> str:
    made = collection.made
    moment = texts.MADE_AT.format(day=day(made), time=f"{made:%H:%M}")
    if collection.orders is not None:
        return f"{moment}, {words.ORDERS.format(count=len(collection.orders))}"
    return f"{moment}, {words.ARTICLES.format(count=len(collection.kept))}"


def _add_table(paper: Any, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    table = paper.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        _write(cell, heading, is_head=True)
    _mark(table.rows[0], "w:tblHeader")
    for column, width in zip(table.columns, _COLUMNS, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the column, Word by the cells
        for cell in column.cells:  # those of the heading; a row takes the columns' widths
            cell.width = Cm(width)
    for row in rows:
        line = table.add_row()
        _mark(line, "w:cantSplit")
        for cell, value in zip(line.cells, row, strict=True):
            _write(cell, value)


def _write(cell: Any, value: Cell, *, is_head: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(_shown(value))
    run.font.size = Pt(11)
    if is_head:
        run.bold = True
    if is_head or not isinstance(value, str):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_digest(end: _End, kept: Kept) -> None:
    """The digest as it stands in the chat but its directives: these are in the table."""
    heading = end.add_heading(f"{kept.name}. {title_of(kept.digest)}", 2)
    heading.paragraph_format.keep_with_next = True
    told = replace(kept.digest, directives=())
    for line in lay_out(told, kept.corrections):
        styles = {piece.style for piece in line.pieces}
        if styles & {"title", "link"} or not (line.pieces or line.label.text):
            continue
        if "section" in styles:
            end.add_heading(line.pieces[0].text.capitalize(), 3)
        else:
            _add_line(end.add_paragraph(), line)


def _add_line(paragraph: Any, line: Line) -> None:
    indent = 0.25 * line.indent
    if line.column and not line.label.text:
        indent += 0.5
    paragraph.paragraph_format.left_indent = Cm(indent)
    if line.label.text:
        mark = " " if line.label.text == "•" else ": "
        _add_run(paragraph, Piece(printable(line.label.text) + mark, line.label.style))
    for index, piece in enumerate(line.pieces):
        words = printable(piece.text)
        _add_run(paragraph, Piece(words if index == 0 else f" {words}", piece.style))


def _add_run(paragraph: Any, piece: Piece) -> None:
    run = paragraph.add_run(piece.text)
    if piece.style in {"name", "deadline"}:
        run.bold = True
    if piece.style in {"label", "faint"}:
        run.italic = True
    if piece.style == "deadline":
        run.font.color.rgb = _RED


def _add_sources(end: _End, collection: Collection, number: str) -> None:
    end.add_heading(f"{number}. {texts.SOURCES_HEADING}", 1)
    for row in collection.articles():
        told = [row.title]
        told += [f"{texts.PUBLISHED.lower()} {day(row.published)}"] if row.published else []
        told += [row.url] if row.url else []
        end.add_paragraph(printable(f"{row.number}. " + ", ".join(told)))


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (python-docx has no verb)


def _add_field(paragraph: Any, code: str) -> None:
    """A field that Word counts itself."""
    for kind, said in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = said
        run._r.append(element)  # noqa: SLF001 (python-docx has no verb)


def _shown(value: Cell) -> str:
    if value is None:
        return ""
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
