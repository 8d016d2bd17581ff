"""Where speech is cut into clauses, and what stays outside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.directives.clauses import Closed, cut, span_of
from summarizer.language import parse
from summarizer.model import Span
from summarizer.reading.text import read_text

HEAD = "Họp bàn việc chung\n\n"


def clauses(words: str, closed: str = "") -> list[str]:
    doc = parse(read_text(HEAD + words))
    place = doc.text.find(closed) if closed else -1
    spans = [Span(place, place + len(closed))] if place >= 0 else []
    start = doc.words.index_at(len(HEAD))
    found = cut(doc, start, len(doc.words.texts), Closed(spans))
    return [doc.article.quote(span_of(doc, clause)) for clause in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rà soát dự án; công khai kết quả.", ["rà soát dự án", "công khai kết quả"]),
        ("các sở rà soát; UBND các xã niêm yết.", ["các sở rà soát", "UBND các xã niêm yết"]),
        ("báo cáo số thu; số chi; số nợ.", ["báo cáo số thu; số chi; số nợ"]),
        ("Đồng thời, rà soát dự án…", ["rà soát dự án"]),
        ("Một là, rà soát dự án; hai là, cắt giảm chi phí.", ["rà soát dự án", "cắt giảm chi phí"]),
        ("(1) rà soát dự án; (2) cắt giảm chi phí./.", ["rà soát dự án", "cắt giảm chi phí"]),
        ("- Rà soát dự án;", ["Rà soát dự án"]),
        ("rà soát các dự án và; công khai kết quả.", ["rà soát các dự án", "công khai kết quả"]),
        ("phòng ngừa; cũng như xử lý sai phạm.", ["phòng ngừa; cũng như xử lý sai phạm"]),
        ("1. Về quy hoạch: Sở Xây dựng lập đồ án.", ["Sở Xây dựng lập đồ án"]),
        ("“rà soát dự án”.", ["rà soát dự án"]),
        ("gỡ vướng cho dự án “treo”.", ["gỡ vướng cho dự án “treo”"]),
        ("chi hỗ trợ (nếu có).", ["chi hỗ trợ (nếu có)"]),
        (
            "các Bộ: Tài chính, Xây dựng; Ngân hàng Nhà nước thực hiện nghị quyết.",
            ["các Bộ: Tài chính, Xây dựng; Ngân hàng Nhà nước thực hiện nghị quyết"],
        ),
    ],
)
def test_a_clause_ends_where_a_new_verb_begins(words: str, expected: list[str]) -> None:
    assert clauses(words) == expected


def test_no_clause_is_cut_inside_a_title() -> None:
    title = "Kết luận về xây dựng Đảng; ngăn chặn suy thoái"
    words = f"thực hiện {title}; rà soát cán bộ."
    assert clauses(words, title) == [f"thực hiện {title}", "rà soát cán bộ"]


@given(st.text(alphabet="rà soát;.,:()“” 12\n", max_size=80))
def test_clauses_stand_in_order_and_apart(words: str) -> None:
    doc = parse(read_text(HEAD + words))
    found = cut(doc, 0, len(doc.words.texts), Closed([]))
    places = [place for clause in found for place in (clause.start, clause.stop)]
    assert places == sorted(places)
