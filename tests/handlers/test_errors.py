"""Errors in words."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from bot.crew import JobTooLongError, WorkerDiedError
from bot.fetch_errors import FetchError
from bot.manifest import ManifestError
from bot.sources import SourceError
from handlers.errors import to_words
from summarizer.reading.errors import ReadingError


def family(kind: type[Exception]) -> Iterator[type[Exception]]:
    for child in kind.__subclasses__():
        yield child
        yield from family(child)


KINDS = [
    *family(SourceError),
    *family(ReadingError),
    *family(FetchError),
    WorkerDiedError,
    JobTooLongError,
]


def made(kind: type[Exception]) -> Exception:
    return ManifestError("m.jsonl", 3) if kind is ManifestError else kind()


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_words_of_its_own(kind: type[Exception]):
    words = to_words(made(kind))
    assert "chưa lường trước" not in words
    assert words.endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_survives_the_way_from_a_worker(kind: type[Exception]):
    error = made(kind)
    assert to_words(pickle.loads(pickle.dumps(error))) == to_words(error)  # noqa: S301 (our own, made just now)


def test_an_error_that_nobody_foresaw_is_told_by_its_kind_alone():
    assert to_words(ZeroDivisionError("text of the article")) == (
        "lỗi chưa lường trước (ZeroDivisionError); xin báo cho người phát triển."
    )
