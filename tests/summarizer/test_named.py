"""Which documents a clause names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.directives.demand import Demand
from summarizer.directives.named import find_named
from summarizer.model import DocumentRef, Quote, Span


def document(number: str | None, *mentions: tuple[int, int]) -> DocumentRef:
    subject = Quote("Đất đai", Span(0, 7))
    spans = tuple(Span(*mention) for mention in mentions)
    return DocumentRef("Luật", number, None, None, None, subject, spans)


def demand(start: int, end: int) -> Demand:
    return Demand(Span(start, end), None, 0)


def test_a_document_mentioned_in_the_clause_is_named_once() -> None:
    documents = (document("31/2024/QH15", (12, 20), (30, 38)), document(None, (50, 58)))
    assert find_named(documents, (demand(10, 40),)) == (("Luật 31/2024/QH15",),)


def test_documents_stand_in_order_of_the_text() -> None:
    documents = (document("2", (30, 38)), document(None, (12, 20)))
    assert find_named(documents, (demand(10, 40),)) == (("Luật Đất đai", "Luật 2"),)


def test_a_mention_that_only_touches_the_clause_does_not_count() -> None:
    documents = (document("1", (5, 12)), document("2", (38, 42)), document("3", (40, 48)))
    assert find_named(documents, (demand(10, 40),)) == ((),)


SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=5))
def test_a_clause_names_what_lies_in_it_but_in_no_other_document(
    mentions: list[tuple[int, int]], clauses: list[tuple[int, int]]
) -> None:
    documents = tuple(document(str(number), span) for number, span in enumerate(mentions))
    named = find_named(documents, tuple(demand(*clause) for clause in clauses))
    inner = {
        n
        for n, (low, high) in enumerate(mentions)
        for m, (start, end) in enumerate(mentions)
        if m != n and start <= low < high <= end
    }
    for (start, end), keys in zip(clauses, named, strict=True):
        inside = {n for n, (low, high) in enumerate(mentions) if start <= low < high <= end}
        assert {f"Luật {n}" for n in inside - inner} <= set(keys)
        assert set(keys) <= {f"Luật {n}" for n in inside}


def test_a_document_inside_the_title_of_another_is_not_named() -> None:
    documents = (document("1", (12, 38)), document("2", (20, 30)))
    assert find_named(documents, (demand(10, 40),)) == (("Luật 1",),)
