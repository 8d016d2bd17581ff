"""Find what a digest says in words that the article does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.quality.compare import Json


def strings_of(digest: Json) -> Iterator[str | None]:
    """Every string that a digest takes from its article, None where it says nothing.

    An event's `kind` and a document's `type` are normal forms, no quotations: «tiếp và làm
    việc với đoàn» is a «buổi làm việc».
    """
    for document in digest["documents"]:
        yield from (document["number"], document["issuer"], document["subject"])
    for person in digest["people"]:
        yield from (person["name"], *person["roles"])
    for directive in digest["directives"]:
        yield from (directive["issuer"], directive["addressee"], directive["text"])
    for item in (*digest["where"], *digest["groups"], *digest["summary"]):
        yield item["text"]
    event, when = digest["event"] or {}, digest["when"] or {}
    yield from (event.get("text"), event.get("host"), when.get("text"))
    yield digest["title"]
    yield digest["source"]["author"]


def unfaithful(
    digest: Json, text: str, *, spelling: Callable[[str], str] = str.casefold
) -> list[str]:
    """The strings that stand nowhere in the article, `spelling` aside."""
    spelled = spelling(text)
    said = (string for string in strings_of(digest) if string is not None)
    return [string for string in said if not string or spelling(string) not in spelled]
