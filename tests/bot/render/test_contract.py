"""The JSON contract `digest/1`."""

from __future__ import annotations

import json

import pytest

from bot.render.contract import to_json
from tests.annotated import GOLD, annotated

IDS = [path.stem for path in sorted(GOLD.glob("*.json"))]


@pytest.mark.parametrize("ident", IDS)
def test_the_annotators_digest_comes_out_as_they_wrote_it(ident: str):
    gold = json.loads((GOLD / f"{ident}.json").read_text(encoding="utf-8"))
    written = json.loads(json.dumps(to_json(annotated(ident))))
    for key in ("schema", "title", "source", "where", "groups"):
        assert written[key] == gold[key]
    for key in ("people", "documents", "directives"):
        kept = [
            {field: item[field] for field in wanted}
            for item, wanted in zip(written[key], gold[key], strict=True)
        ]
        assert kept == gold[key]
    for key in ("event", "when"):
        assert (
            written[key] is None if gold[key] is None else written[key].items() >= gold[key].items()
        )


def test_every_quote_has_its_span():
    digest = to_json(annotated("dev-02"))
    assert digest["people"][0].keys() >= {"roles", "role_spans"}
    assert digest["event"].keys() >= {"host", "host_span"}
    assert digest["documents"][0].keys() >= {"issuer_span", "date_span", "subject_span"}
    assert digest["directives"][0].keys() >= {"issuer_span", "addressee_span", "deadline_span"}


def test_the_text_is_added_where_it_is_asked_for():
    digest = annotated("dev-22")
    assert "text" not in to_json(digest)
    assert to_json(digest, with_text=True)["text"] == digest.article.text
