"""What is typed into the search box, read as words and filters."""

from __future__ import annotations

from datetime import date

import pytest

from storage.query import Query, read_query


def read(typed: str) -> Query:
    return read_query(typed, today=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("nguồn:https://baochinhphu.vn/a/b", [("s:baochinhphu_vn",)]),
        ("nguon:http://www.nghean.gov.vn", [("s:nghean_gov_vn",)]),
        ('nguồn:"Báo Nhân Dân"', [("s:bao_nhan",), ("s:nhan_dan",)]),
        ("số:05/2020/nđ-cp", [("k:5_2020_ndcp",)]),
        ("số:01 KL TW", [("k:1_kltw",)]),
        ("so: 30/2020 nđ cp", [("k:30_2020_ndcp",)]),
        ("người:An", [("n:an",)]),
        ("người:Đỗ Quang Vĩnh hạn:không", [("n:do_quang",), ("n:quang_vinh",), ("e:none",)]),
        ("hạn:30/11/2026", [("e:20261130",)]),
        ("hạn:tháng này", [("e:202611",)]),
        ("từ:1/5/2022 đến:31/5/2022", [("d:202205",)]),
        ("từ:1/1/2024 đến:31/12/2025", [("d:2024", "d:2025")]),
        ("từ:5/5/2022 từ:1/5/2022 đến:6/5/2022", [("d:20220505", "d:20220506")]),
        ("từ:2/2022 đến:1/2022", [()]),
        ("trang:3", []),
    ],
)
def test_filters_become_terms(typed: str, groups: list[tuple[str, ...]]) -> None:
    query = read(typed)
    assert list(query.groups) == groups
    assert query.runs == ()
    assert query.unread == ()


@pytest.mark.parametrize(
    "typed", ["trang:0", "trang:x", "trang:12345", "từ:31/2/2022", "hạn:mai kia", "số:", "người:-"]
)
def test_what_a_filter_cannot_read_is_told(typed: str) -> None:
    assert read(typed).unread != ()


def test_overdue_ends_yesterday() -> None:
    (terms,) = read("hạn:quá").groups
    assert "e:20261128" in terms
    assert "e:20261129" not in terms
    assert "e:202610" in terms


@pytest.mark.parametrize(
    ("typed", "runs", "phrases", "is_prefix"),
    [
        ("Chuyển đổi số", ["chuyển đổi số"], [], False),
        ('đổi "kết luận" số', ["đổi", "kết luận", "số"], ["kết luận"], False),
        ("nghị quy*", ["nghị quy"], [], True),
        ('nghị* "kết luận"', ["nghị", "kết luận"], ["kết luận"], False),
        ("ngân sách từ:1/5/2022 xã*", ["ngân sách", "xã"], [], True),
        ("một hai ba bốn " * 5, ["một hai ba bốn " * 4], [], False),
        ("“kết luận", ["kết luận"], ["kết luận"], False),
        ("số:01 kl về đất", ["về đất"], [], False),
        ("người:An hội", ["hội"], [], False),
        ("người:an Hội", ["hội"], [], False),
    ],
)
def test_words_are_read(
    typed: str, runs: list[str], phrases: list[str], *, is_prefix: bool
) -> None:
    query = read(typed)
    assert [" ".join(run) for run in query.runs] == [run.strip() for run in runs]
    assert [" ".join(phrase) for phrase in query.phrases] == phrases
    assert query.is_prefix is is_prefix


def test_the_page_is_no_word() -> None:
    assert (read("ngân sách trang:4").page, read("ngân sách").page) == (4, 1)
