"""What people type, and which digests they must find, and which not.

The corpus are invented articles told by `tests/summarizer/events_pairs.py` and the annotated
ones of `tests/gold`. Each query names digests by a word of their key.
"""

from __future__ import annotations

from msgspec import Struct


class Typed(Struct, frozen=True):
    """A query; `first` must stand first, `also` among the first five, `never` nowhere."""

    query: str
    first: str
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


# keys: number of the event in EVENTS («e0» … «e19»), or the name of a gold article («dev-05»)
QUERIES = (
    # words, with and without diacritics, đ, tone marks placed either way
    Typed("tuyển quân", "e9", never=("e0",)),
    Typed("tuyen quan", "e9", never=("e0",)),
    Typed("TUYỂN QUÂN NĂM 2026", "e9"),
    Typed("khởi công đường ven biển", "e4"),
    Typed("duong ven bien", "e4"),
    Typed("đường ven biển", "e4"),
    Typed("bao so 7", "e10"),
    Typed("bão số 7", "e10"),
    Typed("trong rung go lon", "e3"),
    Typed("trồng rừng gỗ lớn", "e3"),
    Typed("thi dua yeu nuoc", "e12"),
    Typed("thi đua yêu nước lần thứ VI", "e12"),
    Typed("sap nhap xa", "e13"),
    Typed("tong ket nam hoc", "e14"),
    Typed("cai cach hanh chinh", "e16"),
    Typed("cải cách hành chính 6 tháng", "e16"),
    Typed("luat dat dai", "e18"),
    Typed("Luật Đất đai sửa đổi", "e18"),
    Typed("xuc tien dau tu", "e19"),
    Typed("khu cong nghiep phu lac", "e19"),
    Typed("doi thoai doanh nghiep", "e6"),
    Typed("giao ban noi chinh", "e7"),
    Typed("chuyen doi so cap xa", "e11"),
    Typed("ngành tổ chức xây dựng đảng", "e17"),
    Typed("hoi nghi trung uong 13", "e15"),
    # names of people
    Typed("Lò Văn Khánh", "e1", also=("e17",)),
    Typed("lo van khanh", "e1", also=("e17",)),
    Typed("Đỗ Quang Vĩnh", "e0"),
    Typed("do quang vinh", "e0"),
    Typed("Phạm Hữu Tài", "e19", also=("e2", "e15")),  # the newest first
    Typed("vu a sinh", "e1", also=("e5",)),
    Typed("Giàng Thị Say", "e5"),
    Typed('người:"Trần Thị Mai Hương"', "e0", also=("e14",), never=("e5",)),
    Typed("nguoi:Lụa", "e2", also=("e10",), never=("e0",)),
    # offices and organs
    Typed('cơquan:"Sở Nội vụ"', "e16", never=("e0",)),
    Typed("co quan:Sở Khoa học và Công nghệ", "e11"),
    Typed("ban noi chinh tinh uy", "e7"),
    Typed("bo chi huy quan su", "e9"),
    # numbers of documents, however they are written
    Typed("57-NQ/TW", "e1"),
    Typed("57 nq tw", "e1"),
    Typed("57–NQ/TW", "e1"),
    Typed("nghi quyet 57", "e1"),
    Typed("Nghị quyết số 57-NQ/TW", "e1"),
    Typed("số:57-NQ/TW", "e1", never=("e8",)),
    Typed("21-KL/TW", "e8", never=("e1",)),
    Typed("ket luan 21", "e8"),
    Typed("kl 21", "e8"),
    Typed("so: 21 KL TW", "e8"),
    # phrases, beginnings
    Typed('"trồng rừng gỗ lớn"', "e3", never=("e0", "e1")),
    Typed('"gỗ lớn trồng"', "", never=("e3",)),
    Typed('"ven bien"', "e4", never=("e3",)),
    Typed("tuyển qu*", "e9"),
    Typed("khuyen*", "", never=("e9",)),
    # days and deadlines
    Typed("hội nghị từ:1/1/2026 đến:31/1/2026", "e0", never=("e1", "e9")),
    Typed("hoi nghi tu:1/8/2025 den:31/8/2025", "e3", also=("e14",), never=("e0",)),
    Typed("hạn:31/12/2025", "e9", never=("e0",)),
    Typed("han:3/2026", "e0", never=("e9",)),
    Typed("hạn:không", "e5", never=("e0",)),
    # several at once, other spacing, misused marks
    Typed("  hoi   nghi,  tuyen quan!! ", "e9"),
    Typed("tuyển-quân", "e9"),
    Typed("tuyển quân người:Khang", "e9", never=("e0",)),
    Typed('ket luan cơquan:"Công an tỉnh"', "e8"),
    Typed("«tuyển quân»", "e9"),
    # what is not there
    Typed("bóng đá nữ", "", never=("e0", "e9")),
    Typed("99-NQ/TW", "", never=("e1",)),
    Typed('người:"Nguyễn Văn Không"', "", never=("e0", "e1")),
)
