"""The arrows between the floors; the tables of `tests/floors.py` are the documentation."""

from __future__ import annotations

import ast
import sys
from functools import cache

from tests import floors

SOURCES = {floors.module_of(path): path for path in floors.sources()}


@cache
def imports() -> dict[str, set[str]]:
    return {module: floors.imports_of(path) for module, path in SOURCES.items()}


def test_a_file_imports_from_its_own_floor_or_below():
    floor = {name: at for at, name in enumerate(floors.FLOORS)}
    upward = [
        (module, name)
        for module, names in imports().items()
        for name in names
        if floor.get(name.split(".")[0], 9) < floor[module.split(".")[0]]
    ]
    assert len(imports()) > 300
    assert upward == []


def test_a_library_comes_in_by_its_door():
    elsewhere = [
        (module, name)
        for module, names in imports().items()
        for name in names
        if not module.startswith(floors.DOORS.get(name.split(".")[0], ""))
    ]
    assert elsewhere == []


def test_every_outside_library_has_a_door():
    ours = {*sys.stdlib_module_names, *floors.FLOORS, "tests"}
    roots = {name.split(".")[0] for names in imports().values() for name in names}
    assert floors.DOORS.keys() >= roots - ours


def test_only_main_knows_the_tests():
    knowing = {
        module for module, names in imports().items() for name in names if name.startswith("tests")
    }
    assert knowing <= {"main"}


def test_the_summarizer_knows_no_world():
    worldly = [
        (module, name)
        for module, names in imports().items()
        for name in names
        if module.startswith("summarizer") and name.split(".")[0] in floors.WORLD
    ]
    assert worldly == []


def test_a_file_says_in_its_first_line_what_it_is_for():
    written = {module: path.read_text(encoding="utf-8") for module, path in SOURCES.items()}
    lines = {
        module: (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
        for module, text in written.items()
    }
    assert [
        module
        for module, line in lines.items()
        if not line.endswith((".", ":")) or line.startswith(("Utilities", "Helpers"))
    ] == []


def test_a_file_is_small():
    sizes = {
        module: len(path.read_text(encoding="utf-8").splitlines())
        for module, path in SOURCES.items()
    }
    assert [
        (module, size)
        for module, size in sizes.items()
        if size > (400 if "texts" in module else 260)  # a table of sentences; 250 is the aim
    ] == []
