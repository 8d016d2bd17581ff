"""Find documents that have a title and no number: «Đề án bảo tồn phố cổ»."""

from __future__ import annotations

from summarizer.documents.heads import Head
from summarizer.documents.mention import Mention
from summarizer.language import Doc


def read_titled(doc: Doc, head: Head) -> list[Mention]:
    """The document that `head` names by its title."""
    return []
