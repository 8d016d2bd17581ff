"""Days and stretches of days that an article names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.language import parse
from summarizer.model import Article, Block, Span, Time
from summarizer.times import backward, find_times, forward, latest_day

PUBLISHED = date(2024, 7, 10)  # a Wednesday


def times_of(
    text: str, published: date | None = PUBLISHED, received: date | None = None
) -> tuple[Time, ...]:
    """The times of an article of one paragraph."""
    block = Block("body", Span(0, len(text)))
    return find_times(parse(Article(text, (block,), published=published, received=received)))


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Words, first day and last day of each time."""
    return [
        (text[time.span.start : time.span.end], str(time.start), str(time.end))
        for time in times_of(text, published)
    ]


def one(words: str, start: str, end: str | None = None) -> list[tuple[str, str, str]]:
    return [(words, start, end or start)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày 19/5/2022, Sở họp.", one("Ngày 19/5/2022", "2022-05-19")),
        ("Họp ngày 19-5-2022.", one("ngày 19-5-2022", "2022-05-19")),
        ("Họp ngày 19.5.2022.", one("ngày 19.5.2022", "2022-05-19")),
        ("Họp ngày 17 – 6 tại xã.", one("ngày 17 – 6", "2024-06-17")),
        ("Ký ngày 18 tháng 5 năm 2021.", one("ngày 18 tháng 5 năm 2021", "2021-05-18")),
        ("Ký ngày 03 tháng tư năm 2018.", one("ngày 03 tháng tư năm 2018", "2018-04-03")),
        ("Sáng ngày mùng 6 tháng 3, Sở họp.", one("Sáng ngày mùng 6 tháng 3", "2024-03-06")),
        ("Sáng 6/7, UBND tỉnh họp.", one("Sáng 6/7", "2024-07-06")),
        ("Nộp trước 30/6/2025.", one("30/6/2025", "2025-06-30")),
        ("Đoàn về dự (12/6).", one("12/6", "2024-06-12")),
        ("Nghị quyết ngày 5/1 của tỉnh.", one("ngày 5/1", "2024-01-05")),
    ],
)
def test_a_day_is_read_however_it_is_printed(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Họp từ ngày 3 đến 5/7/2024.", one("từ ngày 3 đến 5/7/2024", "2024-07-03", "2024-07-05")),
        ("Trong 2 ngày 27 - 28/6, xã họp.", one("2 ngày 27 - 28/6", "2024-06-27", "2024-06-28")),
        ("Trong hai ngày 18 và 19/4.", one("hai ngày 18 và 19/4", "2024-04-18", "2024-04-19")),
        ("Họp các ngày 21, 22-4.", one("các ngày 21, 22-4", "2024-04-21", "2024-04-22")),
        (
            "Diễn ra từ ngày 29/6 đến hết ngày 2/7.",
            one("từ ngày 29/6 đến hết ngày 2/7", "2024-06-29", "2024-07-02"),
        ),
        (
            "Từ ngày 30/12/2023 đến 2/1/2024, tỉnh họp.",
            one("Từ ngày 30/12/2023 đến 2/1/2024", "2023-12-30", "2024-01-02"),
        ),
    ],
)
def test_a_range_has_both_ends(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sáng nay (10/7), xã họp.", one("Sáng nay (10/7)", "2024-07-10")),
        ("Chiều qua, xã họp.", one("Chiều qua", "2024-07-09")),
        ("Hôm qua 9-7 đoàn làm việc.", one("Hôm qua 9-7", "2024-07-09")),
        ("Xong trước 12h ngày mai.", one("ngày mai", "2024-07-11")),
        ("Đoàn đi hôm thứ Bảy tuần trước.", one("hôm thứ Bảy tuần trước", "2024-07-06")),
        ("Gửi báo cáo trong tuần này.", one("tuần này", "2024-07-08", "2024-07-14")),
        ("Xong ngay trong tuần tới.", one("tuần tới", "2024-07-15", "2024-07-21")),
        ("Sửa xong trong 30 ngày tới.", one("30 ngày tới", "2024-08-09")),
        ("Xong trong tháng 8 năm nay.", one("tháng 8 năm nay", "2024-08-01", "2024-08-31")),
    ],
)
def test_what_counts_from_today_is_resolved_by_publication(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phiên họp tháng 6/2024.", one("tháng 6/2024", "2024-06-01", "2024-06-30")),
        ("Phiên họp tháng 2-2024.", one("tháng 2-2024", "2024-02-01", "2024-02-29")),
        ("Sơ kết quý II năm 2024.", one("quý II năm 2024", "2024-04-01", "2024-06-30")),
        ("Xong trong quý I-2025.", one("quý I-2025", "2025-01-01", "2025-03-31")),
        (
            "Sơ kết 6 tháng đầu năm 2024.",
            one("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
        ),
        (
            "Nhiệm vụ 3 tháng cuối năm 2024.",
            one("3 tháng cuối năm 2024", "2024-10-01", "2024-12-31"),
        ),
        ("Xong trước năm 2030.", one("năm 2030", "2030-01-01", "2030-12-31")),
        (
            "Bố trí vốn năm 2025 và năm 2026.",
            one("năm 2025 và năm 2026", "2025-01-01", "2026-12-31"),
        ),
    ],
)
def test_a_stretch_reaches_to_its_last_day(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 30/2/2024, xã họp.",  # there is no such day: not mended
        "Ngày 31/4, xã họp.",
        "Đạt 3/4 xã và 15/15 chỉ tiêu.",
        "Trực 24/7 tại chốt.",
        "Tăng từ 2-3 lần.",
        "Mưa 3.131 điểm, giảm 7,8/10.",
        "Họp tại Hội trường 19/8.",
        "Tuyến đường 30/4 ngập sâu.",
        "Nhiệm kỳ 2020 - 2025, giai đoạn 2021-2030.",
        "Kỳ họp thứ 7 và phiên họp lần thứ hai.",
        "Bác Hồ (19/5/1890 - 19/5/1990).",
        "Lễ giỗ mùng 10/3 âm lịch.",
        "Nhiều tháng qua, vài năm sau.",
        "Nghị định số 12/2020/NĐ-CP.",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert read(text) == []


def test_the_mark_of_the_article_decides_about_bare_numbers() -> None:
    assert read("Ngày 5-6 và 7-6, xã họp. Gửi trước 15-6.", None)[2][0] == "15-6"
    assert [words for words, *_ in read("Ngày 5/6, xã họp. Tỉ số 3 trước 2-1.", None)] == [
        "Ngày 5/6"
    ]


def test_the_same_day_is_the_day_told_before_it() -> None:
    text = "Sáng 6/7, tỉnh họp. Chiều cùng ngày, đoàn kiểm tra xã."
    assert [(time.start, time.part) for time in times_of(text)] == [
        (date(2024, 7, 6), "sáng"),
        (date(2024, 7, 6), "chiều"),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [("Tối 5/7, họp.", "tối"), ("Đêm 5/7, mưa.", "tối"), ("Trưa 5/7, họp.", None)],
)
def test_the_part_of_the_day_is_kept(text: str, part: str | None) -> None:
    assert times_of(text)[0].part == part


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ngày 12/4, xã họp phiên thường kỳ.", None),  # nothing tells the year
        ("Chiều 26/9, huyện bàn nhiệm vụ 3 tháng cuối năm 2019.", date(2019, 9, 26)),
        ("Sáng 5/7, hội sơ kết 6 tháng đầu năm 2019.", date(2019, 7, 5)),
        # a law in force since New Year sets no limit
        (
            "Ngày 5/7, đồn sơ kết 6 tháng đầu năm 2022 và Luật có hiệu lực từ ngày 1/1/2022.",
            date(2022, 7, 5),
        ),
        ("Ngày 10/1, ủy ban họp. Ngày 27/11/2018, tỉnh đã đề nghị.", date(2019, 1, 10)),
        ("Hôm nay 27/11, bàn dự toán năm 2019. Kết quả năm 2018 tốt.", date(2018, 11, 27)),
        ("Hôm nay 27/11, bàn nhiệm vụ năm 2019.", None),  # of this year or the next
        ("Ngày 28-2, sở giao việc, xong trước ngày 20-3-2018.", date(2018, 2, 28)),
        ("Ngày 18-3, bàn mục tiêu tăng trưởng trong năm 2019.", date(2019, 3, 18)),
        ("Chiều 17-8, bàn vốn trong năm 2019 và năm 2020.", None),  # two years are possible
        ("Ngày 9/7, họp về Nghị định số 9/2010/NĐ-CP ngày 2/8/2010.", None),  # a lower bound only
        ("Chiều 12/4, bàn tuyến tàu phải chạy thử vào cuối năm 2020.", None),
        ("Ngày 9/7, họp bàn Nghị định 9/NĐ-CP ngày 2/8/2016. Năm 2018, xã đã xong.", None),
        ("Chiều 9/10, phòng họp. Đến 1/1/2015, chủ xe không sang tên sẽ bị phạt.", None),
        ("Chiều 9/10, phòng họp. Tính đến 1/10/2015, xã đã xong.", date(2015, 10, 9)),
    ],
)
def test_a_year_is_given_only_where_the_article_makes_it_certain(
    text: str, start: date | None
) -> None:
    assert times_of(text, published=None)[0].start == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Sáng 9/7, huyện họp.", date(2024, 7, 9)),
        ("Sáng 10/7, huyện bàn đề án đến năm 2030, tầm nhìn đến năm 2050.", date(2024, 7, 10)),
        ("Sáng 9/7, huyện họp. Năm 2023, xã đã xong.", date(2024, 7, 9)),
        # a decree cited and a road opened long ago say less than the week
        ("Sáng 9/7, họp về Nghị định 9/NĐ-CP ngày 2/8/2016.", date(2024, 7, 9)),
        ("Sáng 9/7, huyện họp. Đường mở ngày 20/3/2015.", date(2024, 7, 9)),
        ("Sáng 9/7, huyện họp. Trước 1/7/2034 phải xong.", date(2024, 7, 9)),
        # news of another year
        ("Sáng 9/7, huyện họp. Đường mở ngày 20/6/2015.", date(2015, 7, 9)),
        ("Sáng 9/7, huyện họp. Năm 2018, xã đã xong.", None),
        ("Sáng 9/7, huyện họp. Năm 2018, xã bàn đề án đến năm 2030.", None),
        ("Sáng 2/7, huyện họp.", None),  # eight days
        ("Sáng 11/7, huyện họp.", None),  # to come
        ("Trước ngày 9/7, xã phải nộp.", None),  # a limit, not what was told
    ],
)
def test_news_that_reaches_us_within_a_week_is_of_this_year(text: str, start: date | None) -> None:
    received = date(2024, 7, 10)
    assert times_of(text, published=None, received=received)[0].start == start
    year = date(2025, 7, 10)
    assert times_of(text, published=year, received=year) == times_of(text, published=year)


def test_limits_of_fresh_news_are_of_its_year() -> None:
    text = "Sáng 29/12, huyện họp. Xã báo cáo trước ngày 15/1. Hôm nay, đoàn đến."
    read = times_of(text, published=None, received=date(2024, 12, 30))
    assert [time.start for time in read] == [date(2024, 12, 29), date(2025, 1, 15), None]


def test_days_that_contradict_each_other_have_no_year() -> None:
    text = "Sáng 11/5, thành phố họp. Hôm 20/2 ông mất. Tháng 4/2018, ông nghỉ."
    assert [time.start for time in times_of(text, published=None)][:2] == [None, None]


def test_today_is_known_from_a_day_printed_beside_it() -> None:
    text = "Hôm nay 31/1/2019, tỉnh họp. Hôm qua, đoàn đã đến."
    assert times_of(text, published=None)[1].start == date(2019, 1, 30)


def test_a_limit_is_the_next_such_day_and_told_apart() -> None:
    text = "Ngày 21/6/2022, đoàn làm việc. Báo cáo chậm nhất ngày 30/6."
    told, limit = times_of(text, published=None)
    assert (told.ahead, limit.ahead, limit.start) == (False, True, date(2022, 6, 30))
    assert latest_day((told, limit)) == date(2022, 6, 21)


DAY = st.dates(min_value=date(1995, 1, 1), max_value=date(2095, 1, 1))


@given(DAY, st.sampled_from("/-."))
def test_a_printed_day_is_that_day(day: date, mark: str) -> None:
    text = f"Ngày {day.day}{mark}{day.month}{mark}{day.year}, xã họp."
    assert [(time.start, time.end) for time in times_of(text)] == [(day, day)]


@given(DAY, DAY)
def test_a_day_without_year_falls_within_a_year_of_today(day: date, today: date) -> None:
    (time,) = times_of(f"Ngày {day.day}/{day.month}, xã họp.", published=None)
    past, coming = backward(time, today).start, forward(time, today).end
    assume((day.day, day.month) != (29, 2) or (past and coming))  # not every year has it
    assert past
    assert coming
    assert today - timedelta(days=366) < past <= today <= coming
    assert (past.day, past.month) == (coming.day, coming.month) == (day.day, day.month)


WORDS = st.sampled_from(
    [
        *("ngày", "từ", "đến", "5", "12/6", "30/2", "/", "-", "tháng", "2019", "năm", "quý", "II"),
        *("chiều", "(", ")", "thứ", "bảy", "tuần", "này", ",", "và", "9999", "hôm nay", "\n"),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=40), st.none() | DAY)
def test_whatever_the_words_times_stand_in_order_and_end_after_they_begin(
    words: list[str], published: date | None
) -> None:
    text = " ".join(words)
    end = 0
    for time in times_of(text, published):
        assert end <= time.span.start < time.span.end <= len(text)
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start <= time.end
        end = time.span.end
