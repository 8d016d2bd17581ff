"""The documents say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.arguments import parse_arguments
from tests.documents import PAGES, ROOT, renewed

NAMES = [path.name for path in PAGES]
VERBS = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_what_a_page_quotes_is_what_the_program_says(path: Path):
    page = path.read_text(encoding="utf-8")
    assert page == renewed(page), "renew it with «make fix» and read the difference"


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_what_a_page_points_at_is_there(path: Path):
    page = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", page)
    assert [link for link in links if not (path.parent / link).exists()] == []
    files = re.findall(r"`((?:bot|docs|handlers|storage|summarizer|tests)/[\w./-]+)`", page)
    assert [file for file in files if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_a_verb_that_a_page_names_is_in_the_makefile(path: Path):
    named = set(re.findall(r"\bmake ([a-z-]+)`", path.read_text(encoding="utf-8")))
    assert named <= VERBS


@pytest.mark.parametrize(
    "command", ["digest", "explain", "evaluate", "keep", "find", "export", "run"]
)
def test_the_guide_knows_every_option(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        parse_arguments([command, "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    assert {option for option in options if f"`{option}" not in guide} == set()
