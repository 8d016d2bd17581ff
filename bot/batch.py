"""Digest sources one by one, each on its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from bot.pool import map_ordered
from bot.reading import digest_source
from bot.render.contract import to_json
from bot.render.marked import to_marked
from bot.render.plain import to_plain
from bot.render.terminal import to_terminal
from bot.sources import Source, name_of, open_source
from summarizer.model import Digest

Form = Literal["page", "marked", "json", "jsonl"]


class Look(Struct, frozen=True):
    """How a digest is wanted; `width` and `colour` are those of the reader's screen."""

    form: Form = "page"
    sentences: int = 3
    width: int = 80
    colour: bool = False


class Task(Struct, frozen=True):
    """One source to digest."""

    source: str
    published: date | None
    look: Look


def digest_all(tasks: list[Task], *, workers: int) -> Iterator[str | Exception]:
    """The written digest of each source in order, or why there is none."""
    return map_ordered(digest_one, tasks, workers=min(workers, len(tasks)))


def digest_one(task: Task) -> str:
    """The written digest of one source."""
    source = open_source(task.source)
    digest = digest_source(source, published=task.published, sentences=task.look.sentences)
    return _write(digest, source, task.look)


def _write(digest: Digest, source: Source, look: Look) -> str:
    match look.form:
        case "page":
            write = to_terminal if look.colour else to_plain
            return write(digest, width=look.width)
        case "marked":
            return to_marked(digest, colour=look.colour)
        case "json":
            return _as_json(to_json(digest, with_text=_differs(digest, source)))
        case "jsonl":
            body = to_json(digest, with_text=_differs(digest, source))
            return _as_json({"id": name_of(source.url or source.name), **body})


def _differs(digest: Digest, source: Source) -> bool:
    """Whether a reader of the file could not apply the spans to what stands there."""
    is_text_file = source.url is None and source.name.lower().endswith(".txt")
    return not is_text_file or digest.article.text.encode("utf-8", "surrogatepass") != source.data


def _as_json(body: dict[str, object]) -> str:
    return json.dumps(body, ensure_ascii=False) + "\n"
