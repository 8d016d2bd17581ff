from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.reading.docx import read_docx
from summarizer.reading.errors import (
    BrokenFileError,
    EncryptedFileError,
    ReadingError,
    TooLargeError,
    UnknownFormatError,
)
from summarizer.reading.paragraphs import Paragraph
from summarizer.reading.source import read_source
from summarizer.reading.text import read_text
from tests import files

GOLD = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "gold").glob("*.txt"))
}


def saved(write: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rezipped(data: bytes, parts: dict[str, bytes]) -> bytes:
    """A file with some parts changed or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in (kept | parts).items():
            new.writestr(name, content)
    return file.getvalue()


PLAIN = saved(lambda document: document.add_paragraph("Hội nghị tổng kết công tác năm"))


@pytest.mark.parametrize("name", GOLD)
def test_an_article_in_word_has_the_blocks_of_its_plain_text(name: str):
    article = read_source(files.to_docx(GOLD[name]))
    blocks = [(block.kind, article.quote(block.span)) for block in article.blocks]
    assert blocks == files.lines_of(GOLD[name])
    assert article.published == read_text(GOLD[name]).published


def test_styles_tell_headline_heading_and_caption():
    def write(document: Document) -> None:
        document.add_heading("Bí thư Tỉnh ủy làm việc với huyện", level=1)
        document.add_paragraph("Sáng 5/3, Thường trực Tỉnh ủy làm việc tại huyện.")
        document.add_heading("Tháo gỡ khó khăn", level=2)
        document.add_paragraph("Đồng chí Bí thư phát biểu", style="Caption")

    assert [part.kind for part in read_docx(saved(write))] == ["title", None, "heading", "caption"]


def test_list_items_get_their_numbers():
    def write(document: Document) -> None:
        for words, style in [
            ("Rà soát quy hoạch", "List Number"),
            ("Giải ngân vốn đầu tư", "List Number"),
            ("Xã Tân Lập", "List Bullet"),
        ]:
            document.add_paragraph(words, style=style)

    assert [part.text for part in read_docx(saved(write))] == [
        "1. Rà soát quy hoạch",
        "2. Giải ngân vốn đầu tư",
        "- Xã Tân Lập",
    ]


def test_a_table_row_is_a_line_and_a_single_cell_is_text():
    def write(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Sở Xây dựng", "trước 15/6"
        table.cell(1, 0).text = "Hội nghị bắt đầu lúc 8 giờ."

    assert [part for part in read_docx(saved(write)) if part.text] == [
        Paragraph("Sở Xây dựng | trước 15/6"),
        Paragraph("Hội nghị bắt đầu lúc 8 giờ."),
    ]


def test_what_stands_under_a_picture_in_italics_or_in_its_table_is_a_caption():
    def write(document: Document) -> None:
        document.add_picture(io.BytesIO(files.picture()))
        document.add_paragraph().add_run("Bí thư phát biểu").italic = True
        document.add_paragraph("Hội nghị diễn ra trong một ngày.")
        table = document.add_table(rows=2, cols=1)
        table.cell(0, 0).paragraphs[0].add_run().add_picture(io.BytesIO(files.picture()))
        table.cell(1, 0).text = "Các đại biểu dự hội nghị"

    kinds = [(part.text, part.kind) for part in read_docx(saved(write)) if part.text]
    assert kinds == [
        ("Bí thư phát biểu", "caption"),
        ("Hội nghị diễn ra trong một ngày.", None),
        ("Các đại biểu dự hội nghị", "caption"),
    ]


def test_inserted_words_are_read_and_deleted_words_and_text_boxes_are_not():
    def write(document: Document) -> None:
        run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
        document.element.body.insert(
            0,
            parse_xml(
                f"<w:p {nsdecls('w')}>{run.format('Chủ tịch ')}<w:ins w:id='1'>"
                f"{run.format('UBND tỉnh')}</w:ins><w:del w:id='2'><w:r><w:delText>huyện"
                f"</w:delText></w:r></w:del><w:smartTag>{run.format(' yêu cầu')}</w:smartTag>"
                f"<w:r><w:pict><w:txbxContent><w:p>{run.format('Quảng cáo')}</w:p>"
                f"</w:txbxContent></w:pict></w:r></w:p>"
            ),
        )

    assert read_docx(saved(write))[0].text == "Chủ tịch UBND tỉnh yêu cầu"


def test_running_heads_are_left_out():
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "CÔNG BÁO TỈNH"
        document.add_paragraph("Hội nghị tổng kết")

    assert [part.text for part in read_docx(saved(write))] == ["Hội nghị tổng kết"]


BOMB = b"<w:document>" + b"<w:p/>" * 5_000_000 + b"</w:document>"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"word/document.xml": BOMB}, TooLargeError),
        ({"word/media/image1.bmp": bytes(30 * 2**20)}, TooLargeError),
        ({"word/document.xml": LAUGHS}, BrokenFileError),
        ({"word/document.xml": LAUGHS.decode().encode("utf-16")}, BrokenFileError),
        ({"word/styles.xml": OUTSIDE}, BrokenFileError),
        ({"word/document.xml": b""}, BrokenFileError),
        ({"word/document.xml": b"<a><b></a>"}, BrokenFileError),
        ({"word/document.xml": b"<a>" * 5000}, BrokenFileError),
        ({"[Content_Types].xml": b"<a/>"}, BrokenFileError),
        ({"_rels/.rels": b"<a/>"}, BrokenFileError),
        (
            {"[Content_Types].xml": b"<Types>word.document.macroEnabled.main+xml</Types>"},
            UnknownFormatError,
        ),
    ],
)
def test_a_hostile_or_broken_file_is_refused(parts: dict[str, bytes], error: type[ReadingError]):
    with pytest.raises(error):
        read_docx(rezipped(PLAIN, parts))


def test_another_archive_is_no_article():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UnknownFormatError):
        read_docx(file.getvalue())


def test_a_part_with_a_password_is_told():
    data = bytearray(PLAIN)
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(header)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(header, place + 1)
    with pytest.raises(EncryptedFileError):
        read_docx(bytes(data))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_broken(share: float):
    with pytest.raises(BrokenFileError):
        read_docx(PLAIN[: int(len(PLAIN) * share)])


@given(
    st.lists(
        st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), min_size=1, max_size=20
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_flipped_bytes_give_paragraphs_or_an_error_of_ours(flips: list[tuple[int, int]]):
    data = bytearray(PLAIN)
    for place, byte in flips:
        data[place] = byte
    try:
        assert all(isinstance(part, Paragraph) for part in read_docx(bytes(data)))
    except ReadingError:
        return


@given(
    st.binary(max_size=400),
    st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_part_gives_paragraphs_or_an_error_of_ours(content: bytes, name: str):
    try:
        assert all(
            isinstance(part, Paragraph) for part in read_docx(rezipped(PLAIN, {name: content}))
        )
    except ReadingError:
        return
