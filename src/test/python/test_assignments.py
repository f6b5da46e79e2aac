"""What holds for the notebook of each assignment, as it is in the repository and as students get it."""
from __future__ import annotations

import re

import pytest

import submissions
from backprop_course.teaching import assignments, library_script
from generators import generated_class
from generators.task import released
from project import ROOT
from submissions import NAMES

pytestmark = pytest.mark.quick

COLUMNS = 76  # that JupyterLab shows beside its file browser on a small screen
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def code(notebook: dict) -> list[str]:
    """The code that a reader sees: code cells, and what stands between fences in a text."""
    shown: list[str] = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        shown += [source] if cell["cell_type"] == "code" else FENCED.findall(source)
    return shown


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_code_is_wider_than_the_page(name):
    source = submissions.Assignment(name).source
    lines = [line for notebook in (source, released(source)) for cell in code(notebook)
             for line in cell.split("\n")]
    assert lines
    assert [line for line in lines + library_script.LIBRARY.split("\n") if len(line) > COLUMNS] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_first_code_cell_is_locked_and_brings_the_library(name):
    first = next(cell for cell in submissions.Assignment(name).source["cells"] if cell["cell_type"] == "code")
    assert "".join(first["source"]).startswith(f"%load {library_script.NAME}\n")
    assert first["metadata"]["nbgrader"] == {"grade": False, "grade_id": "imports", "locked": True,
                                             "schema_version": 3, "solution": False, "task": False}


@pytest.mark.parametrize("name", NAMES)
def test_which_exercises_stand_on_earlier_ones_is_known_and_told(name):
    """The page tells what AssignmentTest tries: a mistake in one changes no point of an exercise that does not stand on it."""
    task = generated_class.Task(name)
    found = {cell: task.builds_on(cell) for cell in task.solutions if task.builds_on(cell)}
    page = (ROOT / "exercises" / name / "instructor.md").read_text(encoding="utf-8")
    for others in found.values():
        assert f"| {', '.join(f'`{other}`' for other in others)} |" in page
    assert ("a mistake costs points only in its own exercise" in page) == (not found)


@pytest.mark.parametrize("name", NAMES)
def test_the_build_compiles_its_public_and_its_hidden_tests(name):
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    assert [part for part in ("public", "hidden") if f"<source>exercises/{name}/{part}</source>" not in pom] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_for_instructors_comes_into_the_folder_that_nbgrader_releases(name, tmp_path):
    assignments.lay_out(tmp_path, name, None)
    there = {path.name for path in (tmp_path / "source" / name).rglob("*")}
    assert there == {f"{name}.ipynb", library_script.NAME}


def test_an_instructors_own_notebook_gets_the_script_and_keeps_its_own(tmp_path):
    library_script.put_beside(tmp_path)
    script = tmp_path / "kit.jshell"
    assert script.read_text(encoding="utf-8") == library_script.text()
    script.write_text("mine", encoding="utf-8")
    library_script.put_beside(tmp_path)
    assert script.read_text(encoding="utf-8") == "mine"
