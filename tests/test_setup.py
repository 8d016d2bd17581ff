"""Setting up: what is missing is said in plain words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
OLD_PYTHONS = sorted(
    str(path)
    for path in PYENV.glob("*/bin/python")
    if path.parts[-3].startswith(("2.", *(f"3.{minor}." for minor in range(11))))
)

# stands for Python: says what setup.sh asks of it, makes a .venv of itself, fails to install
STAND_IN = """#!/bin/sh
case "$*" in
    -c*) echo {answer} ;;
    --version) echo Python 3.9.2 ;;
    "-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
    "-m pip"*) echo "{trouble}"; exit 1 ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("setup.sh", "requirements.lock", "Makefile"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def stand_in(folder: Path, *, answer: str, trouble: str = "") -> str:
    path = folder / "python"
    path.write_text(STAND_IN.format(answer=answer, trouble=trouble))
    path.chmod(0o755)
    return str(path)


def set_up(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "setup.sh", *arguments],
        cwd=project,
        env={"PATH": os.environ["PATH"], "HOME": str(project), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_is_told_with_its_version(project: Path):
    done = set_up(project, PYTHON=stand_in(project, answer="old"))
    assert done.returncode == 1
    assert "too old: Python 3.9.2" in done.stderr
    assert "Python 3.11, 3.12 or 3.13 is needed." in done.stderr


@pytest.mark.parametrize("python", OLD_PYTHONS or [""])
def test_a_real_old_python_is_told_too(project: Path, python: str):
    if not python:
        pytest.skip("no old Python is here (pyenv)")
    done = set_up(project, PYTHON=python)
    assert done.returncode == 1
    assert "too old" in done.stderr


def test_a_python_without_venv_is_told_how_to_get_it(project: Path):
    done = set_up(project, PYTHON=stand_in(project, answer="novenv"))
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_no_python_at_all_is_told(project: Path):
    done = set_up(project, PYTHON="/no/python")
    assert done.returncode == 1
    assert "no Python was found at /no/python" in done.stderr


def test_a_missing_compiler_is_told(project: Path, tmp_path: Path):
    commands = tmp_path / "commands"
    commands.mkdir()
    for name in ("dirname", "cat", "cp", "cmp", "grep", "mkdir", "tail"):
        (commands / name).symlink_to(shutil.which(name) or name)
    python = stand_in(project, answer="ok", trouble="error: command 'gcc' failed: No such file")
    done = set_up(project, PYTHON=python, PATH=str(commands))
    assert done.returncode == 1
    assert "apt install build-essential python3-dev" in done.stderr


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("Connection refused", "Is there a way to a Python package index from here?"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "nothing was installed"),
    ],
)
def test_a_failed_installation_says_where_to_look(project: Path, trouble: str, said: str):
    done = set_up(project, PYTHON=stand_in(project, answer="ok", trouble=trouble))
    assert done.returncode == 1
    assert trouble in done.stderr
    assert said in done.stderr
    assert ".venv/setup.log" in done.stderr


def test_a_fit_python_is_enough_to_start(project: Path):
    done = set_up(project, "--can-start", PYTHON=sys.executable)
    assert (done.returncode, done.stderr) == (0, "")


def test_make_alone_lists_the_verbs(project: Path):
    done = subprocess.run(["make"], cwd=project, capture_output=True, text=True, check=True)
    listed = {line.split()[1] for line in done.stdout.splitlines()}
    assert listed >= {"demo", "test", "check", "fix", "quality", "bench", "train", "robust"}


def test_the_locks_name_no_host():
    for lock in ROOT.glob("requirements*.lock"):
        words = lock.read_text()
        assert "://" not in words
        assert "--index-url" not in words
        assert words.count("==") <= words.count("--hash=")
