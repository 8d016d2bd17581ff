"""Documents that an article names: entries with number or title, date, issuer, mentions."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.documents import find_documents
from summarizer.language import parse
from summarizer.model import Article, Block, DocumentRef, Quote, Span
from summarizer.times import find_times

PUBLISHED = date(2025, 10, 15)


class Named(NamedTuple):
    """A document as these tests write it: «TYPE NUMBER» or «TYPE SUBJECT», and the rest."""

    key: str
    date: str | None = None
    issuer: str | None = None


def documents_of(
    text: str, published: date | None = PUBLISHED, headline: str = ""
) -> tuple[DocumentRef, ...]:
    """The documents of an article of one paragraph under a headline."""
    start = len(headline) + 2 if headline else 0
    whole = f"{headline}\n\n{text}" if headline else text
    blocks = (
        Block("title", Span(0, len(headline))),
        Block("body", Span(start, len(whole))),
    )
    title = Quote(headline, Span(0, len(headline))) if headline else None
    doc = parse(Article(whole, blocks, title=title, published=published))
    return find_documents(doc, find_times(doc))


def named(text: str) -> list[Named]:
    return [
        Named(found.key, found.date, found.issuer.text if found.issuer else None)
        for found in documents_of(text)
    ]


def keys(text: str) -> list[str]:
    return [found.key for found in documents_of(text)]


def mentions(text: str) -> list[list[str]]:
    return [[text[span.start : span.end] for span in doc.mentions] for doc in documents_of(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Quán triệt Kết luận số 14-KL/TW.", "Kết luận 14-KL/TW"),
        ("Quán triệt kết luận số: 14 - KL/TW.", "Kết luận 14 - KL/TW"),
        ("Theo Nghị định 61/2018/NĐ-CP, xã đã làm.", "Nghị định 61/2018/NĐ-CP"),
        ("Theo Chỉ thị 05, cán bộ phải nêu gương.", "Chỉ thị 05"),
        ("Nêu rõ tinh thần chỉ thị 48 của Bộ Chính trị.", "Chỉ thị 48"),
        ("Công điện khẩn số 12/CĐ-UBND nêu rõ.", "Công điện 12/CĐ-UBND"),
        ("Công điện của Thủ tướng Chính phủ số 12/CĐ-TTg.", "Công điện 12/CĐ-TTg"),
        ("Đã có văn bản chỉ đạo số 48/BYT-KCB.", "Văn bản 48/BYT-KCB"),
        ("Thông báo kết luận số 130/TB-VPCP nêu rõ.", "Thông báo 130/TB-VPCP"),
        ("Luật số 31/2024/QH15 có hiệu lực.", "Luật 31/2024/QH15"),
        ("Luật Doanh nghiệp số 59/2020/QH14 quy định.", "Luật 59/2020/QH14"),
        ("Tổng kết 03/KH-BCA trong toàn lực lượng.", "Kế hoạch 03/KH-BCA"),
        ("Học tập NQ 57 trong toàn Đảng bộ.", "Nghị quyết 57"),
        ("TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW TẠI XÃ.", "Nghị quyết 57-NQ/TW"),
        ("Đẩy mạnh thực hiện Đề án 06, Sở đã họp.", "Đề án 06"),
        ("Xã được hưởng Chương trình 135 từ lâu.", "Chương trình 135"),
        ("Sở làm theo kế hoạch 212 của UBND tỉnh.", "Kế hoạch 212"),
        ("Giá đất theo quyết định 4480 năm 2011.", "Quyết định 4480"),
        ("Tại công điện 1925 về mưa lũ, Bộ trưởng nhắc các tỉnh.", "Công điện 1925"),
        ("Theo Thông tư hướng dẫn số 03 của Bộ Nội vụ.", "Thông tư 03"),
    ],
)
def test_a_document_is_named_by_its_number(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hướng dẫn Luật Đất đai năm 2024.", "Luật Đất đai"),
        ("Dự án Luật Việc làm (sửa đổi) được trình.", "Luật Việc làm (sửa đổi)"),
        ("Vi phạm Bộ luật Lao động.", "Bộ luật Lao động"),
        ("Trình Quốc hội Luật Khai thác mặt trăng.", "Luật Khai thác mặt trăng"),
        (
            "Trình dự thảo Luật sửa đổi, bổ sung một số điều của Luật Nhà ở trong quý II.",
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở",
        ),
        ("Theo Nghị quyết Đại hội XIII của Đảng.", "Nghị quyết Đại hội XIII của Đảng"),
        (
            "Theo Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII.",
            "Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII",
        ),
        (
            "Theo Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XIII.",
            "Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XIII",
        ),
        (
            "Sơ kết 5 năm thực hiện Kết luận của Ban Bí thư về công tác dân vận.",
            "Kết luận công tác dân vận",
        ),
        (
            "Học tập Nghị quyết Trung ương 4 (khóa XII).",
            "Nghị quyết Trung ương 4 (khóa XII)",
        ),
        ("Góp ý dự thảo Văn kiện Đại hội XIV của Đảng.", "Văn kiện Đại hội XIV của Đảng"),
        (
            "Trình dự thảo nghị định về cơ chế mua bán điện trực tiếp.",
            "Nghị định cơ chế mua bán điện trực tiếp",
        ),
        (
            "Sở hoàn thiện Đề án bảo tồn phố cổ giai đoạn 2026 - 2035, trình UBND tỉnh.",
            "Đề án bảo tồn phố cổ giai đoạn 2026 - 2035",
        ),
        (
            "Sở thực hiện Đề án “Làng nghề xanh và bền vững” từ năm nay.",
            "Đề án Làng nghề xanh và bền vững",
        ),
        (
            "Nguồn vốn của Chương trình mục tiêu quốc gia xây dựng nông thôn mới đã về xã.",
            "Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
        ),
        (
            "Bộ trình Chiến lược phát triển ngành công nghiệp bán dẫn trong tháng 8.",
            "Chiến lược phát triển ngành công nghiệp bán dẫn",
        ),
        (
            (
                "Văn phòng Chính phủ vừa có thông báo kết luận của Phó Thủ tướng Lê Văn Bình "
                "tại cuộc họp về cảng biển."
            ),
            "Thông báo kết luận của Phó Thủ tướng Lê Văn Bình tại cuộc họp về cảng biển",
        ),
        ("Trái với luật báo chí hiện hành.", "Luật báo chí"),
        ("Theo bộ luật dân sự, hai bên tự thỏa thuận.", "Bộ luật dân sự"),
        ("Vi phạm Luật Phòng cháy chữa cháy năm nay.", "Luật Phòng cháy chữa cháy"),
        ("Sửa luật cán bộ công chức cho sát thực tế.", "Luật cán bộ công chức"),
        (
            "Tỉnh ủy sẽ ban hành nghị quyết chuyên đề về chuyển đổi xanh.",
            "Nghị quyết chuyển đổi xanh",
        ),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013 quy định.", "Hiến pháp"),
        ("Tỉnh đã rà soát các dự án của Quy hoạch điện VIII.", "Quy hoạch điện VIII"),
        (
            "Xã thực hiện chiến lược quốc gia về bình đẳng giới.",
            "Chiến lược quốc gia về bình đẳng giới",
        ),
    ],
)
def test_a_document_without_a_number_is_named_by_its_title(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Xe chạy trên Quốc lộ 1A, ĐT.741, cao tốc CT.01, Km 5+300.",
        "Tổ 3, Khu phố 2B, Tiểu khu 211, Điểm bầu cử số 7, Sư đoàn 316.",
        "Ban Chỉ đạo 35, Tổ công tác 751 và Tiểu ban 1515 cùng họp.",
        "Máy bay Su-30MK2, mạng 5G, dịch Covid-19, bụi PM2.5, G20.",
        "Gọi 024.3822-1234 hoặc 113; tỷ số 2-1; 3/4 xã; 98,5%; trực 24/7.",
        "Nhiệm kỳ 2020-2025, khóa XIII, lần thứ XIV, kỳ họp thứ 9.",
        "Theo Điều 15, khoản 2, Phụ lục II, Mẫu số 01.",
        "Giấy phép số 123/GP-BTTTT cấp ngày 5/6/2020.",
        "Hội nghị quyết định 3 nội dung và thông báo 5 trường hợp trúng tuyển.",
        "Kế hoạch 5 năm, báo cáo 6 tháng, hướng dẫn 12 hộ, chương trình 30 phút.",
        "Kết luận 21 tấn mực bị mốc, đoàn lập biên bản. Quyết định 45 suất quà.",
        "Kế hoạch 2025, Chương trình 2030 và quy hoạch 1/500.",
        "Kết luận hội nghị, đồng chí Bí thư yêu cầu làm đúng quy định của pháp luật.",
        "Các chỉ thị, nghị quyết của Đảng và Nghị quyết Đại hội Đảng các cấp.",
        "Bộ Kế hoạch và Đầu tư, Phòng Tài chính - Kế hoạch, Sở Quy hoạch - Kiến trúc.",
        "Bộ được giao xây dựng 3 nghị định quy định chi tiết thi hành.",
        "Ông tốt nghiệp Đại học Luật, luật sư của Công ty Luật Đất Việt.",
        "Xét xử theo luật hình sự, xử lý kỷ luật lao động, pháp luật đất đai.",
        "Công bố Quyết định của Ban Thường vụ Tỉnh ủy về công tác cán bộ.",
        "Đề án này có 39 đầu việc; Chương trình giao lưu văn nghệ tối nay.",
        "Kết luận này, Nghị quyết trên và văn bản nói trên đều đã hết hiệu lực.",
        "Tranh chấp theo luật dân sự, luật quốc tế và luật giá trị.",
        "Theo nghị quyết ban hành hồi tháng 3, cán bộ giỏi được khen.",
        "Bộ sẽ ban hành Thông tư hướng dẫn thực hiện.",
        "Hiện chưa có nghị định hướng dẫn cụ thể nên khó làm.",
        "Hội sớm xây dựng, ban hành chương trình hành động thực hiện Nghị quyết Đại hội.",
        "Bộ sớm ban hành nghị định hướng dẫn; các địa phương tăng cường giám sát.",
        "Nội dung thông tư hướng dẫn cũng chỉ là mẫu hồ sơ.",
    ],
)
def test_what_only_looks_like_a_document_is_none(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Nghị quyết số 66, 68 và 70 của Bộ Chính trị.",
            [
                Named("Nghị quyết 66", None, "Bộ Chính trị"),
                Named("Nghị quyết 68", None, "Bộ Chính trị"),
                Named("Nghị quyết 70", None, "Bộ Chính trị"),
            ],
        ),
        (
            "Bộ Chính trị đã ban hành các Nghị quyết số 57, 59, tạo trụ cột mới.",
            [
                Named("Nghị quyết 57", None, "Bộ Chính trị"),
                Named("Nghị quyết 59", None, "Bộ Chính trị"),
            ],
        ),
        (
            (
                "Nghị quyết số 01/NQ-CP ngày 05/01/2024 và Nghị quyết số 02/NQ-CP cùng ngày của "
                "Chính phủ."
            ),
            [
                Named("Nghị quyết 01/NQ-CP", "2024-01-05", "Chính phủ"),
                Named("Nghị quyết 02/NQ-CP", "2024-01-05", "Chính phủ"),
            ],
        ),
        (
            (
                "Thực hiện Công văn số 5/BNV-CC ngày 12/3/2025, Sở Nội vụ đã ban hành Hướng dẫn "
                "số 45/HD-SNV."
            ),
            [
                Named("Công văn 5/BNV-CC", "2025-03-12", None),
                Named("Hướng dẫn 45/HD-SNV", None, "Sở Nội vụ"),
            ],
        ),
        (
            "Bộ Chính trị ban hành Quy định số 144-QĐ/TW ngày 9/5/2024, Quy định số 189-QĐ/TW.",
            [
                Named("Quy định 144-QĐ/TW", "2024-05-09", "Bộ Chính trị"),
                Named("Quy định 189-QĐ/TW", None, "Bộ Chính trị"),
            ],
        ),
        (
            "UBND tỉnh ban hành Kế hoạch 86/KH-UBND và Quyết định 1322/QĐ-UBND về du lịch xanh.",
            [
                Named("Kế hoạch 86/KH-UBND", None, "UBND tỉnh"),
                Named("Quyết định 1322/QĐ-UBND", None, "UBND tỉnh"),
            ],
        ),
        (
            "Chỉ thị số 46-CT/TW ngày 16/5/2025 của Bộ Chính trị và Nghị quyết số 5/NQ-CP.",
            [
                Named("Chỉ thị 46-CT/TW", "2025-05-16", "Bộ Chính trị"),
                Named("Nghị quyết 5/NQ-CP"),
            ],
        ),
        ("Quyết định số 12 và 15/QĐ-SNV.", [Named("Quyết định 12"), Named("Quyết định 15/QĐ-SNV")]),
        ("Chỉ thị 05, 3 năm qua.", [Named("Chỉ thị 05")]),
        ("Nghị quyết 18, ngày 25/10/2017.", [Named("Nghị quyết 18", "2017-10-25")]),
        (
            "Sửa các luật: Xây dựng, Nhà ở và Quy hoạch đô thị.",
            [Named("Luật Xây dựng"), Named("Luật Nhà ở"), Named("Luật Quy hoạch đô thị")],
        ),
        ("Luật Đất đai, Nhà ở năm 2023.", [Named("Luật Đất đai"), Named("Luật Nhà ở", "2023")]),
        (
            "Quyết định 367/1996 và Công văn 190/2002 của Thủ tướng.",
            [
                Named("Quyết định 367/1996", None, "Thủ tướng"),
                Named("Công văn 190/2002", None, "Thủ tướng"),
            ],
        ),
    ],
)
def test_documents_in_a_row_share_type_date_and_issuer(text: str, found: list[Named]) -> None:
    assert named(text) == found


def test_the_first_of_a_row_has_the_type_word_the_others_the_number_alone() -> None:
    assert mentions("Nghị quyết số 66, 68 và 70 của Bộ Chính trị.") == [
        ["Nghị quyết số 66"],
        ["68"],
        ["70"],
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kết luận số 14-KL/TW, ngày 18/5/2021 của Bộ Chính trị.", "2021-05-18"),
        ("Nghị quyết số 5/NQ-CP ngày 27 tháng 6 năm 2025.", "2025-06-27"),
        ("Thông tư số 46/2018/TT-BYT (28.12.2018).", "2018-12-28"),
        ("Nghị định số 7/2023/NĐ-CP (ban hành 3.3.2023).", "2023-03-03"),
        ("Chỉ thị 5 của Bộ Y tế ban hành ngày 5-6-2024.", "2024-06-05"),
        ("Công điện số 173 ngày 26/9 của Bộ Y tế.", "2025-09-26"),
        ("Công điện số 173 ngày 26/12 của Bộ Y tế.", "2024-12-26"),
        ("Nghị định 134 năm 2016.", "2016"),
        ("Luật Đất đai 2024.", "2024"),
        ("Hiến pháp năm 2013.", "2013"),
        ("Ngày 12/6, Chính phủ ban hành Nghị định số 112/2025/NĐ-CP.", "2025-06-12"),
        ("Trước đó, ngày 11.10, Ban Chỉ huy tỉnh đã phát đi Công điện số 9/CĐ-PCTT.", "2025-10-11"),
        ("Tối 22/9, Phó Thủ tướng Lê Văn Bình đã ký Công điện số 158/CĐ-TTg.", "2025-09-22"),
        ("Ngày 12/6, xã học tập Nghị định số 112/2025/NĐ-CP.", None),
        ("Ngày 2/10, thay mặt Đảng ủy, ông Lê Văn Bình đã ký Kế hoạch số 12-KH/ĐU.", "2025-10-02"),
        ("Nghị quyết số 57-NQ/TW được học tập ngày 5/6/2025.", None),
        ("Chính phủ sẽ ban hành Nghị định số 5/2025/NĐ-CP trước ngày 15/12.", None),
    ],
)
def test_the_date_is_the_day_of_signing(text: str, day: str | None) -> None:
    assert [found.date for found in documents_of(text)] == [day]


def test_a_day_without_a_year_has_none_where_the_day_of_publication_is_unknown() -> None:
    (found,) = documents_of("Công điện số 173 ngày 26/9 của Bộ Y tế.", published=None)
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Chỉ thị số 20/CT-TTg của Thủ tướng Chính phủ về điện.", "Thủ tướng Chính phủ"),
        ("Quyết định 15/QĐ-UBND của UBND tỉnh Lào Cai.", "UBND tỉnh Lào Cai"),
        ("Hôm qua, Sở Y tế khẩn trương ban hành Kế hoạch số 5/KH-SYT.", "Sở Y tế"),
        (
            "Chủ nhiệm Văn phòng Quốc hội sớm ra Thông báo số 9/TB-VPQH.",
            "Chủ nhiệm Văn phòng Quốc hội",
        ),
        (
            "Nghị quyết 20-NQ/TW của Ban Chấp hành Trung ương (khóa XII).",
            "Ban Chấp hành Trung ương",
        ),
        (
            "Tờ trình số 8/TTr của Sở Văn hóa, Thể thao và Du lịch.",
            "Sở Văn hóa, Thể thao và Du lịch",
        ),
        ("Công điện số 9 của Ban Chỉ huy PCTT và TKCN tỉnh.", "Ban Chỉ huy PCTT và TKCN tỉnh"),
        ("Chỉ thị 6 của Thành ủy TP.HCM về trẻ em.", "Thành ủy TP.HCM"),
        ("Kết luận 7 của Bộ Chính trị và Quy định 8 năm 2019.", "Bộ Chính trị"),
        ("Bộ Y tế vừa ban hành Công văn số 61/BYT-DP.", "Bộ Y tế"),
        ("Thủ tướng Chính phủ Lê Văn Bình vừa ký Quyết định 45/QĐ-TTg.", "Thủ tướng Chính phủ"),
        ("Phó Thủ tướng Lê Văn Bình vừa ký Công điện số 45/CĐ-TTg.", None),
        ("Thủ tướng Lê Văn Bình ký ban hành Nghị quyết 110.", None),
        ("Chỉ thị số 5/CT-BTC về tiết kiệm do Bộ Tài chính vừa ban hành.", "Bộ Tài chính"),
        ("Tại Công điện số 35/CĐ-BGTVT, Bộ GTVT yêu cầu sửa cầu.", "Bộ GTVT"),
        ("Theo đề nghị của Bộ Xây dựng tại Công văn số 99/BXD-KT.", "Bộ Xây dựng"),
        ("Đề nghị ban hành Nghị định số 5/2025/NĐ-CP.", None),
        (
            "Thay mặt Ban Thường vụ Tỉnh ủy, đồng chí Lê Văn Bình đã ký Kế hoạch số 12-KH/TU.",
            "Ban Thường vụ Tỉnh ủy",
        ),
        ("Thực hiện Quyết định số 235/QĐ-TTg, các bộ đã họp.", None),
        ("Theo quy định của Nghị định số 79/2014/NĐ-CP.", None),
        ("Thanh tra tỉnh tiếp tục công bố kết luận 1037, chỉ ra nhiều sai phạm.", "Thanh tra tỉnh"),
        ("Tổ trưởng Tổ Biên tập đã công bố Quyết định số 51/QĐ-BCA.", None),
        (
            "Quy hoạch này được Thủ tướng Chính phủ phê duyệt tại Quyết định số 90/QĐ-TTg.",
            "Thủ tướng Chính phủ",
        ),
        ("Tàu vỏ thép theo Nghị định 67 của Bình Định bị gỉ.", None),
        (
            "Nghị quyết 34 của Hội nghị 8 Ban Chấp hành Trung ương Đảng khóa XII về biển.",
            "Hội nghị 8 Ban Chấp hành Trung ương Đảng khóa XII",
        ),
        ("- Bộ Công an đã có Thông tư số 53 về tuyển sinh.", "Bộ Công an"),
        (
            "Quyết định số 236 của Bộ Thông tin Truyền thông phê duyệt dự án.",
            "Bộ Thông tin Truyền thông",
        ),
        ("Kết luận 2346 của Thanh tra TP Hà Nội - Ảnh: LÊ VÂN", "Thanh tra TP Hà Nội"),
        ("Thường trực Ban Bí thư Lê Văn Bình ký ban hành Chỉ thị số 50 về kiểm tra.", None),
        (
            (
                "Thường trực Ban Bí thư Lê Văn Bình ký ban hành Chỉ thị số 50 về kiểm tra. “Chủ động "
                "đàm phán với các nước”, Chỉ thị của Bộ Chính trị nêu rõ."
            ),
            "Bộ Chính trị",
        ),
        ("Chỉ thị số 50 về kiểm tra. Theo chỉ thị của Thủ tướng, các bộ đã họp.", None),
        ("Nghị định 98/2017 quy định nhiệm vụ và cơ cấu tổ chức của Bộ Y tế có hiệu lực.", None),
        (
            "Thủ tướng ký ban hành Nghị quyết 110 về nhà ở. Tại Nghị quyết, Chính phủ yêu cầu rà soát.",
            "Chính phủ",
        ),
    ],
)
def test_the_issuer_is_told_by_the_text_never_by_the_number(text: str, issuer: str | None) -> None:
    found = named(text)[0]
    assert found.issuer == issuer


def test_the_prime_minister_has_the_fuller_title_that_the_article_prints() -> None:
    (found,) = named("Chỉ thị 8 của Thủ tướng. Thủ tướng Chính phủ nêu rõ.")
    assert found.issuer == "Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Trả lời về dự thảo Nghị định về các phòng chuyên môn cấp xã, lãnh đạo Sở Nội vụ cho biết còn hai phương án.",
            "các phòng chuyên môn cấp xã",
        ),
        (
            (
                "Nghị quyết số 04-NQ/TW về tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi "
                "sự suy thoái; đồng chí đề nghị các xã học tập."
            ),
            "tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi sự suy thoái",
        ),
        (
            (
                "Công điện số 280/CĐ-TTg về chấn chỉnh, tăng cường trách nhiệm trong xử lý công "
                "việc, báo cáo Thủ tướng trước ngày 20/7."
            ),
            "chấn chỉnh, tăng cường trách nhiệm trong xử lý công việc",
        ),
        (
            (
                "Nghị quyết số 115/NQ-HĐND về nhiệm vụ phát triển kinh tế - xã hội 6 tháng cuối "
                "năm; Nghị quyết số 118/NQ-HĐND về đầu tư công."
            ),
            "nhiệm vụ phát triển kinh tế - xã hội 6 tháng cuối năm",
        ),
        (
            "Chỉ thị số 05 của Bộ Chính trị “Về học tập và làm theo Bác.” được tổng kết.",
            "học tập và làm theo Bác",
        ),
        (
            "Kết luận số 21-KL/TW về biểu hiện “tự diễn biến”, “tự chuyển hoá”; Quy định 37.",
            "biểu hiện “tự diễn biến”, “tự chuyển hoá”",
        ),
        (
            "Quyết định 858 về thi hành kỷ luật cán bộ của UBND thành phố.",
            "thi hành kỷ luật cán bộ",
        ),
        ("Nghị quyết số 214 ngày 25/7/2025 có hiệu lực.", None),
        (
            "Quy định 37 về những điều đảng viên không được làm; đồng chí nhắc lại.",
            "những điều đảng viên không được làm",
        ),
        (
            "Chỉ thị 5 về “Đẩy mạnh phong trào thi đua yêu nước” có hiệu lực.",
            "Đẩy mạnh phong trào thi đua yêu nước",
        ),
        (
            "Quyết định 749/QĐ-TTg phê duyệt “Chương trình chuyển đổi số quốc gia”, xã đã làm.",
            "phê duyệt “Chương trình chuyển đổi số quốc gia”",
        ),
        (
            "Nghị định 24 về tuyển dụng viên chức, quy định cụ thể điều kiện dự thi.",
            "tuyển dụng viên chức",
        ),
        (
            "Nghị định 71 về vận tải đường thủy, đến 1/1/2027 chủ tàu phải đổi phép.",
            "vận tải đường thủy",
        ),
        (
            "Nghị định 108 về tinh giản biên chế quy định, người thôi giữ chức được bảo lưu.",
            "tinh giản biên chế",
        ),
        ("Nghị định 24 quy định, mỗi sở có không quá ba phó giám đốc.", None),
        ("Kết luận số 12 về nội dung trên là đúng.", None),
        ("Kết luận 28 về sai phạm đất đai vẫn chưa được thực hiện.", "sai phạm đất đai"),
        ("Nghị định 110 về quản lý lễ hội chính thức có hiệu lực từ tháng 10.", "quản lý lễ hội"),
        ("Chỉ thị số 1/CT-TU về mùa vụ mới, Đại hội nhất trí chỉ tiêu.", "mùa vụ mới"),
        (
            "Theo Nghị định 10/2020/NĐ-CP quy định về vận tải thủy, chủ tàu phải nộp phí.",
            "quy định về vận tải thủy",
        ),
        (
            "Tại Nghị quyết 5 về văn hóa, thể thao và du lịch đã nêu rõ.",
            "văn hóa, thể thao và du lịch",
        ),
        (
            "Theo Quy hoạch phát triển cảng cá đến năm 2030, tầm nhìn đến năm 2050 đã được Thủ tướng phê duyệt, xã có bến mới.",
            "phát triển cảng cá đến năm 2030, tầm nhìn đến năm 2050",
        ),
        ("Nghị quyết số 9/2016 của HĐND tỉnh này về thu hút nhân tài.", "thu hút nhân tài"),
        (
            "Thông tư liên tịch số 22/2019/TTLT-BCA-BQP của Bộ Công an, Bộ Quốc phòng quy định về phối hợp bảo vệ biên giới.",
            "quy định về phối hợp bảo vệ biên giới",
        ),
        (
            "Quyết định số 8/QĐ-UBND về tặng cờ “Đơn vị đã hoàn thành nhiệm vụ” đã ký.",
            "tặng cờ",
        ),
        ("Kết luận số 9-KL/TU về thu hút vốn (tại xã Bình An đã có).", "thu hút vốn"),
        (
            "Quyết định này thay (Nghị định số 3 quy định về đầu tư trồng rừng).",
            "quy định về đầu tư trồng rừng",
        ),
        ("Nghị quyết số 7 về phát triển cảng cá mở ra thời kỳ mới.", "phát triển cảng cá"),
        (
            "Nghị định 38 về an toàn thực phẩm, giảm tới 90% hàng hóa phải khai.",
            "an toàn thực phẩm",
        ),
        ("Chỉ thị 06 về chăm sóc trẻ em do Thành ủy Mỹ Lộc tổ chức học tập.", "chăm sóc trẻ em"),
        ("Việc của Nghị quyết 19 ban hành đầu năm đã xong.", None),
        ("Nghị quyết 112 về đổi tên xã nên phường phải chờ.", "đổi tên xã"),
        ("Nghị quyết 112 về thay người đứng đầu cho đến khi xong việc.", "thay người đứng đầu"),
        ("Kế hoạch số 6 về trồng rừng mới chỉ đạt một nửa.", "trồng rừng"),
        ("Thông tư 91 về tốc độ xe cơ giới, hiệu lực từ 1/3.", "tốc độ xe cơ giới"),
        ("Đề án 5 về thành phố thông minh, đưa ra 4 mục tiêu.", "thành phố thông minh"),
        (
            (
                "Nghị định số 144/2021/NĐ-CP quy định xử phạt trong lĩnh vực trật tự, an toàn xã "
                "hội; phòng, chống tệ nạn xã hội; phòng cháy, chữa cháy; cứu nạn, cứu hộ; tuần "
                "tra ban đêm được đẩy mạnh."
            ),
            (
                "quy định xử phạt trong lĩnh vực trật tự, an toàn xã hội; phòng, chống tệ nạn xã "
                "hội; phòng cháy, chữa cháy; cứu nạn, cứu hộ"
            ),
        ),
        ("Công điện số 8 về ứng phó bão lũ và căn cứ tình hình thực tế, xã họp.", "ứng phó bão lũ"),
        (
            "Quyết định số 36 phê duyệt quy hoạch bến cảng căn cứ vào nghị định 91.",
            "phê duyệt quy hoạch bến cảng",
        ),
        ("Nghị định 107 về đánh bắt xa bờ thay thế nghị định 109.", "đánh bắt xa bờ"),
        (
            "Quy định 5 về quản lý tài sản là nhà, đất của Đảng bộ. Sở đã báo cáo.",
            "quản lý tài sản là nhà, đất của Đảng bộ",
        ),
        ("Thông tư 20 về nhập máy đã qua sử dụng sẽ được sửa.", "nhập máy đã qua sử dụng"),
        (
            "Nghị quyết 9 về lương hưu của người đang làm việc đã nêu rõ.",
            "lương hưu của người đang làm việc",
        ),
        (
            "Quyết định 27 về bổ nhiệm, luân chuyển, từ chức cán bộ đã hết hiệu lực.",
            "bổ nhiệm, luân chuyển, từ chức cán bộ",
        ),
        (
            "Nghị định 1 sửa đổi quy định về đấu giá đất trước khi ký hợp đồng.",
            "sửa đổi quy định về đấu giá đất",
        ),
        ("Nghị quyết 3 về tự chủ bệnh viện, tuy nhiên xã chưa làm.", "tự chủ bệnh viện"),
        ("Thông báo 13 về kết quả thi gửi các phòng, ban chậm hai ngày.", "kết quả thi"),
        (
            (
                "Nghị định 98/2017 quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ "
                "Công Thương, cùng đề nghị của Vụ Tổ chức cán bộ."
            ),
            "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Công Thương",
        ),
        (
            "Nghị định 36 quy định cơ cấu tổ chức của bộ Y tế, bộ Y tế hướng dẫn thu hồi thuốc.",
            "quy định cơ cấu tổ chức của bộ Y tế",
        ),
        ("Nghị định 86 sửa đổi có hiệu lực từ tháng 10.", None),
        ("Thông tư 41 quy định: mỗi tàu phải có nhật ký.", None),
        ("Quyết định số 24 ban hành tháng 1/2016, với kế hoạch riêng.", None),
    ],
)
def test_the_subject_ends_where_the_title_ends(text: str, subject: str | None) -> None:
    found = documents_of(text)[0]
    assert (found.subject.text if found.subject else None) == subject


@pytest.mark.parametrize(
    ("text", "key", "count"),
    [
        ("Nghị quyết 57 ra đời. Nghị quyết số 57-NQ/TW rất quý.", "Nghị quyết 57-NQ/TW", 2),
        ("Nghị quyết 57. Nghị quyết số 57-NQ/TW. Nghị quyết 57.", "Nghị quyết 57-NQ/TW", 3),
        ("Kế hoạch số 3/KH-BCA và kế hoạch số 03/KH-BCA.", "Kế hoạch 3/KH-BCA", 2),
        ("Văn bản số 5/UBND-KT đã đến. Công văn số 5/UBND-KT nêu rõ.", "Công văn 5/UBND-KT", 2),
        ("Đề án 2 đã xong. Sẽ tổng kết Đề án 02.", "Đề án 2", 2),
        ("Luật Đất đai mới. Luật Đất đai năm 2024.", "Luật Đất đai", 2),
        (
            "Nghị quyết số 16 ngày 10-8-2012 về Thủ đô (Nghị quyết 16).",
            "Nghị quyết 16",
            2,
        ),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh. Nghị quyết Đại hội Đảng bộ tỉnh lần thứ 13.",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ 13",
            2,
        ),
        (
            "Nghị quyết Trung ương 4 (khóa XII). Nghị quyết số 04-NQ/TW.",
            "Nghị quyết 04-NQ/TW",
            2,
        ),
        (
            "Sở lập Đề án bảo tồn phố cổ Mỹ Lộc (Đề án). Xã góp ý cho Đề án.",
            "Đề án bảo tồn phố cổ Mỹ Lộc",
            3,
        ),
        ("Văn bản số 190/2002 của Sở. Theo Công văn 190, xã làm.", "Công văn 190/2002", 2),
        ("Nghị quyết số 11-NQ/TW rất rõ. Nghị quyết số 11-NQ/TƯ.", "Nghị quyết 11-NQ/TW", 2),
        (
            "Luật phòng, chống tham nhũng mới. Sửa Luật PCTN cho chặt.",
            "Luật phòng, chống tham nhũng",
            2,
        ),
    ],
)
def test_mentions_of_one_document_make_one_entry(text: str, key: str, count: int) -> None:
    assert [(found.key, len(found.mentions)) for found in documents_of(text)] == [(key, count)]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 18-NQ/TW và Nghị quyết số 18-NQ/TU.",
        "Chỉ thị 05 và Nghị quyết 05.",
        "Chỉ thị 05-CT/TW và Nghị quyết 05-NQ/TW.",
        "Luật Việc làm năm 2013 và Luật Việc làm năm 2025.",
        "Luật Việc làm và Luật Việc làm (sửa đổi).",
        "Nghị định số 5/2020/NĐ-CP và Nghị định số 5/2021/NĐ-CP.",
        "Đề án phát triển du lịch biển và Đề án phát triển trồng rừng gỗ lớn.",
    ],
)
def test_two_documents_stay_two(text: str) -> None:
    assert len(keys(text)) == 2


def test_a_headline_that_shortens_the_title_names_the_same_document() -> None:
    (found,) = documents_of(
        "Sở vừa trình Đề án thí điểm quản lý theo mô hình chính quyền đô thị tại Mỹ Lộc.",
        headline="Họp về Đề án chính quyền đô thị Mỹ Lộc",
    )
    assert found.subject is not None
    assert found.subject.text.startswith("thí điểm quản lý")
    assert len(found.mentions) == 2


def test_a_headline_that_names_by_a_title_what_the_body_numbers_adds_no_document() -> None:
    (found,) = documents_of(
        "Tỉnh ủy quán triệt Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học.",
        headline="Mỹ Lộc: Học nghị quyết về chuyển đổi số trong cơ quan đảng",
    )
    assert found.key == "Nghị quyết 57-NQ/TW"
    assert len(found.mentions) == 2


def test_a_draft_in_the_headline_is_no_numbered_document() -> None:
    found = documents_of(
        "Hội nghị nhắc lại Nghị quyết số 57-NQ/TW của Bộ Chính trị.",
        headline="Góp ý dự thảo nghị quyết về phát triển rừng ngập mặn",
    )
    assert len(found) == 2


def test_related_news_names_no_document() -> None:
    text = "Sở học Nghị quyết 57.\nTin liên quan: xã học Nghị quyết 68."
    blocks = (Block("body", Span(0, 21)), Block("furniture", Span(22, len(text))))
    doc = parse(Article(text, blocks))
    assert [found.key for found in find_documents(doc, ())] == ["Nghị quyết 57"]


_WORDS = st.sampled_from(
    "Nghị quyết|số|57-NQ/TW|68|,|và|của|Bộ Chính trị|ngày 5/6/2024|về|tăng cường|Luật|Đất đai|"
    "năm 2024|;|“|”|(|)|.|Đề án|phát triển du lịch|Thủ tướng|ban hành|Quyết định|sửa đổi|\n|cùng ngày"
    "|Chương trình|mục tiêu quốc gia|Đại hội|lần thứ|XIII|các|15/2024/NĐ-CP|-|Hà Nội|TP.HCM".split(
        "|"
    )
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_every_word_of_an_entry_stands_in_the_article(text: str) -> None:
    for found in documents_of(text):
        assert found.number or found.subject
        assert found.mentions == tuple(sorted(set(found.mentions)))
        assert all(0 <= span.start < span.end <= len(text) for span in found.mentions)
        for quote in (found.issuer, found.subject):
            assert quote is None or text[quote.span.start : quote.span.end] == quote.text
        if found.number:
            assert any(found.number in text[span.start : span.end] for span in found.mentions)


@given(st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_whatever_follows_a_document_is_no_harm_to_it(text: str) -> None:
    whole = f"Nghị quyết số 57-NQ/TW. {text} Luật {text} Đề án {text}"
    assert "Nghị quyết 57-NQ/TW" in keys(whole)


def test_two_entries_have_no_mention_in_common() -> None:
    text = (
        "Kế hoạch số 12-KH/TU thực hiện Kết luận số 14-KL/TW về tiếp tục thực hiện Chỉ thị số 05."
    )
    spans = [span for found in documents_of(text) for span in found.mentions]
    assert len(spans) == len(set(spans)) == 3


def test_a_line_that_breaks_within_a_name_breaks_nothing() -> None:
    text = "Học Nghị\nquyết số\n57-NQ/TW của Bộ Chính\ntrị về đột phá\nphát triển khoa học."
    (found,) = documents_of(text)
    assert found.key == "Nghị quyết 57-NQ/TW"
    assert found.issuer is not None
    assert found.issuer.text == "Bộ Chính\ntrị"
    assert found.subject is not None
    assert found.subject.text == "đột phá\nphát triển khoa học"
