"""Read which file imports what, and draw it: `python -m tests.floors`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

# from the top down: a file imports from its own floor or from those below it
FLOORS = ("main", "handlers", "bot", "storage", "summarizer")

# each outside library comes in by one door
DOORS = {
    "msgspec": ("summarizer", "storage", "bot", "handlers"),  # how a value is written
    "underthesea": ("summarizer.language",),
    "trafilatura": ("summarizer.reading",),
    "lxml": ("summarizer.reading",),
    "pypdfium2": ("summarizer.reading",),
    "sqlite_utils": ("storage",),
    "sqlite3": ("storage",),
    "zstandard": ("storage.packing",),
    "aiohttp": ("bot.fetch", "bot.way", "bot.web"),
    "yarl": ("bot.links", "bot.redirects", "bot.fetch", "bot.way"),  # how aiohttp writes an address
    "telegram": ("bot.telegram",),
    "httpx": ("bot.telegram",),  # what telegram speaks by
    "dotenv": ("bot.settings",),
    "docx": ("summarizer.reading", "bot.render"),
    "openpyxl": ("bot.render.files",),
    "prometheus_client": ("bot.meter", "bot.web"),
    "matplotlib": ("bot.render.files.chart",),
    "icalendar": ("bot.render.files",),
    "numpy": (
        "storage.fields",
        "storage.letters",
        "summarizer.signature",
    ),  # and the trainer of weights, which is no part of the program
    "sumy": ("tests.bench",),
}

# the core is pure: none of these may come into summarizer/
WORLD = {
    *("asyncio", "http", "logging", "multiprocessing", "os", "random", "requests", "socket"),
    *("sqlite3", "ssl", "subprocess", "sys", "threading", "time", "urllib"),
}


def sources() -> Iterator[Path]:
    """Every file of the program, tests left out."""
    yield ROOT / "main.py"
    for floor in FLOORS[1:]:
        yield from sorted((ROOT / floor).rglob("*.py"))


def module_of(path: Path) -> str:
    """The dotted name of a file: «bot.render.plain»."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """The dotted names of all modules that a file imports, also inside its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(_target(node.module, name.name) for name in node.names)
    return found


def picture() -> str:
    """The arrows between the parts of the program and inside the summarizer, as mermaid."""
    arrows = {(_part(module_of(path)), _part(name)) for path in sources() for name in _own(path)}
    inside = {
        (_stage(module_of(path)), _stage(name))
        for path in sources()
        for name in _own(path)
        if module_of(path).startswith("summarizer.") and name.startswith("summarizer.")
    }
    return "\n".join([*_drawn(arrows), "", *_drawn(inside)]) + "\n"


def _target(module: str, name: str) -> str:
    path = ROOT.joinpath(*module.split("."))
    is_module = (path / f"{name}.py").exists() or (path / name / "__init__.py").exists()
    return f"{module}.{name}" if is_module else module


def _own(path: Path) -> Iterator[str]:
    return (name for name in imports_of(path) if name.split(".")[0] in FLOORS)


def _part(module: str) -> str:
    parts = module.split(".")
    is_package = ROOT.joinpath(*parts[:2]).is_dir()
    return "/".join(parts[:2]) if len(parts) > 1 and is_package else parts[0]


def _stage(module: str) -> str:
    return module.split(".")[1]


def _drawn(arrows: set[tuple[str, str]]) -> list[str]:
    shown = sorted((upper, lower) for upper, lower in arrows if upper != lower)
    needed = [arrow for arrow in shown if not _goes_round(arrow, set(shown))]
    lines = [f"    {_node(upper)} --> {_node(lower)}" for upper, lower in needed]
    return ["```mermaid", "flowchart TD", *lines, "```"]


def _goes_round(arrow: tuple[str, str], arrows: set[tuple[str, str]]) -> bool:
    """Whether another way leads from the arrow's start to its end: then it need not be drawn."""
    start, end = arrow
    seen, waiting = set(), [low for up, low in arrows if up == start and low != end]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        if at not in seen:
            seen.add(at)
            waiting.extend(low for up, low in arrows if up == at)
    return False


def _node(name: str) -> str:
    return f'{name.replace("/", "_")}["{name}"]' if "/" in name else name


if __name__ == "__main__":
    print(picture(), end="")
