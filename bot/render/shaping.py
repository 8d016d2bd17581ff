"""Bring words of an article into the shape that a line has room for."""

from __future__ import annotations

from datetime import date

from bot.render.lines import printable


def on_one_line(words: str) -> str:
    """Without line ends, and letters that no office program shows."""
    return " ".join(printable(words).split())


def capital(words: str) -> str:
    """With a capital: they stand alone."""
    return words[:1].upper() + words[1:]


def shortened(words: str, longest: int) -> str:
    """At most `longest` letters and «…», cut at a blank where there is one."""
    if len(words) <= longest:
        return words
    head = words[:longest]
    return (head.rpartition(" ")[0] or head).rstrip(",;:") + "…"


def day(value: date) -> str:
    """«19/5/2022»."""
    return f"{value.day}/{value.month}/{value.year}"


def printed_day(told: str | None) -> str | None:
    """An ISO day as it is read; a bare year stays."""
    return day(date.fromisoformat(told)) if told and len(told) > 4 else told
