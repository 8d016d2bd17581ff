"""The bar of a long run."""

from __future__ import annotations

import io
import sys

import pytest

from bot.progress import bar, with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("done", "drawn"),
    [
        (0, "Đang đọc ░░░░░░░░░░░░░░░░░░░░░░░░ 0/48"),
        (24, "Đang đọc ████████████░░░░░░░░░░░░ 24/48"),
        (48, "Đang đọc ████████████████████████ 48/48"),
    ],
)
def test_the_bar_grows(done: int, drawn: str):
    assert bar(done, 48) == drawn


def test_a_terminal_sees_the_bar_and_then_a_clean_line(monkeypatch: pytest.MonkeyPatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(with_progress("abc", total=3)) == ["a", "b", "c"]
    assert "3/3" in screen.getvalue()
    assert screen.getvalue().endswith("\r\033[K")


@pytest.mark.parametrize(("screen", "total"), [(io.StringIO(), 3), (Terminal(), 1)])
def test_a_log_or_a_single_source_sees_no_bar(
    monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, total: int
):
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(with_progress("abc"[:total], total=total)) == list("abc"[:total])
    assert screen.getvalue() == ""
