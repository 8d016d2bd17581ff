"""Read what an organ is for where its name tells it: «Ban Chỉ đạo quốc gia về chuyển đổi số»."""

from __future__ import annotations

import re

from summarizer.directives.actor_words import ENDS, verb_at
from summarizer.language import Doc

_PROJECT = 8  # words
_OF_PROJECTS = {  # what stands ahead of these
    "đầu": ("dự án",),
    "xây": ("đầu tư",),
    "công": ("xây dựng", "xây dựng các"),
}
_BOARD = re.compile(  # «Ban Chỉ đạo quốc gia | về chuyển đổi số»
    r"(?<!\w)(?:(?:tiểu )?ban(?: chỉ đạo)?|ủy ban|hội đồng|tổ công tác)(?: [^\W\d]+){0,3}\Z"
)
MATTERS = frozenset({"về", "phòng"})  # «Ban Chỉ đạo | phòng, chống thiên tai»
_NAME_OF_BOARD = 40  # letters
_CLOSES = ENDS | {";"}
_MATTER = 14  # words of what such a board is about
_LEADING = frozenset(
    {
        "chủ trì",
        "phối hợp",
        "tham mưu",
        "rà soát",
        "tổng hợp",
        "đôn đốc",
        "nghiên cứu",
        "chỉ đạo",
        "báo cáo",
        "đề xuất",
        "hướng dẫn",
        "kiểm tra",
        "tổ chức",
        "xem xét",
        "ban hành",
    }
)


def past_matter(doc: Doc, index: int, stop: int) -> int | None:
    """The word past what a board is about: «Ban Chỉ đạo quốc gia | về chuyển đổi số | …»."""
    start = doc.words.starts[index]
    if not _BOARD.search(doc.folded, max(0, start - _NAME_OF_BOARD), start - 1):
        return None
    for past in range(index + 2, min(stop - 1, index + _MATTER)):
        if doc.words.texts[past] in _CLOSES:
            return None
        pair = " ".join(doc.words.texts[past : past + 2])
        if pair in _LEADING or verb_at(doc, past) in {"modal", "manner"}:
            return past
    return None


def is_of_project(doc: Doc, index: int) -> bool:
    """«Ban Quản lý dự án | đầu tư | xây dựng các | công trình | giao thông»."""
    ends = _OF_PROJECTS.get(doc.words.texts[index])
    if ends is None:
        return False
    ahead = " ".join(doc.words.texts[max(0, index - _PROJECT) : index])
    return "lý dự án" in ahead and ahead.endswith(ends)
