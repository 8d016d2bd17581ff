"""What the store gives back."""

from __future__ import annotations

import re

from msgspec import Struct

from summarizer.folding import fold, strip_marks
from summarizer.model import Digest, Span


class Kept(Struct, frozen=True):
    """A digest and its id; `is_new` where this call has put it there."""

    id: int
    digest: Digest
    is_new: bool


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
