"""Who is told to act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.directives.addressees import find_addressees
from tests.summarizer.clauses import demanded

NAMES = [
    # where the name ends and the verb begins
    ("[các bộ, ngành, địa phương tiếp tục thực hiện Nghị quyết]", "các bộ, ngành, địa phương"),
    ("[Bộ Kế hoạch và Đầu tư chủ trì, phối hợp với Bộ Y tế lập đề án]", "Bộ Kế hoạch và Đầu tư"),
    ("[bộ Giao thông Vận tải chủ trì lập quy hoạch]", "bộ Giao thông Vận tải"),
    ("[Bộ Kế hoạch - đầu tư đôn đốc các dự án]", "Bộ Kế hoạch - đầu tư"),
    ("[Phòng Tài chính - Kế hoạch huyện bố trí vốn]", "Phòng Tài chính - Kế hoạch huyện"),
    ("[Ban Kỹ thuật - Sản xuất phối hợp với tư vấn rà soát]", "Ban Kỹ thuật - Sản xuất"),
    ("[Sở Quy hoạch và kiến trúc chủ trì nghiên cứu]", "Sở Quy hoạch và kiến trúc"),
    ("[Bộ Văn hóa, Thể thao và Du lịch lập đề án]", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("[Phòng Giáo dục và Đào tạo huyện tham mưu kế hoạch]", "Phòng Giáo dục và Đào tạo huyện"),
    ("[các Bộ: Tài chính, Xây dựng rà soát văn bản]", "các Bộ: Tài chính, Xây dựng"),
    ("[Chủ tịch UBND các tỉnh từ Quảng Ninh đến Hà Tĩnh tiếp tục chỉ đạo]",
     "Chủ tịch UBND các tỉnh từ Quảng Ninh đến Hà Tĩnh"),
    ("[các chủ hồ chứa, đơn vị thủy nông vận hành đúng]", "các chủ hồ chứa, đơn vị thủy nông"),
    ("[các trường mầm non, tiểu học tổ chức bán trú]", "các trường mầm non, tiểu học"),
    ("[UBND các tỉnh trực thuộc T.Ư kiên quyết cưỡng chế]", "UBND các tỉnh trực thuộc T.Ư"),
    ("[TAND TP. Vinh không chấp nhận đơn]", "TAND TP. Vinh"),
    ("[các bộ, ngành đã hứa thì phải làm]", "các bộ, ngành"),
    ("[Sở Giáo dục - đào tạo tỉnh phải chấn chỉnh]", "Sở Giáo dục - đào tạo tỉnh"),
    ("[các trường ở năm học trước, thu sai phải trả lại]", "các trường"),
    ("[các tập đoàn điện lực, than, dầu khí phải ký đủ hợp đồng]",
     "các tập đoàn điện lực, than, dầu khí"),
    ("[TP. Hà Nội và TP. Hồ Chí Minh phải vận hành tuyến mới]", "TP. Hà Nội và TP. Hồ Chí Minh"),
    ("[UBND Q.1 công khai tiến độ di dời]", "UBND Q.1"),
    ("[Trung đoàn 892 khắc phục ngay hệ thống hào]", "Trung đoàn 892"),
    ("[Hải Dương cần tổ chức kiểm điểm]", "Hải Dương"),
    ("[3 Bộ cùng thống nhất định mức]", "3 Bộ"),
    ("[từng cấp uỷ rà soát lại các chỉ tiêu]", "từng cấp uỷ"),
    ("[các cấp ủy, tổ chức đảng tổ chức học tập Nghị quyết]", "các cấp ủy, tổ chức đảng"),
    ("[Bí thư, Chủ tịch UBND các xã chịu trách nhiệm trước tỉnh]", "Bí thư, Chủ tịch UBND các xã"),
    ("[đồng chí Lò Thị Thanh trực tiếp làm việc với Sở]", "đồng chí Lò Thị Thanh"),
    ("[Phó Thủ tướng Trịnh Hoài Nam chỉ đạo xử lý]", "Phó Thủ tướng Trịnh Hoài Nam"),
    # a verb that describes the actor belongs to the name
    ("[các tổ chức hội nhận ủy thác phối hợp thu nợ]", "các tổ chức hội nhận ủy thác"),
    ("[cơ quan chủ trì soạn thảo tiếp thu ý kiến]", "cơ quan chủ trì soạn thảo"),
    ("[cơ quan chủ trì soạn thảo dự án Luật là Bộ Y tế tiếp thu ý kiến]", "Bộ Y tế"),
    ("[hai đơn vị đóng tàu nói trên phải khắc phục hư hỏng]", "hai đơn vị đóng tàu nói trên"),
    ("[các bộ ngành, địa phương cũng được giao tổ chức kiểm tra]", "các bộ ngành, địa phương"),
    ("[Ban Quản lý dự án đầu tư xây dựng các công trình giao thông TP lập hồ sơ]",
     "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông TP"),
    ("[UBND TP. Cần Thơ và huyện Cần Giờ kiểm tra bến phà]", "UBND TP. Cần Thơ và huyện Cần Giờ"),
    ("[Sở Y tế Thừa Thiên - Huế mua đủ thuốc]", "Sở Y tế Thừa Thiên - Huế"),
    ("[các cơ quan, đơn vị có người ứng cử tạo điều kiện]", "các cơ quan, đơn vị có người ứng cử"),
    ("[các đồng chí Huyện uỷ viên được phân công phụ trách xã phải dự họp]",
     "các đồng chí Huyện uỷ viên được phân công phụ trách xã"),
    ("[các đơn vị kiểm tra hồ sơ, báo cáo cấp trên]", "các đơn vị"),
    # what a board is about
    ("[Ban Chỉ đạo quốc gia về chuyển đổi số chủ trì nghiên cứu]",
     "Ban Chỉ đạo quốc gia về chuyển đổi số"),
    ("[Ban Chỉ đạo Trung ương về phòng, chống tham nhũng chủ trì nghiên cứu mô hình]",
     "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng"),
    ("[Ban Chỉ đạo phòng, chống thiên tai tỉnh Mỹ Lộc phải rà soát kế hoạch]",
     "Ban Chỉ đạo phòng, chống thiên tai tỉnh Mỹ Lộc"),
    ("[Ban Chỉ đạo rà soát việc phòng, chống lụt bão]", "Ban Chỉ đạo"),
    ("[Hội đồng thẩm định về mặt kỹ thuật]", "Hội đồng thẩm định"),
    ("[phòng ban của các sở phối hợp chặt chẽ]", "phòng ban của các sở"),
    ("[Tổng hội Y học Việt Nam tổ chức đánh giá]", "Tổng hội Y học Việt Nam"),
    ("[Hạt Kiểm lâm huyện tổ chức tuần rừng]", "Hạt Kiểm lâm huyện"),
    ("[Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh tổ chức phản biện]",
     "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"),
    ("[Đại học Quốc gia Hà Nội tổ chức tổng kết]", "Đại học Quốc gia Hà Nội"),
    ("[ngành giáo dục tiếp tục nâng cao chất lượng]", "ngành giáo dục"),
    ("[thời gian tới, các cấp, các ngành cần tiếp tục đổi mới]", "các cấp, các ngành"),
    # passive
    ("[Bộ Tài nguyên và Môi trường được giao xây dựng 3 nghị định]", "Bộ Tài nguyên và Môi trường"),
    ("[Tổng Thư ký Quốc hội được giao ban hành thông báo]", "Tổng Thư ký Quốc hội"),
    ("[Phó thủ tướng Trần Vĩ Khang được phân công kiểm tra]", "Phó thủ tướng Trần Vĩ Khang"),
    # a time before the verb
    ("[Bộ Y tế trong ngày 29-8 phải ban hành hướng dẫn]", "Bộ Y tế"),
    ("[Chủ tịch UBND huyện Bình Phú trong tuần này kiểm tra]", "Chủ tịch UBND huyện Bình Phú"),
    # after a leading time, purpose or topic
    ("[Đến hết quý III-2020, các sở, ngành phải cắt giảm thủ tục]", "các sở, ngành"),
    ("[Về nông nghiệp, thủy lợi, Sở Nông nghiệp và Môi trường lập đề án]",
     "Sở Nông nghiệp và Môi trường"),
    ("[Về đường sắt của TP.HCM, bộ Y tế và bộ Nội vụ phải họp]", "bộ Y tế và bộ Nội vụ"),
    ("[sau Tết các cơ quan, đơn vị cần bắt tay ngay vào việc]", "các cơ quan, đơn vị"),
    ("[Khi cử công chức, viên chức đi học, thủ trưởng đơn vị phải báo cáo]", "thủ trưởng đơn vị"),
    ("[cần được các bộ, ngành nêu cao trách nhiệm]", "các bộ, ngành"),
]  # fmt: skip

THINGS = [
    "[Công tác cán bộ phải công khai, minh bạch]",
    "[Biên bản hội nghị phải gửi về Mặt trận]",
    "[Việc trang bị ô tô thực hiện theo đúng định mức]",
    "[Luật ban hành phải sống được]",
    "[mỗi hạng mục phải có một người chịu trách nhiệm]",
    "[Mọi vướng mắc phải được xử lý]",
    "[cán bộ yếu kém về năng lực phải bị thay thế]",
    "[Ai nhận việc thì phải làm đến nơi đến chốn]",
    "[Từ hôm nay, các dự án phải có lịch rõ ràng]",
]

LEFT_OUT = [
    "[rà soát lại quy hoạch]",
    "[theo dõi sát diễn biến giá cả]",
    "[tổ chức học tập Nghị quyết]",
    "[ban hành kế hoạch chi tiết]",
    "[luật hóa những gì đã rõ]",
    "[Trường hợp thiếu vốn, báo cáo Thủ tướng xem xét]",
    "[Nếu phát hiện sai phạm thì phải xử lý nghiêm]",
]

CONTEXTS = [
    ("Ông giao [Bộ Tài chính lập dự toán; bố trí vốn].", ["Bộ Tài chính"]),
    ("Ông giao [Bộ Tài chính lập dự toán]; [bố trí đủ vốn].", ["Bộ Tài chính"] * 2),
    ("Ông giao [Bộ Y tế mua thuốc]. [Công tác đấu thầu phải minh bạch]; [công khai giá thuốc].",
     ["Bộ Y tế", None, "Bộ Y tế"]),
    ("Ông giao [Bộ Y tế mua thuốc]. [Cần làm rõ trách nhiệm].", ["Bộ Y tế", None]),
    ("Ông giao [Bộ Y tế mua thuốc] theo Nghị định 9/2014/NĐ-CP của Chính phủ quy định; [thu thuế].",
     ["Bộ Y tế"] * 2),
    ("Ông giao [Bộ Y tế mua thuốc].\nÔng yêu cầu [rà soát quy hoạch sân bay].", ["Bộ Y tế", None]),
    ("Ông giao [Bộ Y tế mua thuốc]. Bà lưu ý [Bà|rà soát giá thuốc].", ["Bộ Y tế", None]),
    ("Đối với các địa phương, ông yêu cầu [bố trí quỹ đất sạch]; [cắt giảm thủ tục].",
     ["các địa phương"] * 2),
    ("Bộ Y tế cũng được Thủ tướng yêu cầu [rà soát giá thuốc]; [công khai giá].", ["Bộ Y tế"] * 2),
    ("Công an xã phải là chủ công; [phối hợp bắt giữ tội phạm].", ["Công an xã"]),
    ("Chỉ thị nêu rõ, các bộ, cơ quan: Tiết kiệm chi, [giao dự toán đúng hạn].",
     ["các bộ, cơ quan"]),
    ("Ông giao [Bộ Y tế mua thuốc].\n[Về giá cả, cần công khai].", ["Bộ Y tế", None]),
    ("Ông giao [Bộ Y tế mua thuốc].\nÔng lưu ý [giá cả phải công khai]. [Đẩy mạnh tuyên truyền].",
     ["Bộ Y tế", None, None]),
    ("Ông nói: [Đường hỏng kéo dài thì chủ tịch xã phải chịu trách nhiệm].", ["chủ tịch xã"]),
    ("Ông Lê An cũng đề nghị Hà Nội làm tốt một số việc như: [Xây dựng Đảng]. [Chỉnh trang phố].",
     ["Hà Nội"] * 2),
    ("Ông giao [Bộ Y tế mua thuốc].\n[Yêu cầu các bệnh viện báo cáo].", ["Bộ Y tế", "các bệnh viện"]),
    ("Với tổng thầu, ông đề nghị [tổ chức thi công ba ca].", ["tổng thầu"]),
    ("1. Bí thư, Chủ tịch UBND các xã ven biển:\na) [Kiểm đếm tàu thuyền].\nb) [Sơ tán dân].",
     ["Bí thư, Chủ tịch UBND các xã ven biển"] * 2),
    ("Ông yêu cầu công an các đơn vị, địa phương:\n- [Bảo đảm dữ liệu];\n- [Trấn áp tội phạm].",
     ["công an các đơn vị, địa phương"] * 2),
    ("Ông đề nghị các huyện đoàn: (1) [rút kinh nghiệm]; (2) [đăng ký công trình].",
     ["các huyện đoàn"] * 2),
    ("Các xã làm ba việc:\nMột là, [đổi mới]. [Trưởng thôn phải gương mẫu].\nHai là, [đi đầu].",
     ["Các xã", "Trưởng thôn", "Các xã"]),
]  # fmt: skip


def told(text: str) -> list[str | None]:
    doc, demands = demanded(text)
    return [quote.text if quote else None for quote in find_addressees(doc, demands)]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_the_name_ends_where_the_verb_begins(text: str, expected: str) -> None:
    assert told(f"Ông yêu cầu {text}.") == [expected]


@pytest.mark.parametrize("text", THINGS)
def test_a_subject_that_cannot_act_is_told_nothing(text: str) -> None:
    assert told(f"Ông giao [Bộ Y tế mua thuốc]; {text}.") == ["Bộ Y tế", None]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_clause_without_a_subject_goes_on_with_the_actor_before(text: str) -> None:
    assert told(f"Ông giao [Bộ Y tế mua thuốc]; {text}.") == ["Bộ Y tế"] * 2
    assert told(f"Ông nói: {text}.") == [None]


@pytest.mark.parametrize(("text", "expected"), CONTEXTS)
def test_an_actor_is_carried_over_while_it_stays_the_same(
    text: str, expected: list[str | None]
) -> None:
    assert told(text) == expected


WORDS = st.sampled_from(
    [
        "các",
        "bộ,",
        "ngành",
        "Bộ Tài chính",
        "UBND",
        "tỉnh",
        "và",
        ",",
        ";",
        ":",
        "(",
        ")",
        "-",
        "phải",
        "cần",
        "rà soát",
        "được giao",
        "đơn vị",
        "thi công",
        "đối với",
        "yêu cầu",
        "Một là",
        "TP",
        ".",
        "3",
        "\n",
        "lãnh đạo",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_an_addressee_is_cut_from_the_article(text: str) -> None:
    doc, demands = demanded(f"Ông yêu cầu [{text}] và [{text}].")
    for quote in find_addressees(doc, demands):
        if quote:
            assert quote.text == doc.article.quote(quote.span) == quote.text.strip()
