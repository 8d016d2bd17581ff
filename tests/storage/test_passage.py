"""The sentence that shows why an article was found, its words marked."""

from __future__ import annotations

from datetime import date

import pytest

from storage.passage import find_passage, needles_of
from storage.query import read_query
from summarizer.model import Block, BlockKind, Span

LONG = (
    "Mở đầu bài là một câu rất dài kể về nhiều việc khác nhau của tỉnh trong quý vừa qua, trong "
    "đó có việc sắp xếp các đơn vị, việc chi ngân sách, việc chuẩn bị đại hội, và nhất là việc "
    "chuyển đổi số ở cấp xã mà nhiều người quan tâm vì liên quan tới từng hộ dân, từng thôn bản "
    "và từng cán bộ công chức trong toàn tỉnh."
)
THREE = (
    "Hội nghị bàn về ngân sách. Kết luận số 01-KL/TW được quán triệt. Tỉnh chuyển sang số đợt mới."
)


def shown(text: str, typed: str) -> tuple[str, list[str]]:
    query = read_query(typed, today=date(2026, 11, 29))
    passage = find_passage(text, [Block("body", Span(0, len(text)))], needles_of(query))
    return passage.text, [passage.text[word.start : word.end] for word in passage.words]


@pytest.mark.parametrize(
    ("typed", "opens", "words"),
    [
        ("ngan sach", "Hội nghị bàn", ["ngân", "sách"]),
        ("quán triệt", "Kết luận", ["quán", "triệt"]),
        ("số:01-kl/tw", "Kết luận", ["01", "KL", "TW"]),
        ("số:1 kl tw", "Kết luận", ["KL", "TW"]),
        ("so dot", "Tỉnh chuyển", ["số", "đợt"]),
        ("chuyen so", "Tỉnh chuyển", ["chuyển", "số"]),
        ("ngan s*", "Hội nghị bàn", ["ngân", "sách"]),
        ("không có", "Hội nghị bàn", []),
    ],
)
def test_the_sentence_with_most_of_it_is_shown(typed: str, opens: str, words: list[str]) -> None:
    text, marked = shown(THREE, typed)
    assert text.startswith(opens)
    assert text.endswith(".")
    assert marked == words


def test_a_long_sentence_is_cut_around_its_words() -> None:
    text, marked = shown(LONG, "chuyen doi so")
    assert text.startswith("… vị, việc chi ngân sách,")
    assert text.endswith("toàn tỉnh.")
    assert marked == ["chuyển", "đổi", "số"]


def test_a_long_sentence_whose_words_stand_first_is_cut_at_its_end() -> None:
    text, marked = shown(LONG, "mở đầu")
    assert text.startswith("Mở đầu bài")
    assert text.endswith(" …")
    assert len(text) <= 242
    assert marked == ["Mở", "đầu"]


def test_the_headline_is_shown_by_itself_and_a_caption_after_the_news() -> None:
    parts = ("Ngân sách tỉnh", "Quang cảnh bàn ngân sách.", "Tỉnh bàn ngân sách.", "Ý kiến khác.")
    text = "\n".join(parts)
    starts = [text.index(part) for part in parts]
    kinds: tuple[BlockKind, ...] = ("title", "caption", "body", "body")
    blocks = [
        Block(kind, Span(start, start + len(part)))
        for kind, start, part in zip(kinds, starts, parts, strict=True)
    ]
    query = read_query("ngan sach", today=date(2026, 11, 29))
    assert find_passage(text, blocks, needles_of(query)).text == "Tỉnh bàn ngân sách."
