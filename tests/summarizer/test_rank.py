"""The sentences of the summary: verbatim, within the budget, the telling ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.digest import find_facts, make_digest
from summarizer.reading.text import read_text
from summarizer.salience import FEATURES, RELATIVE, Said, relate, weigh_sentences

GOLD = sorted(Path("tests/gold").glob("*.txt"))
NEWS = """Huyện ủy Sông Lam họp bàn giải ngân vốn đầu tư công
Sáng nay trời nắng nhẹ. Người dân đi lại đông vui trên các tuyến phố. Nhiều cửa hàng mở cửa sớm.
Bí thư Huyện ủy yêu cầu các xã giải ngân hết vốn đầu tư công trước ngày 31/12/2024.
Cây xanh ven đường được cắt tỉa gọn gàng. Ai cũng vui?
"""


def summary_of(text: str, size: int) -> list[str]:
    digest = make_digest(read_text(text), sentences=size)
    return [digest.article.quote(span) for span in digest.summary]


def test_the_sentence_that_tells_the_headline_comes_first() -> None:
    assert summary_of(NEWS, 1) == [
        "Bí thư Huyện ủy yêu cầu các xã giải ngân hết vốn đầu tư công trước ngày 31/12/2024."
    ]


def test_a_second_sentence_does_not_repeat_the_first() -> None:
    line = "Huyện ủy Sông Lam họp bàn giải ngân vốn đầu tư công trong quý IV."
    other = "Chủ tịch UBND huyện cho biết 12 dự án còn vướng mặt bằng tại ba xã ven sông."
    text = f"Huyện ủy họp bàn vốn đầu tư công\n{line}\n{line}\n{other}\n"
    assert summary_of(text, 2) == [line, other]


@pytest.mark.parametrize(
    "leaning",
    [
        "Ông cho biết huyện Sông Lam giải ngân xong vốn đầu tư công năm nay.",
        "Bên cạnh đó, huyện Sông Lam giải ngân xong vốn đầu tư công năm nay.",
        "Huyện Sông Lam giải ngân xong vốn đầu tư công năm nay”, ông Lê An nói.",
    ],
)
def test_a_sentence_that_nobody_understands_alone_gives_way(leaning: str) -> None:
    whole = "Chủ tịch Lê An cho biết huyện Sông Lam giải ngân xong vốn đầu tư công."
    title = "Huyện Sông Lam giải ngân xong vốn đầu tư công"
    filler = "".join(f"Ngày thứ {number} trời nắng nhẹ.\n" for number in range(12))
    text = f"{title}\n{filler}{leaning}\nGió nhẹ.\n{whole}\n"
    assert summary_of(text, 1) == [whole]


@pytest.mark.parametrize("size", [1, 2, 3, 5])
@pytest.mark.parametrize("path", GOLD[:6], ids=lambda path: path.stem)
def test_sentences_stand_in_the_article_in_its_order_within_the_budget(
    path: Path, size: int
) -> None:
    text = path.read_bytes().decode()
    digest = make_digest(read_text(text), sentences=size)
    assert 0 < len(digest.summary) <= size
    assert list(digest.summary) == sorted(set(digest.summary))
    kinds = {block.kind for block in digest.article.blocks for span in digest.summary
             if block.span.start <= span.start < block.span.end}  # fmt: skip
    assert kinds <= {"lead", "body"}


@pytest.mark.parametrize("path", GOLD[:6], ids=lambda path: path.stem)
def test_every_candidate_has_every_feature(path: Path) -> None:
    found = find_facts(read_text(path.read_bytes().decode()))
    candidates = weigh_sentences(*found)
    assert {len(candidate.features) for candidate in candidates} == {len(FEATURES)}
    said = Said().with_sentence(candidates[0])
    assert {len(relate(candidate, said)) for candidate in candidates} == {len(RELATIVE)}


def test_a_chosen_sentence_is_said_already() -> None:
    candidates = weigh_sentences(*find_facts(read_text(NEWS)))
    said = Said().with_sentence(candidates[0])
    assert relate(candidates[0], said)[0] == 1.0
    assert relate(candidates[3], said)[0] < 0.5
    assert relate(candidates[1], said)[1] == 1.0


@given(st.text(max_size=400), st.integers(min_value=0, max_value=6))
def test_any_text_has_a_summary_within_the_budget(text: str, size: int) -> None:
    assert len(summary_of(text, size)) <= size
