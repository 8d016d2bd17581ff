"""Tell a sentence that only sets the time limit of the clause before it."""

from __future__ import annotations

import re

from summarizer.model import Span

_SETS = re.compile(
    r"""\s* (?:
        (?: thời[ ]hạn | thời[ ]gian[ ](?: hoàn | thực | báo | triển ) ) \b .*   # Thời hạn: …
      | (?: (?:(?:các|những)[ ])? (?: công[ ]việc | việc | nội[ ]dung | nhiệm[ ]vụ )
            [ ](?: này | trên ) [ ] )?
        (?: (?:phải|cần) [ ] )? (?: được[ ] )?
        (?: (?: làm | hoàn[ ]thành | hoàn[ ]tất | thực[ ]hiện | xong )[ ] ){1,2}
        (?: trước | trong | chậm | muộn | đến | vào )[ ]
        [^,;]{0,40}                                         # Việc này phải làm xong trong tháng 8
    )""",
    re.VERBOSE,
)


def only_sets_limit(folded: str, span: Span) -> bool:
    """Tell whether the sentence at `span` of folded text demands nothing new but a limit."""
    end = min(span.end, span.start + 400)
    return _SETS.fullmatch(folded[span.start : end].rstrip(' .!"')) is not None
