"""Tell how high somebody stands, so that a request upward is no demand."""

from __future__ import annotations

import re

_LEVELS = re.compile(
    r"""(?<!\w) (?:
      (?P<r1> cử[ ]tri | (?<!trưởng[ ]đoàn[ ]) đại[ ]biểu | chuyên[ ]gia | luật[ ]sư | hiệp[ ]hội
            | (?<!hội[ ])nông[ ]dân | công[ ]ty | doanh[ ]nghiệp | đại[ ]sứ | viện[ ]nghiên[ ]cứu
            | trợ[ ]lý | ngân[ ]hàng[ ](?:tmcp|thương[ ]mại)
            | người[ ]dân | bà[ ]con | nhà[ ]khoa[ ]học | giáo[ ]sư | đại[ ]học )
    | (?P<r3> sở | công[ ]an[ ](?:tỉnh|thành[ ]phố|tp) | huyện | quận | thị[ ]xã | tỉnh[ ]đoàn
            | chi[ ]cục | tập[ ]đoàn | tổng[ ]công[ ]ty )
    | (?P<r5> thanh[ ]tra[ ]chính[ ]phủ | văn[ ]phòng[ ](?:chính[ ]phủ|quốc[ ]hội|chủ[ ]tịch[ ]nước)
            | (?<!đảng[ ])(?<!cán[ ])(?<!nội[ ])(?<!toàn[ ])
              (?<!đường[ ])(?<!tiến[ ])(?<!đồng[ ])
              bộ (?![ ](?:đội|máy|luật|phận|chqs|chỉ|chính[ ]trị|tư|trưởng|tiêu|quy))
            | bộ[ ]trưởng | thứ[ ]trưởng | các[ ]bộ | thống[ ]đốc | ngân[ ]hàng[ ]nhà[ ]nước
            | kiểm[ ]toán[ ]nhà[ ]nước | tổng[ ]thanh[ ]tra | quân[ ]khu | (?<!bộ[ ])tư[ ]lệnh )
    | (?P<r7> ủy[ ]ban[ ]thường[ ]vụ[ ]quốc[ ]hội | quốc[ ]hội | chủ[ ]tịch[ ]nước
            | tổng[ ]bí[ ]thư | bộ[ ]chính[ ]trị | ban[ ]bí[ ]thư )
    | (?P<r6> thủ[ ]tướng | chính[ ]phủ | trung[ ]ương | t[.]ư | tw )
    | (?P<r4> tỉnh | bđbp | chỉ[ ]huy[ ]trưởng | chính[ ]ủy | thành[ ]phố | tp | thành[ ]ủy
            | tổng[ ]cục | cục | ủy[ ]ban | địa[ ]phương )
    | (?P<r2> xã | phường | thị[ ]trấn | thôn | bản )
    ) (?!\w)""",
    re.VERBOSE,
)
HIGHEST = 7
_MEMBERSHIP = re.compile(r"ủy viên|đại biểu quốc hội")
_FORMER = re.compile(r"nguyên |cựu |bị cáo|bị can")
_FOREIGN = re.compile(
    r"phía (?!tỉnh|thành)|hai bên|hai nước|đại sứ|nước bạn|đối tác|các nước|cộng đồng quốc tế"
)


def level_of(folded: str) -> int:
    """How high an office or organ stands: 7 for the head of State or Party … 1, else 0."""
    found = _LEVELS.search(folded)
    return int(found.lastgroup[1]) if found and found.lastgroup else 0


def level_of_offices(folded: list[str]) -> int:
    """How high a person stands: the highest office held, memberships aside, past ones not."""
    held = [office for office in folded if not _FORMER.match(office)]
    if folded and not held:
        return 1
    offices = [office for office in held if not _MEMBERSHIP.match(office)]
    return max((level_of(office) for office in offices or held), default=0)


def is_foreign(folded: str) -> bool:
    """Tell whether words address a foreign partner."""
    return bool(_FOREIGN.search(folded))
