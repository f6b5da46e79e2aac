"""What holds for the notebook of each assignment, as it is in the repository and as students get it."""
from __future__ import annotations

import re

import generated
import kitscript
import pytest
import submissions
from project import ROOT
from submissions import NAMES

COLUMNS = 76  # that JupyterLab shows beside its file browser on a small screen
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
BUILDS_ON = {
    "01-shapes-and-counting": {},
    "02-logistic-regression": {
        "cost": ["loss-from-logit"], "gradient-of-one": ["probability-of-one"],
        "gradient-by-loops": ["loss-from-logit"], "gradient-vectorized": ["sigmoid"],
        "train": ["sigmoid", "loss-from-logit", "cost", "gradient-vectorized"]},
    "03-forward-pass": {
        "forward": ["relu", "layer-batch"],
        "network-accuracy": ["relu", "layer-batch", "forward", "classes", "accuracy"]},
    "04-backward-pass": {
        "relu-backward": ["relu-prime"], "backward-pass": ["relu-prime", "dense-backward", "relu-backward"],
        "worst-error": ["numerical-gradient", "relative-error"]},
}


def code(notebook: dict) -> list[str]:
    """The code that a reader sees: code cells, and what stands between fences in a text."""
    shown = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        shown += [source] if cell["cell_type"] == "code" else FENCED.findall(source)
    return shown


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_code_is_wider_than_the_page(name):
    source = submissions.Assignment(name).source
    lines = [line for notebook in (source, generated.released(source)) for cell in code(notebook)
             for line in cell.split("\n")]
    assert len(lines) > 200
    assert [line for line in lines + kitscript.LIBRARY.split("\n") if len(line) > COLUMNS] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_first_code_cell_is_locked_and_brings_the_library(name):
    first = next(cell for cell in submissions.Assignment(name).source["cells"] if cell["cell_type"] == "code")
    assert "".join(first["source"]).startswith(f"%load {kitscript.NAME}\n")
    assert first["metadata"]["nbgrader"] == {"grade": False, "grade_id": "imports", "locked": True,
                                             "schema_version": 3, "solution": False, "task": False}


@pytest.mark.parametrize("name", NAMES)
def test_which_exercises_stand_on_earlier_ones_is_known_and_told(name):
    """All others are independent: a mistake in one changes no point of another."""
    task = generated.Task(name)
    found = {cell: task.builds_on(cell) for cell in task.solutions if task.builds_on(cell)}
    assert found == BUILDS_ON[name]
    page = (ROOT / "exercises" / name / "instructor.md").read_text(encoding="utf-8")
    for others in found.values():
        assert f"| {', '.join(f'`{other}`' for other in others)} |" in page
    assert ("a mistake costs points in its own exercise alone" in page) == (not found)


def test_an_instructors_own_notebook_gets_the_script_and_keeps_its_own(tmp_path):
    kitscript.put_beside(tmp_path)
    script = tmp_path / "kit.jshell"
    assert script.read_text(encoding="utf-8") == kitscript.text()
    script.write_text("mine", encoding="utf-8")
    kitscript.put_beside(tmp_path)
    assert script.read_text(encoding="utf-8") == "mine"
