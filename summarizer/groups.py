"""Find attendees without a name."""

from __future__ import annotations

from summarizer.language import Doc
from summarizer.model import Quote
from summarizer.people import Cast


def find_groups(doc: Doc, cast: Cast) -> tuple[Quote, ...]:
    """Groups such as «lãnh đạo các sở, ban, ngành», in order of the text."""
    return ()
