"""Try that what is read of words does not hang on where in the article they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.digest import make_digest
from summarizer.reading.text import read_text
from tests.summarizer.facts import ARTICLES, facts_of
from tests.summarizer.test_documents import documents_of
from tests.summarizer.test_people import people_of

LEFT_OUT = {"dev-19", "dev-23"}  # no news; one paragraph
OF_THE_OPENING = ("event", "part")  # are read of how an article opens: a remark may hide that
# sentences of two to four words that tell nothing
REMARKS = ("", "Trời tạnh. ", "Trời đã tạnh. ", "Trời đã tạnh hẳn. ")


def facts(parts: list[str]) -> list[str]:
    """The documents, people and directives of an article, whose parts these are."""
    read = facts_of(make_digest(read_text("\n\n".join(parts))))
    return [fact for fact in read if not fact.startswith(OF_THE_OPENING)]


@pytest.mark.parametrize(
    "article",
    [path for path in ARTICLES if path.stem not in LEFT_OUT],
    ids=lambda path: path.stem,
)
def test_a_remark_behind_the_lead_changes_no_fact(article: Path) -> None:
    title, lead, *rest = article.read_text("utf-8").split("\n\n")
    told = facts([title, lead, *rest])
    assert told
    for remark in REMARKS[1:]:
        assert facts([title, lead, remark.strip(), *rest]) == told


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            "Phó thủ tướng thường trực Trần Hòa Minh chỉ đạo hội nghị.",
            {"Trần Hòa Minh": ["Phó thủ tướng thường trực"]},
        ),
        (
            "Theo Lê Văn Bình, Phó Cục trưởng Cục Cảnh sát hình sự - Bộ Công an, vụ việc đã rõ.",
            {"Lê Văn Bình": ["Phó Cục trưởng Cục Cảnh sát hình sự - Bộ Công an"]},
        ),
        (
            "Đại sứ Việt Nam tại Lào Nguyễn Minh Tâm dự hội nghị.",
            {"Nguyễn Minh Tâm": ["Đại sứ Việt Nam tại Lào"]},
        ),
    ],
)
def test_people_are_read_behind_any_sentence(
    sentence: str, people: dict[str, list[str]], remark: str
) -> None:
    assert people_of(remark + sentence) == people


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Bộ Thông tin & Truyền thông ra Thông tư số 47/2017/TT-BTTTT.",
            [("Thông tư số 47/2017/TT-BTTTT", None, "Bộ Thông tin & Truyền thông", None)],
        ),
        (
            "Thông tư số 47/2017/TT-BTTTT của Bộ Thông tin & Truyền thông có hiệu lực.",
            [("Thông tư số 47/2017/TT-BTTTT", None, "Bộ Thông tin & Truyền thông", None)],
        ),
        (
            "Hai bên ký hợp đồng số 05/HĐ-XDCT để làm đường.",
            [("hợp đồng số 05/HĐ-XDCT", None, None, None)],
        ),
        (
            'Đề án "Tăng cường quản lý đất đai đến năm 2030" được thông qua.',
            [
                (
                    'Đề án "Tăng cường quản lý đất đai đến năm 2030"',
                    None,
                    None,
                    "Tăng cường quản lý đất đai đến năm 2030",
                )
            ],
        ),
        (
            'Nghị định số 89/2014/NĐ-CP về xét tặng danh hiệu "Nghệ sĩ nhân dân", "Nghệ sĩ ưu tú".',
            [
                (
                    "Nghị định số 89/2014/NĐ-CP",
                    None,
                    None,
                    'xét tặng danh hiệu "Nghệ sĩ nhân dân", "Nghệ sĩ ưu tú"',
                )
            ],
        ),
        (
            "Ngày 2/12/2013, Trường ký các Quyết định số 731/QĐ-ĐHK và số 732/QĐ-ĐHK.",
            [
                ("Quyết định số 731/QĐ-ĐHK", "2013-12-02", None, None),
                ("732/QĐ-ĐHK", "2013-12-02", None, None),
            ],
        ),
        (
            "UBND tỉnh ra Quyết định số 2312/QĐ-UBND phê duyệt quy hoạch khu nam. Hồ sơ lập lại.",
            [
                (
                    "Quyết định số 2312/QĐ-UBND",
                    None,
                    "UBND tỉnh",
                    "phê duyệt quy hoạch khu nam",
                )
            ],
        ),
    ],
)
def test_documents_are_read_behind_any_sentence(
    sentence: str, expected: list[tuple[str | None, ...]], remark: str
) -> None:
    text = remark + sentence
    found = [
        (
            text[each.mentions[0].start : each.mentions[0].end],
            each.date,
            each.issuer and each.issuer.text,
            each.subject and each.subject.text,
        )
        for each in documents_of(text)
    ]
    assert found == expected
