from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.model import Article
from summarizer.reading import source
from summarizer.reading.errors import (
    DamagedTextError,
    EmptyTextError,
    EncryptedFileError,
    NotVietnameseError,
    OldWordFileError,
    ReadingError,
    TooLargeError,
    UnknownFormatError,
    UnmarkedTextError,
)
from summarizer.reading.source import find_format, read_source
from summarizer.reading.text import read_text
from tests import letters

GOLD = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "gold").glob("*.txt"))
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TEXT = GOLD["dev-05"]


@pytest.mark.parametrize("name", GOLD)
def test_plain_text_is_read_as_it_stands(name: str):
    day = date(2024, 5, 6)
    found = read_source(GOLD[name].encode(), f"{name}.txt", published=day)
    assert found == read_text(GOLD[name], published=day)


@pytest.mark.parametrize(
    "spoil",
    [letters.to_vni, letters.to_mojibake, letters.to_half_decomposed, letters.to_entities],
)
def test_a_spoiled_text_gives_the_same_article(spoil: Callable[[str], str]):
    assert read_source(spoil(TEXT).encode()) == read_text(TEXT)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "", "pdf"),
        (b"\n\n%PDF-1.4", "bai.txt", "pdf"),
        (b"PK\x03\x04", "", "docx"),
        (b"<!DOCTYPE html><html>", "", "html"),
        (b"\xef\xbb\xbf  <!-- saved --><html lang='vi'>", "", "html"),
        (b"<p>Bai</p>", "", "html"),
        ("Hội nghị tổng kết".encode(), "bai.htm", "html"),
        ("Hội nghị <b>tổng kết</b>".encode(), "", "text"),
        ("Hội nghị tổng kết".encode("utf-16"), "", "text"),
        ("Hội nghị tổng kết".encode("utf-16-le"), "", "text"),
        (b"", "", "text"),
    ],
)
def test_the_kind_is_told_by_the_first_bytes(data: bytes, name: str, kind: str):
    assert find_format(data, name) == kind


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyTextError),
        (b" \n\t\r\n", EmptyTextError),
        ("\ufeff\u200b \u00a0".encode(), EmptyTextError),
        (b"12/3 ... 45% --- !!!", EmptyTextError),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
        (OLE + "WordDocument".encode("utf-16-le"), OldWordFileError),
        (OLE + "Workbook".encode("utf-16-le"), UnknownFormatError),
        (b"{\\rtf1\\ansi Hoi nghi}", UnknownFormatError),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), UnknownFormatError),
        (b"\x7fELF" + bytes(100), UnknownFormatError),
        (bytes(range(256)) * 20, UnknownFormatError),
        (b"\x00" * 1000, UnknownFormatError),
        (b"The minister said on Monday that the plan would be ready.", NotVietnameseError),
        (b"Thu tuong yeu cau cac bo, nganh bao cao truoc ngay 30 thang 6", UnmarkedTextError),
        (letters.to_twice_converted(TEXT).encode(), DamagedTextError),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(data: bytes, error: type[ReadingError]):
    with pytest.raises(error) as caught:
        read_source(data)
    assert type(caught.value) is error


def test_a_file_over_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "LARGEST", 1000)
    with pytest.raises(TooLargeError):
        read_source(b"%PDF-" + bytes(1000))


def test_no_error_holds_words_of_the_text():
    words = "Hoi nghi mat cua Ban Thuong vu ban ve nhan su chu chot"
    with pytest.raises(ReadingError) as caught:
        read_source(words.encode())
    assert str(caught.value) == ""


def test_text_is_read_without_the_libraries_of_other_files():
    program = (
        "import sys\nfrom summarizer.reading.source import read_source\n"
        "read_source('Hội nghị tổng kết'.encode())\n"
        "print([name for name in ('docx', 'pypdfium2', 'lxml') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert run.stdout == "[]\n"


@given(
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", OLE, b"<html>", b"\xff\xfe"]),
    st.binary(max_size=300),
)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_give_an_article_or_an_error_of_ours(head: bytes, rest: bytes):
    try:
        assert isinstance(read_source(head + rest), Article)
    except ReadingError:
        return


@given(st.text(max_size=500))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_an_article_or_an_error_of_ours(text: str):
    try:
        assert isinstance(read_source(text.encode("utf-8", "surrogatepass")), Article)
    except ReadingError:
        return
