"""A text that is marked secret is told from one that speaks of secrecy."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from summarizer.secrecy import is_marked_secret

BODY = "Sáng 16/10/2025, Ban Thường vụ Tỉnh ủy Hải Vân họp phiên thường kỳ."
MARKED = [
    "MẬT\n" + BODY,
    "TỐI MẬT\n" + BODY,
    "TUYỆT MẬT\n" + BODY,
    "Mật\n" + BODY,
    "Tối mật\n" + BODY,
    "UBND TỈNH HẢI VÂN\nSố: 12/BC-UBND\nMẬT\n" + BODY,
    BODY + "\nMẬT",
    "[MẬT] " + BODY,
    "(MẬT) " + BODY,
    "[Tối mật] " + BODY,
    "**TỐI MẬT**\n" + BODY,
    "★ ★\n— TUYỆT MẬT —\n" + BODY,
    "M Ậ T\n" + BODY,
    "T Ố I   M Ậ T\n" + BODY,
    "Độ mật: Mật\n" + BODY,
    "ĐỘ MẬT: TỐI MẬT\n" + BODY,
    "Mức độ mật: Tuyệt mật\n" + BODY,
    "Số: 05-BC/TU; độ mật: Tối mật; bản số 2\n" + BODY,
    "Mật - Bản số: 03\n" + BODY,
    "TÀI LIỆU MẬT\n" + BODY,
    "Văn bản mật\n" + BODY,
    "TÀI LIỆU TUYỆT MẬT\n" + BODY,
    "MẬT: " + BODY,
    "TỐI MẬT - Báo cáo tình hình quý III\n" + BODY,
    "TUYỆT MẬT. " + BODY,
    "TỈNH ỦY HẢI VÂN      MẬT\n" + BODY,
    "TỈNH ỦY HẢI VÂN\tTỐI MẬT\tĐẢNG CỘNG SẢN VIỆT NAM\n" + BODY,
    "Gửi các anh văn bản TUYỆT MẬT này, đọc xong xoá ngay. " + BODY,
    "Báo cáo số 05-BC/TU (MẬT) về tình hình địa bàn. " + BODY,
    "Kính gửi: Ban Thường vụ MẬT\n" + BODY,
    "lưu hành nội bộ\n" + BODY,
    "LƯU HÀNH NỘI BỘ\n" + BODY,
    "Tài liệu lưu hành nội bộ. " + BODY,
    "(Lưu hành nội bộ) " + BODY,
    "Chỉ lưu hành trong nội bộ\n" + BODY,
    BODY + " Tài liệu này lưu hành nội bộ.",
    "Luu hanh noi bo\n" + BODY,
    "Lưu hành\u00a0nội bộ\n" + BODY,
    "M\u200bẬT\n" + BODY,
    "TOI MAT\n" + BODY,
    "TỐI MẬT_bao cao quy 3.docx",
    "MẬT - ke hoach.pdf",
    "TUYET MAT_ke hoach.docx",
    "ＭẬＴ\n" + BODY,
]
LOOK_ALIKES = [
    "Luật Bảo vệ bí mật nhà nước có hiệu lực từ ngày 1/7/2020.",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Sở tăng cường bảo mật hệ thống một cửa điện tử.",
    "BẢO MẬT THÔNG TIN TRONG CƠ QUAN NHÀ NƯỚC",
    "Mật độ dân số của tỉnh là 350 người/km².",
    "MẬT ĐỘ DÂN SỐ VÙNG ĐÔNG NAM BỘ TĂNG NHANH",
    "Người dùng cần đổi mật khẩu ba tháng một lần.",
    "MẬT KHẨU: cách đặt an toàn",
    "Nghề nuôi ong lấy mật giúp bà con thoát nghèo.",
    "MẬT ONG HẢI VÂN ĐẠT CHUẨN OCOP 4 SAO",
    "Thủ tướng ban hành danh mục bí mật nhà nước độ Tuyệt mật, Tối mật và Mật của ngành y tế.",
    "Quyết định ban hành Danh mục bí mật nhà nước độ MẬT thuộc lĩnh vực nội vụ.",
    "Danh mục bí mật nhà nước độ TỐI MẬT, MẬT và TUYỆT MẬT trong lĩnh vực quốc phòng.",
    "Hồ sơ tuyệt mật về vụ án được giải mật sau 50 năm.",
    "CIA GIẢI MẬT HỒ SƠ CHIẾN TRANH LẠNH",
    "Công an tỉnh bắt đối tượng làm lộ tài liệu mật trên mạng xã hội.",
    "Văn bản mật phải được quản lý theo quy định; cán bộ văn thư chịu trách nhiệm.",
    "Cuộc họp kín bàn về cơ mật quân sự thời Trần.",
    "Mật danh của ông trong kháng chiến là Sáu Dân.",
    "Lực lượng mật vụ bảo vệ đoàn khách.",
    "Ông giữ mật thư của Tỉnh ủy gửi chiến khu.",
    "Hai nước có quan hệ thân mật, gắn bó.",
    "Buổi gặp mặt diễn ra trong không khí thân mật.",
    "Cảnh sát mật mã trao đổi kinh nghiệm nghiệp vụ.",
    "MẬT MÃ DÂN SỰ: Ban Cơ yếu Chính phủ tập huấn",
    "Đại lễ tại chùa Mật Đa, thuộc phái Mật tông.",
    "Bí mật kinh doanh của doanh nghiệp được pháp luật bảo hộ.",
    "Giữ gìn đoàn kết nội bộ, kiểm tra nội bộ thường xuyên.",
    "Quy chế làm việc nội bộ của Văn phòng.",
    "Lưu hành thuốc giả bị xử phạt; kiểm nghiệm nội bộ không đạt.",
    "Cuốn sách được phép lưu hành rộng rãi trong và ngoài nội bộ ngành.",
    "Bỏ phiếu kín, kết quả được niêm phong tuyệt đối bí mật.",
    "Các đại biểu bí mật bỏ phiếu bầu Ban Chấp hành.",
    "Người tố cáo được giữ bí mật danh tính.",
    "Vườn cây mật nhân, cỏ mật gấu ở Hải Vân.",
    "Sỏi mật và viêm túi mật là bệnh thường gặp.",
    "Bệnh viện phẫu thuật cắt túi mật nội soi.",
    "Rừng nguyên sinh rậm rạp, mật độ cây cao.",
    "Mía mật, đường mật xuất khẩu tăng 12%.",
    "Phong trào «Lời nói, lá phiếu»: bảo đảm nguyên tắc trực tiếp, bí mật.",
    "Phải đóng dấu “MẬT” lên văn bản theo Thông tư 24/2020/TT-BCA.",
    "bao mat thong tin.docx",
    "mat do dan so.pdf",
    "Mật ước giữa hai triều đình được công bố.",
    "Tin tặc đánh cắp mật khẩu, MẬT KHẨU quản trị bị lộ.",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_marked_text_is_refused(text: str):
    assert is_marked_secret(text)
    assert is_marked_secret(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_text_that_speaks_of_secrecy_passes(text: str):
    assert not is_marked_secret(text)
    assert not is_marked_secret(f"{text}\n\n{BODY}")


@pytest.mark.parametrize(
    "path", [*Path("tests/gold").glob("*.txt"), *Path("tests/apart").glob("*.txt")]
)
def test_no_article_of_the_gold_is_refused(path: Path):
    assert not is_marked_secret(path.read_text(encoding="utf-8"))
