"""The part each person took."""

from __future__ import annotations

import pytest

from summarizer.language import parse
from summarizer.model import Article, Block, Directive, Event, Part, Quote, Span
from summarizer.parts import find_parts
from summarizer.people import find_cast

EVENT = Event(kind="hội nghị", span=Span(0, 3), host=None, mode=None)


def parts_of(text: str, event: Event | None = EVENT, issuer: str = "") -> dict[str, Part]:
    """Name → part, for an article of one paragraph."""
    doc = parse(Article(text, (Block("body", Span(0, len(text))),)))
    span = Span(len(doc.text), len(doc.text))
    directive = Directive(
        span=span,
        issuer=Quote(issuer, span),
        addressee=None,
        deadline=None,
        deadline_span=None,
        documents=(),
    )
    people = find_parts(doc, find_cast(doc), event, (directive,))
    return {person.name: person.part for person in people}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            (
                "Đồng chí Lê Văn Bình, Bí thư Tỉnh ủy chủ trì hội nghị. Dự hội nghị có đồng chí "
                "Trần Thị Cúc, Phó Bí thư Tỉnh ủy."
            ),
            {"Lê Văn Bình": "chủ trì", "Trần Thị Cúc": "dự"},
        ),
        (
            (
                "Các đồng chí: Lê Văn Bình, Bí thư Huyện ủy; Trần Thị Cúc, Chủ tịch UBND huyện "
                "đồng chủ trì hội nghị."
            ),
            {"Lê Văn Bình": "chủ trì", "Trần Thị Cúc": "chủ trì"},
        ),
        (
            "Chiều 5/7, Thủ tướng Lê Văn Bình tiếp ông John Kerry, Đại sứ Hoa Kỳ.",
            {"Lê Văn Bình": "dự", "John Kerry": "dự"},
        ),
        (
            "Bí thư Lê Văn Bình chủ trì buổi họp báo cùng bà Trần Thị Cúc, Trưởng ban.",
            {"Lê Văn Bình": "chủ trì", "Trần Thị Cúc": "dự"},
        ),
        (
            "Theo ông Lê Văn Bình, Giám đốc Sở Y tế, vừa qua, Sở Giao thông - Vận tải đã rà soát.",
            {"Lê Văn Bình": "phát biểu"},
        ),
        (
            "Theo Giám đốc Lê Văn Bình, khối lượng, yêu cầu công việc đã cao hơn trước.",
            {"Lê Văn Bình": "phát biểu"},
        ),
        (
            "Có 43 phiếu đề nghị khiển trách ông Lê Văn Bình, 8 phiếu đề nghị cảnh cáo, 9 phiếu trắng.",
            {"Lê Văn Bình": "khác"},
        ),
        (
            "Ông Lê Văn Bình, 45 tuổi, đề nghị mở đường.",
            {"Lê Văn Bình": "phát biểu"},
        ),
        (
            "Phiên tòa do thẩm phán Lê Văn Bình làm chủ tọa.",
            {"Lê Văn Bình": "chủ trì"},
        ),
        (
            "Chị Trần Thị Cúc, khách hàng mua căn hộ cho biết nhà đã giao.",
            {"Trần Thị Cúc": "phát biểu"},
        ),
        (
            "Ông Lê Văn Bình, Hiệu trưởng Trường Lê Lợi, TP.HCM khẳng định không thu tiền.",
            {"Lê Văn Bình": "phát biểu"},
        ),
        (
            "Nghe tin của ông Lê Văn Bình, người dân cho biết đã dời nhà.",
            {"Lê Văn Bình": "khác"},
        ),
        (
            "Dự hội nghị có các đồng chí: "
            + "Lê Văn An, Phó Chủ nhiệm Ủy ban Kinh tế của Quốc hội tỉnh; " * 8
            + "Trần Thị Cúc, Phó Bí thư Tỉnh ủy.",
            {"Lê Văn An": "dự", "Trần Thị Cúc": "dự"},
        ),
        (
            "Dưới sự chủ trì của Thủ tướng Lê Văn Bình, Chính phủ họp phiên thường kỳ.",
            {"Lê Văn Bình": "chủ trì"},
        ),
        (
            "Chủ trì cuộc họp với các bộ, Thủ tướng Lê Văn Bình nhấn mạnh vai trò của vốn.",
            {"Lê Văn Bình": "chủ trì"},
        ),
        (
            "Ông Lê Văn Bình, Chủ tịch tập đoàn đã kiểm tra công trường và chủ trì cuộc họp.",
            {"Lê Văn Bình": "chủ trì"},
        ),
        (
            (
                "Dự và chỉ đạo Đại hội có các đồng chí: Lê Văn Bình, Bí thư Tỉnh ủy; Trần Thị Cúc, "
                "Giám đốc Sở Nội vụ."
            ),
            {"Lê Văn Bình": "chỉ đạo", "Trần Thị Cúc": "chỉ đạo"},
        ),
        (
            "Phát biểu kết luận, đồng chí Lê Văn Bình biểu dương các đơn vị.",
            {"Lê Văn Bình": "chỉ đạo"},
        ),
        ("Cử tri Lê Văn Bình (P. Tân An) yêu cầu sửa đường.", {"Lê Văn Bình": "phát biểu"}),
        (
            "Theo Giám đốc Sở Tài chính Lê Văn Bình, thu ngân sách đạt khá.",
            {"Lê Văn Bình": "phát biểu"},
        ),
        (
            "Ông Lê Văn Bình, Giám đốc Sở Y tế khẳng định sẽ chỉ đạo các đơn vị khắc phục.",
            {"Lê Văn Bình": "phát biểu"},
        ),
        (
            (
                "Ủy ban Kiểm tra kết luận ông Lê Văn Bình, Chủ tịch UBND huyện đã thiếu trách "
                "nhiệm trong lãnh đạo, chỉ đạo."
            ),
            {"Lê Văn Bình": "khác"},
        ),
        (
            "Thủ tướng giao Phó Thủ tướng Lê Văn Bình chủ trì, phối hợp với các bộ xử lý.",
            {"Lê Văn Bình": "khác"},
        ),
    ],
)
def test_the_words_around_a_person_tell_the_part(text: str, parts: dict[str, Part]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Hội nghị do đồng chí Lê Văn Bình, Bí thư Tỉnh ủy chủ trì.", "chủ trì"),
        ("Tham dự và chủ trì hội nghị có đồng chí Lê Văn Bình, Bí thư Tỉnh ủy.", "chủ trì"),
        ("Chủ tọa kỳ họp: Lê Văn Bình, Chủ tịch HĐND tỉnh.", "chủ trì"),
        ("Đến dự và phát biểu chỉ đạo có đồng chí Lê Văn Bình, Phó Bí thư Tỉnh ủy.", "chỉ đạo"),
        ("Đồng chí Lê Văn Bình, Bí thư Huyện ủy dự và phát biểu chỉ đạo hội nghị.", "chỉ đạo"),
        ("Theo chia sẻ của ông Lê Văn Bình, vụ này được mùa.", "phát biểu"),
        ("Báo cáo do đồng chí Lê Văn Bình, Giám đốc Sở Tài chính trình bày.", "phát biểu"),
        ("Đồng chí Lê Văn Bình và lãnh đạo các sở dự hội nghị.", "dự"),
        ("Đoàn do ông Lê Văn Bình làm Trưởng đoàn đã giám sát tại xã.", "dự"),
        ("Về phía tỉnh có đồng chí Lê Văn Bình, Phó Chủ tịch UBND tỉnh.", "dự"),
        ("Hội nghị trao quyết định cho ông Lê Văn Bình giữ chức Giám đốc Sở Y tế.", "khác"),
    ],
)
def test_every_turn_of_phrase_has_its_part(text: str, part: Part) -> None:
    assert parts_of(text) == {"Lê Văn Bình": part}


def test_who_issues_a_directive_gave_instructions() -> None:
    text = "Đồng chí Lê Văn Bình, Bí thư Tỉnh ủy đề nghị các sở rà soát."
    assert parts_of(text, issuer="Lê Văn Bình") == {"Lê Văn Bình": "chỉ đạo"}


def test_nobody_chairs_or_attends_where_there_is_no_event() -> None:
    text = "Phó Thủ tướng Lê Văn Bình đã ký Công điện. Trước đó ông chủ trì cuộc họp."
    assert parts_of(text, event=None) == {"Lê Văn Bình": "khác"}
