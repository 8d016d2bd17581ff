"""The arrows between the floors; the tables of `tests/floors.py` are the documentation."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests import floors

SOURCES = list(floors.sources())
NAMES = [floors.module_of(path) for path in SOURCES]
OUTSIDE = {
    name.split(".")[0]
    for path in SOURCES
    for name in floors.imports_of(path)
    if name.split(".")[0] not in {*sys.stdlib_module_names, *floors.FLOORS, "tests"}
}


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_a_file_imports_from_its_own_floor_or_below(path: Path):
    floor = floors.FLOORS.index(floors.module_of(path).split(".")[0])
    above = floors.FLOORS[:floor]
    assert [name for name in floors.imports_of(path) if name.split(".")[0] in above] == []


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_a_library_comes_in_by_its_door(path: Path):
    module = floors.module_of(path)
    for name in floors.imports_of(path):
        doors = floors.DOORS.get(name.split(".")[0])
        assert doors is None or module.startswith(doors), f"{name} does not belong into {module}"


def test_every_outside_library_has_a_door():
    assert floors.DOORS.keys() >= OUTSIDE


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_only_main_knows_the_tests(path: Path):
    if path.name != "main.py":
        assert [name for name in floors.imports_of(path) if name.startswith("tests")] == []


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if floors.module_of(path).startswith("summarizer")]
)
def test_the_summarizer_knows_no_world(path: Path):
    names = {name.split(".")[0] for name in floors.imports_of(path)}
    assert names & floors.WORLD == set()


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_a_file_says_in_its_first_line_what_it_is_for(path: Path):
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
    assert first.endswith((".", ":"))
    assert not first.startswith(("Utilities", "Helpers"))


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_a_file_is_small(path: Path):
    longest = 400 if "texts" in path.parts else 260  # a table of sentences; 250 is the aim
    assert len(path.read_text(encoding="utf-8").splitlines()) <= longest
