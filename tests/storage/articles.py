"""Short articles about documents and directives, and the digests of them."""

from __future__ import annotations

from datetime import date
from functools import cache

from summarizer.digest import make_digest
from summarizer.model import Digest
from summarizer.reading.text import read_text

FULL = "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về học tập và làm theo Bác"
SHORT = "Kết luận 01 của Bộ Chính trị"
BARE = "Kết luận 01"
PLAN = "khẩn trương rà soát, bố trí kinh phí cho các xã, hoàn thành trước ngày 30/6/2022"


@cache
def article(
    title: str,
    *,
    documents: tuple[str, ...] = (),
    orders: tuple[str, ...] = (),
    published: str = "2022-05-20",
) -> Digest:
    """The digest of a meeting at which documents are named and orders («X báo cáo») are given."""
    named = "".join(f"\n\nHội nghị đã quán triệt {each}." for each in documents)
    told = "".join(f"\n\nBí thư Tỉnh ủy Đỗ Quang Vĩnh yêu cầu {each}." for each in orders)
    text = (
        f"{title}\n\nSáng 19/5/2022, Tỉnh ủy Hải Vân tổ chức hội nghị tại thị trấn An Khê."
        f"{named}{told}\n"
    )
    return make_digest(read_text(text, published=date.fromisoformat(published)))
