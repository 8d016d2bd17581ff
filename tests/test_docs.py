"""The documents say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import texts
from bot.arguments import parse_arguments
from handlers import routes
from tests.documents import PAGES, ROOT, renewed

NAMES = [path.name for path in PAGES]
BY_BUTTON = {"/start", "/lamlai", "/tuchoi"}  # nobody needs to type them
BOTFATHER = {"/newbot", "/revoke", "/setprivacy", "/setinline", "/setcommands", "/token"}
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


def test_help_and_menu_name_the_commands_that_there_are():
    assert texts.COMMANDS.keys() | texts.ADMIN_COMMANDS.keys() | BY_BUTTON == (
        routes.COMMANDS.keys() | routes.ADMIN_COMMANDS.keys()
    )
    assert texts.COMMANDS.keys() <= routes.COMMANDS.keys()
    assert texts.ADMIN_COMMANDS.keys() <= routes.ADMIN_COMMANDS.keys()


def test_the_pages_tell_of_every_command_and_of_no_other():
    told = {
        command
        for path in PAGES
        for command in re.findall(r"`(/[a-z]+)\b(?!/)[^`]*`", path.read_text(encoding="utf-8"))
    }
    there = routes.COMMANDS.keys() | routes.ADMIN_COMMANDS.keys()
    assert there - BY_BUTTON - told == set()
    assert told - there - BOTFATHER - {"/healthz", "/metrics"} == set()


def test_the_pages_tell_of_every_verb_of_the_program(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        parse_arguments(["--help"])
    verbs = set(re.findall(r"^    ([a-z]+)(?: |$)", capsys.readouterr().out, re.MULTILINE))
    told = set(re.findall(r"main\.py ([a-z]+)", "\n".join(page.read_text() for page in PAGES)))
    assert "run" in verbs
    assert (verbs - told, told - verbs) == (set(), set())


def test_the_operator_is_told_of_every_setting():
    read = set(re.findall(r'"([A-Z][A-Z_]{4,})"', (ROOT / "bot" / "settings.py").read_text()))
    rows = re.findall(
        r"^\| (`[A-Z].*?) \|", (ROOT / "docs" / "operating.md").read_text(), re.MULTILINE
    )
    told = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    assert told == read
    example = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert set(example) <= read
