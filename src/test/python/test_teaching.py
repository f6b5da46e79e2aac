"""Every assignment goes once through real nbgrader, as an instructor's class does: release, autograde, feedback, export."""
from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from typing import Any

import pytest

import submissions
from backprop_course.teaching import library_script
from generators import generated_class
from project import ROOT, course
from submissions import EACH, NAMES

TEACH = ROOT / ".venv-teach" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCALES = ["-Duser.language=de -Duser.country=DE", "-Duser.language=tr -Duser.country=TR"]
SECRETS = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "Exercises.hidden")


class Class:
    """A course's folder with four students, marked."""

    def __init__(self, folder, name: str):
        self.folder, self.assignment = folder, submissions.Assignment(name)
        done = course("release", name, str(folder))
        assert done.returncode == 0, done.stdout + done.stderr
        self.released = read(folder / "release" / name / f"{name}.ipynb")
        right = submissions.filled(self.released, self.assignment.solutions)
        task = generated_class.Task(name)
        self.called = {other for cell in task.solutions for other in task.builds_on(cell)}
        whole = [slip for slip in self.assignment.slips if slip["cell"] in self.called and slip["points"] == 0]
        self.slip = whole[0] if self.called else self.assignment.slips[NAMES.index(name)]
        slipped = submissions.filled(self.released, submissions.slipped(self.assignment, self.slip))
        for student, notebook in {"right": right, "stub": self.released, "slipped": slipped,
                                  "tampered": submissions.tampered(right)}.items():
            submissions.hand_in(folder, student, name, notebook)
        self.log = self.nbgrader("autograde", name, JDK_JAVA_OPTIONS=LOCALES[NAMES.index(name) % len(LOCALES)])
        answer = subprocess.run([TEACH, ROOT / "src/test/python/marks.py", folder, name], capture_output=True, text=True)
        self.marks = json.loads(answer.stdout)

    def nbgrader(self, *args: str, **env: Any) -> str:
        done = course("nbgrader", "--course", str(self.folder), *args, **env)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture(scope="module", params=EACH)
def marked(request, tmp_path_factory):
    return Class(tmp_path_factory.mktemp("course"), request.param)


def test_the_students_version_has_no_secrets(marked):
    text = json.dumps(marked.released)
    assert not [secret for secret in SECRETS if secret in text]
    stubs = [cell for cell in marked.released["cells"] if submissions.is_solution(cell)]
    assert len(stubs) == len(marked.assignment.solutions)
    assert all("throw new NotWrittenYet();" in "".join(cell["source"]) for cell in stubs)


def test_the_script_that_its_first_cell_loads_comes_with_it(marked):
    for folder in ("release", "autograded/right"):
        script = marked.folder / folder / marked.assignment.name / "kit.jshell"
        assert script.read_text(encoding="utf-8") == library_script.text()
    assert next(cell["outputs"] for cell in outputs(marked, "right")) == []


def test_the_reference_gets_all_points_hidden_tests_included(marked):
    points = {**marked.assignment.automatic, **dict.fromkeys(marked.assignment.by_hand)}
    assert marked.marks["right"] == points


def test_written_answers_come_as_html_that_is_safe_with_their_formulas(marked):
    texts = ["".join(cell["source"]) for cell in autograded(marked, "right") if submissions.is_text(cell)]
    safe = "<p>An answer of <em>my own</em>, with $\\frac1m$ &amp; <b>more</b>.</p>"
    assert [safe in text for text in texts] == [True] * len(marked.assignment.by_hand) and texts
    stub = ["".join(cell["source"]) for cell in autograded(marked, "stub") if submissions.is_text(cell)]
    assert stub == ["".join(cell["source"]) for cell in marked.released["cells"] if submissions.is_text(cell)]


def test_the_students_version_gets_none(marked):
    assert {marked.marks["stub"][name] for name in marked.assignment.automatic} == {0}
    # nbgrader itself gives 0 to an answer that nobody wrote
    assert {marked.marks["stub"][name] for name in marked.assignment.by_hand} == {0}


def test_part_of_the_points_in_a_locale_with_commas(marked):
    check = marked.slip.get("check") or "check-" + marked.slip["cell"]
    assert marked.marks["slipped"][check] == marked.slip["points"]


def test_a_mistake_costs_nothing_in_the_functions_that_call_it(marked):
    own = {f"check-{marked.slip['cell']}", f"hidden-{marked.slip['cell']}"}
    others = {cell: points for cell, points in marked.assignment.automatic.items() if cell not in own}
    assert {cell: marked.marks["slipped"][cell] for cell in others} == others
    shown = json.dumps([cell["outputs"] for cell in outputs(marked, "slipped")])
    assert ("with the reference solution in place of your" in shown) == bool(marked.called)


def test_deleted_edited_moved_and_doubled_checks_are_put_back(marked):
    assert marked.marks["tampered"] == marked.marks["right"]


def test_feedback_tells_nothing_of_the_hidden_tests(marked):
    name = marked.assignment.name
    marked.nbgrader("generate_feedback", name)
    page = (marked.folder / "feedback" / "slipped" / name / f"{name}.html").read_text(encoding="utf-8")
    assert "not yet" in page and "all checks passed" in page
    for cell in outputs(marked, "slipped"):
        if submissions.grade_id(cell).startswith("hidden-"):
            html = "".join("".join(output["data"].get("text/html", "")) for output in cell["outputs"])
            assert "padding-left" not in html, "a message"


def test_nothing_is_written_to_stderr(marked):
    for student in marked.marks:
        for cell in outputs(marked, student):
            assert not [output for output in cell["outputs"] if output.get("name") == "stderr"]


def test_exported_marks_are_those_of_the_checks(marked):
    marked.nbgrader("export")
    with open(marked.folder / "grades.csv", encoding="utf-8") as file:
        scores = {row["student_id"]: float(row["raw_score"]) for row in csv.DictReader(file)}
    assert scores == {student: sum(filter(None, marks.values())) for student, marks in marked.marks.items()}


def test_validate_tells_a_right_notebook_from_one_that_is_not_written(marked):
    answers = {}
    for student in ("right", "stub"):
        notebook = marked.folder / "submitted" / student / marked.assignment.name / f"{marked.assignment.name}.ipynb"
        shutil.copy(marked.folder / "release" / marked.assignment.name / "kit.jshell", notebook.parent)
        answers[student] = marked.nbgrader("validate", str(notebook))
    assert "Success! Your notebook passes all the tests." in answers["right"]
    checks = [name for name in marked.assignment.automatic if name.startswith("check-")]
    failed = len(checks) + len(marked.assignment.by_hand)
    assert re.search(rf"VALIDATION FAILED ON {failed} CELL", answers["stub"])


def autograded(marked, student: str) -> list[dict]:
    name = marked.assignment.name
    return read(marked.folder / "autograded" / student / name / f"{name}.ipynb")["cells"]


def outputs(marked, student: str) -> list[dict]:
    return [cell for cell in autograded(marked, student) if cell["cell_type"] == "code"]


def read(path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))
