"""Try that many citations fall into documents, whatever their order."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.joining.citation import Citation
from summarizer.joining.compare import compare
from summarizer.joining.groups import join, may_be_one, rejoin
from tests.summarizer.joining.pairs import cited, pairs

ALL = sorted(
    {each for name in ("pairs", "apart") for p in pairs(name) for each in (p.one, p.other)}
)


def grouped(*sentences: str) -> list[list[int]]:
    """Which of the sentences are put together, by their places."""
    told = [cited(*sentence.split(" | ")) for sentence in sentences]
    return sorted(sorted(told.index(each) for each in group) for group in join(told))


@pytest.mark.parametrize(
    ("sentences", "together"),
    [
        (
            (
                "Kết luận số 01-KL/TW ngày 18/5/2021 được quán triệt. | 2022-05-20",
                "Kết luận 01 của Bộ Chính trị ngày 18/5/2021 được học tập. | 2022-05-22",
                "Kết luận 01 được nhắc lại. | 2022-05-22",
            ),
            [[0, 1], [2]],
        ),
        (
            (
                "Luật Đất đai năm 2013 được sửa. | 2025-01-01",
                "Luật Đất đai năm 2024 có hiệu lực. | 2025-01-01",
                "Luật Đất đai được phổ biến. | 2025-01-01",
            ),
            [[0], [1, 2]],
        ),
        (
            (
                "Luật Đất đai năm 2024 có hiệu lực. | 2025-01-01",
                "Luật Đất đai được phổ biến. | 2025-01-01",
            ),
            [[0, 1]],
        ),
        (
            (
                "Nghị quyết số 18-NQ/TW ngày 16/6/2022 về đất đai. | 2024-01-01",
                "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về tổ chức bộ máy. | 2024-01-01",
                "Nghị quyết số 18-NQ/TW được sơ kết. | 2024-01-01",
            ),
            [[0], [1], [2]],
        ),
        (
            (
                "Nghị quyết số 18-NQ/TW ngày 16/6/2022 về đất đai. | 2022-07-01",
                "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về tổ chức bộ máy. | 2022-07-01",
                "Nghị quyết số 18-NQ/TW được quán triệt. | 2022-07-01",
            ),
            [[0, 2], [1]],
        ),
        (
            (
                "Chỉ thị số 05/CT-TTg ngày 28/1/2021 của Thủ tướng. | 2021-03-01",
                "Chỉ thị số 05/CT-TTg ngày 24/2/2024 của Thủ tướng. | 2024-03-01",
                "Chỉ thị số 05/CT-TTg của Thủ tướng. | 2024-03-01",
            ),
            [[0], [1, 2]],
        ),
    ],
    ids=lambda value: value[0][:40] if isinstance(value[0], str) else "",
)
def test_citations_are_put_together(sentences: tuple[str, ...], together: list[list[int]]) -> None:
    assert grouped(*sentences) == together


@given(st.permutations(ALL[:60]), st.integers(0, 40))
@settings(max_examples=15, deadline=None)
def test_the_order_of_citations_does_not_matter(told: list[Citation], left_out: int) -> None:
    some = told[left_out:]
    assert join(some) == join(sorted(some))


def test_every_citation_is_in_one_group_and_none_contradicts_another_there() -> None:
    groups = join(ALL)
    assert sorted(each for group in groups for each in group) == ALL
    for group in groups:
        assert all(compare(*pair) != "different" for pair in combinations(group, 2))


def test_what_stays_apart_may_still_be_one() -> None:
    bare = (cited("Kết luận 01 được nhắc lại.", "2022-05-22"),)
    whole = (cited("Kết luận số 01-KL/TW ngày 18/5/2021.", "2022-05-22"),)
    other = (cited("Kết luận số 02-KL/TW ngày 18/5/2021.", "2022-05-22"),)
    assert may_be_one(bare, whole)
    assert not may_be_one(bare, other)


RESOLUTIONS = st.builds(
    Citation,
    type=st.just("Nghị quyết"),
    serial=st.just("18"),
    codes=st.sampled_from([(), ("nq", "tw"), ("nq", "tu")]),
    date=st.sampled_from(["", "2017-10-25", "2022-06-16", "2022"]),
    issuer=st.sampled_from(["", "trung uong", "tinh uy"]),
    place=st.sampled_from(["", "tinh dien bien", "tinh son la"]),
    title=st.sampled_from([(), ("đất", "đai", "cao"), ("tổ", "chức", "bộ", "máy", "tinh", "gọn")]),
    told=st.sampled_from([0, 2018, 2022, 2024]),
)


@given(st.sets(RESOLUTIONS, min_size=1, max_size=9).map(sorted), st.data())
@settings(max_examples=400, deadline=None)
def test_one_more_is_joined_as_if_all_were_joined_anew(
    told: list[Citation], data: st.DataObject
) -> None:
    new = data.draw(st.sampled_from(told))
    others = [each for each in told if each != new]
    groups = rejoin(new, others)
    touched = {citation for group in groups for citation in group}
    rest = [group for group in join(others) if touched.isdisjoint(group)]
    assert join(told) == tuple(sorted([*groups, *rest]))


@pytest.mark.parametrize(
    ("new", "others", "together"),
    [
        ("Kết luận số 02-KL/TW ngày 18/5/2021.", ["Kết luận số 01-KL/TW ngày 18/5/2021."], [[0]]),
        ("Kết luận 01 được nhắc lại.", ["Kết luận số 01-KL/TW ngày 18/5/2021."], [[0]]),
        ("Kết luận 01-KL/TW được học tập.", ["Kết luận số 01-KL/TW ngày 18/5/2021."], [[0, 1]]),
        (
            "Kết luận 01-KL/TW được học tập.",
            ["Kết luận số 01-KL/TW ngày 18/5/2021.", "Kết luận số 02-KL/TW ngày 18/5/2021."],
            [[0, 1]],
        ),
        (  # the last may be either
            "Nghị quyết số 18-NQ/TW ngày 16/6/2022 về đất đai.",
            [
                "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về tổ chức bộ máy.",
                "Nghị quyết số 18-NQ/TW được sơ kết.",
            ],
            [[0], [2]],
        ),
        (  # it parts the other two
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 về tổ chức bộ máy.",
            ["Nghị quyết số 18-NQ/TW được sơ kết.", "Nghị quyết số 18-NQ/TW năm 2022 về đất đai."],
            [[0], [1], [2]],
        ),
    ],
)
def test_what_comes_in_is_joined_with_what_it_touches(
    new: str, others: list[str], together: list[list[int]]
) -> None:
    told = [cited(sentence, "2024-01-01") for sentence in (new, *others)]
    groups = rejoin(told[0], told[1:])
    assert sorted(sorted(map(told.index, group)) for group in groups) == together
