"""What students hand in: the student's version of an assignment, filled in well, badly, not at all, or tampered with."""
from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from backprop_course.teaching import assignments
from project import ROOT

ANSWER = "An answer of *my own*, with $\\frac1m$ & <b>more</b>."
NAMES = assignments.names(None)
EACH = [pytest.param(name, marks=[pytest.mark.full] if name != NAMES[-1] else []) for name in NAMES]  # one in each tier


def grade_id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def is_solution(cell: dict) -> bool:
    return cell["cell_type"] == "code" and cell["metadata"].get("nbgrader", {}).get("solution", False)


def is_text(cell: dict) -> bool:
    return cell["cell_type"] == "markdown" and cell["metadata"].get("nbgrader", {}).get("solution", False)


class Assignment:
    def __init__(self, name: str):
        self.name = name
        self.source = json.loads((ROOT / "exercises" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
        self.slips = assignments.wrong_answers(name)
        self.solutions = {grade_id(cell): "".join(cell["source"]) for cell in self.source["cells"] if is_solution(cell)}
        graded = [cell for cell in self.source["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]
        self.automatic = {grade_id(cell): cell["metadata"]["nbgrader"]["points"] for cell in graded
                          if not cell["metadata"]["nbgrader"]["solution"]}
        self.by_hand = [grade_id(cell) for cell in graded if cell["metadata"]["nbgrader"]["solution"]]


def filled(released: dict, solutions: dict[str, str]) -> dict:
    """The student's version with these functions written, and an answer to each question."""
    notebook = copy.deepcopy(released)
    for cell in notebook["cells"]:
        if is_solution(cell) and grade_id(cell) in solutions:
            cell["source"] = solutions[grade_id(cell)]
        elif is_text(cell):
            cell["source"] = ANSWER
    return notebook


def slipped(assignment: Assignment, slip: dict) -> dict[str, str]:
    """All functions as they should be, but for one."""
    right = assignment.solutions[slip["cell"]]
    wrong = right.replace(slip["replace"], slip["by"]) if slip.get("replace") else slip["by"]
    return {**assignment.solutions, slip["cell"]: wrong}


def tampered(notebook: dict) -> dict:
    """Of the locked cells the first check is deleted, the second promises itself full marks, the third stands first in
    the notebook, and the fourth is there twice."""
    notebook = copy.deepcopy(notebook)
    checks = [cell for cell in notebook["cells"] if grade_id(cell).startswith("check-")]
    deleted, edited, moved, doubled = checks[:4]
    edited["source"] = "1000000"
    notebook["cells"].remove(deleted)
    notebook["cells"].remove(moved)
    notebook["cells"].insert(0, moved)
    twin = {**copy.deepcopy(doubled), "id": "twin"}
    notebook["cells"].insert(notebook["cells"].index(doubled), twin)
    return notebook


def hand_in(course: Path, student: str, name: str, notebook: dict) -> None:
    folder = course / "submitted" / student / name
    folder.mkdir(parents=True)
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
