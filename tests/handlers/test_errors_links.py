"""What the chat is told about a link: one line, and what to do."""

from __future__ import annotations

import pytest

from bot import fetch_errors
from bot.links import ForbiddenLinkError
from handlers.errors import to_words
from summarizer.reading import errors as reading

FETCH = [
    error
    for error in vars(fetch_errors).values()
    if isinstance(error, type)
    and issubclass(error, Exception)
    and error is not fetch_errors.FetchError
]
PAGES = [reading.NotAnArticleError, *reading.NotAnArticleError.__subclasses__()]


@pytest.mark.parametrize("error", [*FETCH, *PAGES, ForbiddenLinkError])
def test_a_link_without_an_article_is_told_with_what_to_do(error: type[Exception]) -> None:
    words = to_words(error())
    assert "hãy " in words
    assert "\n" not in words


def test_every_reason_has_words_of_its_own() -> None:
    words = [to_words(error()) for error in (*FETCH, *PAGES, ForbiddenLinkError)]
    assert len(set(words)) == len(words)
