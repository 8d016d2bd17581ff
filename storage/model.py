"""What the store gives back."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from summarizer.folding import fold, strip_marks
from summarizer.model import Digest, Span


class Kept(Struct, frozen=True):
    """A digest and its id; `is_new` where this call has put it there."""

    id: int
    digest: Digest
    is_new: bool


Verdict = Literal["member", "stranger", "secret"]


class NewEvent(Struct, frozen=True):
    """Something that a channel reports: `key` is its id there, `raw` its own words.

    `raw` is None where the verdict forbids to keep them.
    """

    key: str
    chat: str
    raw: bytes | None
    verdict: Verdict = "member"


class Event(Struct, frozen=True):
    """An event that waits to be answered."""

    id: int
    channel: str
    chat: str
    raw: bytes | None
    verdict: Verdict
    tries: int


class Part(Struct, frozen=True):
    """A message of an answer: what it is to say, and the message that stands for it.

    `body` is None while the answer is being made, `handle` until a message stands in
    the chat.
    """

    event: int
    part: int
    body: bytes | None
    handle: str | None
    is_sent: bool


class Found(Struct, frozen=True):
    """A digest that a search has found: the passage that shows why, and its words."""

    id: int
    digest: Digest
    passage: Span
    words: tuple[Span, ...]
    score: float


def number_norm(number: str) -> str:
    """A document number as it is compared: «01 – KL/TW» and «1-kl/tw» are «1kltw».

    Letters without diacritics, no blanks or dashes, no leading zeros.
    """
    parts = re.findall(r"\d+|[a-z&.]+", strip_marks(fold(number)))
    return "".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)
