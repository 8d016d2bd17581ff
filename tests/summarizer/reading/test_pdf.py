from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from summarizer.reading.errors import (
    BrokenFileError,
    EmptyTextError,
    EncryptedFileError,
    ReadingError,
    ScannedPdfError,
    TooLargeError,
)
from summarizer.reading.paragraphs import Paragraph
from summarizer.reading.pdf import read_pdf
from summarizer.reading.source import read_source
from tests import files

GOLD = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "gold").glob("*.txt"))
}


def laid_out(layout: files.Layout) -> pytest.MarkDecorator:
    """A fourth of the articles each, for it takes long to set a page; the others are slow."""
    turn = files.LAYOUTS.index(layout)
    return pytest.mark.parametrize(
        "name",
        [
            pytest.param(name, marks=() if at % len(files.LAYOUTS) == turn else pytest.mark.slow)
            for at, name in enumerate(GOLD)
        ],
    )


@cache
def one_page() -> bytes:
    return files.to_pdf(GOLD["dev-19"])


def blocks_of(data: bytes) -> list[tuple[str, str]]:
    """The blocks of a PDF but for a running head that had only one page to run on."""
    article = read_source(data)
    blocks = [(block.kind, article.quote(block.span)) for block in article.blocks]
    return [block for block in blocks if block != ("furniture", files.RUNNING_HEAD)]


@laid_out("newspaper")
def test_an_article_in_two_columns_has_the_blocks_of_its_plain_text(name: str):
    assert blocks_of(files.to_newspaper(GOLD[name])) == files.lines_of(GOLD[name])


@laid_out("report")
def test_an_article_set_flush_has_the_blocks_of_its_plain_text(name: str):
    assert blocks_of(files.to_pdf(GOLD[name], "report")) == files.lines_of(GOLD[name])


@laid_out("book")
def test_an_article_with_indents_for_gaps_has_the_blocks_of_its_plain_text(name: str):
    assert blocks_of(files.to_pdf(GOLD[name], "book")) == files.lines_of(GOLD[name])


@laid_out("letter")
def test_an_article_set_ragged_differs_at_most_where_a_page_ends_in_a_full_stop(name: str):
    blocks = blocks_of(files.to_pdf(GOLD[name], "letter"))
    plain = files.lines_of(GOLD[name])
    assert " ".join(words for _, words in blocks) == " ".join(words for _, words in plain)
    assert len(set(plain) - set(blocks)) <= 2


@pytest.mark.parametrize("name", ["dev-19", "dev-02"])  # one page, six pages
def test_the_day_of_printing_is_not_that_of_publication(name: str):
    head = "21/09/2026, 14:05 Báo điện tử Sông Lam"
    assert read_source(files.to_pdf(GOLD[name], head=head)).published is None


def paper(*pages: str) -> bytes:
    pdf = FPDF()
    for words in pages:
        pdf.add_page()
        pdf.set_font("helvetica", size=12)
        pdf.multi_cell(0, 6, words)
    return bytes(pdf.output())


def test_a_page_number_is_dropped_and_a_last_line_of_digits_with_a_stop_is_not():
    words = [
        part.text
        for part in read_pdf(paper("Chi thi so 5 ngay 3 thang 6 nam\n2024." + "\n" * 3 + "7"))
    ]
    assert words == ["Chi thi so 5 ngay 3 thang 6 nam 2024."]


def test_a_number_cut_at_a_hyphen_is_put_together():
    words = [
        part.text
        for part in read_pdf(paper("Quyet dinh so 15/QD-\nTTg va Ket luan 01-KL/\nTW " * 4))
    ]
    assert "15/QD-TTg" in words[0]
    assert "01-KL/TW" in words[0]


@pytest.mark.parametrize("by_rows", [True, False])
def test_columns_are_read_one_after_the_other_however_they_were_written(*, by_rows: bool):
    left = [f"Dong thu {number} ben trai," for number in range(10)]
    right = [f"dong thu {number} ben phai," for number in range(7)]
    places = [(10, 30 + 5 * row, words) for row, words in enumerate(left)]
    places += [(110, 30 + 5 * row, words) for row, words in enumerate(right)]
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    for across, down, words in sorted(places, key=lambda place: place[1] if by_rows else -place[0]):
        pdf.text(across, down, words)
    found = " ".join(part.text for part in read_pdf(bytes(pdf.output())))
    assert found == " ".join(left + right)


def test_a_picture_of_a_page_is_told():
    pdf = FPDF()
    pdf.add_page()
    pdf.image(Image.new("L", (200, 300)), x=0, y=0, w=210, h=297)
    with pytest.raises(ScannedPdfError):
        read_pdf(bytes(pdf.output()))


def test_an_empty_page_is_told():
    with pytest.raises(EmptyTextError):
        read_pdf(paper(""))


def test_a_password_is_told():
    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption(owner_password="o", user_password="u")  # noqa: S106 (a file of the test)
    with pytest.raises(EncryptedFileError):
        read_pdf(bytes(pdf.output()))


def test_a_book_is_too_large():
    with pytest.raises(TooLargeError):
        read_pdf(paper(*["a"] * 301))


def test_a_page_with_a_million_letters_is_too_large():
    stream = zlib.compress(b"BT /F1 1 Tf " + (b"(" + b"a" * 20_000 + b") Tj ") * 60 + b"ET")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%bendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    with pytest.raises(TooLargeError):
        read_pdf(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-" + bytes(5000)])
def test_a_file_without_pages_is_broken(data: bytes):
    with pytest.raises(BrokenFileError):
        read_pdf(data)


@given(
    st.deferred(lambda: st.integers(0, len(one_page()))),
    st.lists(
        st.deferred(lambda: st.tuples(st.integers(0, len(one_page()) - 1), st.integers(0, 255))),
        max_size=30,
    ),
)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_cut_and_flipped_file_gives_paragraphs_or_an_error_of_ours(
    end: int, flips: list[tuple[int, int]]
):
    data = bytearray(one_page())
    for place, byte in flips:
        data[place] = byte
    try:
        assert all(isinstance(part, Paragraph) for part in read_pdf(bytes(data[:end])))
    except ReadingError:
        return
