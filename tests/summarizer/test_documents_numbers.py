"""Numbers of documents, in every form that papers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents.numbers import read_number


@pytest.mark.parametrize(
    "printed",
    [
        *("01-KL/TW", "37-QĐ/TW", "08-QĐi/TW", "123-KH/TU", "45-CTr/HU", "99-KH/ĐU", "36-HD/VPTW"),
        *("05-TB/BCĐTW", "822-CV/BTGTU", "1234/QĐ-TTg", "72/CĐ-TTg", "104/NQ-CP", "12/KH-UBND"),
        *("09/NQ-HĐND", "130/TB-VPCP", "11/CT-CTUBND", "03/CT-BCA-X11", "30/2020/NĐ-CP"),
        *("15/2024/TT-BTC", "57/2025/QĐ-UBND", "09/2024/L-CTN", "66.4/2025/NQ-CP", "31/2024/QH15"),
        *("55/2010/QH12", "81/2025/UBTVQH15", "1111/NQ-UBTVQH14", "22/2019/TTLT-BCA-BQP"),
        *("72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN", "6245/VPCP-KTTH", "2508/UBND-KGVX"),
        *("367-QĐ/TWĐTN-VP", "298 KH/TWĐTN", "05", "18-NQ", "30/2020", "30c/NQ-CP", "30a"),
        *("14 - KL/TW", "68- NQ/TW", "2927 -TB/TU", "14–KL/TW", "14‑KL/TW", "14−KL/TW"),
        *("61/2018/NĐCP", "61/2018/nđ-cp", "18/NQ-TW", "76/CP", "63/2016/NÐ-CP", "88/QH 13"),
        *("167/2013NĐ-CP", "3254/SNN & PTNT-VP", "787/TTg-QĐ", "2501/VPCP-V.I"),
    ],
)
def test_a_number_is_read_to_its_end(printed: str) -> None:
    number = read_number(f"số {printed} của", 3)
    assert number is not None
    assert number.text == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("06 - Long An", "06"),
        ("22 - UBND tỉnh", "22"),
        ("05, ngày 3/4", "05"),
        ("01-KL/TW.", "01-KL/TW"),
        ("12/KH-UBND;", "12/KH-UBND"),
        ("45/QĐ-TTg.Bộ Y tế", "45/QĐ-TTg"),
    ],
)
def test_a_number_ends_where_other_words_begin(text: str, printed: str) -> None:
    number = read_number(text, 0)
    assert number is not None
    assert number.text == printed


def test_a_row_of_small_letters_is_no_code_and_is_read_at_once() -> None:
    number = read_number(f"1-A{'đ' * 80}é", 0)
    assert number is not None
    assert number.text == "1"


@pytest.mark.parametrize("text", ["12/6", "98,5%", "3.131 điểm", "45 %", "1/2/2024", "5km", "năm"])
def test_dates_shares_and_quantities_are_no_numbers(text: str) -> None:
    assert read_number(text, 0) is None


@pytest.mark.parametrize(
    ("printed", "serial", "year", "codes"),
    [
        ("01-KL/TW", "1", "", {"kl", "tw"}),
        ("18/NQ-TW", "18", "", {"nq", "tw"}),
        ("30/2020/NĐ-CP", "30", "2020", {"nđ", "cp"}),
        ("88/QH 13", "88", "", {"qh13"}),
        ("000", "0", "", set()),
    ],
)
def test_a_number_is_compared_by_its_parts(
    printed: str, serial: str, year: str, codes: set[str]
) -> None:
    number = read_number(printed, 0)
    assert number is not None
    assert (number.serial, number.year, number.codes) == (serial, year, codes)


@given(st.text(alphabet="0123456789/-–. KLTWNĐCPQH&aigr%,", max_size=40))
def test_a_number_stands_at_the_start_of_what_it_was_read_from(text: str) -> None:
    number = read_number(text, 0)
    if number is not None:
        assert text.startswith(number.text)
        assert number.text[0].isdigit()
