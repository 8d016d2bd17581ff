"""Invent articles by the thousand, each unlike the others: for the runs under load.

A head and a first paragraph by a small grammar; then paragraphs of the project's own
articles, recombined, with other figures in them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from summarizer.model import Digest
from summarizer.near import compare
from summarizer.signature import resemblance, sign

_TESTS = Path(__file__).parent.parent
_LIKE = 0.25  # below that the store looks no closer
_PARAGRAPH = range(150, 700)  # letters
_FIGURE = re.compile(r"\d+")
_SURNAMES = "Lò Vừ Cầm Giàng Mạc Ngọ Đèo Lường Tòng Quàng Sùng Hà Lê Phan Đoàn Vi Hồ Khúc".split()
_MIDDLE = "Văn Thị Minh Đức Hải Quốc Thu Ngọc Xuân Bá Công Khánh Nhật Hoài Thanh Tuấn".split()
_GIVEN = (
    "An Bình Cường Dũng Giang Hạnh Khôi Lam Mai Nga Oanh Phúc Quý Sơn Tâm Uyên Vượng Yên".split()
)
_PLACES = "Mường Lống,Nà Khoang,Hua Tát,Bản Vược,Nậm Ngùa,Pá Khôm,Suối Lềnh,Đông Vĩnh Hạ,An Khê Thượng,Phiêng Bua,Thạch Kỳ,Sơn Lãng".split(
    ","
)
_UNITS = "Huyện ủy,Đảng ủy xã,Thành ủy,Thị ủy,UBND huyện,UBND thị xã,HĐND huyện,Ban Dân vận Huyện ủy".split(
    ","
)
_MEETINGS = "hội nghị sơ kết,hội nghị tổng kết,hội nghị triển khai,hội nghị giao ban,buổi làm việc về,lễ phát động,hội nghị quán triệt".split(
    ","
)
_MATTERS = "chuyển đổi số,cải cách hành chính,phòng chống thiên tai,giảm nghèo bền vững,xây dựng nông thôn mới,chăm sóc người có công,công tác cán bộ nữ,bảo vệ rừng,an toàn giao thông,dân số và gia đình,thu ngân sách,tuyển quân,phổ cập giáo dục,quản lý đất đai,vệ sinh môi trường,khuyến nông".split(
    ","
)
_POSTS = "Bí thư Huyện ủy,Phó Bí thư Thường trực Huyện ủy,Chủ tịch UBND huyện,Phó Chủ tịch HĐND huyện,Trưởng Ban Tổ chức Huyện ủy,Chánh Văn phòng Huyện ủy".split(
    ","
)


class Invented(Struct, frozen=True):
    """An article: its headline, which no other has, and its whole text."""

    title: str
    text: str


def invent(count: int, *, seed: int, longest: int = 2000) -> Iterator[Invented]:
    """Articles of at most `longest` letters; the same seed gives the same ones."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    known = _paragraphs()
    deck: list[str] = []
    for number in range(1, count + 1):
        head, lead = _opening(chance, number)
        text = f"{head}\n\n{lead}"
        while True:
            if not deck:
                deck = chance.sample(known, len(known))
            body = _refigured(deck.pop(), chance)
            if len(text) + 2 + len(body) > longest:
                break
            text += f"\n\n{body}"
        yield Invented(head, text)


def taken_for_the_same(digests: list[Digest]) -> list[tuple[int, int]]:
    """The pairs that the program would take for one article, as the store asks it."""
    signatures = [sign(digest.article) or b"" for digest in digests]
    assert all(signatures)
    return [
        (late, early)
        for late in range(len(digests))
        for early, share in enumerate(resemblance(signatures[late], signatures[:late]))
        if share >= _LIKE and compare(digests[late], digests[early]) == "same"
    ]


def _opening(chance: random.Random, number: int) -> tuple[str, str]:
    """A headline with a number of its own, and the paragraph under it."""
    unit, place, matter = chance.choice(_UNITS), chance.choice(_PLACES), chance.choice(_MATTERS)
    meeting = chance.choice(_MEETINGS)
    title = f"{unit} {place} tổ chức {meeting} {matter} đợt {number}"
    chair, guest = _person(chance), _person(chance)
    day, month = chance.randint(1, 28), chance.randint(1, 9)
    lead = (
        f"Sáng {day}/{month}, {unit} {place} tổ chức {meeting} {matter} đợt {number}. "
        f"Đồng chí {chair}, {chance.choice(_POSTS)} chủ trì. "
        f"Dự có đồng chí {guest}, {chance.choice(_POSTS)}. "
        f"Đồng chí {chair} yêu cầu Phòng {chance.choice(('Nội vụ', 'Tài chính', 'Kinh tế'))} "
        f"rà soát {chance.choice(_MATTERS)}, báo cáo trước ngày {day}/{month + 2} "
        f"theo Kế hoạch số {number}-KH/HU."
    )
    return title, lead


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_SURNAMES)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"


def _refigured(paragraph: str, chance: random.Random) -> str:
    """The paragraph with other figures of the same length; days and months stay such."""

    def other(match: re.Match[str]) -> str:
        size = len(match[0])
        if size <= 2:
            return str(chance.randint(1, 12)).zfill(size)
        return match[0] if size == 4 else str(chance.randint(10 ** (size - 1), 10**size - 1))

    return _FIGURE.sub(other, paragraph)


def _paragraphs() -> list[str]:
    """The middle paragraphs of the project's own articles."""
    paths = [*sorted((_TESTS / "gold").glob("*.txt")), *sorted((_TESTS / "apart").glob("*.txt"))]
    lines = [line for path in paths for line in path.read_bytes().decode().split("\n")[1:]]
    return sorted({line.strip() for line in lines if len(line) in _PARAGRAPH})
