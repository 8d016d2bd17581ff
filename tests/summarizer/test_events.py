"""The one event that an article reports: what, by whom, when and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.events import Occasion, find_occasion
from summarizer.language import Doc, parse
from summarizer.reading.text import read_text
from summarizer.times import find_times

PUBLISHED = date(2024, 7, 10)


def told(text: str, published: date | None = PUBLISHED) -> tuple[Doc, Occasion]:
    """An article, its first line the headline, and the occasion found in it."""
    doc = parse(read_text(text, published=published))
    return doc, find_occasion(doc, find_times(doc))


def lead(sentence: str) -> str:
    """An article that opens with `sentence`."""
    return f"Tin trong ngày\n\n{sentence}\n\nCác đại biểu đã thảo luận nhiều nội dung quan trọng."


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        (
            "Sáng 5/7, Huyện ủy Yên Sơn tổ chức Hội nghị sơ kết công tác 6 tháng đầu năm.",
            "hội nghị",
            "Hội nghị sơ kết công tác 6 tháng đầu năm",
        ),
        (
            "Chiều 5/7, đồng chí Lý Thành Vọng, Chủ tịch UBND tỉnh tiếp đoàn doanh nghiệp Hàn Quốc.",
            "buổi tiếp",
            "tiếp đoàn doanh nghiệp Hàn Quốc",
        ),
        (
            "Chiều 5/7, Bí thư Tỉnh ủy Tân Hải tiếp thân mật ông Anders Holm, Đại sứ Đan Mạch.",
            "buổi tiếp",
            "tiếp thân mật ông Anders Holm, Đại sứ Đan Mạch",
        ),
        (
            "Sáng 5/7, đoàn đại biểu tỉnh đã đến dâng hương tại Nghĩa trang Liệt sĩ Đồi Sim.",
            "lễ",
            "dâng hương",
        ),
        (
            "Đó là yêu cầu của Chủ tịch UBND tỉnh khi đi kiểm tra thực tế việc chống bão sáng 5/7.",
            "kiểm tra",
            "kiểm tra thực tế việc chống bão",
        ),
        (
            "Tỉnh ủy vừa tổ chức hội nghị công bố và trao các quyết định về công tác cán bộ.",
            "hội nghị",
            "hội nghị công bố và trao các quyết định về công tác cán bộ",
        ),
        (
            "Ngày 5/7, UBND tỉnh tổ chức phiên họp thường kỳ tháng 6, bàn nhiệm vụ tháng 7.",
            "phiên họp",
            "phiên họp thường kỳ tháng 6, bàn nhiệm vụ tháng 7",
        ),
        (
            ("Chiều 5/7, Ủy ban Pháp luật tiếp tục Phiên họp thứ 12, cho ý kiến về dự án luật."),
            "phiên họp",
            "Phiên họp thứ 12",
        ),
        (
            ("Ngày 5/7, ông Lê Bình, Chủ tịch huyện đã kiểm tra công tác chống hạn tại xã An Hòa."),
            "kiểm tra",
            "kiểm tra công tác chống hạn tại xã An Hòa",
        ),
        (
            (
                "Chiều 5/7, đoàn công tác của Bộ Y tế có buổi làm việc với lãnh đạo tỉnh về y tế "
                "cơ sở."
            ),
            "buổi làm việc",
            "buổi làm việc với lãnh đạo tỉnh về y tế cơ sở",
        ),
        (
            "Ngày 5/7, Thiếu tướng Lê Bình, Tư lệnh Quân khu 9 kiểm tra công tác huấn luyện.",
            "kiểm tra",
            "kiểm tra công tác huấn luyện",
        ),
        (
            "Sáng 5/7, Hội đồng nhân dân tỉnh khai mạc kỳ họp thứ 9 ngày 5/7 tại hội trường.",
            "kỳ họp",
            "kỳ họp thứ 9",
        ),
        (
            "Chiều 5/7, tại Trung tâm Hội nghị tỉnh, Bộ Y tế có buổi làm việc với lãnh đạo tỉnh.",
            "buổi làm việc",
            "buổi làm việc với lãnh đạo tỉnh",
        ),
        (
            "Chiều 5/7, UBND tỉnh có buổi làm việc với Bộ Văn hóa, Thể thao và Du lịch về lễ hội.",
            "buổi làm việc",
            "buổi làm việc với Bộ Văn hóa, Thể thao và Du lịch về lễ hội",
        ),
        (
            "Ngày 5/7, phường Nam Hà tổ chức cuộc họp về vấn đề này với các hộ dân.",
            "cuộc họp",
            "cuộc họp",
        ),
        (
            "Sáng 5/7, phường Nam Hà tổ chức hội nghị dân quân thường niên mới đây gây chú ý.",
            "hội nghị",
            "hội nghị dân quân thường niên",
        ),
        (
            "Sáng 5/7, Tổ đại biểu Quốc hội đơn vị số 2 đã tiếp xúc cử tri phường Nam Hà.",
            "tiếp xúc cử tri",
            "tiếp xúc cử tri phường Nam Hà",
        ),
        (
            "Sáng 5/7, xã Vĩnh Hòa long trọng tổ chức Lễ khánh thành cầu Bến Đá.",
            "lễ",
            "Lễ khánh thành cầu Bến Đá",
        ),
        (
            "Chiều 5/7, Chủ tịch nước đã tiếp ngài John Smith, Đại sứ Vương quốc Anh.",
            "buổi tiếp",
            "tiếp ngài John Smith, Đại sứ Vương quốc Anh",
        ),
        (
            (
                "Trong 2 ngày 4 - 5/7, xã Hòa Lạc tổ chức Đại hội đại biểu Đảng bộ xã lần thứ "
                "II, nhiệm kỳ 2025 - 2030."
            ),
            "đại hội",
            "Đại hội đại biểu Đảng bộ xã lần thứ II, nhiệm kỳ 2025 - 2030",
        ),
        (
            "Ngày 5/7, Ban Pháp chế HĐND tỉnh giám sát việc thi hành án tại huyện Bắc Sơn.",
            "giám sát",
            "giám sát việc thi hành án tại huyện Bắc Sơn",
        ),
        (
            "Sáng 5/7, đồng chí Bình đã đến thăm, chúc Tết cán bộ Đồn Biên phòng Cửa Lò.",
            "chuyến thăm",
            "thăm, chúc Tết cán bộ Đồn Biên phòng Cửa Lò",
        ),
        (
            (
                "Thực hiện Kết luận số 9-KL/TW của Bộ Chính trị, sáng 5/7, xã An Hòa tổ chức hội nghị "
                "về đất đai."
            ),
            "hội nghị",
            "hội nghị về đất đai",
        ),
        (
            "Theo chỉ đạo của Bộ, ngày 5/7, đoàn đã kiểm tra việc cấp thuốc tại xã An Hòa.",
            "kiểm tra",
            "kiểm tra việc cấp thuốc tại xã An Hòa",
        ),
        (
            "Phát biểu tại hội thảo “Giữ nghề dệt làng Mẹo” sáng 5/7, ông Bình nêu ba việc.",
            "hội thảo",
            "hội thảo “Giữ nghề dệt làng Mẹo”",
        ),
        (
            "Sáng 5/10, Sở Công Thương phối hợp với UBND huyện khai mạc Hội chợ OCOP huyện Mỹ Lộc.",
            "hội chợ",
            "Hội chợ OCOP huyện Mỹ Lộc",
        ),
    ],
)
def test_the_event_has_its_kind_and_fullest_name(sentence: str, kind: str, name: str) -> None:
    doc, occasion = told(lead(sentence))
    assert occasion.event is not None
    assert (occasion.event.kind, doc.article.quote(occasion.event.span)) == (kind, name)


@pytest.mark.parametrize(
    "sentence",
    [
        # a document is the news
        (
            "Văn phòng Chính phủ vừa có Thông báo số 12/TB-VPCP kết luận của Phó Thủ tướng tại "
            "cuộc họp về dự án đường ven biển."
        ),
        "Thủ tướng vừa ký Chỉ thị số 12/CT-TTg về chống hạn, mặn.",
        "Tối 5/7, Phó Thủ tướng đã ký Công điện số 15/CĐ-TTg về ứng phó bão.",
        # a mention in passing
        "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, các xã đã trồng 200 ha rừng.",
        "Sau các cuộc họp, hội nghị kéo dài, người dân vẫn chờ nước sạch.",
        "Việc kiểm tra, giám sát cán bộ phải làm thường xuyên.",
        "Dự báo ngày 6/7, vùng núi có mưa to, có nơi trên 100 mm.",
        "Thi công kéo dài, chi phí hội nghị, hội thảo, tiếp khách đều tăng.",
        "Chiều 5/7, Quốc hội thảo luận về giá điện.",
        "Sáng 5/7, Công an huyện yêu cầu kiểm tra công tác phòng cháy.",
        "Ngày 5/7, Công an huyện đã kiểm tra, bắt giữ hai người buôn gỗ lậu.",
        "Ông Bình từng dự Đại hội Đảng toàn quốc lần thứ XII.",
        "Chi phí báo chí, văn phòng phẩm, tổ chức hội nghị, hội thảo vượt mức từ 1/7 bị phạt.",
        "Thông tư có hiệu lực từ 1/7: cán bộ tiếp công dân được bồi dưỡng theo ngày.",
        # still to come
        "Dự kiến tháng sau, xã sẽ tổ chức hội nghị tổng kết.",
    ],
)
def test_an_article_that_tells_of_no_event_has_none(sentence: str) -> None:
    _, occasion = told(lead(sentence))
    assert occasion == Occasion(None, None, ())


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        ("Ngày 5/7, UBND tỉnh Bắc Sơn tổ chức hội nghị bàn về giống lúa.", "UBND tỉnh Bắc Sơn"),
        ("Sáng 5/7, HĐND phường Hải An khóa I khai mạc kỳ họp thứ hai.", "HĐND phường Hải An"),
        ("Sáng 5/7, Trung tướng Lê Bình, Tư lệnh Quân khu 9 kiểm tra việc huấn luyện.", None),
        ("Sáng 5/7, cuộc họp của Sở VH, TT&DL bàn về lễ hội mùa xuân.", "Sở VH, TT&DL"),
        ("Sáng 5/7, Huyện ủy Yên Sơn bắt đầu hội nghị lần thứ 16.", "Huyện ủy Yên Sơn"),
        (
            "Sáng 5/7, cuộc họp Tổ công tác của Thủ tướng kiểm tra các bộ diễn ra tại Hà Nội.",
            "Tổ công tác của Thủ tướng",
        ),
        (
            ("Ngày 5/7, tại Bảo tàng tỉnh, Sở Văn hóa, Thể thao và Du lịch phối hợp với Hội Di sản "
            "tổ chức hội thảo về nghề gốm."),
            "Sở Văn hóa, Thể thao và Du lịch",
        ),
        ("Ngày 5/7, ông Bình chủ trì cuộc họp của Ban Chỉ đạo 389 tỉnh.", "Ban Chỉ đạo 389 tỉnh"),
        ("Chiều 5/7, ông Bình dự hội thảo về cây chè do Sở Công Thương tổ chức.", "Sở Công Thương"),
        (
            "Ngày 5/7, Đoàn giám sát của Thường trực HĐND tỉnh đã giám sát việc cấp đất tại xã A.",
            "Đoàn giám sát của Thường trực HĐND tỉnh",
        ),
        ("Ngày 5/7, dưới sự chủ trì của ông Bình, Thường trực Tỉnh ủy có cuộc họp về đất đai.",
         "Thường trực Tỉnh ủy"),
        ("Ngày 5/7, tại phiên họp thứ 5, Ủy ban Thường vụ Quốc hội đã thông qua nghị quyết.",
         "Ủy ban Thường vụ Quốc hội"),
        ("Ngày 5/7, tại nhà văn hóa, xã An Hòa, Hội Nông dân tổ chức lễ ra quân.", "Hội Nông dân"),
        ("Ngày 5/7, xã An Hòa tổ chức hội nghị về giống lúa.", "xã An Hòa"),
        ("Từ ngày 3 đến 5/7, Ủy ban Kiểm tra Tỉnh ủy đã họp Kỳ thứ 43.",
         "Ủy ban Kiểm tra Tỉnh ủy"),
        ("Ngày 5/7, Bộ trưởng Lê Văn Bình chủ trì cuộc họp về giá điện.", None),
        ("Chiều 5/7, Phó Thủ tướng Lê Văn Bình đã đến kiểm tra cầu Bến Đá.", None),
        (
            "Ngày 26/6, Tổ công tác về kiểm tra công vụ của Thủ tướng có buổi làm việc với tỉnh.",
            "Tổ công tác",
        ),
    ],
)  # fmt: skip
def test_the_host_is_the_organ_that_holds_it(sentence: str, host: str | None) -> None:
    _, occasion = told(lead(sentence))
    assert occasion.event is not None
    assert (occasion.event.host.text if occasion.event.host else None) == host


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Ngày 5/7, Bộ Y tế tổ chức hội nghị trực tuyến toàn quốc về tiêm chủng.", "trực tuyến"),
        (
            "Ngày 5/7, Bộ Y tế tổ chức hội nghị theo hình thức trực tiếp kết hợp trực tuyến.",
            "trực tiếp kết hợp trực tuyến",
        ),
        ("Ngày 5/7, đồng chí Bình trực tiếp chỉ đạo hội nghị về tiêm chủng.", None),
    ],
)
def test_the_mode_is_given_only_where_it_is_printed(sentence: str, mode: str | None) -> None:
    _, occasion = told(lead(sentence))
    assert occasion.event is not None
    assert occasion.event.mode == mode


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Ngày 5/7, tại Khách sạn Sông Hồng (Q.1), Sở Y tế tổ chức hội nghị về thuốc.",
         ["Khách sạn Sông Hồng (Q.1)"]),
        ("Sáng 5/7, Hội Nông dân tổ chức hội nghị về giống tại hội trường UBND xã.",
         ["hội trường UBND xã"]),
        (("Sáng 5/7, Sở Y tế tổ chức hội nghị về thuốc tại Trung tâm Hội nghị tỉnh và kết nối tới "
         "42 điểm cầu xã, phường."), ["Trung tâm Hội nghị tỉnh"]),
        (("Tối 5/7, Thủ tướng chủ trì cuộc họp trực tuyến về dịch. Dự tại điểm cầu Bắc Sơn có Bí "
         "thư Tỉnh ủy; điểm cầu Nam Hà có Chủ tịch tỉnh. Có 11 điểm cầu cấp xã."),
         ["điểm cầu Bắc Sơn", "điểm cầu Nam Hà"]),
        ("Ngày 5/7, đoàn đã kiểm tra tình hình lũ tại xã Trà Nú, xã Trà Ka và Đại Nghĩa.",
         ["xã Trà Nú", "xã Trà Ka", "Đại Nghĩa"]),
        ("Ngày 5/7, UBND tỉnh họp về dự án đường ven biển tại xã An Hòa.", []),
        (
            "Sáng 5/7, Tỉnh ủy tổ chức hội nghị, thí điểm tổ chức nhóm trẻ ở quận Thủ Đạo.",
            [],
        ),
        (
            "Sáng 5/10, Bí thư Tỉnh ủy đã kiểm tra thực địa công trường cao tốc Mỹ Lộc - Tân Hòa.",
            ["công trường cao tốc Mỹ Lộc - Tân Hòa"],
        ),
    ],
)  # fmt: skip
def test_venues_points_and_inspected_sites_are_places(sentence: str, places: list[str]) -> None:
    _, occasion = told(lead(sentence))
    assert [place.text for place in occasion.where] == places


def test_a_bare_name_reaches_past_its_day() -> None:
    doc, occasion = told(lead("Ông Bình nói vậy tại hội nghị sáng 5/7 đánh giá việc chống hạn."))
    assert occasion.event is not None
    assert doc.article.quote(occasion.event.span) == "hội nghị sáng 5/7 đánh giá việc chống hạn"


def test_the_day_of_a_document_is_not_the_day_of_the_event() -> None:
    sentence = (
        "Sáng 5/7, Tỉnh ủy tổ chức hội nghị quán triệt Kết luận số 9-KL/TW, ngày 18/5/2021 của "
        "Bộ Chính trị về công tác cán bộ."
    )
    _, occasion = told(lead(sentence))
    assert occasion.when is not None
    assert (occasion.when.start, occasion.when.part) == (date(2024, 7, 5), "sáng")


def test_an_event_takes_its_day_from_the_lead_that_opens_with_it() -> None:
    text = (
        "Khởi công cầu Sông Trẹm\n\n"
        "Sau nhiều năm chờ đợi, sáng 19/12/2022, người dân vui mừng bên bờ sông.\n\n"
        "Lễ khởi công cầu Sông Trẹm do UBND tỉnh tổ chức tại xã Long Thạnh.\n"
    )
    _, occasion = told(text, published=None)
    assert occasion.event is not None
    assert occasion.when is not None
    assert (occasion.when.start, occasion.when.part) == (date(2022, 12, 19), "sáng")


def test_an_event_without_a_certain_year_has_no_time() -> None:
    _, occasion = told(lead("Ngày 5/7, Sở Y tế tổ chức hội nghị về thuốc."), published=None)
    assert occasion.event is not None
    assert occasion.when is None


def test_the_headline_lends_its_fuller_name() -> None:
    text = (
        "Bộ Y tế tổ chức Hội nghị triển khai Chiến lược quốc gia về dinh dưỡng\n\n"
        "Hội nghị diễn ra sáng 5/7 tại Hà Nội.\n\nDự hội nghị có đại diện các sở."
    )
    doc, occasion = told(text)
    assert occasion.event is not None
    assert doc.article.quote(occasion.event.span) == (
        "Hội nghị triển khai Chiến lược quốc gia về dinh dưỡng"
    )


@pytest.mark.parametrize("longer", range(6))
def test_names_that_are_too_long_end_with_a_whole_word(longer: int) -> None:
    matter = f"hội nghị triển khai phát triển {'x' * longer} " + "nông nghiệp " * 60
    doc, occasion = told(lead(f"Sáng 5/7, Huyện ủy Yên Sơn tổ chức {matter}."))
    assert occasion.event is not None
    assert doc.article.quote(occasion.event.span).split()[-1] in {"nông", "nghiệp"}

    place = f"Trung tâm {'X' * longer} " + "Hội nghị " * 30
    _, occasion = told(lead(f"Sáng 5/7, Huyện ủy Yên Sơn tổ chức hội nghị tại {place}."))
    assert [place.text.split()[-1] in {"Hội", "nghị"} for place in occasion.where] == [True]


GOLD = sorted((Path(__file__).parents[1] / "gold").glob("dev-*.txt"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_name_is_cut_from_the_article(path: Path) -> None:
    doc, occasion = told(path.read_bytes().decode("utf-8"))
    quotes = [*occasion.where]
    quotes += [occasion.event.host] if occasion.event and occasion.event.host else []
    for quote in quotes:
        assert doc.article.quote(quote.span) == quote.text
        assert quote.text == quote.text.strip()


WORDS = st.sampled_from(
    ["hội nghị", "tổ chức", "Ngày 5/7,", "tại", "điểm cầu", "kiểm tra", "UBND tỉnh", "đoàn", "“",
     "”", "(", ")", ",", ".", "\n", "\n\n", "Xã An Hòa", "và", "trực tuyến", "tiếp ngài", "họp",
     "phiên họp thứ 5", "do", "của", "ngày 18/5/2021", "Kết luận số 9-KL/TW,", "-", "đã"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=50))
def test_whatever_the_words_an_occasion_points_into_the_article(words: list[str]) -> None:
    doc, occasion = told(" ".join(words))
    if occasion.event:
        assert doc.article.quote(occasion.event.span).strip()
        assert occasion.event.host is None or occasion.event.host.text
    else:
        assert (occasion.when, occasion.where) == (None, ())
    assert len({place.span for place in occasion.where}) == len(occasion.where)
