"""Try that what directives somebody asks for is read as it is naturally typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.entries import Wanted
from storage.wanted import Asked, read_wanted, write_wanted


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", Asked()),
        ("quá hạn", Asked(Wanted(due="over"))),
        ("qua han", Asked(Wanted(due="over"))),
        ("hạn:quá hạn", Asked(Wanted(due="over"))),
        ("HẠN TUẦN NÀY", Asked(Wanted(due="week"))),
        ("tuan nay", Asked(Wanted(due="week"))),
        ("không hạn", Asked(Wanted(due="none"))),
        ("không có thời hạn", Asked(Wanted(due="none"))),
        ("có hạn", Asked(Wanted(due="any"))),
        ("đã xong", Asked(Wanted(state="done"))),
        ("đang theo dõi", Asked(Wanted(state="followed"))),
        ("cơ quan mình quá hạn", Asked(Wanted(due="over", is_own=True))),
        ("của đơn vị tôi", Asked(Wanted(is_own=True))),
        ("người giao: Đỗ Quang Vĩnh", Asked(Wanted(issuer="do quang vinh"))),
        ("nguoi giao do quang vinh qua han", Asked(Wanted(issuer="do quang vinh", due="over"))),
        ('người giao:"Đỗ Quang Vĩnh" nơi nhận:"Sở GD&ĐT"', Asked(
            Wanted(issuer="do quang vinh", addressee="so giao duc dao tao"))),
        ("giao cho UBND tỉnh, tuần này", Asked(
            Wanted(addressee="uy ban nhan dan tinh", due="week"))),
        ("Sở Tài chính", Asked(Wanted(party="so tai chinh"))),
        ("Sở Tài chính quá hạn trang 2", Asked(Wanted(party="so tai chinh", due="over"), 2)),
        ("trang 3", Asked(Wanted(), 3)),
        ("người giao", Asked(offers="issuer")),
        ("nơi nhận", Asked(offers="addressee")),
    ],
)  # fmt: skip
def test_what_is_typed_is_read(typed: str, asked: Asked) -> None:
    assert read_wanted(typed) == asked


NAMES = st.sampled_from(("", "do quang vinh", "so tai chinh", "uy ban nhan dan tinh hai van"))
WANTED = st.builds(
    Wanted,
    issuer=NAMES,
    addressee=NAMES,
    party=NAMES,
    due=st.sampled_from(("over", "week", "none", "any", None)),
    state=st.sampled_from(("done", "followed", None)),
    is_own=st.booleans(),
)


@given(WANTED)
def test_what_is_written_is_read_again(wanted: Wanted) -> None:
    assert read_wanted(write_wanted(wanted, longest=500)).wanted == wanted


@given(WANTED)
def test_what_is_too_long_for_a_button_loses_the_ends_of_names_alone(wanted: Wanted) -> None:
    written = write_wanted(wanted, longest=100)
    again = read_wanted(written).wanted
    assert len(written) <= 100
    assert (again.due, again.state, again.is_own) == (wanted.due, wanted.state, wanted.is_own)
    assert wanted.issuer.startswith(again.issuer)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read(typed: str) -> None:
    assert read_wanted(typed).page >= 1
