"""Edit an article as newsrooms do when they take it over: fixed edits, nothing drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

_FIGURE = re.compile(r"\d+")
Edit = Callable[[str], str]

# word by word replacements that a copy editor makes
_SYNONYMS = {
    "yêu cầu": "đề nghị", "tổ chức": "mở", "cho biết": "thông tin", "thực hiện": "triển khai",
    "triển khai": "thực hiện", "tập trung": "dồn sức", "tăng cường": "đẩy mạnh",
    "kịp thời": "sớm", "khẩn trương": "nhanh chóng", "bảo đảm": "đảm bảo", "hoàn thành": "làm xong",
    "phối hợp": "cùng", "tiếp tục": "vẫn", "đạt": "được", "nhấn mạnh": "nêu rõ", "đề nghị": "mong",
    "kiểm tra": "rà soát", "khó khăn": "vướng mắc", "người dân": "bà con", "hiện nay": "lúc này",
    "các đơn vị": "đơn vị", "tình hình": "tình trạng", "kết quả": "thành quả", "xây dựng": "lập",
    "quan trọng": "then chốt", "giải pháp": "biện pháp", "hiệu quả": "thiết thực",
}  # fmt: skip
_FILLERS = "đã cũng vẫn rất cùng luôn ngay từng mọi lại".split()


def retitled(text: str) -> str:
    """Another headline, two captions and a source line."""
    _, *rest = _paragraphs(text)
    captions = ("Quang cảnh buổi làm việc. Ảnh: P.V", "Đại biểu tham quan. Ảnh: Minh Hà")
    body = [*rest[:2], captions[0], *rest[2:], captions[1]]
    return _joined(["Tin nổi bật trong ngày ở địa phương", *body, "Theo TTXVN"])


def reworded(text: str) -> str:
    """The words a copy editor likes better."""
    for word, other in _SYNONYMS.items():
        text = text.replace(f" {word} ", f" {other} ")
    return text


def dropped(share: int) -> Edit:
    """A percentage of the paragraphs after the headline left out, spread evenly."""

    def edit(text: str) -> str:
        title, *rest = _paragraphs(text)
        kept = [one for at, one in enumerate(rest) if at * share % 100 < 100 - share]
        return _joined([title, *kept])

    return edit


def replaced(share: int) -> Edit:
    """A percentage of the syllables replaced, where they are small and no figure."""

    def edit(text: str) -> str:
        return _joined([_replace(one, share) for one in _paragraphs(text)])

    return edit


def shuffled(text: str) -> str:
    """The paragraphs after the headline in another order."""
    title, *rest = _paragraphs(text)
    return _joined([title, *rest[1::2], *rest[::2]])


def combined(text: str) -> str:
    """Headline, captions and source line; a quarter left out; one word in twenty replaced."""
    return retitled(replaced(5)(dropped(25)(text)))


def first_half(text: str) -> str:
    """What somebody pastes who stopped marking too early."""
    paragraphs = _paragraphs(text)
    return _joined(paragraphs[: (len(paragraphs) + 1) // 2])


def added(text: str, sentence: str) -> str:
    """One more paragraph in the middle."""
    paragraphs = _paragraphs(text)
    return _joined([*paragraphs[:3], sentence, *paragraphs[3:]])


def figure(place: int) -> Edit:
    """One figure of the news, so many percent on, is one more."""

    def edit(text: str) -> str:
        start = text.index(_paragraphs(text)[2])
        found = list(_FIGURE.finditer(text, start))
        chosen = found[len(found) * place // 100]
        return text[: chosen.start()] + str(int(chosen[0]) + 1) + text[chosen.end() :]

    return edit


def joined(first: str, second: str) -> str:
    """Two articles in one paste."""
    return first + "\n\n" + second


def _replace(paragraph: str, share: int) -> str:
    words = paragraph.split(" ")
    step = 100 // share
    for at in range(step - 1, len(words), step):
        if words[at].isalpha() and words[at].islower():
            words[at] = _FILLERS[at % len(_FILLERS)]
    return " ".join(words)


def _paragraphs(text: str) -> list[str]:
    return [one for one in text.split("\n") if one.strip()]


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"
