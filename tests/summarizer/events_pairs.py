"""Events as several newsrooms tell them, and others that are easily taken for them.

The facts are invented by hand, the sentences differ by newsroom: in order, in who is named,
in short forms, in what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from summarizer.digest import make_digest
from summarizer.model import Digest
from summarizer.reading.text import read_text


class Told(Struct, frozen=True):
    """An event: what met, about what, when, where, who chaired as what, who was there too."""

    kind: str
    topic: str
    day: str
    part: str
    host: str
    short: str
    chair: str
    office: str
    guest: str
    guest_office: str
    task: str


EVENTS = [
    Told(
        "Hội nghị",
        "tổng kết công tác xây dựng Đảng năm 2025, triển khai nhiệm vụ năm 2026",
        "12/01/2026",
        "Sáng",
        "Tỉnh ủy Hải Vân",
        "Tỉnh ủy",
        "Đỗ Quang Vĩnh",
        "Bí thư Tỉnh ủy",
        "Trần Thị Mai Hương",
        "Phó Bí thư Thường trực Tỉnh ủy",
        "các cấp ủy rà soát quy chế làm việc, hoàn thành trước ngày 30/3/2026",
    ),
    Told(
        "Hội nghị",
        "trực tuyến triển khai Nghị quyết số 57-NQ/TW về khoa học, công nghệ",
        "16/10/2025",
        "Sáng",
        "Ban Thường vụ Tỉnh ủy Lam Giang",
        "Ban Thường vụ Tỉnh ủy",
        "Lò Văn Khánh",
        "Bí thư Tỉnh ủy",
        "Vừ A Sình",
        "Chủ tịch UBND tỉnh",
        "các sở, ngành xây dựng kế hoạch hành động trong tháng 11/2025",
    ),
    Told(
        "Phiên họp",
        "thường kỳ tháng 9 đánh giá tình hình kinh tế - xã hội",
        "02/10/2025",
        "Chiều",
        "UBND tỉnh Nam Khê",
        "UBND tỉnh",
        "Phạm Hữu Tài",
        "Chủ tịch UBND tỉnh",
        "Ngô Thị Lụa",
        "Phó Chủ tịch UBND tỉnh",
        "Sở Tài chính đẩy nhanh giải ngân vốn đầu tư công, báo cáo trước ngày 15/10/2025",
    ),
    Told(
        "Hội nghị",
        "sơ kết 5 năm thực hiện Đề án trồng rừng gỗ lớn",
        "21/08/2025",
        "Sáng",
        "Sở Nông nghiệp và Môi trường tỉnh Bắc Lũng",
        "Sở Nông nghiệp và Môi trường",
        "Hoàng Đình Sáng",
        "Giám đốc Sở Nông nghiệp và Môi trường",
        "Quách Thị Nhài",
        "Phó Chủ tịch UBND tỉnh",
        "các xã rà soát diện tích rừng trồng, báo cáo trước ngày 30/9/2025",
    ),
    Told(
        "Lễ khởi công",
        "tuyến đường ven biển Hải Thịnh - Cửa Sót",
        "19/05/2025",
        "Sáng",
        "UBND tỉnh Hải Vân",
        "UBND tỉnh",
        "Lê Hữu Khang",
        "Chủ tịch UBND tỉnh",
        "Bùi Văn Thoan",
        "Giám đốc Ban Quản lý dự án giao thông",
        "nhà thầu hoàn thành nền đường trước ngày 31/12/2026",
    ),
    Told(
        "Kỳ họp",
        "thứ 22 HĐND tỉnh khóa XVIII",
        "09/12/2025",
        "Sáng",
        "HĐND tỉnh Lam Giang",
        "HĐND tỉnh",
        "Giàng Thị Say",
        "Chủ tịch HĐND tỉnh",
        "Vừ A Sình",
        "Chủ tịch UBND tỉnh",
        "UBND tỉnh khẩn trương triển khai các nghị quyết vừa được thông qua",
    ),
    Told(
        "Hội nghị",
        "gặp mặt, đối thoại với doanh nghiệp quý III",
        "25/09/2025",
        "Chiều",
        "UBND thành phố Tân An Hạ",
        "UBND thành phố",
        "Võ Thành Luân",
        "Chủ tịch UBND thành phố",
        "Trịnh Công Lý",
        "Chủ tịch Hiệp hội Doanh nghiệp",
        "Sở Tài chính trả lời kiến nghị của doanh nghiệp trước ngày 10/10/2025",
    ),
    Told(
        "Hội nghị",
        "giao ban công tác nội chính quý II",
        "03/07/2025",
        "Sáng",
        "Ban Nội chính Tỉnh ủy Nam Khê",
        "Ban Nội chính Tỉnh ủy",
        "Đặng Quốc Bảo",
        "Trưởng Ban Nội chính Tỉnh ủy",
        "Mai Văn Hùng",
        "Giám đốc Công an tỉnh",
        "các cơ quan nội chính giải quyết dứt điểm đơn thư kéo dài trong quý III/2025",
    ),
    Told(
        "Hội nghị",
        "quán triệt Kết luận số 21-KL/TW về chỉnh đốn Đảng",
        "14/11/2025",
        "Chiều",
        "Đảng ủy Công an tỉnh Bắc Lũng",
        "Đảng ủy Công an tỉnh",
        "Nông Văn Thắng",
        "Bí thư Đảng ủy, Giám đốc Công an tỉnh",
        "Hà Minh Tuệ",
        "Phó Giám đốc Công an tỉnh",
        "các chi bộ đưa nội dung kết luận vào sinh hoạt thường kỳ",
    ),
    Told(
        "Hội nghị",
        "triển khai công tác tuyển quân năm 2026",
        "05/11/2025",
        "Sáng",
        "Hội đồng Nghĩa vụ quân sự tỉnh Hải Vân",
        "Hội đồng Nghĩa vụ quân sự tỉnh",
        "Lê Hữu Khang",
        "Chủ tịch UBND tỉnh",
        "Phan Đức Thịnh",
        "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh",
        "các xã, phường hoàn thành khám tuyển trước ngày 31/12/2025",
    ),
    Told(
        "Cuộc họp",
        "về khắc phục hậu quả bão số 7",
        "30/09/2025",
        "Chiều",
        "Ban Chỉ huy Phòng thủ dân sự tỉnh Nam Khê",
        "Ban Chỉ huy Phòng thủ dân sự tỉnh",
        "Ngô Thị Lụa",
        "Phó Chủ tịch UBND tỉnh",
        "Tạ Văn Lộc",
        "Giám đốc Sở Nông nghiệp và Môi trường",
        "các địa phương thống kê thiệt hại, báo cáo trước 17 giờ ngày 02/10/2025",
    ),
    Told(
        "Hội nghị",
        "tập huấn chuyển đổi số cho cán bộ cấp xã",
        "22/07/2025",
        "Sáng",
        "Sở Khoa học và Công nghệ tỉnh Lam Giang",
        "Sở Khoa học và Công nghệ",
        "Tòng Thị Phượng",
        "Giám đốc Sở Khoa học và Công nghệ",
        "Lường Văn Hặc",
        "Phó Chánh Văn phòng UBND tỉnh",
        "các xã cử cán bộ đầu mối trước ngày 31/7/2025",
    ),
    Told(
        "Đại hội",
        "thi đua yêu nước lần thứ VI",
        "18/09/2025",
        "Sáng",
        "Tỉnh ủy, UBND tỉnh Bắc Lũng",
        "UBND tỉnh",
        "Triệu Thị Xuân",
        "Bí thư Tỉnh ủy",
        "Hoàng Văn Chài",
        "Chủ tịch UBND tỉnh",
        "các ngành phát động phong trào thi đua mới trong quý IV/2025",
    ),
    Told(
        "Hội nghị",
        "công bố quyết định sáp nhập các xã vùng cao",
        "27/06/2025",
        "Chiều",
        "Thành ủy Tân An Hạ",
        "Thành ủy",
        "Đoàn Thị Thu Thủy",
        "Bí thư Thành ủy",
        "Võ Thành Luân",
        "Chủ tịch UBND thành phố",
        "các xã mới ổn định bộ máy trước ngày 01/7/2025",
    ),
    Told(
        "Hội nghị",
        "tổng kết năm học 2024 - 2025",
        "20/08/2025",
        "Sáng",
        "Sở Giáo dục và Đào tạo tỉnh Hải Vân",
        "Sở Giáo dục và Đào tạo",
        "Nguyễn Thị Bích Liên",
        "Giám đốc Sở Giáo dục và Đào tạo",
        "Trần Thị Mai Hương",
        "Phó Bí thư Thường trực Tỉnh ủy",
        "các trường chuẩn bị khai giảng, hoàn thành trước ngày 30/8/2025",
    ),
    Told(
        "Hội nghị",
        "thông báo nhanh kết quả Hội nghị Trung ương 13",
        "13/10/2025",
        "Chiều",
        "Tỉnh ủy Nam Khê",
        "Tỉnh ủy",
        "Dương Văn Nghị",
        "Bí thư Tỉnh ủy",
        "Phạm Hữu Tài",
        "Chủ tịch UBND tỉnh",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy biên soạn tài liệu trước ngày 20/10/2025",
    ),
    Told(
        "Hội nghị",
        "sơ kết công tác cải cách hành chính 6 tháng đầu năm",
        "10/07/2025",
        "Sáng",
        "Sở Nội vụ tỉnh Bắc Lũng",
        "Sở Nội vụ",
        "Lâm Thị Hoan",
        "Giám đốc Sở Nội vụ",
        "Hoàng Văn Chài",
        "Chủ tịch UBND tỉnh",
        "các sở công khai thủ tục trễ hạn hằng tuần",
    ),
    Told(
        "Lễ kỷ niệm",
        "80 năm Ngày truyền thống ngành Tổ chức xây dựng Đảng",
        "14/10/2025",
        "Sáng",
        "Ban Tổ chức Tỉnh ủy Lam Giang",
        "Ban Tổ chức Tỉnh ủy",
        "Cà Thị Pâng",
        "Trưởng Ban Tổ chức Tỉnh ủy",
        "Lò Văn Khánh",
        "Bí thư Tỉnh ủy",
        "các cấp ủy làm tốt công tác bảo vệ chính trị nội bộ",
    ),
    Told(
        "Hội nghị",
        "lấy ý kiến dự thảo Luật Đất đai sửa đổi",
        "24/10/2025",
        "Chiều",
        "Đoàn đại biểu Quốc hội tỉnh Hải Vân",
        "Đoàn đại biểu Quốc hội tỉnh",
        "Vũ Thị Kim Dung",
        "Phó Trưởng đoàn đại biểu Quốc hội tỉnh",
        "Bùi Văn Thoan",
        "Phó Giám đốc Sở Nông nghiệp và Môi trường",
        "các sở gửi ý kiến bằng văn bản trước ngày 31/10/2025",
    ),
    Told(
        "Hội nghị",
        "xúc tiến đầu tư vào khu công nghiệp Phú Lạc",
        "28/11/2025",
        "Sáng",
        "UBND tỉnh Nam Khê",
        "UBND tỉnh",
        "Phạm Hữu Tài",
        "Chủ tịch UBND tỉnh",
        "Chu Thế Vinh",
        "Trưởng Ban Quản lý các khu công nghiệp",
        "Ban Quản lý các khu công nghiệp bàn giao mặt bằng trước ngày 31/3/2026",
    ),
]


def by_the_province(told: Told) -> str:
    """The province's own paper: long, everybody with his office."""
    return (
        f"{told.host.split(', ')[0]} tổ chức {told.kind.lower()} {told.topic}\n\n"
        f"{told.part} {told.day}, {told.host} tổ chức {told.kind.lower()} {told.topic}. "
        f"Đồng chí {told.chair}, {told.office} chủ trì {told.kind.lower()}. "
        f"Cùng dự có đồng chí {told.guest}, {told.guest_office}; lãnh đạo các sở, ban, ngành.\n\n"
        f"Báo cáo tại {told.kind.lower()} nêu rõ những kết quả đạt được, đồng thời chỉ ra các hạn chế cần khắc phục.\n\n"
        f"Phát biểu kết luận, đồng chí {told.chair} yêu cầu {told.task}.\n"
    )


def by_the_agency(told: Told) -> str:
    """A national agency: short, the day without its year where that is plain, no guest's office."""
    return (
        f"{told.kind} {told.topic}\n\n"
        f"Ngày {told.day}, {told.host} tổ chức {told.kind} {told.topic} dưới sự chủ trì của {told.office} {told.chair}.\n\n"
        f"Kết luận {told.kind.lower()}, {told.office} {told.chair} đề nghị {told.task}.\n"
    )


def by_the_portal(told: Told) -> str:
    """The office's own page: it opens with who spoke."""
    return (
        f"Đồng chí {told.chair} chủ trì {told.kind.lower()} {told.topic}\n\n"
        f"{told.part} ngày {told.day}, đồng chí {told.chair}, {told.office} đã chủ trì {told.kind.lower()} {told.topic} do {told.host} tổ chức. "
        f"Dự {told.kind.lower()} có {told.guest_office} {told.guest}.\n\n"
        f"Các đại biểu đã thảo luận, làm rõ nguyên nhân của những tồn tại và đề xuất giải pháp cho thời gian tới.\n\n"
        f"Đồng chí {told.chair} giao {told.task}.\n"
    )


NEWSROOMS = (by_the_province, by_the_agency, by_the_portal)


def others(told: Told) -> Iterator[tuple[str, Told]]:
    """What is easily taken for the event and is another one."""
    day, month, year = told.day.split("/")
    yield "next day", replace(told, day=f"{int(day) % 27 + 1:02}/{month}/{year}")
    yield "a year before", replace(told, day=f"{day}/{month}/{int(year) - 1}")
    other_part = "Chiều" if told.part == "Sáng" else "Sáng"
    yield (
        "other half of the day, other topic",
        replace(
            told,
            part=other_part,
            topic="rà soát tiến độ các dự án trọng điểm",
            task="các chủ đầu tư báo cáo hằng tuần",
        ),
    )
    yield "same kind elsewhere", replace(
        told, host="Huyện ủy Mường Lống", chair="Sùng A Tủa", office="Bí thư Huyện ủy",
        guest="Hạng Thị Dở", guest_office="Chủ tịch UBND huyện",
    )  # fmt: skip
    yield (
        "same people, other matter",
        replace(told, kind="Buổi làm việc", topic="với Đoàn kiểm tra số 3 của Trung ương"),
    )


@lru_cache(maxsize=512)
def digest_of(text: str) -> Digest:
    return make_digest(read_text(text))


def same_pairs() -> Iterator[tuple[str, Digest, Digest]]:
    """One event by two newsrooms."""
    for told in EVENTS:
        digests = [(tell.__name__, digest_of(tell(told))) for tell in NEWSROOMS]
        for (one, ours), (other, theirs) in combinations(digests, 2):
            yield f"{told.topic[:40]}: {one}, {other}", ours, theirs


def different_pairs() -> Iterator[tuple[str, Digest, Digest]]:
    """An event and one that is easily taken for it, by any newsrooms."""
    for number, told in enumerate(EVENTS):
        for shift, (what, other) in enumerate(others(told)):
            one, another = (NEWSROOMS[(number + each) % 3] for each in (0, shift))
            yield f"{told.topic[:40]}: {what}", digest_of(one(told)), digest_of(another(other))
    for one, other in combinations(EVENTS, 2):  # the same people or host on another day
        if {one.chair, one.guest} & {other.chair, other.guest}:
            moved = replace(other, day=one.day, part=one.part)
            yield (
                f"{one.topic[:30]} / {other.topic[:30]}",
                digest_of(by_the_portal(one)),
                digest_of(by_the_agency(moved)),
            )
