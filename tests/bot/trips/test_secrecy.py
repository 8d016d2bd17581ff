"""What is marked secret is refused with the reason, and nowhere is a word of it left."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pytest

from bot import texts
from tests import files
from tests.bot.test_trip import article
from tests.bot.trips.bot import Bot
from tests.bot.trips.traces import traces

TELLING = "đập tràn Khe Xoăn"  # in no other article; a syllable that no other word has
MARKS = ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Tài liệu lưu hành nội bộ"]
ARTICLE = (
    "Ủy ban nhân dân tỉnh họp về an toàn hồ đập\n\n"
    "Sáng 12/9/2025, Chủ tịch UBND tỉnh Lò Văn Ngoãn chủ trì cuộc họp về đập tràn Khe Xoăn. "
    "Đồng chí yêu cầu Sở Nông nghiệp và Môi trường kiểm tra thân đập, báo cáo trước ngày "
    "20/9/2025. Công an tỉnh bảo vệ các tuyến đường lên đập trong suốt mùa mưa lũ."
)
HEAD = "TỈNH ỦY HẢI VÂN\nSố 12-BC/TU\n"
SECRET = texts.SECRET


@pytest.fixture
def left(bot: Bot, caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Where words of the secret are left: in files, or in the log."""
    caplog.set_level(logging.INFO)  # as the program runs

    def look() -> list[str]:
        said = [line for line in caplog.messages if TELLING in line or "Xoăn" in line]
        return traces(bot.folder, TELLING, "Xoăn") + said

    return look


def test_the_words_of_an_article_that_is_kept_are_found_so(
    bot: Bot, left: Callable[[], list[str]]
) -> None:
    lan = bot.member()
    (said,) = lan.says(ARTICLE)
    assert TELLING in said
    assert left() != []
    lan.says("/xoa 1 het")
    until = time.monotonic() + 30
    while left() and time.monotonic() < until:  # the index is tidied beside
        time.sleep(0.1)
    assert left() == []


@pytest.mark.parametrize("mark", MARKS)
def test_a_text_is_refused(bot: Bot, left: Callable[[], list[str]], mark: str) -> None:
    lan = bot.member()
    assert lan.says(f"{HEAD}{mark}\n\n{ARTICLE}") == [SECRET]
    assert lan.says("/moi") == [texts.NOTHING_KEPT]
    assert left() == []


@pytest.mark.parametrize("mark", MARKS)
def test_a_caption_is_refused_with_its_file(
    bot: Bot, left: Callable[[], list[str]], mark: str
) -> None:
    assert bot.member().sends(files.to_docx(ARTICLE), "bao-cao.docx", mark) == [SECRET]
    assert left() == []


@pytest.mark.parametrize(
    "name", ["MẬT - Khe Xoăn.docx", "TUYET MAT_Khe Xoăn.docx", "Khe Xoăn (Mật).docx"]
)
def test_the_name_of_a_file_is_refused(bot: Bot, left: Callable[[], list[str]], name: str) -> None:
    assert bot.member().sends(files.to_docx(ARTICLE), name) == [SECRET]
    assert left() == []


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "lay_out", [files.to_docx, files.to_pdf, str.encode], ids=["docx", "pdf", "txt"]
)
def test_a_file_is_refused(
    bot: Bot, left: Callable[[], list[str]], lay_out: Callable[[str], bytes], mark: str
) -> None:
    assert bot.member().sends(lay_out(f"{mark}\n\n{ARTICLE}"), "bao-cao") == [SECRET]
    assert left() == []


def test_a_stamp_at_the_head_of_every_page_is_refused(
    bot: Bot, left: Callable[[], list[str]]
) -> None:
    assert bot.member().sends(files.to_pdf(ARTICLE, head="TỐI MẬT"), "bao-cao.pdf") == [SECRET]
    assert left() == []


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_behind_a_link_is_refused(
    bot: Bot, left: Callable[[], list[str]], mark: str
) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in (mark, *ARTICLE.split("\n\n")))
    link = bot.site.puts(f"<html><body><article>{paragraphs * 2}</article></body></html>")
    assert bot.member().says(link) == [SECRET]
    assert left() == []


def test_a_group_and_a_stranger_are_no_exception(bot: Bot, left: Callable[[], list[str]]) -> None:
    words = f"TỐI MẬT\n\n{ARTICLE}"
    assert bot.group().says(words) == [SECRET]
    bot.stranger().says(words)
    bot.strange_group().says(words)
    assert left() == []


def pieces(marked: int) -> list[str]:
    """An article cut in three as Telegram does, with the mark in one of them."""
    long = "\n".join(ARTICLE for _ in range(24))
    parts = [long[:3000], long[3000:6000], long[6000:]]
    parts[marked] = f"{parts[marked][:2100]}\nTỐI MẬT\n{parts[marked][2100:]}"
    return parts


@pytest.mark.parametrize("marked", [0, 1, 2])
def test_one_part_of_a_cut_text_makes_the_whole_secret(
    bot: Bot, left: Callable[[], list[str]], marked: int
) -> None:
    lan = bot.member()
    assert lan.news(lambda: [lan.pushes(part) for part in pieces(marked)]) == [SECRET]
    assert lan.says("/moi") == [texts.NOTHING_KEPT]
    assert left() == []


@pytest.mark.parametrize("marked", [1, 2])
def test_a_part_that_comes_after_the_others_were_written_down_makes_them_secret(
    patient: Bot, marked: int
) -> None:
    lan = patient.member()

    def one_by_one() -> None:
        for part in pieces(marked):
            lan.pushes(part)
            patient.read()

    assert lan.news(one_by_one) == [SECRET]
    assert lan.says("/moi") == [texts.NOTHING_KEPT]
    assert traces(patient.folder, TELLING) == []


def test_a_part_that_comes_after_the_refusal_is_refused_with_the_rest(
    patient: Bot,
) -> None:
    lan = patient.member()
    first, second, third = pieces(1)

    def refused() -> None:
        for part in (first, second):
            lan.pushes(part)
            patient.read()

    assert lan.news(refused) == [SECRET]  # it stands between the second and the third
    lan.pushes(third)
    patient.settle()
    assert lan.says("/moi") == [texts.NOTHING_KEPT]
    assert traces(patient.folder, TELLING) == []


def test_a_mark_that_comes_after_the_beginning_was_read_removes_it(
    bot: Bot, left: Callable[[], list[str]]
) -> None:
    lan = bot.member()
    first, second, _ = pieces(1)
    lan.pushes(first)
    late = bot.fake.message(lan.key, second)  # Telegram has it, and hands it out much later
    bot.settle()
    assert lan.stands[0].startswith("Ủy ban nhân dân tỉnh họp")
    assert lan.news(lambda: bot.fake.push_update(message=late)) == [SECRET]
    assert lan.says("/moi") == [texts.NOTHING_KEPT]
    assert left() == []


@pytest.mark.parametrize("marked", [0, 1])
def test_the_caption_of_one_file_is_that_of_its_album(
    bot: Bot, left: Callable[[], list[str]], marked: int
) -> None:
    lan = bot.member()

    def send() -> None:
        for number in range(2):
            caption = "TỐI MẬT" if number == marked else ""
            file = files.to_docx(ARTICLE)
            lan.attaches(file, f"{number}.docx", caption, media_group_id=f"album {marked}")

    assert lan.news(send) == [SECRET]
    assert left() == []


@pytest.mark.parametrize("name", ["dev-05", "dev-10"])
def test_what_goes_on_after_a_secret_is_read(bot: Bot, name: str) -> None:
    lan = bot.member()

    def send() -> None:
        lan.pushes(f"TỐI MẬT\n\n{ARTICLE}")
        lan.pushes(article(name))

    refused, read = lan.news(send)
    assert refused == SECRET
    assert read.startswith(article(name).split("\n")[0])


@pytest.mark.parametrize(
    "words",
    [
        "Luật Bảo vệ bí mật nhà nước có hiệu lực từ ngày 1/7/2020.",
        "Hội nghị bàn về bảo mật thông tin và mật độ dân số của tỉnh.",
    ],
)
def test_words_that_only_speak_of_secrecy_pass(bot: Bot, words: str) -> None:
    (said,) = bot.member().says(f"{words}\n\n{ARTICLE}")
    assert TELLING in said
