"""Try that the spellings of an organ's name are one, and that no other organ is taken for it."""

from __future__ import annotations

import pytest

from summarizer.organs import is_among, organ_norm, organs_norm


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("UBND tỉnh", "uỷ ban Nhân dân Tỉnh"),
        ("UBND tỉnh", "uy ban nhan dan tinh"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GD-ĐT", "so giao duc va dao tao"),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("bộ GTVT", "Bộ Giao thông vận tải"),
        ("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh uỷ"),
        ("VPCP", "Văn phòng Chính phủ"),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("HĐND xã Khe Lim", "Hội đồng nhân dân xã Khe Lim"),
        ("Ban Chấp hành Đảng bộ tỉnh Nghệ An", "Tỉnh ủy Nghệ An"),
        ("BCH Đảng bộ TP", "Thành ủy"),
        ("Ban Chấp hành Đảng bộ xã Khe Lim", "Đảng ủy xã Khe Lim"),
    ],
)
def test_two_spellings_of_one_organ_are_one(one: str, other: str) -> None:
    assert organ_norm(one) == organ_norm(other)


@pytest.mark.parametrize(
    ("organ", "addressee", "is_meant"),
    [
        ("Sở Tài chính", "Sở Tài chính", True),
        ("Sở Tài chính", "Sở Tài chính, Sở Xây dựng", True),
        ("Sở Xây dựng", "Sở Tài chính và Sở Xây dựng", True),
        ("Sở Tài chính", "Giám đốc Sở Tài chính", True),
        ("UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", True),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL; các địa phương", True),
        ("Sở Văn hóa, Thể thao và Du lịch", "các xã, Sở Văn hóa, Thể thao và Du lịch", True),
        ("các xã, phường", "các xã, phường", True),
        ("UBND tỉnh", "Văn phòng UBND tỉnh", False),
        ("UBND tỉnh", "UBND tỉnh Hải Vân", False),
        ("Sở Tài", "Sở Tài chính", False),
        ("Sở Văn hóa", "Sở Văn hóa và Thể thao", True),  # a comma may end a name: not told apart
        ("Phòng Tài chính", "Phòng Tài chính - Kế hoạch", False),
        ("Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", False),
        ("Sở Tài chính", "Phó Giám đốc Sở Tài chính", False),
        ("Sở Tài chính", "", False),
    ],
)
def test_a_demand_for_an_organ_is_known(organ: str, addressee: str, *, is_meant: bool) -> None:
    assert is_among(organ_norm(organ), organs_norm(addressee)) is is_meant
