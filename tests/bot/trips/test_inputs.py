"""Everything that people send: each is answered in words that an official can use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot import texts
from tests import files
from tests.bot.test_trip import article
from tests.bot.trips.bot import Bot

HUYEN, TINH = article("dev-06"), article("dev-05")
HUYEN_IS = "Huyện uỷ Tân Hoà: Tập trung cho 3 tháng cuối năm"
TINH_IS = "Ban Thường vụ Tỉnh ủy quán triệt Nghị quyết Trung ương 4 (khóa XII)"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
STICKER = {
    "file_id": "1", "file_unique_id": "1", "type": "regular", "width": 1, "height": 1,
    "is_animated": False, "is_video": False,
}  # fmt: skip
PHOTO = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]


def headlines(said: list[str]) -> list[str]:
    return [each.split("\n")[0] for each in said]


def told(reason: str) -> str:
    """A reason as it opens a message."""
    return reason[:1].upper() + reason[1:]


def test_a_link_is_answered_with_the_digest_of_its_page(bot: Bot) -> None:
    link = bot.site.prints(HUYEN)
    (said,) = bot.member().says(link)
    assert headlines([said]) == [HUYEN_IS]
    assert "Bùi Hữu Phước, Tỉnh ủy viên, Bí thư Huyện ủy" in said


def test_a_link_with_a_remark_is_a_link(bot: Bot) -> None:
    link = bot.site.prints(HUYEN)
    said = bot.member().says(f"Anh xem giúp em bài này nhé: {link}")
    assert headlines(said) == [HUYEN_IS]


def test_each_of_several_links_has_its_answer_in_their_order(bot: Bot) -> None:
    gone = f"http://{bot.site.host}/khong-con"
    said = bot.member().says(f"{bot.site.prints(HUYEN)}\n{gone}\n{bot.site.prints(TINH)}")
    assert headlines(said) == [HUYEN_IS, f"{gone}: {told(texts.GONE)}", TINH_IS]


def test_a_text_that_was_cut_in_three_is_one_article(bot: Bot) -> None:
    text = article("dev-02")
    first = text.rfind("\n", 0, 4000)
    second = text.rfind(" ", 0, first + 3500)
    lan = bot.member()

    def paste() -> None:
        for piece in (text[:first], text[first + 1 : second], text[second:]):
            lan.pushes(piece)

    said = lan.news(paste)
    assert said[0].startswith("Thủ tướng: Giữ đà tăng trưởng, không để công việc ách tắc")
    (kept,) = lan.says("/moi")
    assert kept.startswith("1. Thủ tướng: Giữ đà tăng trưởng")
    assert "\n" not in kept


@pytest.mark.parametrize(
    ("lay_out", "name"),
    [
        (files.to_docx, "tin.docx"),
        (files.to_pdf, "tin.pdf"),
        (str.encode, "tin.txt"),
        (str.encode, ""),
    ],
    ids=["docx", "pdf", "txt", "no name"],
)
def test_a_file_is_read_like_its_text(bot: Bot, lay_out: Callable[[str], bytes], name: str) -> None:
    (said,) = bot.member().sends(lay_out(HUYEN), name)
    assert said.startswith(HUYEN_IS)
    assert "Hạn 10/10/2019: Rà soát chính xác số hộ bị thiệt hại do dịch" in said


def test_a_saved_page_is_read_like_the_page(bot: Bot) -> None:
    link = bot.site.prints(HUYEN)
    page = bot.site.pages[link.removeprefix(f"http://{bot.site.host}")].body
    assert isinstance(page, bytes)
    assert headlines(bot.member().sends(page, "tin.html")) == [HUYEN_IS]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "cu.doc", texts.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "khoa.docx", texts.ENCRYPTED),
        (files.to_docx(HUYEN)[:3000], "hong.docx", texts.BROKEN_FILE),
        (b"%PDF-1.7\n", "hong.pdf", texts.BROKEN_FILE),
        (b"", "trong.txt", texts.EMPTY),
        (b"\n \n", "trong.txt", texts.EMPTY),
        (files.picture(), "anh.png", texts.UNKNOWN_FORMAT),
        (b"PK\x05\x06" + bytes(18), "bang.xlsx", texts.UNKNOWN_FORMAT),
    ],
    ids=["old Word", "locked", "cut off", "no PDF", "empty", "blank", "picture", "sheet"],
)
def test_a_file_that_cannot_be_read_is_answered_with_the_reason(
    bot: Bot, data: bytes, name: str, reason: str
) -> None:
    assert bot.member().sends(data, name) == [told(reason)]


def test_the_files_of_an_album_are_answered_one_by_one(bot: Bot) -> None:
    lan = bot.member()

    def send() -> None:
        lan.attaches(files.to_docx(HUYEN), "a.docx", "Gửi các anh hai bài", media_group_id="7")
        lan.attaches(files.to_pdf(TINH), "b.pdf", media_group_id="7")
        lan.attaches(b"\x89PNG", "c.png", media_group_id="7")

    said = lan.news(send)
    assert headlines(said) == [HUYEN_IS, TINH_IS, f"c.png: {told(texts.UNKNOWN_FORMAT)}"]


def test_a_post_with_a_picture_is_its_caption(bot: Bot) -> None:
    assert headlines(bot.member().says("", photo=PHOTO, caption=HUYEN[:1000])) == [HUYEN_IS]


@pytest.mark.parametrize("sent", [{"sticker": STICKER}, {"photo": PHOTO}], ids=["sticker", "photo"])
def test_what_holds_no_words_is_told_what_can_be_read(bot: Bot, sent: dict[str, object]) -> None:
    assert bot.member().says("", **sent) == [texts.NOTHING_TO_READ]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("xin chào", texts.NO_NEWS),
        ("ok", texts.NO_NEWS),
        ("cam on nhe", texts.NO_NEWS),
        ("Mai 8h họp giao ban nhé các anh", texts.NO_NEWS),
        ("The quick brown fox jumps over the lazy dog. " * 8, told(texts.NOT_VIETNAMESE)),
        (
            "Hoi nghi trien khai nghi quyet cua Tinh uy ve cong tac can bo trong thoi gian toi. "
            * 5,
            told(texts.UNMARKED),
        ),
    ],
)
def test_words_that_are_no_news_get_an_honest_answer(bot: Bot, words: str, answer: str) -> None:
    lan = bot.member()
    assert lan.says(words) == [answer]
    assert lan.says("/moi") == [texts.NOTHING_KEPT]


def test_a_text_that_tells_of_nothing_official_says_so(bot: Bot) -> None:
    poem = "Trăm năm trong cõi người ta\nChữ tài chữ mệnh khéo là ghét nhau.\n" * 4
    (said,) = bot.member().says(poem)
    assert texts.NOTHING_FOUND in said
