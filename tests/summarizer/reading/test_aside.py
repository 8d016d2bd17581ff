"""Words of a file beside its article: there a mark of secrecy stands as a rule."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from fpdf import FPDF

from summarizer.reading.aside import read_aside
from summarizer.reading.source import read_source
from summarizer.secrecy import is_marked_secret
from tests import files

ARTICLE = Path("tests/gold/dev-05.txt").read_text(encoding="utf-8")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
BOX = f"""<w:p {W} {V}><w:r><w:t>Kính gửi:</w:t></w:r><w:r><w:pict><v:shape><v:textbox>
<w:txbxContent><w:p><w:r><w:t>TUYỆT </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:shape></w:pict></w:r></w:p>"""
WATERMARK = f"""<w:p {W} {V}><w:r><w:pict><v:shape>
<v:textpath style="font-family:Arial" string="MẬT"/></v:shape></w:pict></w:r></w:p>"""


def in_head(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "TỈNH ỦY HẢI VÂN\tTỐI MẬT"


def in_foot(document: Any) -> None:
    document.sections[0].footer.paragraphs[0].text = "Tài liệu lưu hành nội bộ"


def in_box(document: Any) -> None:
    document.element.body.insert(0, parse_xml(BOX))


def as_watermark(document: Any) -> None:
    document.sections[0].header.part.element.append(parse_xml(WATERMARK))


def in_properties(document: Any) -> None:
    document.core_properties.title = "TỐI MẬT"


def nowhere(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Luật Bảo vệ bí mật nhà nước"


def word_file(mark: Callable[[Any], None]) -> bytes:
    document = docx.Document(io.BytesIO(files.to_docx(ARTICLE)))
    mark(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def stamped(words: str) -> bytes:
    """A PDF page with a note upon it."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="Bao cao")
    pdf.text_annotation(10, 10, text=words)
    return bytes(pdf.output())


@pytest.mark.parametrize("mark", [in_head, in_foot, in_box, as_watermark, in_properties])
def test_a_mark_anywhere_in_a_word_file_is_seen(mark: Callable[[Any], None]) -> None:
    file = word_file(mark)
    assert not is_marked_secret(read_source(file).text)
    assert is_marked_secret(read_aside(file))


def test_a_word_file_without_a_mark_has_none() -> None:
    assert not is_marked_secret(read_aside(word_file(nowhere)))


@pytest.mark.parametrize("words", ["TỐI MẬT", "Tài liệu lưu hành nội bộ"])
@pytest.mark.parametrize("layout", files.LAYOUTS)
def test_a_mark_that_runs_over_the_pages_of_a_pdf_is_seen(layout: files.Layout, words: str) -> None:
    assert is_marked_secret(read_aside(files.to_pdf(ARTICLE, layout, head=words)))


@pytest.mark.parametrize("layout", files.LAYOUTS)
def test_a_pdf_without_a_mark_has_none(layout: files.Layout) -> None:
    assert not is_marked_secret(read_aside(files.to_pdf(ARTICLE, layout)))


def test_a_stamp_upon_a_page_is_seen() -> None:
    assert is_marked_secret(read_aside(stamped("MẬT")))
    assert not is_marked_secret(read_aside(stamped("Đã xem")))


def test_the_title_among_the_properties_of_a_pdf_is_seen() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_title("TỐI MẬT - Báo cáo")
    assert is_marked_secret(read_aside(bytes(pdf.output())))


def test_plain_text_is_read_whole_already() -> None:
    assert read_aside(ARTICLE.encode()) == ""
