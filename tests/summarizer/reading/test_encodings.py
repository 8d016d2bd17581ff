from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.reading.encodings import decode, mend, require_vietnamese
from summarizer.reading.errors import (
    DamagedTextError,
    NotVietnameseError,
    ReadingError,
    UnmarkedTextError,
)
from tests import letters

TESTS = Path(__file__).parents[2]
GOLD = {path.stem: path.read_text(encoding="utf-8") for path in sorted(TESTS.glob("gold/*.txt"))}
REAL = sorted((TESTS.parents[1] / "shared/real").glob("r*.txt"))
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
Spoil = Callable[[str], str]

SPOILED = [
    ("Héi nghÞ cã sù tham dù cña c¸c ®ång chÝ", "Hội nghị có sự tham dự của các đồng chí"),
    ("Uû ban nh©n d©n tØnh §ång Th¸p", "Uỷ ban nhân dân tỉnh Đồng Tháp"),
    ("Thñ t\u00adíng ChÝnh phñ ký QuyÕt ®Þnh", "Thủ tướng Chính phủ ký Quyết định"),
    ("HéI NGHÞ TæNG KÕT C¤NG T¸C D¢N VËN", "HỘI NGHỊ TỔNG KẾT CÔNG TÁC DÂN VẬN"),
    ("UÛy ban nhaân daân ñaõ toå chöùc hoäi nghò", "Ủy ban nhân dân đã tổ chức hội nghị"),
    ("ÑAÛNG BOÄ THAØNH PHOÁ ÑAØ NAÜNG", "ĐẢNG BỘ THÀNH PHỐ ĐÀ NẴNG"),
    ("Há»™i nghá»‹ cá»§a Ä‘á»“ng chÃ\xad BÃ\xad thÆ°", "Hội nghị của đồng chí Bí thư"),
    ("Ch&iacute;nh ph&#7911; ban h&agrave;nh", "Chính phủ ban hành"),
    ("Chi\u0301nh phủ\u200b ban\u2060 hành\ufeff", "Chính phủ ban hành"),
]
GOOD = [
    "Tổng thống Emmanuel Macron và bà Ségolène Müller-Šimić thăm Việt Nam",
    "Đoàn công tác đến Đắk Lắk, Krông Pắc, Kđăm và gặp ông Y Thanh Hà Niê Kđăm",
    "Diện tích 15 m², công suất 3 µm, nhãn hiệu Vinamilk®, nhiệt độ 38°C, tăng ±5%",
    "ĐẢNG ỦY XÃ “HÒA LẠC”, THỊ XÃ BA ĐỒN – XÃ ÂN NGHĨA",
    "Báo «Nhân Dân» và tạp chí «Cộng sản» cùng đưa tin; chi tiết tại AT&T, R&D",
    "The delegation visited Hà Nội and met the Chairman of the National Assembly",
    "Le président de la République a visité la ville de Hué et son musée",
    "Sổ đỏ, cú đấm, xó bếp, tõm xuống nước, mét khối",
]
DAMAGED = [
    "Cơng tác dân vận khơng được buơng lỏng, thơng tin phải kịp thời, cơng khai " * 3,
    "H\ufffdi ngh\ufffd c\ufffda \ufffd\ufffdng ch\ufffd B\ufffd th\ufffd " * 5,
    "Hộ qùỵết thẽõ ngưjời đừợc thũộc nghĩể cộnng tãác phãỉ bĩết " * 5,
]
FOREIGN = """
Le président a déclaré que la coopération était très étroite ; « nous sommes prêts à aller plus
loin », a-t-il ajouté à l'Élysée où l'été s'achève.

Der Kanzler sagte, die Zusammenarbeit müsse für beide Länder größer werden.

The two sides agreed to £500m of naïve café résumé deals at 38°C ±2, 5 µm, ½ cup, Nestlé®.
"""
LOSSES = {
    "hyphens": lambda text: text.replace("\xad", ""),
    "blanks": lambda text: text.replace("\xa0", " "),
    "controls": lambda text: re.sub("[\x80-\x9f]", "", text),
    "hyphens and blanks": lambda text: text.replace("\xad", "").replace("\xa0", " "),
}


@pytest.mark.parametrize(("spoiled", "meant"), SPOILED)
def test_spoiled_letters_are_read_as_meant(spoiled: str, meant: str):
    assert mend(spoiled) == meant


@pytest.mark.parametrize("name", GOLD)
def test_a_good_article_is_left_alone(name: str):
    assert mend(GOLD[name]) == GOLD[name]
    require_vietnamese(GOLD[name])


@pytest.mark.skipif(not REAL, reason="the 500 real articles are not here")
def test_no_good_article_of_the_500_is_touched():
    for path in REAL:
        text = path.read_bytes().decode()
        require_vietnamese(text)
        assert mend(text) == UNSEEN.sub("", text), path.name


@pytest.mark.parametrize("good", GOOD)
def test_good_text_with_odd_words_is_left_alone(good: str):
    assert mend(good) == good


@pytest.mark.parametrize("name", GOLD)
def test_capitals_and_foreign_passages_are_left_alone(name: str):
    for text in (GOLD[name].upper(), GOLD[name] + FOREIGN, FOREIGN + GOLD[name]):
        assert mend(text) == text
        require_vietnamese(text)


@pytest.mark.parametrize(
    "spoil",
    [letters.to_vni, letters.to_mojibake, letters.to_half_decomposed, letters.to_entities],
)
@pytest.mark.parametrize("name", GOLD)
def test_a_spoiled_article_is_mended_to_the_letter(name: str, spoil: Spoil):
    assert mend(spoil(GOLD[name])) == GOLD[name]


@pytest.mark.parametrize("name", GOLD)
def test_an_article_in_tcvn3_is_mended_but_for_capitals_without_a_code(name: str):
    mended = mend(letters.to_tcvn3(GOLD[name]))
    differing = [pair for pair in zip(mended, GOLD[name], strict=True) if pair[0] != pair[1]]
    assert all(small.upper() == capital for small, capital in differing)
    assert len(differing) * 100 <= len(mended)


@pytest.mark.parametrize("name", GOLD)
def test_tcvn3_that_lost_its_soft_hyphens_is_refused(name: str):
    with pytest.raises(DamagedTextError):
        mend(letters.to_tcvn3(GOLD[name]).replace("\xad", ""))


@pytest.mark.parametrize("name", GOLD)
def test_what_was_converted_twice_is_refused(name: str):
    with pytest.raises(DamagedTextError):
        mend(letters.to_twice_converted(GOLD[name]))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("name", GOLD)
def test_mojibake_with_lost_bytes_is_mended_wholly_or_refused(name: str, loss: str):
    try:
        mended = mend(LOSSES[loss](letters.to_mojibake(GOLD[name])))
    except DamagedTextError:
        return
    assert mended.split() == GOLD[name].split()


@pytest.mark.parametrize("spoil", [letters.to_mojibake, letters.to_tcvn3, letters.to_vni])
@pytest.mark.parametrize("name", GOLD)
def test_a_half_spoiled_article_is_mended_or_refused(name: str, spoil: Spoil):
    lines = GOLD[name].split("\n")
    half = len(lines) // 2
    mixed = "\n".join(lines[:half]) + "\n" + spoil("\n".join(lines[half:]))
    try:
        mended = mend(mixed)
    except DamagedTextError:
        return
    assert mended.casefold() == GOLD[name].casefold()


@pytest.mark.parametrize("spoil", [letters.to_mojibake, letters.to_tcvn3, letters.to_vni])
@pytest.mark.parametrize("name", GOLD)
def test_a_spoiled_paragraph_in_a_good_article_is_mended_or_the_article_refused(
    name: str, spoil: Spoil
):
    lines = GOLD[name].split("\n")
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    lines[longest] = spoil(lines[longest])
    try:
        mended = mend("\n".join(lines))
    except DamagedTextError:
        return
    assert mended.casefold() == GOLD[name].casefold()


@pytest.mark.parametrize("damaged", DAMAGED)
def test_what_cannot_be_mended_surely_is_refused(damaged: str):
    with pytest.raises(DamagedTextError):
        mend(damaged)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "The Prime Minister asked all ministries to finish their plans by June",
            NotVietnameseError,
        ),
        (
            "Hoi nghi trien khai nhiem vu nam 2024 cua Uy ban nhan dan tinh Lang Son",
            UnmarkedTextError,
        ),
        ("Le gouvernement a présenté hier à Paris son nouveau projet de loi", NotVietnameseError),
    ],
)
def test_another_language_is_told_from_vietnamese_without_marks(
    text: str, error: type[ReadingError]
):
    with pytest.raises(NotVietnameseError) as caught:
        require_vietnamese(text)
    assert type(caught.value) is error


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["dev-02", "dev-12"])
def test_every_unicode_encoding_is_read(name: str, encoding: str):
    assert decode(GOLD[name].encode(encoding)) == GOLD[name]


@pytest.mark.parametrize("name", GOLD)
def test_windows_1258_is_read(name: str):
    data = b"".join(_in_1258(letter) for letter in GOLD[name])
    assert mend(decode(data)) == GOLD[name]


def _in_1258(letter: str) -> bytes:
    """A letter as the code page has it: whole, or with its tone as a mark after it."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", marks.replace(tone, "")).encode("cp1258") + (
            tone.encode("cp1258")
        )


def test_a_file_cut_amid_a_letter_loses_only_that_letter():
    assert decode("Hội nghị tổng kế".encode()[:-1]) == "Hội nghị tổng k"


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_mending_twice_changes_nothing_more(text: str):
    try:
        mended = mend(text)
    except ReadingError:
        return
    assert mend(mended) == mended
    assert unicodedata.is_normalized("NFC", mended)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_text_or_an_error_of_ours(data: bytes):
    with suppress(ReadingError):
        mend(decode(data))
