"""The Python of the project: what ruff and mypy say of it, and what its parts may know of each other."""
from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from backprop_course.setup.paths import ROOT, SOURCES

pytestmark = pytest.mark.quick

TESTS = ROOT / "src/test/python"
MAIN = sorted(SOURCES.rglob("*.py"))
OURS = {path.stem for path in TESTS.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
BEFORE_INSTALLATION = SOURCES / "backprop_course" / "setup"


def name_of(path) -> str:
    return path.relative_to(SOURCES).as_posix()


def imported(path) -> set[str]:
    """The top-level names of the modules that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    froms = {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
    return froms | {name.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for name in node.names}


@pytest.mark.parametrize("words", [["ruff", "check", ".", "../course", "../data"], ["mypy"]], ids=["ruff", "mypy"])
def test_finds_nothing_to_complain_about(words):
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT / "src", capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MAIN, ids=name_of)
def test_main_neither_imports_nor_reads_the_test_tree(path):
    assert not imported(path) & OURS
    assert "src/test" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(BEFORE_INSTALLATION.glob("*.py")), ids=name_of)
def test_what_runs_before_anything_is_installed_needs_the_standard_library_alone(path):
    assert imported(path) <= sys.stdlib_module_names | {"backprop_course"}


def test_only_the_package_and_its_start_are_found_by_a_short_name():
    assert {path.name for path in SOURCES.iterdir() if path.name != "__pycache__"} == {"backprop_course", "start.py"}
