"""The terms by which numbers and days are found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.terms import day_terms, host_key, number_keys, span_terms, terms_of
from summarizer.digest import make_digest
from summarizer.reading.text import read_text

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("05/2020/NĐ-CP", ["5_2020_ndcp", "5_2020_nd", "5_ndcp", "5_nd", "5_2020", "5"]),
        ("01-KL/TW", ["1_kltw", "1_kl", "1"]),
        ("57 - NQ / TW", ["57_nqtw", "57_nq", "57"]),
        ("007/QĐ", ["7_qd", "7"]),
        ("00", ["0"]),
        ("KL-01", ["kl_01"]),
        ("", []),
    ],
)
def test_a_number_is_asked_for_in_its_shorter_ways_too(number: str, keys: list[str]) -> None:
    assert sorted(number_keys(number)) == sorted(keys)


@pytest.mark.parametrize(
    ("first", "last", "terms"),
    [
        (date(2020, 1, 1), date(2029, 12, 31), ["d:202"]),
        (date(2024, 1, 1), date(2024, 12, 31), ["d:2024"]),
        (date(2024, 2, 1), date(2024, 2, 29), ["d:202402"]),
        (date(2024, 2, 28), date(2024, 3, 1), ["d:20240228", "d:20240229", "d:20240301"]),
        (date(2019, 12, 31), date(2030, 1, 1), ["d:20191231", "d:202", "d:20300101"]),
        (date(2024, 5, 2), date(2024, 5, 1), []),
    ],
)
def test_a_stretch_of_days_has_few_terms(first: date, last: date, terms: list[str]) -> None:
    assert span_terms(first, last, prefix="d:") == terms


@given(DAYS, st.integers(0, 9000), DAYS)
def test_every_day_of_a_stretch_has_one_term_of_it_and_no_other_day(
    first: date, length: int, day: date
) -> None:
    last = first + timedelta(days=length)
    shared = set(span_terms(first, last, prefix="")) & set(day_terms(day, prefix=""))
    assert len(shared) == (first <= day <= last)


def test_open_ends_reach_far() -> None:
    until = set(span_terms(None, date(2024, 5, 1), prefix=""))
    since = set(span_terms(date(2024, 5, 2), None, prefix=""))
    for day in (date(1900, 1, 1), date(2024, 5, 1), date(2024, 5, 2), date(2199, 12, 31)):
        terms = set(day_terms(day, prefix=""))
        assert bool(terms & until) == (day <= date(2024, 5, 1))
        assert bool(terms & since) == (day > date(2024, 5, 1))


def test_an_article_is_found_by_its_site_and_the_domains_it_belongs_to() -> None:
    article = read_text(
        "Tin trong ngày\n\nTỉnh họp.", url="https://www.baoso.nghean.gov.vn/a/b?c=1"
    )
    terms = terms_of(make_digest(article))
    assert {term for term in terms if term.startswith("s:")} == {
        *("s:baoso_nghean_gov_vn", "s:nghean_gov_vn", "s:gov_vn"),
    }
    assert {"t:tin_trong", "tinh_hop", "hop"} <= terms
    assert "ngay_tinh" not in terms  # a headline and a paragraph are no neighbours


def test_a_host_is_one_word() -> None:
    assert host_key("www.bao-nghean.vn") == "bao_nghean_vn"
