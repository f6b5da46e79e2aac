"""Damaged notebooks have the same marks from `course grade` and from nbgrader's autograde, and lose none that they need not."""
from __future__ import annotations

import copy
import json
import os
import subprocess

import pytest

import damage
import submissions
from project import ROOT, course, has_sandbox

NAME = "01-shapes-and-counting"
TEACH = ROOT / ".venv-teach" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

OTHER, SILENT = "another-assignment", "nothing-written"


class Both:
    """One class, marked by each of the two."""

    def __init__(self, folder, every: int):
        self.folder, self.out = folder / "course", folder / "out"
        self.run("release", NAME, self.folder)
        assignment = submissions.Assignment(NAME)
        released = json.loads((self.folder / "release" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
        right = submissions.filled(released, assignment.solutions)
        self.full = {**assignment.automatic, **dict.fromkeys(assignment.by_hand)}
        self.damaged = dict(list(damage.all_of(right, released).items())[::every])
        self.damaged[OTHER] = submissions.Assignment("03-forward-pass").source, dict.fromkeys(self.full, 0)
        self.damaged[SILENT] = self.silent(right, released)
        for student, (notebook, _) in self.damaged.items():
            submissions.hand_in(self.folder, student, NAME, notebook)
        self.run("nbgrader", "--course", self.folder, "autograde", NAME)
        self.theirs = self.marks()
        sandbox = [] if has_sandbox() else ["--no-sandbox"]
        self.run("grade", NAME, self.folder / "submitted", "--out", self.out, "--nbgrader", self.folder, *sandbox)
        self.ours = self.marks()

    @staticmethod
    def silent(right: dict, released: dict) -> tuple[dict, dict]:
        """One written answer is empty, of the other only the question is left."""
        book, questions = copy.deepcopy(right), {submissions.grade_id(cell): cell["source"] for cell in released["cells"]}
        texts = {"explain-columns": "  \n", "explain-derivative": without_stub(questions["explain-derivative"])}
        for cell in book["cells"]:
            cell["source"] = texts.get(submissions.grade_id(cell), cell["source"])
        return book, dict.fromkeys(texts, 0)

    def run(self, *args) -> None:
        done = course(*map(str, args))
        assert done.returncode == 0, done.stdout + done.stderr

    def marks(self) -> dict[str, dict[str, float | None]]:
        done = subprocess.run([TEACH, ROOT / "src/test/python/marks.py", self.folder, NAME], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def both(tmp_path_factory, pytestconfig):
    """All kinds of damage in the full tier, and every third of them before."""
    return Both(tmp_path_factory.mktemp("damaged"), 1 if pytestconfig.getoption("--tier") == "full" else 3)


def test_the_two_graders_give_the_same_marks(both):
    assert both.ours == both.theirs


def test_only_an_answer_that_is_gone_costs_points(both):
    assert both.theirs == {student: {**both.full, **lost} for student, (_, lost) in both.damaged.items()}


def test_each_is_listed_as_odd_with_a_sentence(both):
    overview = (both.out / "overview.html").read_text(encoding="utf-8")
    odd = overview[overview.index("rashed or odd"):]
    log = (both.out / "log.txt").read_text(encoding="utf-8").splitlines()
    for student in both.damaged.keys() - {OTHER, SILENT}:
        raw = json.loads((both.out / "raw" / f"{student}.json").read_text(encoding="utf-8"))
        repairs = [incident["what"] for incident in raw["incidents"] if incident["where"] == "notebook"]
        assert repairs and student in odd
        for sentence in repairs:
            assert log.count(f"  {sentence}"[:302]) >= 1 or len(sentence) > 300
    assert "The answer dot-product was not a code cell any more; its text counts as the answer." in overview


def test_an_answer_that_is_not_written_has_0_points_and_no_row_to_fill_in(both):
    assert "not answered" in (both.out / "feedback" / f"{SILENT}.html").read_text(encoding="utf-8")
    rows = (both.out / "overrides.csv").read_text(encoding="utf-8").splitlines()
    assert rows[1:] == [f"{student},{exercise},," for student in sorted(both.damaged) if student not in (OTHER, SILENT)
                        for exercise in ("explain-columns", "explain-derivative")]


def without_stub(source) -> str:
    question = "".join(source).replace(damage.STUB_ANSWER, "").strip()
    assert question, "the cell must hold its question, or this shows nothing"
    return question


def test_a_notebook_of_another_assignment_is_named_in_the_table_of_those_that_could_not_be_read(both):
    raw = json.loads((both.out / "raw" / f"{OTHER}.json").read_text(encoding="utf-8"))
    assert (raw["status"], raw["problem"]) == ("UNREADABLE", f"It is a notebook of 03-forward-pass, not of {NAME}.")
    assert raw["problem"] in (both.out / "overview.html").read_text(encoding="utf-8")
