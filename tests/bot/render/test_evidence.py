"""The words behind each line."""

from __future__ import annotations

import pytest

from bot.render.evidence import AT_ONCE, lay_out_evidence, proven_lines
from bot.render.facts import brief
from bot.render.lines import Line, Piece
from storage.model import Fact
from summarizer.model import Article, Block, Digest, Quote, Span
from tests.annotated import GOLD, annotated

IDS = [path.stem for path in sorted(GOLD.glob("*.json"))]


def digest_of(text: str, place: str) -> Digest:
    """A digest of one place alone."""
    at = text.index(place)
    article = Article(text, (Block("body", Span(0, len(text))),))
    where = (Quote(place, Span(at, at + len(place))),)
    return Digest(article, None, None, where, (), (), (), (), ())


def told(lines: tuple[Line, ...]) -> list[str]:
    """The lines, bold words between stars."""
    return [
        " ".join(
            f"*{piece.text}*" if piece.style == "name" else piece.text for piece in line.pieces
        )
        for line in lines
    ]


@pytest.mark.parametrize("ident", IDS)
def test_every_line_is_proven_by_words_of_the_article(ident: str):
    digest = annotated(ident)
    text = "".join(digest.article.text.split())
    proven = 0
    for start in range(0, len(proven_lines(digest)), AT_ONCE):
        lines = lay_out_evidence(digest, start=start)
        proven += sum(line.fact is not None for line in lines)
        for line in lines:
            words = "".join("".join(piece.text for piece in line.pieces).split())
            if line.indent:
                assert words.removeprefix("«").removesuffix("»").strip("…") in text
                assert any(piece.style == "name" for piece in line.pieces)
    assert proven == len(proven_lines(digest))


def test_the_words_are_bold_in_their_sentence():
    digest = digest_of(
        "Trời mưa. Sáng 6/7, tại Nhà văn hóa xã, mọi người họp. Rồi về.", "Nhà văn hóa xã"
    )
    assert told(lay_out_evidence(digest)) == [
        "*Địa điểm: Nhà văn hóa xã*",
        "«Sáng 6/7, tại *Nhà văn hóa xã,* mọi người họp.»",
    ]


def test_of_a_long_sentence_what_stands_around_the_words_is_shown():
    digest = digest_of("a b " * 300 + "tại Nhà văn hóa xã " + "c d " * 300, "Nhà văn hóa xã")
    (_, quoted) = told(lay_out_evidence(digest))
    assert len(quoted) < 420
    assert quoted.startswith("«… ")
    assert quoted.endswith(" …»")
    assert "b tại *Nhà văn hóa xã* c" in quoted


def test_where_there_is_nothing_to_prove_that_is_said():
    digest = digest_of("Trời mưa ở xã.", "xã")
    lines = told(lay_out_evidence(Digest(digest.article, None, None, (), (), (), (), (), ())))
    assert lines == [
        "Bài này không có dòng nào để dẫn nguyên văn; phần tóm tắt là câu của chính bài."
    ]


@pytest.mark.parametrize(
    ("label", "words", "short"),
    [
        ("Dự", "Trần Văn An", "Dự: Trần Văn An"),
        ("•", "Nghị quyết 01", "Nghị quyết 01"),
        ("", "rà soát, " * 20, "rà soát, " * 11 + "rà soát…"),
    ],
)
def test_a_fact_is_told_in_one_short_line(label: str, words: str, short: str):
    line = Line((Piece(words),), label=Piece(label), fact=Fact("person", Span(0, 1)))
    assert brief(line) == short
