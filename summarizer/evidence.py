"""What the aspects found in one article, handed on to the aspects after them."""

from __future__ import annotations

from msgspec import Struct

from summarizer.events import Occasion
from summarizer.model import DocumentRef, Time
from summarizer.people import Cast


class Evidence(Struct, frozen=True):
    """People, times, documents and event of an article."""

    cast: Cast
    times: tuple[Time, ...]
    documents: tuple[DocumentRef, ...]
    occasion: Occasion
