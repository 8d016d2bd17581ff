"""Trips through the register: documents, directives, own organs, reminders over a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.pool import Pool
from tests.bot.trips.bot import Bot, Chat, serving

ARTICLE = """Hải Vân: Triển khai Kết luận 01-KL/TW

Sáng 19/5/2022, Tỉnh ủy Hải Vân tổ chức hội nghị quán triệt Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị 05-CT/TW, tại Trung tâm Hội nghị tỉnh, với sự tham dự của đại diện các sở, ban, ngành, đoàn thể và các địa phương trong tỉnh.

Phát biểu kết luận hội nghị, Bí thư Tỉnh ủy Đỗ Quang Vĩnh yêu cầu Sở Tài chính rà soát, bố trí kinh phí cho các xã, hoàn thành trước ngày {due}; các chi bộ tổ chức học tập nghiêm túc.
"""
OTHER = """Đảng ủy phường An Hòa học tập Kết luận 01

Chiều 20/5/2022, Đảng ủy phường An Hòa mở hội nghị học tập Kết luận 01 của Bộ Chính trị; đồng chí Phạm Thị Lành, Bí thư Đảng ủy phường, chủ trì hội nghị và lưu ý tinh thần học tập, làm theo Bác phải thành việc làm hằng ngày.

Đồng chí đề nghị các chi bộ đưa nội dung này vào sinh hoạt thường kỳ.
"""


def article(due: datetime) -> str:
    return ARTICLE.format(due=f"{due.day}/{due.month}/{due.year}")


@pytest.fixture
def lan(bot: Bot) -> Chat:
    return bot.member()


def test_a_document_is_found_in_all_its_forms_and_opened(lan: Chat) -> None:
    lan.says(article(datetime.now(UTC)))
    lan.says(OTHER)
    (listed,) = lan.says("/vanban")
    assert "1. Kết luận 01-KL/TW · 2 bài" in listed
    (shown,) = lan.presses("1")
    assert shown.startswith("Kết luận 01-KL/TW\ntiếp tục thực hiện Chỉ thị 05-CT/TW")
    assert "Bộ Chính trị" in shown
    assert lan.buttons[:2] == ["Bài số 2", "Bài số 1"]
    (digest,) = lan.presses("Bài số 2")
    assert digest.startswith("Đảng ủy phường An Hòa")


def test_a_directive_is_followed_corrected_and_done_by_buttons(lan: Chat) -> None:
    due = datetime.now(UTC) + timedelta(days=3)
    later = due + timedelta(days=30)
    lan.says(article(due))
    (listed,) = lan.says("/chidao nơi nhận: Sở Tài chính")
    assert "còn 3 ngày" in listed
    lan.presses("1")
    (followed,) = lan.presses("Theo dõi")
    assert "đang theo dõi (bạn, " in followed
    lan.presses("Sửa hạn")
    lan.says(f"{later.day}/{later.month}/{later.year}")
    (edited,) = lan.says("/chidao theo dõi")
    assert f"Hạn {later.day}/{later.month}/{later.year} · còn 33 ngày (bạn đọc sửa)" in edited
    lan.presses("1")
    (done,) = lan.presses("Đã xong")
    assert "đã xong (bạn, " in done
    assert "Không có chỉ đạo nào" in lan.says("/chidao theo dõi")[0]
    (again,) = lan.presses("Chưa xong")
    assert "đang theo dõi" in again


def test_filters_and_pages_go_on_after_a_restart(bot: Bot, lan: Chat) -> None:
    lan.says(article(datetime.now(UTC) + timedelta(days=3)))
    orders = ". ".join(f"Yêu cầu xã Khe Số {number} báo cáo kết quả" for number in range(1, 9))
    lan.says(f"{OTHER}\nĐồng chí Phạm Thị Lành yêu cầu các xã chuẩn bị. {orders}.")
    (first,) = lan.says("/chidao")
    bot.stop()
    bot.start()
    lan.says("/help")  # what is pressed before it has looked around is to be pressed again
    (second,) = lan.presses("Sau ›")
    assert "(1–5/" in first
    assert "(6–" in second
    (none,) = lan.presses("Không hạn")
    assert "không nêu hạn (1–5/" in none
    (all_,) = lan.presses("✓ Không hạn")
    assert all_ == first


def test_own_organs_are_named_by_words_and_buttons(lan: Chat) -> None:
    lan.says(article(datetime.now(UTC) + timedelta(days=3)))
    lan.says("/coquan")
    lan.presses("Thêm cơ quan")
    (added,) = lan.says("so tai chinh")
    assert added.startswith("Đã thêm so tai chinh.")
    assert "Sở Tài chính" in lan.says("/chidao cơ quan mình")[0]
    assert "đã có rồi" in lan.says("/coquan Sở Tài Chính")[0]
    (removed,) = lan.presses("Bỏ so tai chinh")
    assert removed.startswith("Đã bỏ so tai chinh.")


@pytest.mark.parametrize(
    "typed",
    ["/vanban #999", "/vanban #9.9", "/chidao 9/9", "/chidao 1/9999", "/chidao 9.9/1", "/vanban trang 99",
     "/chidao trang 99", "/nhachan 25:99", "/coquan 1", "/coquan bỏ gì đó", "/vanban %_'\"",
     "/chidao người giao: %_'\"", "/vanban " + "dài " * 300],
)  # fmt: skip
def test_whatever_is_typed_is_answered(lan: Chat, typed: str) -> None:
    lan.says(article(datetime.now(UTC)))
    (answer,) = lan.says(typed)
    assert answer
    assert "lỗi" not in answer


@pytest.fixture
def office(tmp_path: Path, pool: Pool) -> Iterator[Bot]:
    """A bot of its own, whose clock can be set."""
    with serving(tmp_path / "bot", pool) as made:
        yield made


def test_a_reminder_rings_once_and_its_buttons_work(office: Bot) -> None:
    lan, due = office.member(), datetime.now(UTC) + timedelta(days=10)
    lan.says(article(due))
    lan.says("/coquan Sở Tài chính")
    lan.says("/nhachan 0:00")
    sections = {
        1: "",
        4: "CÒN 7 NGÀY TRỞ LẠI",
        7: "CÒN 3 NGÀY TRỞ LẠI",
        8: "",
        9: "HẠN NGÀY MAI",
        10: "ĐẾN HẠN HÔM NAY",
        11: "QUÁ HẠN",
        12: "",
    }
    for days, section in sections.items():
        office.stop()
        office.ahead = timedelta(days=days)
        before = len(office.fake.calls)
        news = lan.news(lambda due=bool(section): (office.start(), look(office, is_due=due)))
        sent = [call for method, call in office.fake.calls[before:] if method == "sendMessage"]
        assert [call["text"] for call in sent] == ["Nhắc hạn: 1 việc"] * bool(section)
        assert [call["disable_notification"] for call in sent] == ["false"] * bool(section)
        assert [words.split("\n")[2] for words in news] == [section] * bool(section)
    lan.presses("1")
    assert "đã xong" in lan.presses("Đã xong")[0]


def look(bot: Bot, *, is_due: bool) -> None:
    """Let the first look at what is due come to an end: until something is, or for a while."""

    async def go() -> None:
        before = len(bot.fake.messages)
        for _ in range(2000 if is_due else 10):
            await asyncio.sleep(0.005)
            if is_due and len(bot.fake.messages) > before:
                return

    bot.do(go())
