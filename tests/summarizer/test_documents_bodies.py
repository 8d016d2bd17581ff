"""Names of bodies and offices that issue documents."""

from __future__ import annotations

import pytest

from summarizer.documents.bodies import read_body
from summarizer.language import parse
from summarizer.model import Article, Block, Span


def body_of(text: str) -> str | None:
    """The body whose name opens `text`."""
    doc = parse(Article(text, (Block("body", Span(0, len(text))),)))
    quote = read_body(doc, 0, len(text))
    return quote.text if quote else None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Bộ Chính trị về chuyển đổi số", "Bộ Chính trị"),
        ("Chính phủ hỗ trợ doanh nghiệp", "Chính phủ"),
        ("Chính phủ Về việc tặng thưởng", "Chính phủ"),
        ("Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        ("Thủ tướng Nguyễn Văn Bình vừa ký", "Thủ tướng"),
        ("Quốc hội khoá XIV thông qua", "Quốc hội khoá XIV"),
        ("UBND tỉnh Lâm Đồng, sở đã", "UBND tỉnh Lâm Đồng"),
        ("UBND TP. Hà Nội chưa đúng", "UBND TP. Hà Nội"),
        ("UBND TP. Theo đó", "UBND TP"),
        ("Thành ủy TP.HCM về trẻ em", "Thành ủy TP.HCM"),
        ("Bộ Giáo dục và Đào tạo và Bộ Y tế", "Bộ Giáo dục và Đào tạo"),
        ("Bộ Giáo dục - đào tạo. Ông", "Bộ Giáo dục - đào tạo"),
        ("Bộ Văn hóa, Thể thao và Du lịch, các", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("bộ Công an, các", "bộ Công an"),
        ("ban Chỉ đạo, đặc biệt", "ban Chỉ đạo"),
        ("Bộ trưởng Bộ Quốc phòng quy định", "Bộ trưởng Bộ Quốc phòng"),
        ("Ban Chỉ huy PCTT và TKCN tỉnh về", "Ban Chỉ huy PCTT và TKCN tỉnh"),
        ("Giám đốc Công an tỉnh.", "Giám đốc Công an tỉnh"),
        ("Tư lệnh Quân khu 4 về", "Tư lệnh Quân khu 4"),
        ("Uỷ ban Quốc gia về trẻ em. Thủ tướng", "Uỷ ban Quốc gia về trẻ em"),
        ("Hội nghị Trung ương 6 đã", "Hội nghị Trung ương 6"),
        (
            "Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII về",
            "Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII",
        ),
        ("Đảng ủy và Nghị quyết số 5", "Đảng ủy"),
        ("Nghị định số 79/2014/NĐ-CP", None),
        ("Bộ đã có văn bản", None),
        ("các cơ quan", None),
        ("", None),
    ],
)
def test_a_body_is_read_to_the_end_of_its_name(text: str, body: str | None) -> None:
    assert body_of(text) == body
