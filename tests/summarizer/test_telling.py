"""When an event was is read of an article that says so beside any event it names."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.digest import make_digest
from summarizer.reading.text import read_text
from summarizer.telling import Moment, read_telling

CAME = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("opening", "moment"),
    [
        ("Sáng 3/1", Moment(date(2026, 1, 3), date(2026, 1, 3), "sáng")),
        ("Chiều 30/12", Moment(date(2025, 12, 30), date(2025, 12, 30), "chiều")),
        ("Chiều 5/1", Moment(CAME, CAME, "chiều")),
        ("Tối nay", Moment(CAME, CAME, "tối")),
        ("Sáng 30/2", None),
        ("Hôm trước", None),
    ],
)
def test_the_day_is_the_last_one_that_is_called_so(opening: str, moment: Moment | None) -> None:
    text = f"Tin vắn\n\n{opening}, lũ quét tràn qua bản Nậm Pồ làm sập hai căn nhà của người dân."
    digest = make_digest(read_text(text, published=CAME))
    assert digest.when is None
    assert read_telling(digest).moment == moment


def test_without_a_day_of_its_own_an_article_tells_none() -> None:
    text = "Tin vắn\n\nTối nay, lũ quét tràn qua bản Nậm Pồ làm sập hai căn nhà của người dân."
    assert read_telling(make_digest(read_text(text, received=CAME))).moment is None
