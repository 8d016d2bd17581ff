"""People of an article: names and offices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.folding import fold
from summarizer.language import parse, segment
from summarizer.model import Article, Block, Span
from summarizer.people import Cast, find_cast


def cast_of(*paragraphs: str) -> Cast:
    """The cast of an article of these paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block("body", Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return find_cast(parse(Article(text, tuple(blocks))))


def people_of(*paragraphs: str) -> dict[str, list[str]]:
    """Name → offices."""
    members = cast_of(*paragraphs).members
    return {member.name: [role.text for role in member.roles] for member in members}


OFFICES = [
    (
        "Đồng chí Lê Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì hội nghị.",
        {"Lê Văn Bình": ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]},
    ),
    (
        "Đồng chí Lê Văn Bình – Phó Bí thư Tỉnh ủy – phát biểu.",
        {"Lê Văn Bình": ["Phó Bí thư Tỉnh ủy"]},
    ),
    (
        "Ủy viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương Lê Minh Hà dự.",
        {"Lê Minh Hà": ["Ủy viên Bộ Chính trị", "Trưởng Ban Tổ chức Trung ương"]},
    ),
    (
        "Đại tá Lê Văn Bình, Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh báo cáo.",
        {"Lê Văn Bình": ["Phó Chỉ huy trưởng", "Tham mưu trưởng Bộ CHQS tỉnh"]},
    ),
    (
        "Đồng chí Hầu Minh Lềnh, Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc phát biểu.",
        {"Hầu Minh Lềnh": ["Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"]},
    ),
    (
        "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Lê Văn Hùng, Thứ trưởng Bộ Nội vụ Trần Hải dự.",
        {
            "Lê Văn Hùng": ["Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"],
            "Trần Hải": ["Thứ trưởng Bộ Nội vụ"],
        },
    ),
    (
        "Anh Giàng A Pó, Bí thư Chi bộ kiêm Trưởng bản Nậm Pồ cho biết.",
        {"Giàng A Pó": ["Bí thư Chi bộ", "Trưởng bản Nậm Pồ"]},
    ),
    (
        "Dự lễ có nguyên Phó Chủ tịch nước Trương Mỹ Bông.",
        {"Trương Mỹ Bông": ["nguyên Phó Chủ tịch nước"]},
    ),
    (
        "Cảnh cáo ông Nguyễn Xuân Tứ nguyên Bí thư Đảng ủy phường.",
        {"Nguyễn Xuân Tứ": ["nguyên Bí thư Đảng ủy phường"]},
    ),
    (
        "Ông Trần Văn Năm (SN 1959), Giám đốc Sở Y tế trả lời.",
        {"Trần Văn Năm": ["Giám đốc Sở Y tế"]},
    ),
    (
        "Trưởng Công an xã, Thiếu tá Lò Văn Chung cho biết đã bắt đối tượng.",
        {"Lò Văn Chung": ["Trưởng Công an xã"]},
    ),
    (
        "Phó Chủ tịch phụ trách lĩnh vực đô thị Lê Văn Khởi xin từ nhiệm.",
        {"Lê Văn Khởi": ["Phó Chủ tịch phụ trách lĩnh vực đô thị"]},
    ),
    (
        "Hội nghị bầu ông Trà Minh Đoan, Giám đốc Sở Nội vụ giữ chức Ủy viên UBND tỉnh.",
        {"Trà Minh Đoan": ["Giám đốc Sở Nội vụ", "Ủy viên UBND tỉnh"]},
    ),
    (
        "Thừa ủy quyền của Chủ tịch UBND tỉnh, ông Lê Văn Bình trao quyết định.",
        {"Lê Văn Bình": []},
    ),
    (
        "Trả lời chất vấn đại biểu Lê Thị Thúy, Thủ tướng Chính phủ cho biết việc này đã rõ.",
        {"Lê Thị Thúy": []},
    ),
    (
        "PGS, TS Lê Văn Bình và bà TS. Lâm Ái Nhiên, Viện trưởng Viện Nghiên cứu đô thị dự.",
        {"Lê Văn Bình": [], "Lâm Ái Nhiên": ["Viện trưởng Viện Nghiên cứu đô thị"]},
    ),
]

BOARDS = [
    (
        "Bà Lê Thị Hà (Vụ trưởng, Trưởng Ban tiếp dân Trung ương - Thanh tra Chính phủ) nói.",
        {"Lê Thị Hà": ["Vụ trưởng", "Trưởng Ban tiếp dân Trung ương - Thanh tra Chính phủ"]},
    ),
    (
        "Ông Lê Văn Bình, Cục trưởng Cục Xử lý vi phạm hành chính và theo dõi thi hành pháp luật dự.",
        {"Lê Văn Bình": ["Cục trưởng Cục Xử lý vi phạm hành chính và theo dõi thi hành pháp luật"]},
    ),
    (
        "Có bà Trần Thị Cúc (kế toán), Lê Văn Bình (nguyên trưởng phòng quy hoạch và môi trường).",
        {"Trần Thị Cúc": [], "Lê Văn Bình": ["nguyên trưởng phòng quy hoạch và môi trường"]},
    ),
    (
        "Ông Lê Văn Bình (nguyên trưởng phòng quy hoạch và môi trường) trình bày.",
        {"Lê Văn Bình": ["nguyên trưởng phòng quy hoạch và môi trường"]},
    ),
    (
        "Ông Lê Văn Bình - Trưởng Ban điều hành - bày tỏ niềm vui.",
        {"Lê Văn Bình": ["Trưởng Ban điều hành"]},
    ),
    (
        "Đồng chí Lê Văn Bình, Ủy viên Ban Chỉ đạo Trung ương về phòng, chống tham nhũng phát biểu.",
        {"Lê Văn Bình": ["Ủy viên Ban Chỉ đạo Trung ương về phòng, chống tham nhũng"]},
    ),
    (
        "Bà Lê Thị Hà, Phó Giám đốc Sở Y tế về thăm trạm y tế xã.",
        {"Lê Thị Hà": ["Phó Giám đốc Sở Y tế"]},
    ),
]
MORE_OFFICES = [
    (
        "Dự có TS. Lê Văn Bình - Viện trưởng Viện Kinh tế; PGS.TS Trần Thị Cúc - Phó Hiệu trưởng.",
        {"Lê Văn Bình": ["Viện trưởng Viện Kinh tế"], "Trần Thị Cúc": ["Phó Hiệu trưởng"]},
    ),
    ("Quyền Chủ tịch UBND tỉnh Lê An yêu cầu.", {"Lê An": ["Quyền Chủ tịch UBND tỉnh"]}),
    (
        "Ông Lê Văn Bình, Phó Giám đốc phụ trách Sở Tư pháp nêu.",
        {"Lê Văn Bình": ["Phó Giám đốc phụ trách Sở Tư pháp"]},
    ),
    (
        "Chuẩn Đô đốc Lê Văn Bình, Chính ủy Vùng 4 Hải quân trao quà.",
        {"Lê Văn Bình": ["Chính ủy Vùng 4 Hải quân"]},
    ),
    (
        "Phó Chủ tịch UBND tỉnh Trần Thị Cúc, Giám đốc các sở dự.",
        {"Trần Thị Cúc": ["Phó Chủ tịch UBND tỉnh"]},
    ),
    (
        "Bà Trần Thị Cúc, Trưởng đoàn tư vấn giám sát; đại diện các sở.",
        {"Trần Thị Cúc": ["Trưởng đoàn tư vấn giám sát"]},
    ),
]

BOUNDS = [
    (
        "Chủ tịch UBND tỉnh Hà Tĩnh Lê Văn Bình yêu cầu các sở rà soát.",
        {"Lê Văn Bình": ["Chủ tịch UBND tỉnh Hà Tĩnh"]},
    ),
    (
        "Chủ tịch UBND phường Bến Thành Nguyễn Thị Thanh Mai cho hay đã xong.",
        {"Nguyễn Thị Thanh Mai": ["Chủ tịch UBND phường Bến Thành"]},
    ),
    (
        "Ông Đặng Trọng Vũ, Chủ tịch UBND huyện Hướng Thạch, cho hay đã thu hồi đất.",
        {"Đặng Trọng Vũ": ["Chủ tịch UBND huyện Hướng Thạch"]},
    ),
    (
        "Tổng Giám đốc Công ty Lọc hóa dầu Bình Sơn (BSR) Trần Ngọc Nguyên báo cáo.",
        {"Trần Ngọc Nguyên": ["Tổng Giám đốc Công ty Lọc hóa dầu Bình Sơn (BSR)"]},
    ),
    (
        "Ông Hà Hữu Thạch, Hiệu trưởng Trường THPT Chu Văn An khẳng định không thu thêm.",
        {"Hà Hữu Thạch": ["Hiệu trưởng Trường THPT Chu Văn An"]},
    ),
    (
        "Tổng thống Hàn Quốc Lee Jae Myung hội đàm với Thủ tướng Lào Sonexay Siphandone.",
        {"Lee Jae Myung": ["Tổng thống Hàn Quốc"], "Sonexay Siphandone": ["Thủ tướng Lào"]},
    ),
    (
        "Bà H'Yim Kđoh, Phó Chủ tịch UBND tỉnh; ông Điểu K'Ré; ông Y Thanh Hà Niê Kđăm dự.",
        {"H'Yim Kđoh": ["Phó Chủ tịch UBND tỉnh"], "Điểu K'Ré": [], "Y Thanh Hà Niê Kđăm": []},
    ),
    (
        "Hòa thượng Thích Thiện Nhơn, Chủ tịch Hội đồng Trị sự tham dự.",
        {"Thích Thiện Nhơn": ["Chủ tịch Hội đồng Trị sự"]},
    ),
    (
        "BÍ THƯ TỈNH ỦY LÊ VĂN BÌNH LÀM VIỆC VỚI HUYỆN TÂN HÒA",
        {"Lê Văn Bình": ["BÍ THƯ TỈNH ỦY"]},
    ),
]

LISTS = [
    (
        "Cùng dự có các Phó Thủ tướng: Trịnh Hoài Nam, Hoàng Minh Trực; lãnh đạo các bộ.",
        {"Trịnh Hoài Nam": ["Phó Thủ tướng"], "Hoàng Minh Trực": ["Phó Thủ tướng"]},
    ),
    (
        (
            "Dự có các đồng chí Phó Bí thư Đảng ủy: Lò Thị Thanh, Quàng Văn Ún (Chủ tịch UBND xã); "
            "đồng chí Hoàng Bích Loan, Phó Trưởng Ban Tổ chức Tỉnh ủy."
        ),
        {
            "Lò Thị Thanh": ["Phó Bí thư Đảng ủy"],
            "Quàng Văn Ún": ["Phó Bí thư Đảng ủy", "Chủ tịch UBND xã"],
            "Hoàng Bích Loan": ["Phó Trưởng Ban Tổ chức Tỉnh ủy"],
        },
    ),
    (
        (
            "Các đồng chí: Vương Thảo Nguyên, Bí thư Tỉnh Đoàn; Lã Minh Tiệp, Lù A Páo, Phó Bí thư "
            "Tỉnh Đoàn chủ trì."
        ),
        {
            "Vương Thảo Nguyên": ["Bí thư Tỉnh Đoàn"],
            "Lã Minh Tiệp": ["Phó Bí thư Tỉnh Đoàn"],
            "Lù A Páo": ["Phó Bí thư Tỉnh Đoàn"],
        },
    ),
    (
        "UBND thành phố còn 3 Phó chủ tịch là Lê Thanh Lộc, Huỳnh Cách Tân và Nguyễn Thị Thu.",
        {
            "Lê Thanh Lộc": ["Phó chủ tịch"],
            "Huỳnh Cách Tân": ["Phó chủ tịch"],
            "Nguyễn Thị Thu": ["Phó chủ tịch"],
        },
    ),
]

NOBODY = [
    "Hội nghị học tập phong cách Hồ Chí Minh tại đường Nguyễn Văn Linh, phường Trần Hưng Đạo.",
    "Chủ tịch Hồ Chí Minh từng căn dặn cán bộ phải gần dân.",
    "Giám đốc Công ty Hoàng Long và Bộ Công Thương, Ban Thường vụ Tỉnh ủy, Báo Đại biểu nhân dân.",
    "Các tỉnh Hà Giang, Thái Bình, Cao Bằng và Hà Nội báo cáo tiến độ.",
    "Công điện gửi Bộ trưởng các Bộ: Quốc phòng, Công an, Xây dựng, Công Thương.",
]


MENDED_OFFICES = [
    (
        "Dự lễ có các đồng chí: Lê Văn Hùng, nguyên Bí thư Tỉnh ủy; Trần Quang Hải, Chủ tịch xã.",
        {"Lê Văn Hùng": ["nguyên Bí thư Tỉnh ủy"], "Trần Quang Hải": ["Chủ tịch xã"]},
    ),
    (
        "Tòa triệu tập Lê Văn Bình (khi đó là Tổng Giám đốc Công ty A) đến phiên xử.",
        {"Lê Văn Bình": ["Tổng Giám đốc Công ty A"]},
    ),
    (
        "Ông Lê Văn Bình, Phó Chủ tịch UBND xã, kiêm Giám đốc Trung tâm Hành chính công xã nói.",
        {"Lê Văn Bình": ["Phó Chủ tịch UBND xã", "Giám đốc Trung tâm Hành chính công xã"]},
    ),
    (
        "Ông Lê Văn Bình, Giám đốc Sở VH, TT&DL cho biết vé không tăng.",
        {"Lê Văn Bình": ["Giám đốc Sở VH, TT&DL"]},
    ),
    (
        "Bà Lê Thu Hà, Trưởng phòng Quản lý giá, Sở Tài chính cho biết hàng tết đủ.",
        {"Lê Thu Hà": ["Trưởng phòng Quản lý giá, Sở Tài chính"]},
    ),
    (
        "Ông Lê Văn Bình, Chánh Văn phòng UBND tỉnh, Sở Tài chính cùng dự.",
        {"Lê Văn Bình": ["Chánh Văn phòng UBND tỉnh"]},
    ),
    (
        "Ông Lê Văn Bình, Giám đốc Văn phòng đăng ký đất đai huyện Mỹ Tú giải trình.",
        {"Lê Văn Bình": ["Giám đốc Văn phòng đăng ký đất đai huyện Mỹ Tú"]},
    ),
    (
        "Ông Lê Văn Bình, Tổng Giám đốc Công ty cổ phần Sông Gianh khai không biết.",
        {"Lê Văn Bình": ["Tổng Giám đốc Công ty cổ phần Sông Gianh"]},
    ),
    (
        "Viện trưởng VKSND tối cao Lê Huy Tiến, Chánh án TAND tối cao Lê Văn Quảng cùng dự.",
        {
            "Lê Huy Tiến": ["Viện trưởng VKSND tối cao"],
            "Lê Văn Quảng": ["Chánh án TAND tối cao"],
        },
    ),
    (
        "Phó giám đốc Trung tâm chống ngập TP HCM Lê Hoàng Anh Dũng cho biết mưa lớn.",
        {"Lê Hoàng Anh Dũng": ["Phó giám đốc Trung tâm chống ngập TP HCM"]},
    ),
    (
        "Tổng giám đốc Tổng công ty Dầu khí (PVFCCo) Đoàn Văn Nhuận cùng dự.",
        {"Đoàn Văn Nhuận": ["Tổng giám đốc Tổng công ty Dầu khí (PVFCCo)"]},
    ),
    (
        "Tham gia đoàn có các ông: Lê Ngọc Đông, Lê Nhật và Trần Đình Thọ.",
        {"Lê Ngọc Đông": [], "Lê Nhật": [], "Trần Đình Thọ": []},
    ),
    (
        "Ông Trần Phú Dũng, Chủ tịch UBND huyện Ba Vì nói về đường Trần Phú.",
        {"Trần Phú Dũng": ["Chủ tịch UBND huyện Ba Vì"]},
    ),
    (
        "Chủ tịch HĐND xã Bình An Lê Văn Sáng; Phó Bí thư Đảng ủy xã Lê Khánh Bình; các xã viên.",
        {"Lê Văn Sáng": ["Chủ tịch HĐND xã Bình An"], "Lê Khánh Bình": ["Phó Bí thư Đảng ủy xã"]},
    ),
    (
        "Chủ tịch nước hội đàm với Chủ tịch nước Lào Thongsy Keovilay vào sáng nay.",
        {"Thongsy Keovilay": ["Chủ tịch nước Lào"]},
    ),
    (
        "Bà Thạch Thị Sa, dân tộc Khmer, Phó Bí thư Đảng ủy xã nói.",
        {"Thạch Thị Sa": ["Phó Bí thư Đảng ủy xã"]},
    ),
    (
        "Luật sư Lâm Quang Tú - phó trưởng Văn phòng luật sư Hưng Thịnh, cho rằng hợp đồng sai.",
        {"Lâm Quang Tú": ["phó trưởng Văn phòng luật sư Hưng Thịnh"]},
    ),
]


@pytest.mark.parametrize(
    ("sentence", "people"), OFFICES + BOARDS + MORE_OFFICES + MENDED_OFFICES + BOUNDS + LISTS
)
def test_people_are_read_with_their_offices(sentence: str, people: dict[str, list[str]]) -> None:
    assert people_of(sentence) == people


@pytest.mark.parametrize("sentence", NOBODY)
def test_places_organs_and_history_are_no_people(sentence: str) -> None:
    assert people_of(sentence) == {}


def test_a_verb_of_the_next_paragraph_is_not_of_the_name() -> None:
    assert people_of("Video: Lê Hoàng", "Thông tin về bản đồ vừa được công bố.") == {}


@pytest.mark.parametrize(
    ("first", "again", "kept"),
    [
        ("Thủ tướng Chính phủ", "Thủ tướng", "Thủ tướng Chính phủ"),
        ("Tổng giám đốc Điện lực Bắc", "TGĐ Điện lực Bắc", "Tổng giám đốc Điện lực Bắc"),
        ("Cục trưởng Cục NTBD", "Cục trưởng Cục Nghệ thuật Biểu diễn", None),
        ("Phó Giám đốc Sở GD&ĐT", "Phó Giám đốc Sở Giáo dục và Đào tạo", None),
        (
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
            "Chủ nhiệm Văn phòng Chính phủ",
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        ),
    ],
)
def test_an_office_is_kept_in_its_fullest_form_only(
    first: str, again: str, kept: str | None
) -> None:
    people = people_of(
        f"{first} Lương Đình Thuận chủ trì phiên họp.",
        f"{again} Lương Đình Thuận yêu cầu các đơn vị rà soát.",
    )
    assert people == {"Lương Đình Thuận": [kept or again]}


def test_short_forms_of_another_organ_are_another_office() -> None:
    people = people_of(
        "Cục trưởng Cục NTBD Lương Đình Thuận chủ trì phiên họp.",
        "Cục trưởng Cục Thú y Lương Đình Thuận yêu cầu các đơn vị rà soát.",
    )
    assert people == {"Lương Đình Thuận": ["Cục trưởng Cục NTBD", "Cục trưởng Cục Thú y"]}


def test_a_short_name_is_no_second_person() -> None:
    people = people_of(
        "Bà Trịnh Thị Tú Anh, Giám đốc Sở Tài chính báo cáo.", "Bà Tú Anh cho rằng cần thêm vốn."
    )
    assert list(people) == ["Trịnh Thị Tú Anh"]


def test_a_name_that_stands_alone_is_known_from_elsewhere() -> None:
    cast = cast_of("Đồng chí Lê Văn Bình dự.", "Theo kế hoạch, Lê Văn Bình sẽ đi công tác.")
    assert len(cast.members[0].mentions) == 2


WORDS = st.sampled_from(
    "đồng chí|ông|Bà|Chủ tịch|UBND tỉnh|Hà Tĩnh|Lê Văn Bình|H'Yim Kđoh|,|;|:|.|-|(|)|và|các|nguyên"
    "|Thủ tướng|Bộ trưởng|Đại tá|PGS.TS.|yêu cầu|là|làm|TP.|phụ trách|(SN 1960)|Kim|NTK|Hoa Trần|\n|LÊ VĂN".split(
        "|"
    )
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=150), st.lists(WORDS, max_size=40).map(" ".join)))
def test_whatever_the_text_every_name_and_office_stands_in_it(text: str) -> None:
    article = Article(text, (Block("body", Span(0, len(text))),))
    cast = find_cast(parse(article), segment)
    for member in cast.members:
        for span in member.mentions:
            printed = " ".join(text[span.start : span.end].split())
            assert fold(printed) == fold(member.name)
        for role in member.roles:
            assert text[role.span.start : role.span.end] == role.text
    for mention in cast.mentions:
        assert mention.member is None or mention.member < len(cast.members)
        assert mention.span.start <= mention.core.start < mention.core.end <= mention.span.end


def settled(text: str) -> tuple[list[str], list[str]]:
    """The people of a paragraph, and the sentences whose words were asked for."""
    asked: list[str] = []

    def settle(sentence: str) -> tuple[Span, ...]:
        asked.append(sentence)
        return segment(sentence)

    article = Article(text, (Block("body", Span(0, len(text))),))
    return [member.name for member in find_cast(parse(article), settle).members], asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Phó giám đốc Trung tâm điều hành TP HCM Lê Hoàng Minh Quân cho biết đã xong.",
            ["Lê Hoàng Minh Quân"],
        ),
        ("Nhà thiết kế, NTK Trần Thanh Hải cho biết sẽ dự.", ["Trần Thanh Hải"]),
        ("Doanh nhân gốc Hoa Trần Văn Minh cho biết đã xong.", ["Trần Văn Minh"]),
        ("Công ty cổ phần Ánh Dương Việt Nam cho biết sẽ kháng cáo.", []),
    ],
)
def test_words_settle_where_a_name_opens(text: str, names: list[str]) -> None:
    assert settled(text) == (names, [text])


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Lê Văn Bình chủ trì hội nghị.",
        "Chủ tịch UBND TP HCM Lê Văn Bình chủ trì hội nghị.",
        "Học sinh của THPT Lê Văn Tám cho biết đã thi xong.",
        "Xe qua đường Hoa Trần Văn Minh đã thông.",
        "Đoàn đến xã Hoa Trần Văn Minh khảo sát.",
        "Thành phố, TP Hồ Chí Minh cho biết đã xong.",
    ],
)
def test_nobody_is_asked_where_the_rules_can_tell(text: str) -> None:
    assert settled(text)[1] == []
