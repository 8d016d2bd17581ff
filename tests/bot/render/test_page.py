"""The page: each line knows its fact, and says what readers have corrected."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.render.evidence import lay_out_evidence
from bot.render.facts import fact_lines
from bot.render.html import LONGEST, to_html, units
from bot.render.lines import Line
from bot.render.page import lay_out
from bot.render.plain import write_plain
from storage.corrected import correct_digest, directive_fact, document_fact, person_fact
from storage.model import Correction, CorrectionKind, Fact
from summarizer.model import Digest, Span
from tests.annotated import GOLD, annotated
from tests.bot.render.test_html import bare

IDS = [path.stem for path in sorted(GOLD.glob("*.json"))]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
gold = cache(annotated)


def said(fact: Fact, kind: CorrectionKind, value: str | None = None) -> Correction:
    return Correction(fact, kind, value, "42", NOON)


def page(digest: Digest, *corrections: Correction) -> str:
    return write_plain(lay_out(digest, corrections), width=200)


def words(line: Line) -> str:
    return write_plain((line,), width=10_000).strip()


@pytest.mark.parametrize("ident", IDS)
def test_each_fact_stands_on_one_line(ident: str):
    digest = gold(ident)
    told = [line.fact for line in lay_out(digest) if line.fact]
    assert len(set(told)) == len(told)
    assert set(told) >= {
        *(person_fact(person) for person in digest.people),
        *(document_fact(document) for document in digest.documents),
        *(directive_fact(directive) for directive in digest.directives),
        *(Fact("where", place.span) for place in digest.where),
        *(Fact("group", group.span) for group in digest.groups),
        *(Fact("summary", span) for span in digest.summary),
        *([Fact("event", digest.event.span)] if digest.event else []),
        *([Fact("when", digest.when.span)] if digest.when else []),
    }


@pytest.mark.parametrize("ident", IDS)
def test_any_line_can_be_dropped_and_only_that(ident: str):
    digest = gold(ident)
    lines = fact_lines(digest)
    for line in lines:
        if line.fact is None or line.fact.kind == "event":
            continue  # host and mode go with the event
        left = fact_lines(digest, (said(line.fact, "drop"),))
        assert {each.fact for each in left} == {each.fact for each in lines if each is not line}
        assert len(left) == len(lines) - 1


def test_the_host_can_be_dropped_and_the_event_stays():
    digest = gold("dev-07")
    assert digest.event
    assert digest.event.host
    assert digest.event.host.text in page(digest)
    shown = correct_digest(digest, (said(Fact("event", digest.event.host.span), "drop"),))
    assert shown.event == replace(digest.event, host=None)


def test_the_right_name_stands_in_the_list_and_over_the_orders():
    digest = gold("dev-02")
    chair = digest.people[0]
    shown = page(digest, said(person_fact(chair), "name", "Lương Thuận"))
    assert chair.name not in shown.split("TÓM TẮT")[0]
    assert "Lương Thuận, Thủ tướng Chính phủ (bạn đọc sửa)" in shown
    assert "\n  Lương Thuận\n" in shown
    assert shown.count("(bạn đọc sửa)") == 1


@pytest.mark.parametrize(
    ("value", "label", "mark"),
    [
        ("2024-11-15", "Hạn 15/11/2024", "(bạn đọc sửa)"),
        (None, "•", "(bạn đọc sửa: bài không nêu hạn)"),
    ],
)
def test_the_right_deadline_is_marked(value: str | None, label: str, mark: str):
    digest = gold("dev-02")
    order = next(each for each in digest.directives if each.deadline == date(2024, 7, 10))
    lines = lay_out(digest, (said(directive_fact(order), "deadline", value),))
    (line,) = [line for line in lines if line.fact == directive_fact(order)]
    assert line.label.text == label
    assert words(line).endswith(mark)
    assert "Hạn 10/7/2024" not in write_plain(lines)


def test_what_is_dropped_is_dropped_whatever_else_was_said():
    digest = gold("dev-02")
    fact = person_fact(digest.people[0])
    shown = page(digest, said(fact, "name", "Lương Thuận"), said(fact, "drop"))
    assert "Lương Thuận" not in shown


def test_a_correction_of_what_is_no_longer_there_is_idle():
    digest = gold("dev-05")
    gone = Fact("person", Span(1, 2))
    assert page(digest, said(gone, "name", "Ai Đó"), said(gone, "drop")) == page(digest)


def test_the_last_line_is_the_source():
    digest = gold("dev-05")
    linked = replace(digest, article=replace(digest.article, url="https://baohaivan.vn/tin-1"))
    assert page(linked).endswith("\n\nNguồn: https://baohaivan.vn/tin-1\n")
    message = to_html(lay_out(linked))[-1]
    assert message.endswith(
        '\n\n<i>Nguồn:</i> <a href="https://baohaivan.vn/tin-1">baohaivan.vn</a>'
    )
    unlinked = replace(digest, article=replace(digest.article, url=None))
    assert "Nguồn" not in page(unlinked)


VALUES = st.none() | st.dates(date(1945, 1, 1), date(2100, 12, 31)).map(date.isoformat)
NAMES = st.text(min_size=1, max_size=80)


@given(st.sampled_from(IDS), st.data())
def test_whatever_is_corrected_is_shown_within_the_limits(ident: str, data: st.DataObject):
    digest = gold(ident)
    facts = [line.fact for line in fact_lines(digest) if line.fact]
    some = st.sampled_from(facts) | st.builds(Fact, st.just("person"), st.just(Span(1, 9)))
    kinds = (
        st.builds(said, some, st.just("drop")),
        st.builds(said, some, st.just("name"), NAMES),
        st.builds(said, some, st.just("deadline"), VALUES),
    )
    corrections = tuple(data.draw(st.lists(st.one_of(kinds), max_size=12)))
    gone = {each.fact for each in corrections if each.kind == "drop"}
    assert not gone & {line.fact for line in lay_out(digest, corrections)}
    for lines in (lay_out(digest, corrections), lay_out_evidence(digest, corrections)):
        for message in to_html(lines):
            assert units(bare(message)) <= LONGEST
            assert message.count("</") <= 100
