"""By which day a clause must be done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.directives.deadlines import Deadline, find_deadlines
from summarizer.events import Occasion
from summarizer.evidence import Evidence
from summarizer.model import Span, When
from summarizer.people import Cast
from summarizer.times import find_times
from tests.summarizer.clauses import demanded

PUBLISHED = date(2024, 6, 5)  # a Wednesday

DAYS = [
    ("[báo cáo trước ngày 15/7/2024]", "2024-07-15", "trước ngày 15/7/2024"),
    ("[báo cáo trước 15/7]", "2024-07-15", "trước 15/7"),
    ("[gửi hồ sơ chậm nhất là ngày 27/9]", "2024-09-27", "chậm nhất là ngày 27/9"),
    ("[sơ tán dân xong trước 17 giờ ngày 24/9/2024]", "2024-09-24", "trước 17 giờ ngày 24/9/2024"),
    ("[chuẩn bị xong trước ngày ra quân 28/6/2024]", "2024-06-28", "trước ngày ra quân 28/6/2024"),
    ("[công bố kết quả đúng ngày 17/7]", "2024-07-17", "đúng ngày 17/7"),
    ("[trình Chính phủ trong tháng 7/2024 phương án giá]", "2024-07-31", "trong tháng 7/2024"),
    ("[báo cáo trong quý III/2024]", "2024-09-30", "trong quý III/2024"),
    ("[Đến hết quý III/2024, các sở phải xong việc]", "2024-09-30", "Đến hết quý III/2024"),
    ("[6 tháng cuối năm 2024, các xã rà soát hộ nghèo]", "2024-12-31", "6 tháng cuối năm 2024"),
    ("[vận hành tuyến ngay trong năm 2024]", "2024-12-31", "ngay trong năm 2024"),
    ("[hoàn thành trước năm 2030]", "2029-12-31", "trước năm 2030"),
    ("[công khai chỉ tiêu đầu cấp trước ngày 30/6/2024]", "2024-06-30", "trước ngày 30/6/2024"),
    ("[hoàn thành trước tháng 9/2024]", "2024-08-31", "trước tháng 9/2024"),
    ("[làm việc với Sở ngay trong tuần này]", "2024-06-09", "ngay trong tuần này"),
    ("[trình Quốc hội tại kỳ họp thứ 8 (tháng 10/2024)]", "2024-10-31", "kỳ họp thứ 8 (tháng 10/2024"),
    ("[bàn giao mặt bằng, không để chậm quá ngày 15 tháng 9]", "2024-09-15",
     "chậm quá ngày 15 tháng 9"),
    ("[nộp đủ trong 15 ngày, kể từ ngày 20-6-2024]", "2024-07-05",
     "trong 15 ngày, kể từ ngày 20-6-2024"),
    ("[hoàn thành trước cuối năm 2024]", "2024-12-31", "trước cuối năm 2024"),
    ("[nộp báo cáo, hạn cuối 20/7]", "2024-07-20", "hạn cuối 20/7"),
    # of two limits the later
    ("[trước ngày 25/8 chưa xong thì phải báo cáo trước ngày 30/8]", "2024-08-30",
     "trước ngày 30/8"),
    # a sentence that only sets the limit
    ("[Bộ Tư pháp có ý kiến]. Thời hạn hoàn thành: trước ngày 25/10/2024.", "2024-10-25",
     "trước ngày 25/10/2024"),
    ("[các bản rà soát hộ nghèo]. Việc này phải làm xong trong tháng 8.", "2024-08-31",
     "trong tháng 8"),
]  # fmt: skip

NONE = [
    "[thực hiện Nghị quyết số 01/NQ-CP ngày 05/01/2024 của Chính phủ]",
    "[báo cáo tiến độ trước ngày 25 hằng tháng]",
    "[trả lời trong 7 ngày làm việc kể từ ngày nhận được đề nghị]",
    "[hoàn thành vào đầu tháng 7]",
    "[rà soát các nhân tố như nhà máy sẽ hoạt động trong tháng 7]",
    "[điều chỉnh lương từ ngày 01/7/2024 cho đúng đối tượng]",
    "[coi đây là nhiệm vụ số một của năm 2024]",
    "[lập kế hoạch giai đoạn 2025 - 2030]",
    "[trình HĐND tại kỳ họp cuối năm 2024]",
    "[sớm hoàn thành thủ tục]",
    "[thu hồi khu đất đã giao vào tháng 3/2024]",
    "[giải trình số thu tính đến hết tháng 5/2024]",
    "[giải trình số thu từ tháng 1 đến tháng 9/2024]",
    "[triển khai chiến lược biển đến năm 2030]",
    "[rà soát hồ sơ năm ngoái]",
    "[sửa quy chế để bắt đầu thực hiện vào tháng 9/2024]",
    "[báo cáo số thuế của giai đoạn trước năm 2030]",
    "[rà soát hồ sơ]. Thời gian tới, nhà máy chạy thử trước ngày 20/7.",
    "[rà soát hồ sơ]. Sau đó, ông Nam cho biết nhà máy chạy trước ngày 20/7.",
]


def deadline(text: str, published: date | None, when: date | None = None) -> Deadline | None:
    doc, demands = demanded(text, published)
    day = When(when, when, None, Span(0, 1)) if when else None
    evidence = Evidence(Cast((), ()), find_times(doc), (), Occasion(None, day, ()))
    found = find_deadlines(doc, evidence, demands)[-1]
    assert found is None or doc.article.quote(found.span)
    return found


@pytest.mark.parametrize(("text", "day", "words"), DAYS)
def test_the_last_day_and_the_words_that_set_it(text: str, day: str, words: str) -> None:
    found = deadline(f"Ông yêu cầu {text}", PUBLISHED)
    assert found
    assert found.day.isoformat() == day
    doc, _ = demanded(f"Ông yêu cầu {text}", PUBLISHED)
    assert doc.article.quote(found.span) == words


@pytest.mark.parametrize("text", NONE)
def test_no_day_is_given_where_none_is_set(text: str) -> None:
    assert deadline(f"Ông yêu cầu {text}", PUBLISHED) is None


@pytest.mark.parametrize(
    ("limit", "day"),
    [
        ("trong quý I", date(2025, 3, 31)),
        ("trong tháng 1", date(2025, 1, 31)),
        ("trong quý I/2024", None),  # the year is printed
        ("trong tháng 9", None),  # it may be told of
        ("vào quý I", None),
    ],
)
def test_what_is_long_past_is_meant_of_next_year(limit: str, day: date | None) -> None:
    found = deadline(f"Ông yêu cầu [bố trí đủ vốn {limit}]", date(2024, 11, 30))
    assert (found.day if found else None) == day


def test_days_to_come_are_counted_from_the_event() -> None:
    found = deadline("Ông yêu cầu [sửa máy trong 30 ngày tới]", PUBLISHED, date(2024, 6, 4))
    assert found
    assert found.day == date(2024, 7, 4)


def test_the_year_comes_from_the_event_where_nothing_is_published() -> None:
    found = deadline("Ông yêu cầu [báo cáo trước ngày 15/1]", None, date(2024, 6, 4))
    assert found
    assert found.day == date(2025, 1, 15)


def test_the_year_comes_from_another_limit() -> None:
    text = "Ông giao [Bộ A báo cáo trong quý II/2024]; [xử lý xong trước ngày 30/11]."
    found = deadline(text, None)
    assert found
    assert found.day == date(2024, 11, 30)


def test_a_plain_limit_before_the_last_thing_told_is_past() -> None:
    text = "Ngày 5/6/2024, đoàn họp. Ông yêu cầu [thu hồi đất giao vào năm 2012]."
    assert deadline(text, None) is None


def test_without_a_year_there_is_no_day() -> None:
    assert deadline("Ông yêu cầu [giải ngân hết vốn trước 30/6].", None) is None


PIECES = st.sampled_from(
    ["trước", "ngày", "30/2", "15/7", "31/12/9999", "trong", "quý", "I", "năm", "2024", "0001",
     "hằng", "tháng", "13", "đến hết", "; ", ". Thời hạn", "tới", "30", "tuần"]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=20).map(" ".join))
def test_any_words_give_a_day_or_none(text: str) -> None:
    deadline(f"Ông yêu cầu [{text}]. {text}.", PUBLISHED)
    deadline(f"Ông yêu cầu [{text}]. {text}.", None, date(2024, 6, 4))
