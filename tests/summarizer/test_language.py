"""Sentences end where a reader would end them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.language import parse, segment, split_sentences
from summarizer.model import Article, Block, Span
from summarizer.reading.text import read_text


def sentences(text: str) -> list[str]:
    article = Article(text=text, blocks=(Block("body", Span(0, len(text))),))
    return [article.quote(sentence.span) for sentence in split_sentences(article)]


@pytest.mark.parametrize(
    "whole",
    [
        "Hội nghị diễn ra tại TP. Vinh và H. Nam Đàn.",
        "Hồ sơ gửi Chủ tịch UBND TP. Cần Thơ xem xét.",
        "Dự có UVT.Ư Đảng, Bí thư Tỉnh ủy; Q. Bình Thạnh, P. Bến Nghé cùng nối mạng.",
        "PGS.TS. Lê Văn Hòa và ThS. Trần An trình bày.",
        "Xã trồng cam, bưởi v.v. và nuôi cá lồng.",
        "Có 3.131 điểm cầu với 2.450.000 lượt người theo dõi.",
        "Ngày 19.5 đoàn đến huyện, ngày 20.5.2022 đoàn về.",
        "Điều 1. Phê duyệt kế hoạch kèm theo.",
        "1. Về tổ chức bộ máy cần làm ngay.",
        "II. Nhiệm vụ trọng tâm",
        "“Việc này… ai làm”, ông hỏi.",
        "Các xã nghèo, bản xa… đều có điện.",
        "Theo dõi, đôn đốc việc thực hiện Thông báo này./.",
        "Anh Nguyễn V.A. cùng ông Q. (35 tuổi) và Lê A. Dũng có mặt.",
        "Ông nói (theo lời kể. Chưa kiểm chứng) rồi đi.",
        "“Phải làm ngay!” - ông yêu cầu.",
        "Mục tiêu gồm: 1. Tăng thu; 2. Giảm chi.",
        "Xem tại Chinhphu.vn và TP.HCM, Q.Gò Vấp.",
    ],
)
def test_no_sentence_ends_inside(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ["Hội nghị bế mạc ngày 19.5.", "Đại biểu ra về."],
        ["“Phải làm ngay.”", "Hội nghị nhất trí."],
        ["Ông nói: “Làm ngay!”.", "Sau đó, đoàn đi."],
        ["Bao giờ xong?", "Ai chịu trách nhiệm?"],
        ["Tỉnh có nhiều cây ăn quả như cam, bưởi…", "Huyện chủ trương mở rộng."],
        ["Xã nuôi tôm, cua v.v.", "Năm nay được mùa."],
        ["Điều 1. Phê duyệt kế hoạch.", "Điều 2. Giao Sở Tài chính."],
        ["1. Về tổ chức.", "2. Về cán bộ.", "a) Rà soát biên chế."],
        ["Quán triệt Nghị quyết khóa X.", "Đại biểu thảo luận."],
        ["Kết luận của Chủ tịch UBND TP.", "Đồng chí giao các sở rà soát."],
        ["Dịch Covid-19.", "Sở Y tế chủ trì."],
        ["Đơn vị gồm UBND, HĐND.", "Các ban theo dõi."],
        ["Hội nghị nhất trí.", "Đại biểu thông qua."],
        ["Cuộc họp lúc 8 giờ.", "30 đại biểu dự."],
        ["Tỷ lệ đạt 98,5%.", "- Thu hồi đất."],
    ],
)
def test_a_sentence_ends_between(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_blank_lost_after_the_stop_ends_a_sentence_too() -> None:
    assert sentences("Hội nghị nhất trí.Đại biểu ra về.") == [
        "Hội nghị nhất trí.",
        "Đại biểu ra về.",
    ]


def test_a_line_break_inside_a_block_ends_no_sentence() -> None:
    assert sentences("Đồng chí Phó Bí thư Đảng\nủy chủ trì.") == [
        "Đồng chí Phó Bí thư Đảng\nủy chủ trì."
    ]


@settings(deadline=None, max_examples=80)
@given(st.text(st.sampled_from("AĐaếờ1 .…!?:;”“()\n-/"), max_size=120) | st.text(max_size=60))
def test_sentences_stand_in_order_and_hold_every_word(text: str) -> None:
    doc = parse(read_text(text))
    spans = [sentence.span for sentence in doc.sentences]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(doc.article.quote(span).strip() == doc.article.quote(span) for span in spans)
    held = set[int]().union(*(range(span.start, span.end) for span in spans))
    told = [b for b in doc.article.blocks if b.kind in {"title", "lead", "body", "heading"}]
    for block in told:
        words = range(block.span.start, block.span.end)
        assert all(at in held for at in words if not doc.text[at].isspace())


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "TP HCM Lê Hoàng Minh Quân cho biết",
            ["TP", "HCM", "Lê Hoàng Minh Quân", "cho", "biết"],
        ),
        ("Ông Nguyễn Thuý  Hoà dự họp", ["Ông", "Nguyễn Thuý Hoà", "dự", "họp"]),
        ("Kết luận 01-KL/TW", ["Kết luận", "01", "-", "KL", "/", "TW"]),
        ("lúc 12h", ["lúc", "12h"]),
    ],
)
def test_words_are_cut_from_the_sentence_as_printed(sentence: str, words: list[str]) -> None:
    found = [" ".join(sentence[word.start : word.end].split()) for word in segment(sentence)]
    assert found == words


@pytest.mark.parametrize("sentence", ["a " * 401, "a" * 201, "", "hỏi \ud800", "Hoa\u0300"])
def test_what_cannot_be_asked_has_no_words(sentence: str) -> None:
    assert segment(sentence) == ()


@settings(deadline=None, max_examples=150)
@given(st.text(st.sampled_from("AĐaếờoàuỷ1 .…!?:;”“()\n-/@_%\u0301İ"), max_size=60) | st.text())
def test_words_stand_in_order_and_cut_no_syllable(sentence: str) -> None:
    spans = segment(sentence)
    held = set[int]().union(*(range(span.start, span.end) for span in spans))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(sentence) for span in spans)
    assert not spans or all(at in held for at, sign in enumerate(sentence) if not sign.isspace())
    for left, right in pairwise(spans):
        ends = sentence[left.end - 1], sentence[right.start]
        assert left.end < right.start or not all(sign.isalnum() for sign in ends)
